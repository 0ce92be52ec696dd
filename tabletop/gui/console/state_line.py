"""The box that says in one sentence what the open decision lacks, and the rule under it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tabletop.gui.console.lettering import TOP, Lettering
from tabletop.gui.console.rows.board import BoardRows
from tabletop.gui.theme.shapes import (
    OUTCOME_SHAPES,
    STANCE_SHAPES,
    outcome_colour,
    paint_shape,
    stance_colour,
)
from tabletop.gui.theme.theme import Theme
from tabletop.gui.theme.typography import TextRole

_GAP = 14
_EDGE = 7
_BETWEEN = 2
_MANY_OPTIONS = 7


class StateLine(QWidget):
    """Pieces with their shapes in a row; what does not fit is elided and stands in the tooltip."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("decision-state")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._rows: BoardRows | None = None
        theme.changed.connect(self._on_theme_changed)
        self.setFixedHeight(self._least)

    @property
    def _least(self) -> int:
        lines = self._theme.line(TextRole.STATE) + self._theme.line(TextRole.META)
        return lines + 2 * _EDGE + _BETWEEN

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._least)
        self._fit()
        self.update()

    @property
    def text(self) -> str:
        """The sentence without its shapes."""
        return " ".join(piece.text for piece in self._rows.state) if self._rows else ""

    def show_rows(self, rows: BoardRows) -> None:
        """Show how the decision stands."""
        if self._rows is not None and (rows.state, rows.rule, rows.status) == (
            self._rows.state,
            self._rows.rule,
            self._rows.status,
        ):
            return
        self._rows = rows
        self._fit()
        self.setAccessibleName(f"{self.text}. {rows.rule}")
        self.setToolTip(f"{self.text}\n{rows.rule}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, self._least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give a long rule a second line where the options leave room for it."""
        if self._rows is None:
            return
        metrics = QFontMetricsF(self._theme.font(TextRole.META))
        is_long = metrics.horizontalAdvance(self._rows.rule) > self.width() - 26
        roomy = len(self._rows.bars) < _MANY_OPTIONS
        height = self._least + (self._theme.line(TextRole.META) if is_long and roomy else 0)
        if height != self.height():
            self.setFixedHeight(height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rows = self._rows
        if rows is None:
            return
        painter = QPainter(self)
        lettering = Lettering(painter, self._theme)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(lettering.ink("line"), 1))
        painter.setBrush(lettering.ink("raised"))
        painter.drawRoundedRect(box, 6, 6)
        line = self._theme.line(TextRole.STATE)
        x, middle = 13.0, _EDGE + line / 2
        if rows.outcome:
            colour = QColor(outcome_colour(self._theme.tokens, rows.status))
            paint_shape(painter, OUTCOME_SHAPES[rows.status], QRectF(x, middle - 7, 14, 14), colour)
            x += 22
        for piece in rows.state:
            colour = lettering.ink("text")
            if piece.stance in STANCE_SHAPES:
                colour = QColor(stance_colour(self._theme.tokens, piece.stance))
                shape = STANCE_SHAPES[piece.stance]
                paint_shape(painter, shape, QRectF(x, middle - 6.5, 13, 13), colour)
                x += 19
            place = QRectF(x, _EDGE, self.width() - x - 12, line)
            ink = colour if piece.stance in ("objects", "break") else lettering.ink("text")
            x += lettering.put(piece.text, place, TextRole.STATE, ink) + _GAP
        self._paint_rule(lettering, rows.rule)
        painter.end()

    def _paint_rule(self, lettering: Lettering, rule: str) -> None:
        line = self._theme.line(TextRole.META)
        top = _EDGE + self._theme.line(TextRole.STATE) + _BETWEEN
        box = QRectF(13, top, self.width() - 26, self.height() - top - _EDGE + 2)
        if box.height() < 2 * line:
            lettering.put(rule, box, TextRole.META, "muted", align=TOP)
            return
        lettering.painter.setFont(self._theme.font(TextRole.META))
        lettering.painter.setPen(lettering.ink("muted"))
        lettering.painter.drawText(box, Qt.TextFlag.TextWordWrap, rule)
