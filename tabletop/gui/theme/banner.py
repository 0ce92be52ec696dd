"""The marking: a band across the top of every window that says how its contents are handled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from tabletop.gui.theme.ground import paint_ground
from tabletop.gui.theme.typography import TextRole

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from tabletop.gui.theme.theme import Theme

_SIDE = 16
_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class MarkingBanner(QWidget):
    """Shows the marking in full; a long one takes a second line, it is never cut."""

    def __init__(self, theme: Theme, marking: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("marking")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._marking = ""
        self.show_marking(marking)
        theme.changed.connect(self._on_theme_changed)

    @property
    def marking(self) -> str:
        """The words shown."""
        return self._marking

    def show_marking(self, marking: str) -> None:
        """Show another marking."""
        self._marking = marking
        self.setAccessibleName(self.tr("Marking: {}").format(marking))
        self.setToolTip(marking)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(320, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        paint_ground(painter, self.rect(), QColor(tokens.marking))
        painter.setFont(self._theme.font(TextRole.MARKING))
        painter.setPen(QColor(tokens.on_marking))
        painter.drawText(self.rect().adjusted(_SIDE, 0, -_SIDE, 0), _FLAGS, self._marking.upper())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_theme_changed(self) -> None:
        self._fit()
        self.update()

    def _fit(self) -> None:
        if self.height() != self._height() or self.minimumHeight() != self._height():
            self.setFixedHeight(self._height())
        self.update()

    def _height(self) -> int:
        """Return the height that holds the words at the present width."""
        one_line = self._theme.line(TextRole.MARKING)
        room = QRect(0, 0, max(self.width() - 2 * _SIDE, 1), 1000)
        metrics = QFontMetrics(self._theme.font(TextRole.MARKING))
        words = metrics.boundingRect(room, _FLAGS, self._marking.upper())
        lines = max(round(words.height() / metrics.lineSpacing()), 1)
        return one_line + (lines - 1) * metrics.lineSpacing()
