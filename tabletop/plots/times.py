"""How long seats and the group took to decide, pauses left out."""

from dataclasses import dataclass
from itertools import count

from tabletop.analysis.agreement import median
from tabletop.plots.canvas import Canvas
from tabletop.plots.lettering import Lettering
from tabletop.plots.marks import draw_mark
from tabletop.plots.picture import TEXT_WIDTH_MM, Frame, Picture, Table, counted, span
from tabletop.plots.sheet import MARGIN, Key, Sheet, drawn, without_data

_COLUMNS = (
    "Decision",
    "Closed after",
    "Planned",
    "Median answer",
    "Earliest",
    "Latest",
    "No answer",
)
_AXIS = 6.0
_DOT = 1.5
_STEPS = (0.5, 1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480, 1440)
_TITLE_ROOM = 46.0


@dataclass(frozen=True, slots=True)
class SeatTime:
    """When a seat last answered, in seconds of play since the inject; None: it did not."""

    seat: str
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class DecisionTimes:
    """One decision; `closed_seconds` is None while it is open."""

    decision: str
    title: str
    seats: tuple[SeatTime, ...]
    closed_seconds: float | None = None
    planned_minutes: float | None = None

    @property
    def answers(self) -> tuple[float, ...]:
        return tuple(sorted(seat.seconds for seat in self.seats if seat.seconds is not None))

    @property
    def silent(self) -> tuple[str, ...]:
        return tuple(seat.seat for seat in self.seats if seat.seconds is None)

    @property
    def end(self) -> float:
        """Return the last moment known of this decision, in seconds."""
        return max((*self.answers, self.closed_seconds or 0.0), default=0.0)


@dataclass(frozen=True, slots=True)
class Times:
    """Decisions in the order in which they were taken."""

    rows: tuple[DecisionTimes, ...]
    title: str = "Time to decision"


def time_to_decision(data: Times, frame: Frame) -> Picture:
    """Draw a dot per answer, a tick at the median, and open circles at the end for silence."""
    rows = tuple(row for row in data.rows if row.end)
    if not rows:
        reason = "No decision was answered or closed."
        return without_data("time-to-decision", data.title, _COLUMNS, reason, frame)
    plot = _Plot.of(rows, Lettering(frame.fonts))
    keys = [Key("dot", "a seat’s last answer"), Key("median", "median"), Key("tick", "closed")]
    if any(row.silent for row in rows):
        keys.append(Key("open", "no answer by then"))
    if any(row.planned_minutes is not None for row in rows):
        keys.append(Key("planned", "planned"))
    sheet = Sheet(
        name="time-to-decision",
        title=data.title,
        alt=_alt(rows),
        table=Table(_COLUMNS, tuple(_table_row(row) for row in rows)),
        height=plot.height,
        paint=plot.paint,
        keys=tuple(keys),
        notes=_notes(data, rows),
    )
    return drawn(sheet, frame)


