"""The story as it was played: what came when, in scenario time and in real time.

Two upright axes, scenario time at the left and real time at the right, and between them a row per
inject in the order of play. A long gap in the scenario is shortened and marked, for a month would
leave no room for the first hours. One picture holds about sixty rows on a page of A4.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import median

from tabletop.plots.canvas import Canvas
from tabletop.plots.lettering import Lettering
from tabletop.plots.marks import Mark, draw_mark, in_words
from tabletop.plots.picture import TEXT_WIDTH_MM, Frame, Picture, Table, counted, moment
from tabletop.plots.sheet import MARGIN, Key, Sheet, drawn, without_data

_COLUMNS = ("Inject", "Title", "Status", "Scenario time", "Real time")
_HEAD = 6.5
_SCENARIO_AXIS = MARGIN + 9.0
_BARS = 14.9  # right of the real axis: its times, then the bars of the decisions
_LONGEST_NAME = 18.0
_FAN = 11.0
_LONGEST_GAP = 3.0  # as a multiple of the median gap
_TICKS_MINUTES = (1, 2, 5, 10, 15, 30, 60, 120, 240, 480)


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """One inject (or, with the status "jump", one jump of the scenario clock).

    `scenario_seconds` count from any fixed moment; `scenario_label` is how that time is written.
    Without `real_seconds` it was not played.
    """

    id: str
    title: str
    status: str
    scenario_seconds: float | None = None
    scenario_label: str = ""
    real_seconds: float | None = None

    @property
    def is_played(self) -> bool:
        return self.real_seconds is not None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of real time: a pause, or how long a decision was open."""

    start_seconds: float
    end_seconds: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Storyline:
    """Events in the order of play; moments are real seconds since STARTEX, pauses included."""

    events: tuple[StoryEvent, ...]
    ended_seconds: float
    decisions: tuple[Span, ...] = ()
    pauses: tuple[Span, ...] = ()
    title: str = "Storyline as played"


def storyline(data: Storyline, frame: Frame) -> Picture:
    """Draw the rows between the two axes; what was not played is hollow."""
    if not data.events:
        return without_data("storyline", data.title, _COLUMNS, "No inject was planned.", frame)
    plot = _Plot.of(data, Lettering(frame.fonts))
    sheet = Sheet(
        name="storyline",
        title=data.title,
        alt=_alt(data),
        table=Table(_COLUMNS, tuple(_table_row(event) for event in data.events)),
        height=plot.height,
        paint=plot.paint,
        keys=_keys(data, has_gaps=bool(plot.gaps)),
        notes=("Real time counts from STARTEX, pauses included.",),
    )
    return drawn(sheet, frame)


