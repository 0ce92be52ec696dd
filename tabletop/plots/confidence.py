"""Stated confidence beside the authored evidence level; described, without a verdict."""

import math
from collections import Counter
from dataclasses import dataclass

from tabletop.analysis.agreement import median
from tabletop.plots.canvas import Canvas
from tabletop.plots.lettering import Lettering
from tabletop.plots.marks import draw_mark
from tabletop.plots.picture import TEXT_WIDTH_MM, Frame, Picture, Table, counted, number
from tabletop.plots.sheet import MARGIN, Key, Sheet, drawn, without_data

LEVELS = ("low", "moderate", "high")

_ROW, _HEAD, _METER = 6.4, 6.0, 26.0
_DOT = 2.0
_MEDIAN = 28.0
_COLUMNS = ("Decision", "Evidence", "Low", "Moderate", "High", "Not stated")


@dataclass(frozen=True, slots=True)
class StatedConfidence:
    """One decision: the confidence each answering seat stated, None where it stated none."""

    decision: str
    evidence: float | None
    stated: tuple[str | None, ...]

    @property
    def counts(self) -> tuple[int, ...]:
        found = Counter(self.stated)
        return tuple(found[level] for level in LEVELS)

    @property
    def typical(self) -> float | None:
        """Return the median place, from 0, among the levels."""
        places = [LEVELS.index(level) for level in self.stated if level in LEVELS]
        return median(places)


@dataclass(frozen=True, slots=True)
class Confidence:
    """Decisions in the order in which they were taken; `most_evidence` ends the meter."""

    rows: tuple[StatedConfidence, ...]
    most_evidence: float = 4
    title: str = "Stated confidence and evidence by decision"


def confidence_by_evidence(data: Confidence, frame: Frame) -> Picture:
    """Draw a meter of the evidence level and a dot per seat under the confidence it stated."""
    name = "confidence-evidence"
    rows = tuple(row for row in data.rows if any(row.counts))
    if not rows:
        return without_data(name, data.title, _COLUMNS, "No seat stated its confidence.", frame)
    plot = _Plot(rows, data.most_evidence, _label_width(rows, Lettering(frame.fonts)))
    sheet = Sheet(
        name=name,
        title=data.title,
        alt=_alt(rows),
        table=Table(_COLUMNS, tuple(_table_row(row) for row in rows)),
        height=_HEAD + _ROW * len(rows),
        paint=plot.paint,
        keys=(Key("dot", "one seat"),),
        notes=_notes(data, rows),
    )
    return drawn(sheet, frame)


