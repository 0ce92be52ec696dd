"""The decisions one can turn to: those of the inject in the room and older ones still open."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tabletop.gui.console.lettering import Lettering
from tabletop.gui.console.rows.board import Tab
from tabletop.gui.console.rows.rule_words import STATUS_WORDS
from tabletop.gui.theme.shapes import OUTCOME_SHAPES
from tabletop.gui.theme.theme import Theme
from tabletop.gui.theme.typography import TextRole

_GAP = 6


class Switcher(QWidget):
    """Small tabs with the shape of each decision's status; Alt and an arrow turn them."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("decision-switcher")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme = theme
        self._tabs: tuple[Tab, ...] = ()
        theme.changed.connect(self.updateGeometry)

    def show_tabs(self, tabs: tuple[Tab, ...]) -> None:
        """Show the decisions; with fewer than two there is nothing to turn to."""
        if tabs == self._tabs:
            return
        self._tabs = tabs
        self.setVisible(bool(tabs))
        spoken = ", ".join(f"{t.decision_id} {STATUS_WORDS[t.status]}" for t in tabs)
        self.setAccessibleName(self.tr("Decisions: {}").format(spoken))
        self.setToolTip(f"{spoken} (Alt ← →)")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = self._theme.line(TextRole.META) + 8
        return QSize(round(sum(r.width() + _GAP for r in self._rects())), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _rects(self) -> list[QRectF]:
        from PySide6.QtGui import QFontMetricsF

        metrics = QFontMetricsF(self._theme.font(TextRole.META, weight=600))
        rects, x = [], 0.0
        for tab in self._tabs:
            width = metrics.horizontalAdvance(tab.decision_id) + 32
            rects.append(QRectF(x, 1, width, self._theme.line(TextRole.META) + 6))
            x += width + _GAP
        return rects

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for tab, rect in zip(self._tabs, self._rects(), strict=True):
            if rect.contains(event.position()):
                self.chosen.emit(tab.decision_id)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        lettering = Lettering(painter, self._theme)
        for tab, rect in zip(self._tabs, self._rects(), strict=True):
            edge = "accent" if tab.is_current else "line"
            painter.setPen(QPen(lettering.ink(edge), 1))
            painter.setBrush(lettering.ink("accent_tint" if tab.is_current else "raised"))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            colour = "warning" if tab.status == "open" and not tab.is_current else "muted"
            shape = OUTCOME_SHAPES[tab.status]
            lettering.shape(shape, rect.left() + 7, rect.center().y(), colour)
            weight = 600 if tab.is_current else None
            words = rect.adjusted(24, 0, -4, 0)
            lettering.put(tab.decision_id, words, TextRole.META, weight=weight)
        painter.end()
