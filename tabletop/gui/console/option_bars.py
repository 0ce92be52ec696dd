"""Options in the order of the scale, each with a bar: one seat is one fixed step."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
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
# A seat has so much of a bar in a window of the design size, and never more than twice that.
_LEAST_STEP, _MOST_STEP = 8.0, 28.0
# Where large type leaves little, the titles keep so much of the width.
_LEAST_TITLES = 0.5
_RIGHT = 54


def step_of(tokens: Tokens, place: Place | None) -> Step:
    """Return fill and ink of a place on the scale; options without one take a quiet fill."""
    if place is None:
        return Step(tokens.edge, tokens.surface)
    return position_step(tokens, place.index, place.levels)


def in_two_lines(title: str, fits: Callable[[str], bool]) -> tuple[str, str]:
    """Return what stands on the first line, as many words as fit, and the rest."""
    first, *others = title.split()
    while others and fits(f"{first} {others[0]}"):
        first = f"{first} {others.pop(0)}"
    return first, " ".join(others)


class OptionBars(QWidget):
    """Painted bars; a click on an option takes it for the seat in the ring.

    A title too long for its line takes a second one where the seats leave room for it. Where they
    do not, its middle is left out: what sets options apart mostly stands at their ends.
    """

    option_clicked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("options")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._rows: BoardRows | None = None
        self._long: frozenset[str] = frozenset()
        if parent is not None:
            parent.installEventFilter(self)
        theme.changed.connect(self.updateGeometry)

    def show_rows(self, rows: BoardRows) -> None:
        """Show the options of a decision."""
        if rows == self._rows:
            return
        self._rows = rows
        self.refit()
        spoken = (f"{bar.key} {bar.title}: {bar.final}" for bar in rows.bars)
        self.setAccessibleName(self.tr("Options: {}").format("; ".join(spoken)))
        self.update()

    @property
    def cut_titles(self) -> tuple[str, ...]:
        """The titles for which one line is too short and no second one is left."""
        rows = self._rows
        one_line = [b for b in rows.bars if b.option_id not in self._long] if rows else []
        return tuple(b.title for b in one_line if rows and not self._fits(b.title, rows))

    def refit(self) -> None:
        """Take the height that the present type asks for, and second lines where there is room."""
        self._long = self._with_second_line()
        height = self.sizeHint().height()
        if height != self.height() or height != self.maximumHeight():
            self.setFixedHeight(height)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        bars = self._rows.bars if self._rows else ()
        return QSize(400, self._head + sum(map(self._height_of, bars)) if bars else 0)

    def _with_second_line(self) -> frozenset[str]:
        """Return the options whose titles take a second line, as many as the seats leave room."""
        rows, page = self._rows, self.parentWidget()
        if rows is None or not rows.bars or page is None:
            return frozenset()
        line = self._theme.line(TextRole.TEXT)
        seats = len(rows.seats) * Measures(self._theme).seat_row
        table = self._theme.line(TextRole.HEAD) + 6 + seats
        bars = self._head + len(rows.bars) * self._row_height()
        most = max(0, (page.height() - bars - table) // line)
        cut = [bar.option_id for bar in rows.bars if not self._fits(bar.title, rows)]
        return frozenset(cut[:most])

    def _fits(self, title: str, rows: BoardRows) -> bool:
        font = self._theme.font(TextRole.TEXT, weight=600)
        left, end = self._title_ends(rows)
        return QFontMetricsF(font).horizontalAdvance(title) <= end - left

    def _title_ends(self, rows: BoardRows) -> tuple[float, float]:
        left = 16 + Measures(self._theme).chip[0] + 8
        return left, self.width() - 120 if rows.kind == "ranking" else self._zero(rows) - 8

    def _height_of(self, bar: OptionBar) -> int:
        second = self._theme.line(TextRole.TEXT) if bar.option_id in self._long else 0
        return self._row_height() + second

    @property
    def _head(self) -> int:
        return self._theme.line(TextRole.HEAD) + 2

    def _row_height(self) -> int:
        measures = Measures(self._theme)
        crowded = self._rows is not None and len(self._rows.bars) >= _CROWDED
        # Many options and ten seats fit a laptop's height only with rows three pixels lower.
        return measures.option_row - (3 if crowded and not measures.is_wide else 0)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look for room anew when the page around bars and seats has another height."""
        if event.type() == QEvent.Type.Resize:
            self.refit()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.refit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange and (page := self.parentWidget()):
            page.installEventFilter(self)
        if isinstance(event, QHelpEvent):
            bar = self._bar_at(event.pos().y())
            QToolTip.showText(event.globalPos(), f"{bar.key}  {bar.title}" if bar else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if bar := self._bar_at(event.position().y()):
            self.option_clicked.emit(bar.option_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do nothing more than the first click did: the ring is on the next seat by then."""
        event.accept()

    def _bar_at(self, y: float) -> OptionBar | None:
        bottom = float(self._head)
        if y < bottom:
            return None
        for bar in self._rows.bars if self._rows else ():
            bottom += self._height_of(bar)
            if y < bottom:
                return bar
        return None

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._rows is None or not self._rows.bars:
            return
        painter = QPainter(self)
        lettering = Lettering(painter, self._theme)
        self._paint_head(lettering, self._rows)
        top = self._head
        for bar in self._rows.bars:
            height = self._height_of(bar)
            self._paint_bar(lettering, QRectF(0, top, self.width(), height), bar, self._rows)
            top += height
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
        zero = self._zero(rows)
        weight = 600 if marked else None
        ink = "muted" if quiet and not bar.note else "text"
        left, end = self._title_ends(rows)
        title = QRectF(left, rect.top(), end - left, rect.height())
        self._paint_title(lettering, title, bar, ink, weight)
        if rows.kind != "ranking":
            self._paint_length(lettering, rect, bar, rows, step, zero)
        self._paint_count(lettering, rect, bar)

    def _paint_title(
        self, lettering: Lettering, rect: QRectF, bar: OptionBar, ink: str, weight: int | None
    ) -> None:
        middle = Qt.TextElideMode.ElideMiddle
        if bar.option_id not in self._long:
            lettering.put(bar.title, rect, TextRole.TEXT, ink, weight=weight, elide=middle)
            return

        def fits(words: str) -> bool:
            return lettering.width(words, TextRole.TEXT, weight=weight) <= rect.width()

        line = self._theme.line(TextRole.TEXT)
        place = QRectF(rect.left(), rect.center().y() - line, rect.width(), line)
        for words in in_two_lines(bar.title, fits):
            lettering.put(words, place, TextRole.TEXT, ink, weight=weight, elide=middle)
            place.translate(0, line)

    def _zero(self, rows: BoardRows) -> float:
        """Return where the bars begin: behind the longest title, as far as every seat has its step.

        Titles are measured in bold, so that a proposal moves nothing.
        """
        bold = QFontMetricsF(self._theme.font(TextRole.TEXT, weight=600))
        longest = max(bold.horizontalAdvance(bar.title) for bar in rows.bars)
        left = 16 + Measures(self._theme).chip[0] + 8
        right = self.width() - 16 - _RIGHT
        most = right - _LEAST_STEP * max(len(rows.seats), 1)
        least = self.width() * _LEAST_TITLES
        return float(round(max(least, min(left + longest + 14, most))))

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
