"""The keys of the present screen, in a panel over it; any key or click closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from tabletop.gui.held_keys import once_a_press
from tabletop.gui.library import painting
from tabletop.gui.theme.typography import TextRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from tabletop.gui.library.keys import Key
    from tabletop.gui.theme.theme import Theme

_LINE, _HEAD, _FOOT, _SIDE = 30, 52, 12, 20
# What stands above all screens is never covered.
_MARKING = 40


class KeyHelp(QWidget):
    """Lists keys and what they do."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("key-help")
        self._theme = theme
        self._keys: tuple[Key, ...] = ()
        self._line = float(_LINE)
        self._words_left = 0.0
        self._before: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    @property
    def keys(self) -> tuple[Key, ...]:
        """The keys shown."""
        return self._keys

    def toggle(self, keys: Sequence[Key]) -> None:
        """Show these keys in the middle of the window, or hide what is shown."""
        if self.isVisible():
            self.dismiss()
            return
        self._keys = tuple(keys)
        self.setAccessibleName("; ".join(f"{key.shown}: {key.words}" for key in keys))
        self._before = self.window().focusWidget()
        self._place()
        self.raise_()
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self) -> None:
        """Take the room that the words need; in a low window the lines move closer together."""
        scale = self._theme.typography.scale
        around = self.window().rect().adjusted(16, _MARKING, -16, -8)
        plain = self._theme.font(TextRole.TEXT)
        widest = max(painting.width_of(plain, key.words) for key in self._keys)
        head = self._theme.font(TextRole.HEAD)
        keys = max(painting.width_of(head, key.shown) for key in self._keys) + 12
        self._words_left = 2 * _SIDE + keys
        width = min(self._words_left + widest + 4 + _SIDE, around.width())
        rest = (_HEAD + _FOOT) * scale
        self._line = min(_LINE * scale, (around.height() - rest) / len(self._keys))
        height = rest + self._line * len(self._keys)
        left = around.left() + (around.width() - width) / 2
        top = around.top() + (around.height() - height) / 2
        self.setGeometry(round(left), round(top), round(width), round(height))

    def dismiss(self) -> None:
        """Hide the keys; the keyboard goes back to where it was."""
        self.hide()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    @once_a_press
    def keyPressEvent(self, _event: QKeyEvent) -> None:
        self.dismiss()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.dismiss()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, tokens, scale = self._theme, self._theme.tokens, self._theme.typography.scale
        rect = QRectF(self.rect())
        ink, muted = QColor(tokens.text), QColor(tokens.muted)
        painting.box(painter, rect, fill=QColor(tokens.surface), edge=QColor(tokens.edge))
        title = QRectF(_SIDE, 12 * scale, rect.width() - 2 * _SIDE, 28 * scale)
        painting.text(painter, title, self.tr("Keys"), theme.font(TextRole.TITLE), ink)
        head, plain = theme.font(TextRole.HEAD), theme.font(TextRole.TEXT)
        for number, key in enumerate(self._keys):
            top = _HEAD * scale + self._line * number
            width = painting.width_of(head, key.shown) + 12
            high = min(20 * scale, self._line - 4)
            frame = QRectF(_SIDE, top + (self._line - high) / 2, width, high)
            painting.key_hint(painter, frame, key.shown, head, muted)
            left = self._words_left
            words = QRectF(left, top, rect.width() - left - _SIDE, self._line)
            painting.text(painter, words, key.words, plain, ink)
        painter.end()
