"""How agreement and range went from decision to decision; described, never fitted with a trend."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tabletop.plots.canvas import Canvas
from tabletop.plots.lettering import Lettering
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

# With fewer answers one seat's choice moves the index so far that a line would suggest a trend.
FEWEST_ANSWERS_FOR_A_LINE = 8

_INDEX_HEIGHT, _RANGE_HEIGHT = 22.0, 30.0
_COLUMNS = ("Decision", "Agreement", "n", "Median", "Lowest", "Highest")


@dataclass(frozen=True, slots=True)
class Point:
    """One decision. Without a place on the scale its index is by options, and stands alone."""

    decision: str
    agreement: float | None
    answers: int
    median: float | None = None
    minimum: float | None = None
    maximum: float | None = None

    @property
    def is_on_scale(self) -> bool:
        return self.median is not None


@dataclass(frozen=True, slots=True)
class Convergence:
    """Decisions in the order in which they were taken, those with positions on one scale."""

    points: tuple[Point, ...]
    scale: Scale
    title: str = "Agreement and range by decision"


def convergence(data: Convergence, frame: Frame) -> Picture:
    """Draw the agreement index above, median and range below, n between them."""
    name = "convergence"
    if not any(point.agreement is not None or point.is_on_scale for point in data.points):
        reason = "No decision had three answers or a position on the scale."
        return without_data(name, data.title, _COLUMNS, reason, frame)
    panels = _Panels.of(data, Lettering(frame.fonts))
    keys = [Key("dot", "agreement (Tastle–Wierman)")]
    if any(p.agreement is not None and not p.is_on_scale for p in data.points):
        keys.append(Key("open", "agreement by options (1 − entropy)"))
    sheet = Sheet(
        name=name,
        title=data.title,
        alt=_alt(data),
        table=Table(_COLUMNS, tuple(_table_row(point) for point in data.points)),
        height=panels.height,
        paint=panels.paint,
        keys=tuple(keys),
        notes=_notes(data),
    )
    return drawn(sheet, frame)


@dataclass(frozen=True, slots=True)
class _Panels:
    """The measures of both panels, and their painter."""

    data: Convergence
    left: float
    pitch: float
    name_height: float

    @classmethod
    def of(cls, data: Convergence, letters: Lettering) -> "_Panels":
        left = MARGIN + letters.width("Median, range", 7.5, "semibold") + 7
        pitch = min(18.0, (TEXT_WIDTH_MM - MARGIN - left - 2) / len(data.points))
        names = letters.widest(tuple(point.decision for point in data.points), 7, "semibold")
        return cls(data, left, pitch, name_height=5.0 if names < pitch - 0.8 else names + 1.5)

    @property
    def right(self) -> float:
        return self.left + self.pitch * len(self.data.points)

    @property
    def has_range(self) -> bool:
        return any(point.is_on_scale for point in self.data.points)

    @property
    def height(self) -> float:
        return self.range_top + (_RANGE_HEIGHT + 2 if self.has_range else 0)

    @property
    def range_top(self) -> float:
        return 3 + _INDEX_HEIGHT + self.name_height + 11

    def centre(self, index: int) -> float:
        return self.left + (index + 0.5) * self.pitch

    def paint(self, canvas: Canvas, top: float) -> None:
        self._paint_agreement(canvas, top + 3)
        self._paint_names(canvas, top + 3 + _INDEX_HEIGHT)
        if self.has_range:
            self._paint_ranges(canvas, top + self.range_top)

    def _paint_axis(self, canvas: Canvas, down: float, words: str, *, strong: bool) -> None:
        colour = canvas.tokens.edge if strong else canvas.tokens.line
        canvas.line((self.left, down), (self.right, down), colour=colour, width=0.5)
        muted = canvas.tokens.muted
        canvas.text(self.left - 2, down, words, size=7, colour=muted, align="right")

    def _paint_agreement(self, canvas: Canvas, top: float) -> None:
        def down(index: float) -> float:
            return top + _INDEX_HEIGHT * (1 - index)

        canvas.text(MARGIN, down(0.5), "Agreement", size=7.5, weight="semibold")
        for index in (0, 0.25, 0.5, 0.75, 1):
            self._paint_axis(canvas, down(index), number(index), strong=index in {0, 1})
        places = [
            (number_of, down(point.agreement))
            for number_of, point in enumerate(self.data.points)
            if point.is_on_scale and point.agreement is not None
        ]
        for (one, here), (other, there) in self._joined(places):
            canvas.line((self.centre(one), here), (self.centre(other), there), width=1)
        for place, point in enumerate(self.data.points):
            if point.agreement is not None:
                self._paint_index(canvas, place, down(point.agreement), point)

    def _joined(
        self, places: list[tuple[int, float]]
    ) -> Iterator[tuple[tuple[int, float], tuple[int, float]]]:
        """Yield the neighbours that a line may join: on the scale, with enough answers."""
        for one, other in pairwise(places):
            between = self.data.points[one[0] : other[0] + 1]
            scaled = [point for point in between if point.is_on_scale]
            if all(point.answers >= FEWEST_ANSWERS_FOR_A_LINE for point in scaled):
                yield one, other

    def _paint_index(self, canvas: Canvas, place: int, down: float, point: Point) -> None:
        across, words = self.centre(place), f"{point.agreement:.2f}"
        fill = canvas.tokens.text if point.is_on_scale else canvas.tokens.surface
        canvas.disc(across, down, 1.0, fill=fill, edge=canvas.tokens.text, line=0.9)
        size = min(6.5, self.pitch * 0.86)
        if size >= 4:
            middle = down - 2.7 if self._is_high(place) else down + 2.7
            width = canvas.letters.width(words, size)
            surface = canvas.tokens.surface
            canvas.box(across - width / 2, middle - 1.1, width, 2.2, fill=surface)
            canvas.text(across, middle, words, size=size, align="center")

    def _is_high(self, place: int) -> bool:
        """Say whether a point's words belong above it, where no line to a neighbour runs."""
        here = self.data.points[place].agreement or 0.0
        joined = [
            point.agreement
            for index in (place - 1, place + 1)
            if 0 <= index < len(self.data.points)
            and (point := self.data.points[index]).is_on_scale
            and point.agreement is not None
        ]
        return here > 0.12 and here >= sum(joined) / max(len(joined), 1)

    def _paint_names(self, canvas: Canvas, top: float) -> None:
        """Write decision and n between the panels, for both."""
        name, figure = top + 1 + self.name_height / 2, top + 4 + self.name_height
        canvas.text(MARGIN, name, "Decision", size=7.5, weight="semibold")
        canvas.text(MARGIN, figure, "Answers, n", size=7.5, weight="semibold")
        turned = self.name_height > 5
        for place, point in enumerate(self.data.points):
            canvas.text(
                self.centre(place),
                name,
                point.decision,
                size=7,
                weight="semibold",
                align="center",
                turned=turned,
            )
            canvas.text(self.centre(place), figure, str(point.answers), size=7, align="center")

    def _paint_ranges(self, canvas: Canvas, top: float) -> None:
        values = self.data.scale.values
        low, high = values[0], values[-1]

        def down(position: float) -> float:
            share = (position - low) / (high - low) if high > low else 0.5
            return top + _RANGE_HEIGHT * (1 - share)

        canvas.text(MARGIN, down((low + high) / 2), "Median, range", size=7.5, weight="semibold")
        for value in values[:: max(1, len(values) // 12)]:
            self._paint_axis(canvas, down(value), number(value), strong=value in {low, high})
        for place, point in enumerate(self.data.points):
            if point.median is None or point.minimum is None or point.maximum is None:
                continue
            across, reach = self.centre(place), min(1.1, self.pitch / 5)
            upper, lower = down(point.maximum) - 0.6, down(point.minimum) + 0.6
            canvas.box(
                across - reach,
                upper,
                2 * reach,
                lower - upper,
                fill=canvas.tokens.raised,
                edge=canvas.tokens.edge,
                line=0.6,
                radius=0.5,
            )
            self._paint_median(canvas, across, down(point.median), point.median)

    def _paint_median(self, canvas: Canvas, across: float, down: float, median: float) -> None:
        scale, words = self.data.scale, number(median)
        step = position_step(canvas.tokens, scale.place(median), len(scale.levels))
        size = min(7.0, self.pitch * 1.25)
        width = max(3.6, canvas.letters.width(words, size, "semibold") + 1.2)
        canvas.box(
            across - width / 2,
            down - 1.8,
            width,
            3.6,
            fill=step.fill,
            edge=canvas.tokens.edge,
            line=0.5,
            radius=0.6,
        )
        canvas.text(
            across, down, words, size=size, weight="semibold", colour=step.ink, align="center"
        )


def _notes(data: Convergence) -> tuple[str, ...]:
    notes = []
    if any(p.agreement is not None and p.answers < FEWEST_ANSWERS_FOR_A_LINE for p in data.points):
        notes.append("Decisions with fewer than 8 answers are not joined by a line.")
    silent = [point.decision for point in data.points if point.agreement is None]
    if silent:
        notes.append(f"No index (fewer than 3 answers, or no scale): {', '.join(silent)}.")
    notes.append("Number in the box: median; bar: lowest to highest position.")
    return (" ".join(notes),)


def _alt(data: Convergence) -> str:
    indices = [point.agreement for point in data.points if point.agreement is not None]
    medians = [(p.decision, p.median) for p in data.points if p.median is not None]
    decisions = counted(len(data.points), "decision")
    sentences = [f"Agreement index over {decisions}, from 0 to 1."]
    if indices:
        sentences.append(f"It lies between {min(indices):.2f} and {max(indices):.2f}.")
    if medians:
        (first, start), (last, end) = medians[0], medians[-1]
        later = f" and {number(end)} in {last}" if len(medians) > 1 else ""
        sentences.append(
            f"Below it median and range on the scale {on_scale(data.scale)}; the median was "
            f"{number(start)} in {first}{later}."
        )
    return " ".join(sentences)


def _table_row(point: Point) -> tuple[str, ...]:
    positions = (point.median, point.minimum, point.maximum)
    index = "–" if point.agreement is None else f"{point.agreement:.2f}"
    words = ("–" if position is None else number(position) for position in positions)
    return (point.decision, index, str(point.answers), *words)