@dataclass(frozen=True, slots=True)
class _Plot:
    """The painter of the rows."""

    rows: tuple[StatedConfidence, ...]
    most_evidence: float
    label_width: float

    @property
    def left(self) -> float:
        return MARGIN + self.label_width + _METER + 6

    @property
    def column(self) -> float:
        return (TEXT_WIDTH_MM - MARGIN - 12 - _MEDIAN - self.left) / len(LEVELS)

    def paint(self, canvas: Canvas, top: float) -> None:
        self._paint_head(canvas, top)
        for index, row in enumerate(self.rows):
            middle = top + _HEAD + (index + 0.5) * _ROW
            upper = top + _HEAD + index * _ROW
            ends = ((MARGIN, upper), (TEXT_WIDTH_MM - MARGIN, upper))
            canvas.line(*ends, colour=canvas.tokens.line, width=0.5)
            canvas.text(MARGIN, middle, row.decision, size=7.5, weight="semibold")
            self._paint_meter(canvas, MARGIN + self.label_width, middle, row.evidence)
            self._paint_dots(canvas, middle, row)
            right, words = TEXT_WIDTH_MM - MARGIN, f"n = {sum(row.counts)}"
            muted = canvas.tokens.muted
            canvas.text(right, middle, words, size=7.5, colour=muted, align="right")

    def _paint_head(self, canvas: Canvas, top: float) -> None:
        middle, colour = top + 2.4, canvas.tokens.muted
        canvas.text(MARGIN + self.label_width, middle, "Evidence", size=7.5, colour=colour)
        for place, level in enumerate(LEVELS):
            across = self.left + place * self.column
            canvas.text(across, middle, level.capitalize(), size=7.5, colour=colour)
        across = self.left + len(LEVELS) * self.column
        canvas.text(across, middle, "Median", size=7.5, colour=colour)

    def _paint_meter(
        self, canvas: Canvas, left: float, middle: float, evidence: float | None
    ) -> None:
        """Draw the level as filled blocks; evidence is neither good nor bad, so they are grey."""
        blocks = max(1, min(8, round(self.most_evidence)))
        width = (_METER - 8) / blocks
        for block in range(blocks):
            filled = evidence is not None and block < evidence
            canvas.box(
                left + block * width,
                middle - 1.2,
                width - 0.6,
                2.4,
                fill=canvas.tokens.text if filled else canvas.tokens.surface,
                edge=canvas.tokens.edge,
                line=0.5,
            )
        words = "–" if evidence is None else number(evidence)
        canvas.text(left + _METER - 6.4, middle, words, size=7.5, weight="semibold")

    def _paint_dots(self, canvas: Canvas, middle: float, row: StatedConfidence) -> None:
        for place, seats in enumerate(row.counts):
            left = self.left + place * self.column
            pitch = min(_DOT, (self.column - 11) / max(seats, 1))
            for seat in range(seats):
                draw_mark(canvas, "dot", left + 1 + seat * pitch, middle, 2.8)
            if seats:
                after = left + 1 + (seats - 1) * pitch + 2.4
                canvas.text(after, middle, str(seats), size=7)
        if row.typical is not None:
            across = self.left + len(LEVELS) * self.column
            canvas.text(across, middle, _median_words(row.typical), size=7.5)


def _median_words(typical: float) -> str:
    """Return the level of the median; between two levels, both."""
    low, high = LEVELS[math.floor(typical)], LEVELS[math.ceil(typical)]
    return low if low == high else f"{low} to {high}"


def _label_width(rows: tuple[StatedConfidence, ...], letters: Lettering) -> float:
    return letters.widest(tuple(row.decision for row in rows), 7.5, "semibold") + 4


def _unstated(row: StatedConfidence) -> int:
    return len(row.stated) - sum(row.counts)


def _notes(data: Confidence, rows: tuple[StatedConfidence, ...]) -> tuple[str, ...]:
    notes = ["Evidence: the level the scenario’s author set. The comparison does not judge."]
    unstated = sum(map(_unstated, rows))
    if unstated:
        answers = counted(sum(len(row.stated) for row in rows), "answer")
        notes.append(f"{unstated} of {answers} stated no confidence.")
    left_out = len(data.rows) - len(rows)
    if left_out:
        notes.append(f"{left_out} of {counted(len(data.rows), 'decision')} had none stated.")
    return (" ".join(notes),)


def _alt(rows: tuple[StatedConfidence, ...]) -> str:
    totals = [sum(column) for column in zip(*(row.counts for row in rows), strict=True)]
    stated = ", ".join(f"{level} {total}" for level, total in zip(LEVELS, totals, strict=True))
    levels = [row.evidence for row in rows if row.evidence is not None]
    evidence = ""
    if levels and levels[0] == levels[-1]:
        evidence = f" The evidence level began and ended at {number(levels[0])}."
    elif levels:
        evidence = f" The evidence level went from {number(levels[0])} to {number(levels[-1])}."
    decisions = counted(len(rows), "decision")
    return f"Dots of the confidence the seats stated in {decisions}: {stated}.{evidence}"


def _table_row(row: StatedConfidence) -> tuple[str, ...]:
    evidence = "–" if row.evidence is None else number(row.evidence)
    return (row.decision, evidence, *map(str, row.counts), str(_unstated(row)))
