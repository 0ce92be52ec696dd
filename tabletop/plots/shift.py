"""From the first to the final position inside one decision, a dumb-bell per seat."""

from dataclasses import dataclass

from tabletop.analysis.agreement import median
from tabletop.plots.canvas import Canvas
from tabletop.plots.lettering import Lettering
from tabletop.plots.marks import draw_mark, in_words, stance_mark
from tabletop.plots.picture import (
    TEXT_WIDTH_MM,
    Frame,
    Picture,
    Scale,
    Table,
    counted,
    number,
    on_scale,
)
from tabletop.plots.sheet import MARGIN, Key, Sheet, drawn, without_data
from tabletop.plots.tokens import position_step

_HEAD = 5.0


@dataclass(frozen=True, slots=True)
class SeatShift:
    """Where one seat started and ended; a stance such as "can_accept" where it took one."""

    seat: str
    first: float | None = None
    final: float | None = None
    stance: str | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """One decision with its eligible seats, in the order of the seats."""

    decision: str
    question: str
    seats: tuple[SeatShift, ...]
    scale: Scale

    @property
    def title(self) -> str:
        return f"{self.decision} {self.question}".strip()


def position_shift(data: Shift, frame: Frame) -> Picture:
    """Draw the dumb-bells; seats without a first position show their final one alone."""
    name, columns = f"position-shift-{data.decision}", ("Seat", "First", "Final", "Stance")
    given = [s for s in data.seats if s.first is not None or s.final is not None]
    if not given or not data.scale.levels:
        return without_data(name, data.title, columns, "No seat gave a position on a scale.", frame)
    rows = _Rows.of(data, Lettering(frame.fonts))
    sheet = Sheet(
        name=name,
        title=data.title,
        alt=_alt(data),
        table=Table(columns, tuple(_table_row(seat) for seat in data.seats)),
        height=rows.height,
        paint=rows.paint,
        keys=(Key("open", "first position"),) if any(s.first is not None for s in given) else (),
        scale=data.scale,
        notes=_notes(data),
    )
    return drawn(sheet, frame)


