"""The cover's figure: the median position by decision, as a path over the levels of the scale."""

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
    number,
    on_scale,
)
from tabletop.plots.sheet import MARGIN, Sheet, drawn, without_data
from tabletop.plots.tokens import position_step

_COLUMNS = ("Decision", "Median", "n")
_LEVEL = 6.8
_CHIP_HEIGHT = 4.6
_MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class MedianPoint:
    """One decision with the median of its final positions, and of how many."""

    decision: str
    median: float
    answers: int


@dataclass(frozen=True, slots=True)
class MedianPath:
    """Decisions on one scale, in the order in which they were taken."""

    points: tuple[MedianPoint, ...]
    scale: Scale
    title: str = "Median position by decision"


def median_path(data: MedianPath, frame: Frame) -> Picture:
    """Draw the path; the levels stand evenly, for they are ordered and no more."""
    name = "median-path"
    if not data.points or not data.scale.levels:
        reason = "No seat took a position on a scale."
        return without_data(name, data.title, _COLUMNS, reason, frame)
    plot = _Plot.of(data, Lettering(frame.fonts))
    rows = tuple((p.decision, number(p.median), str(p.answers)) for p in data.points)
    sheet = Sheet(
        name=name,
        title=data.title,
        alt=_alt(data),
        table=Table(_COLUMNS, rows),
        height=plot.height,
        paint=plot.paint,
    )
    return drawn(sheet, frame)


@dataclass(frozen=True, slots=True)
class _Plot:
    """The measures of the plot, and its painter."""

    data: MedianPath
    left: float
    pitch: float
    name_height: float

    @classmethod
    def of(cls, data: MedianPath, letters: Lettering) -> "_Plot":
        left = MARGIN + 8.0
        pitch = min(14.0, (TEXT_WIDTH_MM - MARGIN - left) / len(data.points))
        names = letters.widest(tuple(point.decision for point in data.points), 7)
        return cls(data, left, pitch, name_height=5.0 if names < pitch - 0.8 else names + 1.5)

    @property
    def level_height(self) -> float:
        return min(_LEVEL, 70 / max(len(self.data.scale.levels) - 1, 1))

    @property
    def length(self) -> float:
        return self.level_height * (len(self.data.scale.levels) - 1)

    @property
    def height(self) -> float:
        return self.length + _CHIP_HEIGHT + self.name_height + 5.0

    def across(self, index: int) -> float:
        return self.left + (index + 0.5) * self.pitch

    def down(self, top: float, position: float) -> float:
        """Return where a position lies; one between two levels lies between their lines."""
        values = self.data.scale.values
        place = float(self.data.scale.place(position))
        nearest = values[int(place)]
        if position != nearest:
            step = 1 if position > nearest else -1
            beyond = int(place) + step
            if 0 <= beyond < len(values):
                place += step * abs(position - nearest) / abs(values[beyond] - nearest)
        return top + self.length - place * self.level_height

    def paint(self, canvas: Canvas, top: float) -> None:
        top += 4.0
        self._paint_levels(canvas, top)
        places = [
            (self.across(index), self.down(top, point.median))
            for index, point in enumerate(self.data.points)
        ]
        for one, other in pairwise(places):
            canvas.line(one, other, width=1)
        for (across, down), point in zip(places, self.data.points, strict=True):
            self._paint_chip(canvas, across, down, point.median)
            self._paint_name(canvas, across, top + self.length + _CHIP_HEIGHT, point.decision)

    def _paint_levels(self, canvas: Canvas, top: float) -> None:
        values = self.data.scale.values
        right = TEXT_WIDTH_MM - MARGIN
        for value in values[:: max(1, len(values) // _MOST_LINES)]:
            down = self.down(top, value)
            canvas.line((self.left, down), (right, down), colour=canvas.tokens.line, width=0.5)
            canvas.text(MARGIN, down, number(value), size=7.5, weight="semibold")
            self._paint_title(canvas, down, value)

    def _paint_title(self, canvas: Canvas, down: float, value: float) -> None:
        """Write the title of a level above its line, where no chip can stand on it."""
        title = self.data.scale.title(value)
        if title == number(value):
            return
        size, colour = 6.5, canvas.tokens.muted
        width = canvas.letters.width(title, size)
        left = self._free_place(width, value)
        if left is not None:
            canvas.text(left, down - 1.9, title, size=size, colour=colour)

    def _free_place(self, width: float, value: float) -> float | None:
        """Return the first left edge at which a level's title crosses no chip and no line."""
        step = max(self.pitch / 2, 2.0)
        left = self.left
        while left + width <= TEXT_WIDTH_MM - MARGIN:
            if self._is_free(left, left + width, value):
                return left
            left += step
        return None

    def _is_free(self, left: float, right: float, value: float) -> bool:
        """Whether nothing is drawn just above a level between two edges."""
        values = self.data.scale.values
        place = values.index(value)
        above = values[place + 1] if place + 1 < len(values) else value + 1
        reach = self.pitch * 0.7
        near = [
            index
            for index in range(len(self.data.points))
            if left - reach <= self.across(index) <= right + reach
        ]
        if not near:
            return True
        medians = [self.data.points[index].median for index in range(near[0], near[-1] + 1)]
        return max(medians) < value or min(medians) >= above

    def _paint_chip(self, canvas: Canvas, across: float, down: float, median: float) -> None:
        scale, words = self.data.scale, number(median)
        step = position_step(canvas.tokens, scale.place(median), len(scale.levels))
        size = min(7.5, self.pitch * 1.25)
        width = max(min(6.4, self.pitch - 0.8), canvas.letters.width(words, size, "semibold") + 1.6)
        canvas.box(
            across - width / 2,
            down - _CHIP_HEIGHT / 2,
            width,
            _CHIP_HEIGHT,
            fill=step.fill,
            edge=canvas.tokens.edge,
            line=0.5,
            radius=0.7,
        )
        canvas.text(
            across, down, words, size=size, weight="semibold", colour=step.ink, align="center"
        )

    def _paint_name(self, canvas: Canvas, across: float, top: float, decision: str) -> None:
        turned = self.name_height > 5
        middle = top + self.name_height / 2
        colour = canvas.tokens.muted
        canvas.text(across, middle, decision, size=7, colour=colour, align="center", turned=turned)


def _alt(data: MedianPath) -> str:
    medians = [point.median for point in data.points]
    first, last = data.points[0], data.points[-1]
    if len(medians) == 1:
        return (
            f"The median final position in {first.decision} was {number(first.median)} on the "
            f"scale {on_scale(data.scale)}."
        )
    return (
        f"Path of the median final position over {len(medians)} decisions on the scale "
        f"{on_scale(data.scale)}: {number(first.median)} in {first.decision} and "
        f"{number(last.median)} in {last.decision}; lowest {number(min(medians))}, highest "
        f"{number(max(medians))}."
    )