@dataclass(frozen=True, slots=True)
class _Plot:
    """The measures of the picture, and its painter."""

    data: Storyline
    pitch: float
    times_width: float
    id_width: float
    names_width: float
    # Where each scenario time lies, as a share of the axis, and the gaps that were shortened.
    shares: dict[float, float]
    gaps: tuple[tuple[float, float], ...]

    @classmethod
    def of(cls, data: Storyline, letters: Lettering) -> "_Plot":
        rows = len(data.events)
        shares, gaps = _shortened(data.events)
        labels = tuple(event.scenario_label for event in data.events)
        return cls(
            data,
            pitch=min(5.2, max(3.4, 190 / rows)),
            times_width=letters.widest(labels, 7) + 3,
            id_width=letters.widest(tuple(event.id for event in data.events), 7, "semibold") + 2.5,
            names_width=min(
                letters.widest(tuple(d.name for d in data.decisions), 6), _LONGEST_NAME
            ),
            shares=shares,
            gaps=gaps,
        )

    @property
    def real_axis(self) -> float:
        """Return where the real axis stands: names of decisions at its right are not cut off."""
        return TEXT_WIDTH_MM - MARGIN - _BARS - max(self.names_width, 5.0)

    @property
    def height(self) -> float:
        return _HEAD + self.length + 1

    @property
    def length(self) -> float:
        return max(len(self.data.events) * self.pitch, 14.0)

    @property
    def last(self) -> float:
        """Return the end of the real axis, in seconds."""
        moments = [event.real_seconds or 0.0 for event in self.data.events]
        ends = [span.end_seconds for span in (*self.data.decisions, *self.data.pauses)]
        return max(self.data.ended_seconds, *moments, *ends, 1.0)

    def real(self, top: float, seconds: float) -> float:
        return top + self.length * seconds / self.last

    def paint(self, canvas: Canvas, top: float) -> None:
        muted, head = canvas.tokens.muted, top + 1.6
        canvas.text(MARGIN, head, "Scenario time", size=7, colour=muted)
        right = TEXT_WIDTH_MM - MARGIN
        canvas.text(right, head, "Real time, decisions", size=7, colour=muted, align="right")
        top += _HEAD
        self._paint_scenario_axis(canvas, top)
        self._paint_real_axis(canvas, top)
        for index, event in enumerate(self.data.events):
            self._paint_event(canvas, top, top + (index + 0.5) * self.pitch, event)

    def _paint_scenario_axis(self, canvas: Canvas, top: float) -> None:
        ends = ((_SCENARIO_AXIS, top), (_SCENARIO_AXIS, top + self.length))
        canvas.line(*ends, colour=canvas.tokens.edge, width=1.2)
        for share, seconds in self.gaps:
            middle = top + share * self.length
            left, right = _SCENARIO_AXIS - 1.3, _SCENARIO_AXIS + 1.3
            canvas.box(left, middle - 0.6, right - left, 1.2, fill=canvas.tokens.surface)
            for side in (-0.6, 0.6):
                canvas.line((left, middle + side + 0.5), (right, middle + side - 0.5), width=0.7)
            words, colour = _duration(seconds), canvas.tokens.muted
            canvas.text(left - 1, middle, words, size=6.5, colour=colour, align="right")

    def _paint_real_axis(self, canvas: Canvas, top: float) -> None:
        for pause in self.data.pauses:
            upper, lower = self.real(top, pause.start_seconds), self.real(top, pause.end_seconds)
            canvas.hatch(self.real_axis, upper, 2.6, lower - upper)
            canvas.box(self.real_axis, upper, 2.6, lower - upper, edge=canvas.tokens.edge, line=0.4)
        ends = ((self.real_axis, top), (self.real_axis, top + self.length))
        canvas.line(*ends, colour=canvas.tokens.edge, width=1.2)
        for minutes in self._ticks():
            down = self.real(top, minutes * 60)
            canvas.line((self.real_axis, down), (self.real_axis + 1.2, down), width=0.6)
            words = f"{minutes // 60}:{minutes % 60:02} h"
            muted = canvas.tokens.muted
            canvas.text(self.real_axis + 3.2, down, words, size=6.5, colour=muted)
        self._paint_decisions(canvas, top)

    def _ticks(self) -> range:
        minutes = self.last / 60
        fitting = (step for step in _TICKS_MINUTES if minutes / step <= max(3, self.length / 16))
        step = next(fitting, 1440)
        return range(0, int(minutes) + 1, step)

    def _paint_decisions(self, canvas: Canvas, top: float) -> None:
        """Draw a bar per decision, side by side where two were open at once."""
        taken, lane, written = -1.0, 0, 0.0
        for span in sorted(self.data.decisions, key=lambda s: (s.start_seconds, s.end_seconds)):
            lane = 0 if span.start_seconds >= taken else (lane + 1) % 2
            taken = max(taken, span.end_seconds)
            upper, lower = self.real(top, span.start_seconds), self.real(top, span.end_seconds)
            left = self.real_axis + 11.4 + lane * 1.6
            height = max(lower - upper - 0.3, 0.5)
            canvas.box(left, upper, 1.1, height, fill=canvas.tokens.muted)
            # Names of short decisions move down rather than lie on each other.
            written = max((upper + lower) / 2, written + 2.3)
            words = canvas.letters.elided(span.name, self.names_width, 6)
            canvas.text(self.real_axis + _BARS, written, words, size=6)

    def _paint_event(self, canvas: Canvas, top: float, middle: float, event: StoryEvent) -> None:
        tokens = canvas.tokens
        left, right = _SCENARIO_AXIS + _FAN, self.real_axis - _FAN
        mark = _event_mark(event)
        if event.scenario_seconds is not None:
            down = top + self.shares[event.scenario_seconds] * self.length
            canvas.line((_SCENARIO_AXIS, down), (left, middle), colour=tokens.edge, width=0.5)
            draw_mark(canvas, mark, _SCENARIO_AXIS, down, 2.0)
        if event.real_seconds is not None:
            down = self.real(top, event.real_seconds)
            canvas.line((right, middle), (self.real_axis, down), colour=tokens.edge, width=0.5)
            draw_mark(canvas, "dot", self.real_axis, down, 2.0)
        colour = tokens.text if event.is_played else tokens.muted
        canvas.text(left + 1, middle, event.scenario_label, size=7, colour=tokens.muted)
        across = left + 1 + self.times_width
        draw_mark(canvas, mark, across + 1, middle, 2.6)
        across += 3.4
        canvas.text(across, middle, event.id, size=7, weight="semibold", colour=colour)
        across += self.id_width
        real = in_words(event.status) if event.real_seconds is None else moment(event.real_seconds)
        room = right - 2 - canvas.letters.width(real, 7) - 2 - across
        canvas.text(
            across, middle, canvas.letters.elided(_title(event), room, 7), size=7, colour=colour
        )
        canvas.text(right - 1, middle, real, size=7, colour=tokens.muted, align="right")