@dataclass(frozen=True, slots=True)
class _Plot:
    """The measures of the dot plot, and its painter."""

    rows: tuple[DecisionTimes, ...]
    id_width: float
    answers_width: float
    left: float
    right: float
    minutes: float
    pitch: float

    @classmethod
    def of(cls, rows: tuple[DecisionTimes, ...], letters: Lettering) -> "_Plot":
        ids = letters.widest(tuple(row.decision for row in rows), 7.5, "semibold") + 2.5
        titles = min(letters.widest(tuple(row.title for row in rows), 7.5), _TITLE_ROOM)
        answers = letters.widest(tuple(_answers(row) for row in rows), 7.5) + 3
        closed = letters.widest(tuple(_closed(row) for row in rows), 7.5) + 4
        most_seats = max(len(row.seats) for row in rows)
        planned = max(row.planned_minutes or 0.0 for row in rows)
        longest = max(max(row.end for row in rows) / 60, planned)
        silent = max(len(row.silent) for row in rows)
        return cls(
            rows,
            id_width=ids,
            answers_width=answers,
            left=MARGIN + ids + titles + (4 if titles else 1),
            # Open circles stand to the right of the close and need room there.
            right=TEXT_WIDTH_MM - MARGIN - answers - closed - min(silent, 12) * _DOT - 1.5,
            minutes=longest,
            # Many rows draw closer, so that a table still stands on the page beside them.
            pitch=min(7.2 if most_seats <= 20 else 8.4, max(5.0, 115 / len(rows))),
        )

    @property
    def height(self) -> float:
        return self.pitch * len(self.rows) + _AXIS

    def across(self, seconds: float) -> float:
        return self.left + (self.right - self.left) * seconds / 60 / self.minutes

    def paint(self, canvas: Canvas, top: float) -> None:
        bottom = top + self.pitch * len(self.rows)
        self._paint_axis(canvas, top, bottom)
        for index, row in enumerate(self.rows):
            middle = top + (index + 0.5) * self.pitch
            canvas.text(MARGIN, middle, row.decision, size=7.5, weight="semibold")
            title = canvas.letters.elided(row.title, self.left - MARGIN - self.id_width - 3, 7.5)
            canvas.text(MARGIN + self.id_width, middle, title, size=7.5)
            self._paint_row(canvas, middle, row)
            right, colour = TEXT_WIDTH_MM - MARGIN, canvas.tokens.muted
            canvas.text(right, middle, _answers(row), size=7.5, colour=colour, align="right")
            right -= self.answers_width
            canvas.text(right, middle, _closed(row), size=7.5, align="right")

    def _paint_axis(self, canvas: Canvas, top: float, bottom: float) -> None:
        fitting = (step for step in _STEPS if self.minutes / step <= 8)
        step = next(fitting, self.minutes / 8)
        ticks = [minute for minute in (step * n for n in range(9)) if minute <= self.minutes]
        colour = canvas.tokens.muted
        for minute in ticks:
            across = self.across(minute * 60)
            canvas.line((across, top), (across, bottom), colour=canvas.tokens.line, width=0.5)
            words = f"{minute:g} min" if minute == ticks[-1] else f"{minute:g}"
            canvas.text(across, bottom + 2.6, words, size=7, colour=colour, align="center")

    def _paint_row(self, canvas: Canvas, middle: float, row: DecisionTimes) -> None:
        end = self.across(row.closed_seconds if row.closed_seconds is not None else row.end)
        start = (self.left, middle)
        canvas.line(start, (end, middle), colour=canvas.tokens.edge, width=0.6)
        if row.planned_minutes is not None:
            across = self.across(row.planned_minutes * 60)
            draw_mark(canvas, "planned", across, middle - self.pitch * 0.36, 2.4)
        places = [self.across(seconds) for seconds in row.answers]
        for across, lane in zip(places, _lanes(places, self._most_lanes), strict=True):
            draw_mark(canvas, "dot", across, middle + lane * _DOT * 0.8, 2.4)
        for index, _ in enumerate(row.silent[:12]):
            draw_mark(canvas, "open", end + 1.5 + index * _DOT, middle, 2.2)
        if row.closed_seconds is not None:
            draw_mark(canvas, "tick", end, middle, self.pitch * 0.5)
        typical = median(row.answers)
        if typical is not None:
            draw_mark(canvas, "median", self.across(typical), middle, self.pitch * 0.72)

    @property
    def _most_lanes(self) -> int:
        return int((self.pitch - _DOT) / (_DOT * 0.8)) // 2 * 2 + 1


def _lanes(places: list[float], most: int) -> list[int]:
    """Return for each dot, from left to right, how many lanes it steps aside not to be covered.

    Lanes are 0, −1, 1, −2 …; where all are taken the one free for longest is taken again.
    """
    order = [0]
    for distance in count(1):
        if len(order) >= most:
            break
        order += [-distance, distance]
    last = dict.fromkeys(order, float("-inf"))
    lanes = []
    for across in places:
        free = [lane for lane in order if across - last[lane] >= _DOT]
        lane = free[0] if free else min(order, key=lambda lane: last[lane])
        last[lane] = across
        lanes.append(lane)
    return lanes


def _closed(row: DecisionTimes) -> str:
    return "open" if row.closed_seconds is None else span(row.closed_seconds)


def _answers(row: DecisionTimes) -> str:
    return f"n = {len(row.answers)}"


def _notes(data: Times, rows: tuple[DecisionTimes, ...]) -> tuple[str, ...]:
    notes = [
        (
            "Time of play since the inject, or since the opening of a later decision. At the "
            "right: time until closed, answers."
        )
    ]
    silent = sum(len(row.silent) for row in rows)
    if silent:
        verb = "is" if silent == 1 else "are"
        notes.append(f"{counted(silent, 'answer')} {verb} missing.")
    left_out = len(data.rows) - len(rows)
    if left_out:
        notes.append(f"{counted(left_out, 'decision')} without any time left out.")
    return (" ".join(notes),)


def _alt(rows: tuple[DecisionTimes, ...]) -> str:
    closed = [(row.closed_seconds, row.decision) for row in rows if row.closed_seconds is not None]
    start = f"Dots of the answering times of the seats in {counted(len(rows), 'decision')}."
    if not closed:
        return f"{start} None is closed."
    (quickest, one), (slowest, other) = min(closed), max(closed)
    if len(closed) == 1:
        return f"{start} {one} was closed after {span(quickest)}."
    middle = median([seconds for seconds, _ in closed])
    return (
        f"{start} The quickest was closed after {span(quickest)} ({one}), the slowest after "
        f"{span(slowest)} ({other}); the median is {span(middle or 0)}."
    )


def _table_row(row: DecisionTimes) -> tuple[str, ...]:
    typical = median(row.answers)
    return (
        row.decision,
        _closed(row),
        "–" if row.planned_minutes is None else f"{row.planned_minutes:g} min",
        "–" if typical is None else span(typical),
        span(row.answers[0]) if row.answers else "–",
        span(row.answers[-1]) if row.answers else "–",
        ", ".join(row.silent) or "–",
    )
