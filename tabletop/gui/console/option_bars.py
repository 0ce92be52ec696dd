"""Options in the order of the scale, each with a bar: one seat is one fixed step."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from tabletop.gui.console.lettering import RIGHT, Lettering
from tabletop.gui.console.measures import Measures
from tabletop.gui.console.rows.board import BoardRows, OptionBar
from tabletop.gui.console.rows.positions import Place
from tabletop.gui.theme.shapes import paint_position_chip
from tabletop.gui.theme.theme import Theme
from tabletop.gui.theme.typography import TextRole
from tabletop.plots.tokens import Step, Tokens, position_step

_CROWDED = 5
_LEAST_STEP, _MOST_STEP = 10.0, 28.0
_RIGHT = 54


def step_of(tokens: Tokens, place: Place | None) -> Step:
    """Return fill and ink of a place on the scale; options without one take a quiet fill."""
    if place is None:
        return Step(tokens.edge, tokens.surface)
    return position_step(tokens, place.index, place.levels)


class OptionBars(QWidget):
    """Painted bars; a click on an option takes it for the seat in the ring."""

    option_clicked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("options")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._rows: BoardRows | None = None
        theme.changed.connect(self.updateGeometry)

    def show_rows(self, rows: BoardRows) -> None:
        """Show the options of a decision."""
        if rows == self._rows:
            return
        before, self._rows = self._rows, rows
        if before is None or len(before.bars) != len(rows.bars):
            self.setFixedHeight(self.sizeHint().height())
            self.updateGeometry()
        spoken = (f"{bar.key} {bar.title}: {bar.final}" for bar in rows.bars)
        self.setAccessibleName(self.tr("Options: {}").format("; ".join(spoken)))
        self.update()

    def refit(self) -> None:
        """Take the height that the present type asks for."""
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        count = len(self._rows.bars) if self._rows else 0
        return QSize(400, self._head + count * self._row_height() if count else 0)

    @property
    def _head(self) -> int:
        return self._theme.line(TextRole.HEAD) + 2

    def _row_height(self) -> int:
        measures = Measures(self._theme)
        crowded = self._rows is not None and len(self._rows.bars) >= _CROWDED
        # Many options and ten seats fit a laptop's height only with rows three pixels lower.
        return measures.option_row - (3 if crowded and not measures.is_wide else 0)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            bar = self._bar_at(event.pos().y())
            QToolTip.showText(event.globalPos(), f"{bar.key}  {bar.title}" if bar else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if bar := self._bar_at(event.position().y()):
            self.option_clicked.emit(bar.option_id)

    def _bar_at(self, y: float) -> OptionBar | None:
        bars = self._rows.bars if self._rows else ()
        place = int((y - self._head) // self._row_height())
        return bars[place] if 0 <= place < len(bars) else None

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._rows is None or not self._rows.bars:
            return
        painter = QPainter(self)
        lettering = Lettering(painter, self._theme)
        self._paint_head(lettering, self._rows)
        height = self._row_height()
        for number, bar in enumerate(self._rows.bars):
            rect = QRectF(0, self._head + number * height, self.width(), height)
            self._paint_bar(lettering, rect, bar, self._rows)
        painter.end()

    def _paint_head(self, lettering: Lettering, rows: BoardRows) -> None:
        head = QRectF(16, 0, self.width() - 32, self._head - 2)
        words = self.tr("Options") if rows.kind in ("each", "ranking") else self.tr("Positions")
        lettering.put(words, head, TextRole.HEAD, "muted")
        final = self.tr("final, n = {}") if rows.round == "final" else self.tr("first, n = {}")
        if rows.kind == "ranking":
            final = self.tr("ranked, n = {}")
        legend = final.format(rows.answered)
        right = head.right()
        width = lettering.width(legend, TextRole.HEAD)
        lettering.put(legend, head, TextRole.HEAD, "muted", align=RIGHT)
        if rows.kind == "ranking":
            return
        swatch = QRectF(right - width - 20, head.center().y() - 4, 14, 9)
        place = next((bar.place for bar in rows.bars if bar.place), None)
        middle = Place(place.levels // 2, place.levels) if place else None
        painter = lettering.painter
        painter.fillRect(swatch, QColor(step_of(self._theme.tokens, middle).fill))
        if any(bar.first is not None for bar in rows.bars):
            words = self.tr("first")
            width = lettering.width(words, TextRole.HEAD)
            x = swatch.left() - 14 - width
            place_of_words = QRectF(x, 0, width + 2, head.height())
            lettering.put(words, place_of_words, TextRole.HEAD, "muted")
            lettering.fill(QRectF(x - 8, head.center().y() - 6, 2, 12), "text")

    def _paint_bar(
        self, lettering: Lettering, rect: QRectF, bar: OptionBar, rows: BoardRows
    ) -> None:
        marked = bar.is_proposed or bar.is_standing
        if marked:
            lettering.fill(rect, "accent_tint")
            lettering.fill(QRectF(0, rect.top(), 3, rect.height()), "accent")
        tokens = self._theme.tokens
        step = step_of(tokens, bar.place)
        middle = rect.center().y()
        chip_width, chip_height = Measures(self._theme).chip
        chip = QRectF(16, middle - chip_height / 2, chip_width, chip_height)
        lettering.painter.setFont(self._theme.font(TextRole.HEAD))
        held = step if bar.final or bar.is_standing else None
        paint_position_chip(lettering.painter, chip, bar.key, held, tokens)
        quiet = not bar.final and not bar.first and not marked
        zero = self._zero(lettering, rows)
        left = chip.right() + 8
        end = rect.right() - 120 if rows.kind == "ranking" else zero - 12
        title = QRectF(left, rect.top(), end - left, rect.height())
        weight = 600 if marked else None
        ink = "muted" if quiet and not bar.note else "text"
        lettering.put(bar.title, title, TextRole.TEXT, ink, weight=weight)
        if rows.kind != "ranking":
            self._paint_length(lettering, rect, bar, rows, step, zero)
        self._paint_count(lettering, rect, bar)

    def _zero(self, lettering: Lettering, rows: BoardRows) -> float:
        """Return where the bars begin: behind the longest title, as far as every seat has a step.

        Titles are measured in bold, so that a proposal moves nothing.
        """
        longest = max(lettering.width(bar.title, TextRole.TEXT, weight=600) for bar in rows.bars)
        left = 16 + Measures(self._theme).chip[0] + 8
        right = self.width() - 16 - _RIGHT
        most = right - _LEAST_STEP * max(len(rows.seats), 1)
        return float(round(min(max(left + longest + 14, self.width() / 2), most)))

    def _paint_length(
        self,
        lettering: Lettering,
        rect: QRectF,
        bar: OptionBar,
        rows: BoardRows,
        step: Step,
        zero: float,
    ) -> None:
        middle = rect.center().y()
        seats = max(len(rows.seats), 1)
        unit = min(_MOST_STEP, (self.width() - 16 - _RIGHT - zero) / seats)
        lettering.fill(QRectF(zero, middle - 8, 1, 16), "edge")
        painter = lettering.painter
        if bar.final:
            painter.setBrush(QColor(step.fill))
            pale = bar.place is not None and bar.place.index <= 2 and not self._theme.tokens.is_dark
            edged = pale or self._theme.tokens.is_high_contrast
            painter.setPen(QPen(lettering.ink("edge"), 1) if edged else QPen(Qt.PenStyle.NoPen))
            painter.drawRoundedRect(QRectF(zero + 0.5, middle - 7, unit * bar.final - 1, 14), 2, 2)
        if bar.first:
            lettering.fill(QRectF(zero + unit * bar.first - 1, middle - 9, 2, 18), "text")

    def _paint_count(self, lettering: Lettering, rect: QRectF, bar: OptionBar) -> None:
        right = rect.adjusted(0, 0, -16, 0)
        if bar.note:
            lettering.put(bar.note, right, TextRole.META, "text", align=RIGHT, tabular=True)
            return
        if not bar.final and not bar.first:
            return
        figure = str(bar.final)
        lettering.put(figure, right, TextRole.TEXT, "text", weight=600, align=RIGHT, tabular=True)
        if bar.first is not None:
            width = lettering.width(figure, TextRole.TEXT, weight=600, tabular=True)
            before = right.adjusted(0, 0, -width - 4, 0)
            lettering.put(
                f"{bar.first} →", before, TextRole.TEXT, "muted", align=RIGHT, tabular=True
            )
