"""Buttons that show their key: what they do in words, the key in its frame beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from tabletop.gui.console.lettering import CENTRE, LEFT, Lettering
from tabletop.gui.held_keys import once_a_press
from tabletop.gui.theme.theme import Theme, set_kind
from tabletop.gui.theme.typography import TextRole

PAD = 12
_GAP = 8


class KeyButton(QPushButton):
    """A button with an icon, words and a key; painted, because a style sheet has no key frames."""

    def __init__(
        self, theme: Theme, name: str, *, kind: str = "outlined", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self._key = ""
        self._icon = ""
        self._kind = kind
        self._inks = ("", "")
        set_kind(self, kind)
        # Space belongs to GO, whatever has been clicked last; Enter and the keys do the rest.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_words(self, words: str, key: str = "", *, icon: str = "", tip: str = "") -> None:
        """Show what the button does now, and its key."""
        if (words, key, icon) == (self.text(), self._key, self._icon):
            return
        self._key, self._icon = key, icon
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(tip or (f"{words} ({key})" if key else words))
        self.updateGeometry()
        self.update()

    def cut_to(self, width: int) -> str:
        """Return the words as they fit into a button of a width, with an ellipsis if they must."""
        around = self.sizeHint().width() - self._text_width()
        font = self._theme.font(self._text_role())
        room = max(width - around - 2, 0)
        return QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def show_ink(self, ink: str, fill: str) -> None:
        """Write in the colour of a role on that of another; empty goes back to the kind's own."""
        if (ink, fill) == self._inks:
            return
        self._inks = (ink, fill)
        ground = getattr(self._theme.tokens, fill) if fill else "transparent"
        rule = f"QPushButton {{ background: {ground}; border-color: {ground}; }}"
        self.setStyleSheet(rule if ink else "")
        self.update()

    def show_kind(self, kind: str) -> None:
        """Look primary, outlined or flat."""
        if kind != self._kind:
            self._kind = kind
            set_kind(self, kind)

    def sizeHint(self) -> QSize:
        width = self._text_width() + 2 * PAD
        if self._icon:
            width += 16 + _GAP
        if self._key:
            width += self._key_width() + _GAP + 2
        height = round(32 * self._theme.typography.scale)
        return QSize(round(width), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @once_a_press
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, which Qt leaves to the platform.

        Where it does not, Enter would go on to the strip around it, and answer its question.
        """
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do nothing more than the first click of the two did: GO releases one inject."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        self._paint_words(Lettering(painter, self._theme))
        painter.end()

    def ink(self) -> QColor:
        """Return the colour of the words."""
        return self._theme.colour(self._ink_role())

    def _paint_words(self, lettering: Lettering) -> None:
        middle = self.height() / 2
        left = float(PAD)
        role = self._ink_role()
        if self._icon:
            lettering.icon(self._icon, left, middle, role)
            left += 16 + _GAP
        right = float(self.width() - PAD)
        if self._key:
            right = lettering.key(self._key, right, middle, self.ink()) - _GAP
        rect = QRectF(left, 0, right - left, self.height())
        align = LEFT if self._key or self._icon else CENTRE
        lettering.put(self.text(), rect, self._text_role(), self.ink(), align=align)

    def _ink_role(self) -> str:
        if not self.isEnabled():
            return "muted"
        if self._inks[0]:
            return self._inks[0]
        return {"primary": "on_accent", "link": "accent", "danger": "danger"}.get(
            self._kind, "text"
        )

    def _text_role(self) -> TextRole:
        return TextRole.STRONG if self._kind in ("primary", "link") else TextRole.TEXT

    def _text_width(self) -> float:
        font = self._theme.font(self._text_role())
        return QFontMetricsF(font).horizontalAdvance(self.text()) + 1

    def _key_width(self) -> float:
        font = self._theme.font(TextRole.HEAD)
        return max(22.0, QFontMetricsF(font).horizontalAdvance(self._key) + 14)


class GoButton(KeyButton):
    """GO with its verb across the width of the standby card."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "go", kind="primary", parent=parent)
        self.setProperty("size", "go")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, round(44 * self._theme.typography.scale))

    def _paint_words(self, lettering: Lettering) -> None:
        word = self.tr("GO")
        go = lettering.width(word, TextRole.GO)
        key = lettering.key_width(self._key)
        # Large type in a narrow column: the words give way, the tooltip holds them whole.
        most = self.width() - go - key - 24 - 2 * _GAP
        wanted = min(lettering.width(self.text(), TextRole.PANEL, weight=400) + 2, most)
        left = (self.width() - go - key - wanted - 24) / 2
        middle, height = self.height() / 2, self.height()
        ink = self.ink()
        lettering.put(word, QRectF(left, 0, go + 2, height), TextRole.GO, ink)
        words = QRectF(left + go + 12, 0, wanted, height)
        lettering.put(self.text(), words, TextRole.PANEL, ink, weight=400)
        lettering.key(self._key, left + go + wanted + key + 24, middle, ink)
