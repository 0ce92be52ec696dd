"""A picture of an inject, whole and large over inject and board; never for the room."""

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from tabletop.gui.console.lettering import RIGHT, Lettering
from tabletop.gui.console.measures import Measures
from tabletop.gui.held_keys import once_a_press
from tabletop.gui.room.pictures import Drawing, drawing
from tabletop.gui.room.rows import Picture
from tabletop.gui.theme.theme import Theme, set_kind
from tabletop.gui.theme.typography import TextRole

_MARGIN = 16


class PicturePanel(QFrame):
    """Shows one picture until Esc, Enter or a click puts it away."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("picture-panel")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        set_kind(self, "popup")
        self._theme = theme
        self._under = parent
        self._name = ""
        self._drawing: Drawing | None = None
        self.hide()

    @property
    def name(self) -> str:
        """The file shown; empty while there is none."""
        return self._name

    def show_picture(self, picture: Picture) -> None:
        """Show a picture, or raise PictureRefused with the reason."""
        self._drawing = drawing(picture)
        self._name = picture.name
        self.setAccessibleName(self.tr("Picture {}").format(picture.name))
        self.setParent(self._desk())
        self.fit()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    def fit(self) -> None:
        """Cover the inject and the columns to its right: in one nobody could read a map.

        The first line stays free, where strips ask and bars say what is the matter.
        """
        desk, head = self._desk(), Measures(self._theme).strip
        corner = self._under.mapTo(desk, QPoint(0, head))
        width = desk.width() - corner.x()
        self.setGeometry(corner.x(), corner.y(), width, self._under.height() - head)

    def _desk(self) -> QWidget:
        """Return what the columns lie on, with all that may be opened over them."""
        desk = self._under
        while (parent := desk.parentWidget()) is not None and not parent.isWindow():
            desk = parent
        return desk

    def dismiss(self) -> None:
        """Put the picture away."""
        if self._drawing is None:
            return
        self._drawing, self._name = None, ""
        had_focus = self.hasFocus()
        self.hide()
        if had_focus:
            self.closed.emit()

    def event(self, event: QEvent) -> bool:
        # Esc and Enter are keys of the desk too; while the picture is looked at they put it away.
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _puts_away(event):
            event.accept()
            return True
        return super().event(event)

    @once_a_press
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _puts_away(event):
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drawing is None:
            return
        painter = QPainter(self)
        lettering = Lettering(painter, self._theme)
        line = self._theme.line(TextRole.STRONG)
        inner = QRectF(self.rect()).adjusted(_MARGIN, 12, -_MARGIN, -_MARGIN)
        head = QRectF(inner.left(), inner.top(), inner.width(), line)
        head.setRight(lettering.key(self.tr("Esc"), head.right(), head.center().y()) - 8)
        words = self.tr("put away")
        taken = lettering.put(words, head, TextRole.META, "muted", align=RIGHT)
        head.setRight(head.right() - taken - _MARGIN)
        lettering.put(self._name, head, TextRole.STRONG)
        size = self._drawing.size.scaled(
            inner.width(), inner.height() - line - 12, Qt.AspectRatioMode.KeepAspectRatio
        )
        left = inner.left() + (inner.width() - size.width()) / 2
        place = QRectF(left, inner.top() + line + 12, size.width(), size.height())
        painter.fillRect(place, Qt.GlobalColor.white)
        self._drawing.paint(painter, place)
        painter.end()


def _puts_away(event: QKeyEvent) -> bool:
    keys = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.key() in keys and not event.modifiers()
