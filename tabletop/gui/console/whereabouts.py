"""Where the hand is: Tab's way through the console, and the way back out of what was opened."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from tabletop.gui.actions import action
from tabletop.gui.console.board import BoardPanel
from tabletop.gui.console.facilitator_area import FacilitatorArea
from tabletop.gui.console.strips import QuestionStrip


class Whereabouts(QObject):
    """Knows the regions and leads between them.

    The list of injects is home. An overlay that closes gives the focus back to where it came from.
    ``moved`` tells whether Space belongs to what has the focus now.
    """

    moved = Signal(bool)

    def __init__(self, home: QWidget, board: BoardPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self._board = board
        self._came_from: QWidget | None = None
        self._has_left = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def holds_space(self) -> bool:
        """Whether Space belongs to what has the focus, and is not GO."""
        focused = QApplication.focusWidget()
        if focused is self._board:
            return self._board.holds_space
        if focused is None or isinstance(focused, QLineEdit | QPlainTextEdit):
            return focused is not None
        return QuestionStrip in (type(focused), type(focused.parent()))

    @property
    def has_left(self) -> bool:
        """Whether the hand has just left something: the next Esc then puts everything away."""
        return self._has_left

    def stay(self) -> None:
        """Note that something was done since: Esc begins anew with the innermost thing."""
        self._has_left = False

    def go_home(self) -> None:
        """Put the focus into the list of injects."""
        self._came_from = None
        self._home.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go home out of the board or the log, as Esc does."""
        self._has_left = True
        self.go_home()

    def go_to_board(self) -> None:
        """Put the focus onto the board."""
        self._board.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def remember(self) -> None:
        """Note where the hand is, before something is opened over it."""
        self._came_from = QApplication.focusWidget()

    def go_back(self) -> None:
        """Return to where the hand came from; to the list where that is gone or has ended."""
        came_from, self._has_left = self._came_from, True
        if came_from is None or not came_from.isVisible() or self._is_closed(came_from):
            self.go_home()
        elif came_from is self._board or self._board.isAncestorOf(came_from):
            self._came_from = None
            self.go_to_board()
        else:
            self._came_from = None
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Let the board name the key that leads to it: Tab only does from where it comes next."""
        self._board.show_way_in("Tab" if now is self._home else action("board").key)
        self.moved.emit(self.holds_space)

    def _is_closed(self, widget: QWidget) -> bool:
        if widget is not self._board and not self._board.isAncestorOf(widget):
            return False
        rows = self._board.rows
        return rows is None or not rows.is_open


def lead_by_tab(*regions: QWidget) -> None:
    """Lead Tab through widgets in an order, each followed by the parts of it that take the focus.

    A part that is given itself keeps the place where it is given.
    """
    stops = [stop for region in regions for stop in _stops(region, regions)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops(region: QWidget, given: tuple[QWidget, ...]) -> Iterator[QWidget]:
    own = region.focusPolicy() & Qt.FocusPolicy.TabFocus
    if own:
        yield region
    for part in region.findChildren(QWidget):
        if part not in given and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield part


def area_stops(area: FacilitatorArea) -> tuple[QWidget, ...]:
    """Return what Tab passes in the facilitator's area: tabs, the page in sight, the log."""
    return (area.tabs, *area.pages, area.log)
