"""The posture heat map: the final position of every seat in every decision, at one glance."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import ceil

from tabletop.plots.canvas import Canvas
from tabletop.plots.lettering import Lettering
from tabletop.plots.marks import MARKS, draw_mark, in_words, outcome_mark
from tabletop.plots.picture import (
    TEXT_WIDTH_MM,
    Frame,
    Picture,
    Scale,
    Table,
    counted,
    extent,
    number,
    on_scale,
)
from tabletop.plots.sheet import MARGIN, Key, Sheet, drawn, without_data
from tabletop.plots.tokens import position_step

COLUMNS_IN_A_BAND = 30
_WIDEST_COLUMN = 14.0


@dataclass(frozen=True, slots=True)
class Cell:
    """What one seat held in one decision.

    `has_say` is false where the seat was not eligible, `was_asked` where no position had to be
    taken, as under silence: without one nothing is missing there.
    """

    final: float | None = None
    first: float | None = None
    has_say: bool = True
    was_asked: bool = True

    @property
    def is_missing(self) -> bool:
        return self.final is None and self.has_say and self.was_asked

    @property
    def is_free(self) -> bool:
        """Whether the seat might have taken a position and need not."""
        return self.final is None and self.has_say and not self.was_asked


@dataclass(frozen=True, slots=True)
class Column:
    """One decision: a cell per seat in the order of the seats, and what came of it."""

    decision: str
    cells: tuple[Cell, ...]
    status: str
    outcome: float | None = None
    evidence: float | None = None


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Decisions on one scale, in the order in which they were taken."""

    seats: tuple[str, ...]
    columns: tuple[Column, ...]
    scale: Scale
    evidence_titles: tuple[tuple[float, str], ...] = ()
    title: str = "Positions by seat and decision"


def posture_heat_map(data: HeatMap, frame: Frame) -> Picture:
    """Draw the heat map; more than thirty decisions continue in a band below."""
    name = "posture-heat-map"
    if not data.seats or not data.columns:
        reason = "No decision on this scale was opened to any seat."
        return without_data(name, data.title, ("Seat",), reason, frame)
    grid = _Grid.of(data, Lettering(frame.fonts))
    sheet = Sheet(
        name=name,
        title=data.title,
        alt=_alt(data),
        table=_table(data),
        height=grid.height,
        paint=grid.paint,
        keys=_keys(data),
        scale=data.scale,
        notes=_notes(data),
    )
    return drawn(sheet, frame)


