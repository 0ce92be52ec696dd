"""The audience window, and the same picture as a small monitor inside other windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from tabletop.gui.held_keys import once_a_press
from tabletop.gui.room.painting import paint_room
from tabletop.gui.room.sheets import sheets_of

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QCloseEvent,
        QHideEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QScreen,
        QShowEvent,
    )

    from tabletop.gui.room.dresses.paper import Sheet
    from tabletop.gui.room.rows import Page, RoomView

_CLOSES = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Q)
_FRAME = (1280, 720)
# Of the screen that is left, so that the console behind stays in sight.
_SHARE = 0.6


class RoomPicture(QWidget):
    """Shows a view of the room, scaled into whatever space it has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("room-picture")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._view: RoomView | None = None
        self._composed: tuple[Page, tuple[Sheet, ...]] | None = None

    @property
    def view(self) -> RoomView | None:
        """What is shown."""
        return self._view

    @property
    def sheet_count(self) -> int:
        """On how many sheets the page is shown; 0 without a page."""
        return len(self._sheets(self._view.page)) if self._view is not None else 0

    def show_view(self, view: RoomView) -> None:
        """Show another view; it appears at once, like the next slide."""
        if view == self._view:
            return
        self._view = view
        self.setAccessibleName(self.tr("What the room sees"))
        self.setAccessibleDescription(_described(view))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 180)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width * 9 // 16

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._view is None:
            return
        sheets = () if self._view.blank else self._sheets(self._view.page)
        painter = QPainter(self)
        paint_room(painter, self._view, self.rect(), sheets)
        painter.end()

    def _sheets(self, page: Page) -> tuple[Sheet, ...]:
        if self._composed is None or self._composed[0] != page:
            self._composed = (page, sheets_of(page))
        return self._composed[1]


class RoomWindow(RoomPicture):
    """The window for the room: on the second screen, or in a frame to be dragged there.

    It decides nothing: keys pressed in it are handed on, as a QKeyCombination, to whoever conducts
    the exercise, and closing it only says so. ``seen`` tells that it has come into sight or gone.
    """

    key_pressed = Signal(object)
    closed = Signal()
    seen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room-window")
        self.setWindowTitle(self.tr("Tabletop: the room"))
        self.setMinimumSize(640, 360)
        self.resize(*_FRAME)
        self._filled = ""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._on_screen_removed)
            application.screenAdded.connect(self._on_screen_added)

    def show_on(self, screen: QScreen) -> None:
        """Fill a screen with the window; it comes back there when the screen was away."""
        self._filled = screen.name()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.showFullScreen()

    def show_in_frame(self) -> None:
        """Show the window in a frame, for one that has to be shared or dragged."""
        self._filled = ""
        self.unsetCursor()
        self.showNormal()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fill the screen the window is on, or go back into a frame."""
        event.accept()
        if self.isFullScreen():
            self.show_in_frame()
        else:
            self.show_on(self.screen())

    @once_a_press
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.show_in_frame()
        elif event.keyCombination() == _CLOSES:
            # The same key would close the console: each window goes by its own.
            self.close()
        else:
            self.key_pressed.emit(event.keyCombination())

    def _on_screen_removed(self, screen: QScreen) -> None:
        """Go into a frame, or Qt would fill the facilitator's own screen with the room."""
        left = QGuiApplication.primaryScreen()
        if screen.name() != self._filled or not self.isVisible():
            return
        self.setScreen(left)
        self.show_in_frame()
        space = left.availableGeometry()
        size = QSize(*_FRAME).boundedTo(space.size() * _SHARE).expandedTo(self.minimumSize())
        self.resize(size)
        self.move(space.bottomRight() - QPoint(size.width(), size.height()))
        self.lower()
        self._filled = screen.name()

    def _on_screen_added(self, screen: QScreen) -> None:
        if self._filled and screen.name() == self._filled and self.isVisible():
            self.show_on(screen)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


def _described(view: RoomView) -> str:
    """Return the page in words, for people who hear the screen."""
    if view.blank:
        return view.marking
    page = view.page
    title = getattr(page, "title", "") or getattr(page, "heading", "")
    return f"{view.scenario_time} {title}".strip()