def _shortened(
    events: Sequence[StoryEvent],
) -> tuple[dict[float, float], tuple[tuple[float, float], ...]]:
    """Return where each scenario time lies on its axis, from 0 to 1, and the shortened gaps.

    A gap is given as its place and its true length in seconds.
    """
    times = sorted({e.scenario_seconds for e in events if e.scenario_seconds is not None})
    if len(times) < 2:
        return dict.fromkeys(times, 0.5), ()
    gaps = [after - before for before, after in pairwise(times)]
    longest = _LONGEST_GAP * median(gaps)
    places = list(accumulate((min(gap, longest) for gap in gaps), initial=0.0))
    shares = {time: place / places[-1] for time, place in zip(times, places, strict=True)}
    cuts = tuple(
        ((shares[before] + shares[after]) / 2, gap)
        for (before, after), gap in zip(pairwise(times), gaps, strict=True)
        if gap > longest
    )
    return shares, cuts


def _event_mark(event: StoryEvent) -> Mark:
    if not event.is_played:
        return "open"
    return "struck" if event.status == "recalled" else "dot"


def _title(event: StoryEvent) -> str:
    extra = event.status in {"recalled", "improvised", "jump"}
    return f"{event.title} ({in_words(event.status)})" if extra else event.title


def _duration(seconds: float) -> str:
    """Return a long duration in one unit: "9 d", "5 h", "40 min"."""
    for unit, length in (("d", 86400), ("h", 3600)):
        if seconds >= length:
            return f"{round(seconds / length)} {unit}"
    return f"{round(seconds / 60)} min"


def _keys(data: Storyline, *, has_gaps: bool) -> tuple[Key, ...]:
    marks = {_event_mark(event) for event in data.events}
    words: dict[Mark, str] = {"dot": "released", "open": "not played", "struck": "recalled"}
    keys = [Key(mark, meaning) for mark, meaning in words.items() if mark in marks]
    if data.pauses:
        keys.append(Key("hatch", "pause"))
    if data.decisions:
        keys.append(Key("bar", "decision open"))
    if has_gaps:
        keys.append(Key("gap", "gap shortened"))
    return tuple(keys)


def _alt(data: Storyline) -> str:
    statuses = Counter(in_words(event.status) for event in data.events)
    counts = ", ".join(f"{total} {status}" for status, total in statuses.items())
    pauses = f" {counted(len(data.pauses), 'pause')} marked." if data.pauses else ""
    return (
        f"Time line of {counted(len(data.events), 'event')} between scenario time and real time: "
        f"{counts}. The exercise ended after {moment(data.ended_seconds)}.{pauses}"
    )


def _table_row(event: StoryEvent) -> tuple[str, ...]:
    real = "–" if event.real_seconds is None else moment(event.real_seconds)
    return (event.id, event.title, in_words(event.status), event.scenario_label or "–", real)