@dataclass(frozen=True, slots=True)
class _Grid:
    """The measures of the grid, and its painter."""

    data: HeatMap
    label_width: float
    column_width: float
    row_height: float
    head_height: float
    turned: bool
    bands: tuple[tuple[Column, ...], ...] = field(repr=False)

    @classmethod
    def of(cls, data: HeatMap, letters: Lettering) -> "_Grid":
        label_width = min(letters.widest(data.seats, 7.5, "semibold"), 34.0)
        label_width = max(label_width, letters.width("Evidence", 7.5, "semibold")) + 2.5
        bands = ceil(len(data.columns) / COLUMNS_IN_A_BAND)
        most = ceil(len(data.columns) / bands)
        width = min(_WIDEST_COLUMN, (TEXT_WIDTH_MM - 2 * MARGIN - label_width) / most)
        names = letters.widest(tuple(column.decision for column in data.columns), 7, "semibold")
        turned = names > width - 0.8
        return cls(
            data,
            label_width=label_width,
            column_width=width,
            row_height=min(7.2, max(4.2, 145 / len(data.seats))),
            head_height=names + 1.5 if turned else 4.6,
            turned=turned,
            bands=tuple(
                data.columns[start : start + most] for start in range(0, len(data.columns), most)
            ),
        )

    @property
    def is_narrow(self) -> bool:
        return self.column_width < 8.5

    @property
    def outcome_height(self) -> float:
        return 8.4 if self.is_narrow else 6.0

    @property
    def band_height(self) -> float:
        rows = len(self.data.seats) * self.row_height
        evidence = 9.0 if self._has_evidence else 0.0
        return self.head_height + rows + 1.0 + self.outcome_height + evidence

    @property
    def height(self) -> float:
        return len(self.bands) * (self.band_height + 4) - 4

    @property
    def _has_evidence(self) -> bool:
        return any(column.evidence is not None for column in self.data.columns)

    def paint(self, canvas: Canvas, top: float) -> None:
        for index, band in enumerate(self.bands):
            self._paint_band(canvas, top + index * (self.band_height + 4), band)

    def _left(self, index: int) -> float:
        return MARGIN + self.label_width + index * self.column_width

    def _paint_band(self, canvas: Canvas, top: float, band: Sequence[Column]) -> None:
        rows_top = top + self.head_height
        for row, seat in enumerate(self.data.seats):
            middle = rows_top + (row + 0.5) * self.row_height
            words = canvas.letters.elided(seat, self.label_width - 1.5, 7.5, "semibold")
            canvas.text(MARGIN, middle, words, size=7.5, weight="semibold")
        for index, column in enumerate(band):
            self._paint_head(canvas, index, rows_top, column.decision)
            for row, (_, cell) in enumerate(zip(self.data.seats, column.cells, strict=True)):
                top_of_cell = rows_top + row * self.row_height
                self._paint_cell(canvas, self._left(index), top_of_cell, cell)
        under = rows_top + len(self.data.seats) * self.row_height + 0.6
        self._paint_outcomes(canvas, under, band)
        if self._has_evidence:
            self._paint_evidence(canvas, under + self.outcome_height + 0.4, band)

    def _paint_head(self, canvas: Canvas, index: int, bottom: float, decision: str) -> None:
        centre = self._left(index) + self.column_width / 2
        if self.turned:
            canvas.text(centre, bottom - 1, decision, size=7, weight="semibold", turned=True)
        else:
            middle = bottom - 2.6
            canvas.text(centre, middle, decision, size=7, weight="semibold", align="center")

    def _paint_cell(self, canvas: Canvas, left: float, top: float, cell: Cell) -> None:
        gap = 0.35 if self.column_width > 6 else 0.2
        left, top = left + gap, top + gap
        width, height = self.column_width - 2 * gap, self.row_height - 2 * gap
        colour = canvas.tokens.muted
        if cell.final is not None:
            place, levels = self.data.scale.place(cell.final), len(self.data.scale.levels)
            step = position_step(canvas.tokens, place, levels)
            canvas.box(left, top, width, height, fill=step.fill, radius=0.7)
            colour = step.ink
        elif cell.is_missing:
            canvas.hatch(left, top, width, height)
            canvas.box(left, top, width, height, edge=canvas.tokens.edge, line=0.4)
        self._paint_numbers(canvas, (left, top, width, height), cell, colour)

    def _paint_numbers(
        self, canvas: Canvas, place: tuple[float, float, float, float], cell: Cell, colour: str
    ) -> None:
        left, top, width, height = place
        words = "" if cell.final is None else number(cell.final)
        moved = cell.first is not None and cell.first != cell.final
        if cell.is_missing:
            aside = 0.8 if moved and self.is_narrow else 0.0
            self._paint_dash(canvas, left + width / 2 + aside, top + height / 2 + aside / 2)
        # The first position takes the corner; in narrow cells the final one gives way a little.
        shift = 0.5 if moved and self.column_width < 6.2 else 0.0
        size = _fitting(8.5 if height > 5 else 7.5, words, width)
        canvas.text(
            left + width / 2 + shift,
            top + height / 2 + shift * 0.8,
            words,
            size=size,
            weight="semibold",
            colour=colour,
            align="center",
        )
        if moved and cell.first is not None:
            ink = colour if cell.final is not None else canvas.tokens.text
            corner = 4.8 if self.is_narrow else 5.5
            canvas.text(left + 0.6, top + 1.3, number(cell.first), size=corner, colour=ink)

    def _paint_dash(self, canvas: Canvas, across: float, middle: float) -> None:
        canvas.box(across - 1.2, middle - 0.8, 2.4, 1.6, fill=canvas.tokens.surface)
        canvas.line((across - 0.8, middle), (across + 0.8, middle), width=0.8)

    def _paint_outcomes(self, canvas: Canvas, top: float, band: Sequence[Column]) -> None:
        canvas.text(MARGIN, top + 3.4, "Outcome", size=7.5, weight="semibold")
        for index, column in enumerate(band):
            left, centre = self._left(index), self._left(index) + self.column_width / 2
            canvas.line((left + 0.35, top), (left + self.column_width - 0.35, top), width=1)
            words = "–" if column.outcome is None else number(column.outcome)
            mark = outcome_mark(column.status)
            if self.is_narrow:
                draw_mark(canvas, mark, centre, top + 2.6, 2.8)
                size = _fitting(7.5, words, self.column_width)
                canvas.text(centre, top + 6.2, words, size=size, weight="semibold", align="center")
            else:
                draw_mark(canvas, mark, centre - 2, top + 3.4, 2.8)
                canvas.text(centre + 0.6, top + 3.4, words, size=7.5, weight="semibold")

    def _paint_evidence(self, canvas: Canvas, top: float, band: Sequence[Column]) -> None:
        """Draw the evidence level as a line that steps up or down between the decisions."""
        canvas.text(MARGIN, top + 5.2, "Evidence", size=7.5, weight="semibold")
        known = [c.evidence for c in self.data.columns if c.evidence is not None]
        low, high = min(known), max(known)
        titles = dict(self.data.evidence_titles)
        before: float | None = None
        for level, run in groupby(enumerate(band), key=lambda pair: pair[1].evidence):
            places = [index for index, _ in run]
            if level is None:
                before = None
                continue
            down = top + 7.6 - 4.2 * ((level - low) / (high - low) if high > low else 0.0)
            start, end = self._left(places[0]), self._left(places[-1] + 1)
            rise = ((start, before), (start, down)) if before is not None else ((start, down),)
            canvas.line(*rise, (end, down), width=1.2)
            words = f"{number(level)} {titles.get(level, '')}".strip()
            words = canvas.letters.elided(words, end - start - 1.2, 6.5) or number(level)
            canvas.text(start + 0.8, down - 1.7, words, size=6.5)
            before = down


