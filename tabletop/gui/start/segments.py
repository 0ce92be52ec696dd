"""A choice among a few words that stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from tabletop.gui.library import painting
from tabletop.gui.theme.typography import TextRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from tabletop.gui.theme.theme import Theme


class Segment(QAbstractButton):
    """One of the words."""

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        font = self._theme.font(TextRole.STRONG)
        height = round(32 * self._theme.typography.scale)
        return QSize(round(painting.width_of(font, self.text())) + 24, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, rect = self._theme.tokens, QRectF(self.rect())
        if self.isChecked():
            fill, edge, width = QColor(tokens.accent_tint), QColor(tokens.accent), 2.0
        else:
            raised = tokens.raised if self.underMouse() else tokens.surface
            fill, edge, width = QColor(raised), QColor(tokens.edge), 1.0
        radius = painting.CONTROL_RADIUS
        painting.box(painter, rect, fill=fill, edge=edge, radius=radius, width=width)
        weight = 600 if self.isChecked() else 400
        font = self._theme.font(TextRole.TEXT, weight=weight)
        inner = rect.adjusted(8, 0, -8, 0)
        painting.text(painter, inner, self.text(), font, QColor(tokens.text), painting.CENTRE)
        if self.hasFocus():
            ring = rect.adjusted(3, 3, -3, -3)
            painting.focus_ring(painter, self._theme, ring, radius - 2)
        painter.end()


class Segments(QWidget):
    """The words side by side; one of them is chosen, arrows choose another."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._theme = theme
        self._keys: list[str] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idToggled.connect(self._on_toggled)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)

    @property
    def key(self) -> str:
        """What is chosen."""
        number = self._group.checkedId()
        return self._keys[number] if number >= 0 else ""

    def show_choices(self, choices: Sequence[tuple[str, str]], key: str) -> None:
        """Offer these, each a key and its words."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.deleteLater()
        self._keys = [choice for choice, _ in choices]
        for number, (choice, words) in enumerate(choices):
            button = Segment(self._theme, words, self)
            button.setObjectName(f"segment-{choice or 'none'}")
            self._group.addButton(button, number)
            self._row.addWidget(button)
            button.setChecked(choice == key)

    def choose(self, key: str) -> None:
        """Choose one of them."""
        self._group.button(self._keys.index(key)).setChecked(True)

    def _on_toggled(self, _number: int, is_on: bool) -> None:  # noqa: FBT001 - a signal's argument
        if is_on:
            self.chosen.emit(self.key)
