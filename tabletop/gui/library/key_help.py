"""The keys of the present screen, in a panel over it; any key or click closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from tabletop.gui.library import painting
from tabletop.gui.theme.typography import TextRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from tabletop.gui.library.keys import Key
    from tabletop.gui.theme.theme import Theme

_WIDTH, _LINE, _HEAD, _KEY = 520, 30, 52, 92


class KeyHelp(QWidget):
    """Lists keys and what they do."""

    def __init__(self, theme: Theme, keys: Sequence[Key], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("key-help")
        self.setAccessibleName("; ".join(f"{key.shown}: {key.words}" for key in keys))
        self._theme = theme
        self._keys = tuple(keys)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def toggle(self) -> None:
        """Show the keys in the middle of the window, or hide them."""
        if self.isVisible():
            self.hide()
            return
        scale = self._theme.typography.scale
        width, height = _WIDTH * scale, (_HEAD + _LINE * len(self._keys) + 12) * scale
        around = self.window().rect()
        left, top = (around.width() - width) / 2, max((around.height() - height) / 3, 8)
        self.setGeometry(round(left), round(top), round(width), round(height))
        self.raise_()
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        self.hide()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, tokens, scale = self._theme, self._theme.tokens, self._theme.typography.scale
        rect = QRectF(self.rect())
        ink, muted = QColor(tokens.text), QColor(tokens.muted)
        painting.box(painter, rect, fill=QColor(tokens.surface), edge=QColor(tokens.edge))
        title = QRectF(20, 12 * scale, rect.width() - 40, 28 * scale)
        painting.text(painter, title, self.tr("Keys"), theme.font(TextRole.TITLE), ink)
        head, plain = theme.font(TextRole.HEAD), theme.font(TextRole.TEXT)
        for number, key in enumerate(self._keys):
            top = (_HEAD + _LINE * number) * scale
            width = painting.width_of(head, key.shown) + 12
            frame = QRectF(20, top + (_LINE * scale - 20) / 2, width, 20)
            painting.key_hint(painter, frame, key.shown, head, muted)
            words = QRectF(20 + _KEY * scale, top, rect.width() - 40 - _KEY * scale, _LINE * scale)
            painting.text(painter, words, key.words, plain, ink)
        painter.end()