def _fitting(size: float, words: str, width: float) -> float:
    """Return a size at which figures fit into a narrow cell."""
    return min(size, width * 2.1 / max(len(words), 1) + 1)


def _keys(data: HeatMap) -> tuple[Key, ...]:
    cells = [cell for column in data.columns for cell in column.cells]
    keys = []
    if any(cell.is_missing for cell in cells):
        keys.append(Key("hatch", "no answer"))
    empty = ["not eligible"] if not all(cell.has_say for cell in cells) else []
    empty += ["not asked, under silence"] if any(cell.is_free for cell in cells) else []
    if empty:
        keys.append(Key("blank", "; ".join(empty)))
    statuses = dict.fromkeys(column.status for column in data.columns)
    for mark in MARKS:
        words = [in_words(status) for status in statuses if outcome_mark(status) == mark]
        if words:
            keys.append(Key(mark, ", ".join(words)))
    return tuple(keys)


def _missing(data: HeatMap) -> int:
    return sum(cell.is_missing for c in data.columns for cell in c.cells)


def _notes(data: HeatMap) -> tuple[str, ...]:
    notes = ["The number is the final position."]
    cells = [cell for column in data.columns for cell in column.cells]
    if any(cell.first is not None and cell.first != cell.final for cell in cells):
        notes.append("The small number is the first position, where it differed.")
    unasked = sum(all(cell.first is None for cell in c.cells) for c in data.columns)
    if unasked:
        notes.append(
            f"{unasked} of {counted(len(data.columns), 'decision')} had no first positions."
        )
    missing = _missing(data)
    if missing:
        verb = "is" if missing == 1 else "are"
        notes.append(f"{counted(missing, 'answer')} on this scale {verb} missing.")
    return (" ".join(notes),)


def _alt(data: HeatMap) -> str:
    held = [cell.final for c in data.columns for cell in c.cells if cell.final is not None]
    statuses = Counter(in_words(column.status) for column in data.columns)
    return (
        f"Grid of {counted(len(data.seats), 'seat')} and {counted(len(data.columns), 'decision')} "
        f"with the final positions on the scale {on_scale(data.scale)}. {extent(held)} "
        f"Outcomes: {', '.join(f'{count} {words}' for words, count in statuses.items())}."
    )


def _table(data: HeatMap) -> Table:
    rows = [
        (seat, *(_cell_words(column.cells[row]) for column in data.columns))
        for row, seat in enumerate(data.seats)
    ]
    rows.append(("Outcome", *(_outcome_words(column) for column in data.columns)))
    if any(column.evidence is not None for column in data.columns):
        levels = (column.evidence for column in data.columns)
        rows.append(("Evidence", *("–" if e is None else number(e) for e in levels)))
    return Table(("Seat", *(column.decision for column in data.columns)), tuple(rows))


def _cell_words(cell: Cell) -> str:
    if not cell.has_say:
        return "not eligible"
    if cell.is_free:
        return "not asked"
    final = "no answer" if cell.final is None else number(cell.final)
    moved = cell.first is not None and cell.first != cell.final
    return f"{final} (first {number(cell.first)})" if moved and cell.first is not None else final


def _outcome_words(column: Column) -> str:
    words = in_words(column.status)
    return words if column.outcome is None else f"{words}, {number(column.outcome)}"
