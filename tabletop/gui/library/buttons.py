"""Buttons that paint themselves: with an icon, a key inside, and a cost that a start can bear."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractButton, QWidget

from tabletop.gui.held_keys import once_a_press
from tabletop.gui.library import painting
from tabletop.gui.theme.typography import TextRole

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPaintEvent

    from tabletop.gui.theme.theme import Theme

ButtonKind = Literal["outlined", "accent", "primary", "flat", "link"]
_ICON, _GAP = 16, 8
_PADDING = {"outlined": 14, "accent": 14, "primary": 20, "flat": 12, "link": 4}


class PaintedButton(QAbstractButton):
    """A button of one of the kinds; ``key`` is shown inside it and is only a hint."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        kind: ButtonKind = "outlined",
        *,
        icon: str = "",
        key: str = "",
        height: int = 32,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind: ButtonKind = kind
        self._icon = icon
        self._key = key
        self._height = height
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def kind(self) -> ButtonKind:
        """How it is painted."""
        return self._kind

    def set_kind(self, kind: ButtonKind) -> None:
        """Paint it in another way."""
        if kind != self._kind:
            self._kind = kind
            self.updateGeometry()
            self.update()

    def say(self, words: str, *, icon: str | None = None) -> None:
        """Give it other words, and perhaps another icon."""
        self.setText(words)
        self.setAccessibleName(words)
        if icon is not None:
            self._icon = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        scale = self._theme.typography.scale
        return QSize(round(self._inside() + 2 * _PADDING[self._kind]), round(self._height * scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @once_a_press
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter presses a button as it does everywhere else on the desk; Qt knows Space only.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do nothing more than the first click of the two did."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        fill, edge, ink = self._colours()
        if fill is not None or edge is not None:
            painting.box(painter, rect, fill=fill, edge=edge, radius=painting.CONTROL_RADIUS)
        self._paint_inside(painter, rect, ink)
        if self.hasFocus():
            self._paint_focus(painter, rect)
        painter.end()

    def _paint_focus(self, painter: QPainter, rect: QRectF) -> None:
        tokens = self._theme.tokens
        if self._kind == "primary":
            inner = rect.adjusted(2, 2, -2, -2)
            edge = QColor(tokens.on_accent)
            painting.box(painter, inner, fill=None, edge=edge, radius=4, width=2)
        painting.focus_ring(painter, self._theme, rect, painting.CONTROL_RADIUS)

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Return fill, edge and ink."""
        tokens = self._theme.tokens
        if not self.isEnabled():
            is_flat = self._kind in ("flat", "link")
            none = None if is_flat else QColor(tokens.line)
            return none if not tokens.is_high_contrast else None, none, QColor(tokens.muted)
        if self._kind == "primary":
            edge = tokens.text if self.isDown() else tokens.accent
            edge = tokens.on_accent if self.underMouse() and not self.isDown() else edge
            return QColor(tokens.accent), QColor(edge), QColor(tokens.on_accent)
        return self._hovered(), self._edge(), self._ink()

    def _hovered(self) -> QColor | None:
        tokens = self._theme.tokens
        if self.isDown():
            return QColor(tokens.sunken)
        if self.underMouse() and self._kind != "link":
            return QColor(tokens.raised)
        return QColor(tokens.surface) if self._kind in ("outlined", "accent") else None

    def _edge(self) -> QColor | None:
        if self._kind == "outlined":
            return QColor(self._theme.tokens.edge)
        if self._kind == "accent":
            return QColor(self._theme.tokens.accent)
        # On black, only an edge can show what the mouse is over.
        hovered = self.underMouse() and self._theme.tokens.is_high_contrast
        return QColor(self._theme.tokens.edge) if hovered else None

    def _ink(self) -> QColor:
        tokens = self._theme.tokens
        return QColor(tokens.accent if self._kind in ("accent", "link") else tokens.text)

    def _words_font(self) -> QFont:
        return self._theme.font(TextRole.TEXT, weight=600 if self._kind == "primary" else 500)

    def _inside(self) -> float:
        """Return the width of icon, words and key."""
        width = painting.width_of(self._words_font(), self.text())
        if self._icon:
            width += self._theme.scaled(_ICON) + (_GAP if self.text() else 0)
        if self._key:
            width += _GAP + self._key_width()
        return width

    def _key_width(self) -> float:
        return painting.width_of(self._theme.font(TextRole.HEAD), self._key) + 12

    def _paint_inside(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        left = rect.left() + max((rect.width() - self._inside()) / 2, 4)
        if self._icon:
            ratio = self.devicePixelRatioF()
            side = self._theme.scaled(_ICON)
            picture = self._theme.icons.pixmap(self._icon, side, ink.name(), ratio)
            painter.drawPixmap(round(left), round(rect.center().y() - side / 2), picture)
            left += side + _GAP
        font = self._words_font()
        room = QRectF(left, rect.top(), rect.right() - left - 4, rect.height())
        painting.text(painter, room, self.text(), font, ink)
        if self._key:
            left += painting.width_of(font, self.text()) + _GAP
            height = self._theme.scaled(18)
            frame = QRectF(left, rect.center().y() - height / 2, self._key_width(), height)
            painting.key_hint(painter, frame, self._key, self._theme.font(TextRole.HEAD), ink)
