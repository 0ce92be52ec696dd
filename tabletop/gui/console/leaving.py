"""Closing the console while the store has not taken everything: asks before anything is lost."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tabletop.gui.bridge import ExerciseBridge
from tabletop.gui.console.strips import Given, Question, QuestionStrip


class Leaving(QObject):
    """Lets the window close when nothing waits to be recorded, or when that is given up."""

    def __init__(
        self, bridge: ExerciseBridge, strip: QuestionStrip, window: QWidget, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._strip = strip
        self._window = window

    def leave(self) -> None:
        """Close the window, as its frame does."""
        self._window.close()

    def may_close(self) -> bool:
        """Try once more what waits; ask where it is still not recorded."""
        if self._bridge.retry():
            return True
        count = len(self._bridge.waiting)
        words = (
            self.tr("1 entry is not recorded.")
            if count == 1
            else self.tr("{} entries are not recorded.").format(count)
        )
        question = Question(
            words,
            self.tr("Closing the console loses it for good."),
            self.tr("Close and lose it"),
            icon="warning",
            keep=self.tr("Stay and try again"),
        )
        self._strip.ask(question, self._on_given_up)
        return False

    def _on_given_up(self, _given: Given) -> bool:
        self._bridge.discard_waiting()
        return self._window.close()