@dataclass(frozen=True, slots=True)
class _Rows:
    """The measures of the rows, and their painter."""

    data: Shift
    left: float
    right: float
    pitch: float

    @classmethod
    def of(cls, data: Shift, letters: Lettering) -> "_Rows":
        labels = min(letters.widest(tuple(s.seat for s in data.seats), 7.5, "semibold"), 34.0)
        labels = max(labels, letters.width("Median", 7.5, "semibold"))
        stances = tuple(in_words(s.stance) for s in data.seats if s.stance)
        stance_width = letters.widest(stances, 7.5) + 9 if stances else 0.0
        return cls(
            data,
            left=MARGIN + labels + 8,
            right=TEXT_WIDTH_MM - MARGIN - 5 - stance_width,
            pitch=5.0,
        )

    @property
    def height(self) -> float:
        return _HEAD + self.pitch * len(self.data.seats) + 1.2 + self.pitch

    def across(self, position: float) -> float:
        """Return where a position lies; levels stand evenly, for they are ordered, no more."""
        values = self.data.scale.values
        if len(values) == 1:
            return (self.left + self.right) / 2
        place = self.data.scale.place(position)
        beyond = 0.0
        neighbour = place + (1 if position > values[place] else -1)
        if position != values[place] and 0 <= neighbour < len(values):
            beyond = (position - values[place]) / abs(values[neighbour] - values[place])
        return self.left + (self.right - self.left) * (place + beyond) / (len(values) - 1)

    def paint(self, canvas: Canvas, top: float) -> None:
        bottom = top + self.height
        for value in self._labelled():
            across = self.across(value)
            colour = canvas.tokens.line
            canvas.line((across, top + _HEAD - 1), (across, bottom), colour=colour, width=0.5)
            words, muted = number(value), canvas.tokens.muted
            canvas.text(across, top + 1.6, words, size=7, colour=muted, align="center")
        for index, seat in enumerate(self.data.seats):
            self._paint_seat(canvas, top + _HEAD + (index + 0.5) * self.pitch, seat)
        line = top + _HEAD + len(self.data.seats) * self.pitch + 0.6
        canvas.line((MARGIN, line), (self.right + 4, line), width=0.8)
        self._paint_median(canvas, line + 0.6 + self.pitch / 2)

    def _labelled(self) -> tuple[float, ...]:
        values = self.data.scale.values
        return values[:: max(1, len(values) // 12)]

    def _paint_seat(self, canvas: Canvas, middle: float, seat: SeatShift) -> None:
        words = canvas.letters.elided(seat.seat, self.left - MARGIN - 6, 7.5, "semibold")
        canvas.text(MARGIN, middle, words, size=7.5, weight="semibold")
        self._paint_dumb_bell(canvas, middle, seat.first, seat.final)
        if seat.final is None:
            left = self.left if seat.first is None else self.across(seat.first)
            colour = canvas.tokens.muted
            canvas.text(left + 2.2, middle, "no final position", size=6.5, colour=colour)
        if seat.stance:
            draw_mark(canvas, stance_mark(seat.stance), self.right + 7.5, middle)
            canvas.text(self.right + 10, middle, in_words(seat.stance), size=7.5)

    def _paint_dumb_bell(
        self, canvas: Canvas, middle: float, first: float | None, final: float | None
    ) -> None:
        if first is not None and final is not None and first != final:
            canvas.line((self.across(first), middle), (self.across(final), middle), width=1)
        if first is not None and first != final:
            draw_mark(canvas, "open", self.across(first), middle)
        if final is not None:
            self._paint_chip(canvas, self.across(final), middle, final)

    def _paint_chip(self, canvas: Canvas, across: float, middle: float, final: float) -> None:
        scale, words = self.data.scale, number(final)
        step = position_step(canvas.tokens, scale.place(final), len(scale.levels))
        width = max(4.4, canvas.letters.width(words, 7.5, "semibold") + 1.8)
        left, top, height = across - width / 2, middle - 2.05, 4.1
        edge = canvas.tokens.edge
        canvas.box(left, top, width, height, fill=step.fill, edge=edge, line=0.5, radius=0.7)
        canvas.text(
            across, middle, words, size=7.5, weight="semibold", colour=step.ink, align="center"
        )

    def _paint_median(self, canvas: Canvas, middle: float) -> None:
        canvas.text(MARGIN, middle, "Median", size=7.5, weight="semibold")
        first, final = _medians(self.data)
        self._paint_dumb_bell(canvas, middle, first, final)


def _medians(data: Shift) -> tuple[float | None, float | None]:
    return (
        median([seat.first for seat in data.seats if seat.first is not None]),
        median([seat.final for seat in data.seats if seat.final is not None]),
    )


def _moved(data: Shift) -> int:
    both = (s for s in data.seats if s.first is not None and s.final is not None)
    return sum(seat.first != seat.final for seat in both)


def _notes(data: Shift) -> tuple[str, ...]:
    firsts = sum(seat.first is not None for seat in data.seats)
    finals = sum(seat.final is not None for seat in data.seats)
    seats = counted(len(data.seats), "seat")
    if not firsts:
        return (f"No first positions were taken. Final positions: {finals} of {seats}.",)
    counts = f"First positions: {firsts}, final positions: {finals} of {seats}."
    return (f"{counts} The number is the final position; no circle where nothing moved.",)


def _alt(data: Shift) -> str:
    first, final = _medians(data)
    start = f"Final positions of {counted(len(data.seats), 'seat')} in {data.decision} "
    if first is None or final is None:
        middle = "" if final is None else f" The median is {number(final)}."
        return f"{start}on the scale {on_scale(data.scale)}.{middle}"
    way = f"went from {number(first)} to" if first != final else "stayed at"
    return (
        f"{start}beside their first ones, on the scale {on_scale(data.scale)}. "
        f"{counted(_moved(data), 'seat')} moved; the median {way} {number(final)}."
    )


def _table_row(seat: SeatShift) -> tuple[str, str, str, str]:
    return (
        seat.seat,
        "–" if seat.first is None else number(seat.first),
        "no answer" if seat.final is None else number(seat.final),
        in_words(seat.stance) if seat.stance else "–",
    )
