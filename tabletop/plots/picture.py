"""What a figure is: a drawing as vector and as pixels, its words, and its numbers as a table.

Figures are pure functions from small frozen values to a `Picture`; the same values give the same
bytes. A figure without data is a picture too: it says that there are none, and why.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tabletop.plots.tokens import LIGHT, Tokens

TEXT_WIDTH_MM = 170.0


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers behind a figure, for readers who cannot or will not read the drawing."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """One figure. `svg` is a whole document with letters as paths, `png` has 200 dots per inch."""

    name: str
    svg: bytes
    png: bytes
    alt: str
    table: Table
    title: str
    width_mm: float
    height_mm: float

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing to show, so that a report may leave the figure out."""
        return not self.table.rows


@dataclass(frozen=True, slots=True)
class Frame:
    """What all figures of one report share: the marking, the letters, the colours.

    `fonts` is a folder with Inter in the weights Regular, Medium, SemiBold and Bold; without it,
    and for letters Inter does not have, DejaVu Sans stands in.
    """

    marking: str
    fonts: Path | None = None
    tokens: Tokens = LIGHT
    exercise: str = "EXERCISE"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a scale."""

    value: float
    title: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """An ordered scale; positions are values of its levels."""

    levels: tuple[Level, ...]

    @property
    def values(self) -> tuple[float, ...]:
        return tuple(sorted(level.value for level in self.levels))

    def place(self, position: float) -> int:
        """Return the place, from 0, of the level nearest to a position."""
        values = self.values
        return min(range(len(values)), key=lambda index: abs(values[index] - position), default=0)

    def title(self, position: float) -> str:
        """Return the title of a level, its number where it has none."""
        titles = [level.title for level in self.levels if level.value == position and level.title]
        return titles[0] if titles else number(position)

    @property
    def words(self) -> str:
        """Return the scale in words, from its lowest to its highest level."""
        if not self.levels:
            return ""
        return f"{self.title(self.values[0])} to {self.title(self.values[-1])}"


def number(value: float) -> str:
    """Return a number as figures print it: whole ones bare, others with two decimals at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("-", "−")


def counted(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun: "1 seat", "3 seats"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def span(seconds: float) -> str:
    """Return a duration, everywhere the same: “45 s”, “9 min 30 s”, “13 min”, “5 h 31 min”.

    From ten minutes on seconds would only feign precision: whole minutes, the nearest.
    """
    whole = round(seconds)
    if whole < 600:
        minutes, rest = divmod(whole, 60)
        parts = (f"{minutes} min" if minutes else "", f"{rest} s" if rest or not minutes else "")
    else:
        hours, minutes = divmod((whole + 30) // 60, 60)
        parts = (f"{hours} h" if hours else "", f"{minutes} min" if minutes else "")
    return " ".join(part for part in parts if part)


def moment(seconds: float) -> str:
    """Return a moment of an exercise, always with hours: 0:13:05."""
    whole = round(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def on_scale(scale: Scale) -> str:
    """Return a scale for a sentence: "0, National handling, to 6, Collective defence"."""
    if not scale.levels:
        return "without levels"
    low, high = scale.values[0], scale.values[-1]
    ends = f"{number(low)}, {scale.title(low)}, to {number(high)}, {scale.title(high)}"
    return f"from {ends}"


def extent(positions: Sequence[float]) -> str:
    """Return a sentence about the lowest and highest of some positions."""
    if not positions:
        return "No seat gave a position."
    low, high = min(positions), max(positions)
    if low == high:
        return f"Every position given is {number(low)}."
    return f"The positions run from {number(low)} to {number(high)}."
