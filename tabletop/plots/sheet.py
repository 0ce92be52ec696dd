"""What all figures have around them: title, EXERCISE, keys, notes on missing data, the marking."""

from collections.abc import Callable
from dataclasses import dataclass

from tabletop.plots.canvas import Canvas, fixed_settings
from tabletop.plots.lettering import Lettering
from tabletop.plots.marks import SIZE, Mark, draw_mark
from tabletop.plots.picture import TEXT_WIDTH_MM, Frame, Picture, Scale, Table, number
from tabletop.plots.tokens import position_step

MARGIN = 1.0
_TITLE, _KEYS, _NOTES, _MARKING = 10.5, 7.5, 7.5, 6.5
_TITLE_LINE, _KEY_LINE, _NOTE_LINE, _MARKING_LINE = 5.0, 4.6, 3.8, 3.2
_CHIP, _MOST_CHIPS = 5.0, 11


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of the legend: a sign and what it means."""

    mark: Mark
    words: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A figure before it is drawn: its words, and a painter for the part between them.

    The painter gets the canvas and the place where its part begins.
    """

    name: str
    title: str
    alt: str
    table: Table
    height: float
    paint: Callable[[Canvas, float], None]
    keys: tuple[Key, ...] = ()
    scale: Scale | None = None
    notes: tuple[str, ...] = ()


def drawn(sheet: Sheet, frame: Frame) -> Picture:
    """Draw a sheet into a picture."""
    layout = _Layout.of(sheet, frame)
    height = layout.body_top + sheet.height + layout.foot_height
    with fixed_settings():
        canvas = Canvas(TEXT_WIDTH_MM, height, frame)
        layout.draw_head(canvas)
        sheet.paint(canvas, layout.body_top)
        layout.draw_foot(canvas)
        return Picture(
            name=sheet.name,
            svg=canvas.svg(sheet.name, f"{sheet.title}. {sheet.alt}"),
            png=canvas.png(),
            alt=sheet.alt,
            table=sheet.table,
            title=sheet.title,
            width_mm=TEXT_WIDTH_MM,
            height_mm=round(height, 2),
        )


