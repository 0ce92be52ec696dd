"""Enter pressed twice by reflex acts once: the second press waits for a third.

The first has released, answered, found or written something, and the cursor is on the next inject:
the second would publish that. Or the first has raised a question, which the second would answer
unread. They are told apart by what was done between them, never by time.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from tabletop.gui.console.overlays import Overlays

_Act = Callable[[str], None]


class EnterOnce(QObject):
    """Stands between Enter and what it does in the lists and in the palette.

    ``doubted`` says what the press would have done, and that one more does it.
    """

    doubted = Signal(str)

    def __init__(self, overlays: Overlays, release: _Act, perform: _Act, parent: QObject) -> None:
        super().__init__(parent)
        self._strip = overlays.strip
        self._release, self._perform = release, perform
        # The window itself may have been opened with Enter, in the library.
        self._has_acted, self._has_written = True, False
        # A question that was put away is past; one that was answered says so right after this.
        overlays.strip.closed.connect(self.forget)
        overlays.strip.answered.connect(self._on_answered)
        overlays.strip.enter_doubted.connect(self._on_enter_doubted)
        overlays.panel.answered.connect(self._on_written)

    def release(self, inject_id: str) -> None:
        """Release an inject with Enter, unless Enter has only just done something else."""
        if self._has_acted:
            self._has_acted = False
            words = self.tr("Enter has acted already; once more, and it releases {}.")
            self.doubted.emit(words.format(inject_id))
            return
        self._release(inject_id)
        self._has_acted = True
        self._strip.doubt_enter()

    def perform(self, action_id: str) -> None:
        """Carry out what Enter has chosen in the palette."""
        self._perform(action_id)
        self._has_acted = True
        self._strip.doubt_enter()

    def may_follow(self, action_id: str) -> bool:
        """Return whether an action may follow what was done last; from then on that is past."""
        is_double = action_id == "close" and self._has_written
        self.forget()
        if is_double:
            self.doubted.emit(
                self.tr("Ctrl Enter has recorded the text; once more, and it closes the decision.")
            )
        return not is_double

    def forget(self) -> None:
        """Take Enter at its word again: the hand has done something else since."""
        self._has_acted = self._has_written = False

    def _on_answered(self) -> None:
        self._has_acted = True

    def _on_written(self) -> None:
        self._has_written = True

    def _on_enter_doubted(self) -> None:
        self.doubted.emit(self.tr("Once more, and Enter answers this; Esc puts it away."))
