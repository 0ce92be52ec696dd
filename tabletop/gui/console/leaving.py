"""Closing the console while something is not in the record: asks before anything is lost."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tabletop.gui.bridge import ExerciseBridge
from tabletop.gui.console.overlays import Overlays
from tabletop.gui.console.quick_log import QuickLog
from tabletop.gui.console.strips import Given, Question


class Leaving(QObject):
    """Lets the window close when nothing is left to be recorded, or when that is given up."""

    def __init__(
        self, bridge: ExerciseBridge, overlays: Overlays, log: QuickLog, window: QWidget
    ) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._strip, self._panel = overlays.strip, overlays.panel
        self._log = log
        self._window = window
        self._given_up = ""

    def leave(self) -> None:
        """Close the window, as its frame does."""
        self._window.close()

    def may_close(self) -> bool:
        """Try once more what waits; ask where it is still not recorded."""
        if self._bridge.retry():
            return self._may_forget_words()
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

    def _may_forget_words(self) -> bool:
        """Keep open what is being answered; ask about words that only stand somewhere."""
        if self._strip.is_written:
            self._strip.key_held.emit(False)  # noqa: FBT003 (a signal takes no names)
            return False
        typed = self._typed()
        if not typed or typed == self._given_up:
            return True
        question = Question(
            self.tr("Words are typed and not recorded."),
            typed,
            self.tr("Close and lose them"),
            icon="warning",
            keep=self.tr("Stay"),
        )

        def answered(_given: Given) -> bool:
            self._given_up = typed
            return self._window.close()

        self._strip.ask(question, answered)
        # Enter may be on its way to the line that is being typed.
        self._strip.doubt_enter()
        return False

    def _typed(self) -> str:
        """Say what stands in log and panel; empty when nothing does."""
        log = self._log.text.strip()
        in_log = self.tr("In the log: {}").format(log) if log else ""
        return f"{in_log} {self._panel.headline}".strip() if self._panel.is_written else in_log

    def _on_given_up(self, _given: Given) -> bool:
        self._bridge.discard_waiting()
        return self._window.close()