def without_data(
    name: str, title: str, columns: tuple[str, ...], reason: str, frame: Frame
) -> Picture:
    """Return the picture that stands where there is nothing to draw, with the reason."""

    def paint(canvas: Canvas, top: float) -> None:
        left, width = MARGIN, TEXT_WIDTH_MM - 2 * MARGIN
        canvas.box(left, top, width, 16, fill=canvas.tokens.raised, radius=1)
        words = canvas.letters.elided(f"No data. {reason}", width - 8, 8.5)
        colour = canvas.tokens.muted
        canvas.text(TEXT_WIDTH_MM / 2, top + 8, words, size=8.5, align="center", colour=colour)

    alt = f"No data. {reason}"
    return drawn(Sheet(name, title, alt, Table(columns, ()), height=16, paint=paint), frame)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the words around a figure stand."""

    sheet: Sheet
    frame: Frame
    title: tuple[str, ...]
    keys: tuple[tuple[Key, float, int], ...]
    key_lines: int
    notes: tuple[str, ...]
    marking: tuple[str, ...]

    @classmethod
    def of(cls, sheet: Sheet, frame: Frame) -> "_Layout":
        letters, room = Lettering(frame.fonts), TEXT_WIDTH_MM - 2 * MARGIN
        keys = _placed_keys(sheet, letters)
        return cls(
            sheet,
            frame,
            title=letters.wrapped(sheet.title, room - 28, _TITLE, "bold"),
            keys=keys,
            key_lines=keys[-1][2] + 1 if keys else int(sheet.scale is not None),
            notes=tuple(
                line for note in sheet.notes for line in letters.wrapped(note, room, _NOTES)
            ),
            marking=letters.wrapped(frame.marking, room, _MARKING, "semibold"),
        )

    @property
    def keys_top(self) -> float:
        return 1.0 + len(self.title) * _TITLE_LINE + 0.8

    @property
    def body_top(self) -> float:
        return self.keys_top + self.key_lines * _KEY_LINE + 2.0

    @property
    def foot_height(self) -> float:
        notes = len(self.notes) * _NOTE_LINE + (2.0 if self.notes else 0.0)
        return notes + 2.0 + len(self.marking) * _MARKING_LINE + 1.6

    def draw_head(self, canvas: Canvas) -> None:
        for index, line in enumerate(self.title):
            middle = 1.0 + (index + 0.5) * _TITLE_LINE
            canvas.text(MARGIN, middle, line, size=_TITLE, weight="bold")
        self._draw_exercise(canvas)
        if self.sheet.scale is not None:
            _draw_scale(canvas, self.sheet.scale, self.keys_top + _KEY_LINE / 2)
        for key, left, row in self.keys:
            middle = self.keys_top + (row + 0.5) * _KEY_LINE
            draw_mark(canvas, key.mark, left + SIZE / 2, middle)
            words = canvas.letters.elided(key.words, TEXT_WIDTH_MM - left - 6, _KEYS)
            colour = canvas.tokens.muted
            canvas.text(left + SIZE + 1.2, middle, words, size=_KEYS, colour=colour)

    def draw_foot(self, canvas: Canvas) -> None:
        notes_top = canvas.height - self.foot_height + (2.0 if self.notes else 0.0)
        for index, line in enumerate(self.notes):
            middle = notes_top + (index + 0.5) * _NOTE_LINE
            canvas.text(MARGIN, middle, line, size=_NOTES, colour=canvas.tokens.muted)
        top = canvas.height - len(self.marking) * _MARKING_LINE - 1.6
        ends = ((MARGIN, top), (TEXT_WIDTH_MM - MARGIN, top))
        canvas.line(*ends, colour=canvas.tokens.line, width=0.5)
        for index, line in enumerate(self.marking):
            middle = top + 0.9 + (index + 0.5) * _MARKING_LINE
            canvas.text(
                TEXT_WIDTH_MM / 2, middle, line, size=_MARKING, weight="semibold", align="center"
            )

    def _draw_exercise(self, canvas: Canvas) -> None:
        words, size = self.frame.exercise, _MARKING
        width = canvas.letters.width(words, size, "bold") + 3.2
        left = TEXT_WIDTH_MM - MARGIN - width
        canvas.box(left, 1.2, width, 4.4, edge=canvas.tokens.text, line=0.7, radius=0.7)
        canvas.text(left + width / 2, 3.4, words, size=size, weight="bold", align="center")


def _placed_keys(sheet: Sheet, letters: Lettering) -> tuple[tuple[Key, float, int], ...]:
    """Return each key with its left edge and its line; the scale stands first in the first line."""
    line = 0
    left = MARGIN + (_scale_width(sheet.scale, letters) + 6 if sheet.scale else 0.0)
    placed = []
    for key in sheet.keys:
        width = SIZE + 1.2 + letters.width(key.words, _KEYS) + 4.5
        if left > MARGIN and left + width - 4.5 > TEXT_WIDTH_MM - MARGIN:
            left, line = MARGIN, line + 1
        placed.append((key, left, line))
        left += width
    return tuple(placed)


def _chip_width(scale: Scale) -> float:
    return _CHIP if len(scale.levels) <= _MOST_CHIPS else _CHIP * _MOST_CHIPS / len(scale.levels)


def _scale_width(scale: Scale, letters: Lettering) -> float:
    words = letters.elided(scale.words, 100, _KEYS)
    return _chip_width(scale) * len(scale.levels) + 1.5 + letters.width(words, _KEYS)


def _draw_scale(canvas: Canvas, scale: Scale, middle: float) -> None:
    """Draw the levels as a row of small cells, with the words of both ends."""
    width, gap = _chip_width(scale), 0.5 if len(scale.levels) <= _MOST_CHIPS else 0.0
    values = scale.values
    for index, value in enumerate(values):
        step = position_step(canvas.tokens, index, len(values))
        left = MARGIN + index * width
        canvas.box(left, middle - 1.7, width - gap, 3.4, fill=step.fill, radius=0.6 if gap else 0)
        if gap:
            centre = left + (width - gap) / 2
            words = number(value)
            size = 6.5 if len(words) < 3 else 5.5
            canvas.text(
                centre, middle, words, size=size, weight="semibold", colour=step.ink, align="center"
            )
    words = canvas.letters.elided(scale.words, 100, _KEYS)
    left = MARGIN + width * len(values) + 1.5
    canvas.text(left, middle, words, size=_KEYS, colour=canvas.tokens.muted)
