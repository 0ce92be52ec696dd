"""The white sheets that the parts of the start page lie on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from tabletop.gui.library import painting

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from tabletop.gui.theme.theme import Theme


class Sheet(QWidget):
    """A white sheet: a card with rounded corners, or the foot of the page."""

    def __init__(self, theme: Theme, parent: QWidget, *, is_foot: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_foot = is_foot
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        rect = QRectF(self.rect())
        edge = QColor(tokens.edge if tokens.is_high_contrast else tokens.line)
        if self._is_foot:
            painter.fillRect(rect, QColor(tokens.surface))
            painter.fillRect(QRectF(0, 0, rect.width(), 1), edge)
        else:
            painting.box(painter, rect, fill=QColor(tokens.surface), edge=edge)
        painter.end()
