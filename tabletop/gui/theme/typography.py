"""The roles of type on the desk and in the room, and the fonts that are shipped for them.

Sizes are logical pixels at a text scale of 1; a setting multiplies those of the desk. The room
has its own scale, the height of its picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

if TYPE_CHECKING:
    from pathlib import Path

SANS = ("Inter", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans", "DejaVu Sans")
SERIF = ("Noto Serif", "Cambria", "Georgia", "DejaVu Serif", "Inter", "DejaVu Sans")

SMALLEST_SCALE = 0.9
LARGEST_SCALE = 1.5


class FontsMissing(Exception):
    """A shipped font is absent or broken."""


class TextRole(StrEnum):
    """What a piece of text on the desk is."""

    SILENCE_CLOCK = "silence-clock"
    PAGE = "page"
    CLOCK = "clock"
    TITLE = "title"
    PANEL = "panel"
    GO = "go"
    STATE = "state"
    INJECT = "inject"
    STRONG = "strong"
    TEXT = "text"
    META = "meta"
    HEAD = "head"
    MARKING = "marking"


class TypeStyle(NamedTuple):
    """Size, height of line and weight of a role; `wide` ones hold in a console of 1600 px."""

    size: int
    line: int
    weight: int
    wide_size: int
    wide_line: int
    tabular: bool = False
    spacing_em: float = 0.0


TYPE_STYLES = {
    TextRole.SILENCE_CLOCK: TypeStyle(56, 56, 600, 56, 56, tabular=True),
    TextRole.PAGE: TypeStyle(20, 28, 600, 20, 28),
    TextRole.CLOCK: TypeStyle(20, 24, 600, 20, 24, tabular=True),
    TextRole.TITLE: TypeStyle(18, 28, 600, 22, 28),
    TextRole.PANEL: TypeStyle(16, 24, 600, 16, 24),
    TextRole.GO: TypeStyle(16, 24, 700, 16, 24),
    TextRole.STATE: TypeStyle(15, 20, 600, 15, 20),
    TextRole.INJECT: TypeStyle(14, 20, 400, 16, 24),
    TextRole.STRONG: TypeStyle(13, 18, 600, 14, 20),
    TextRole.TEXT: TypeStyle(13, 18, 400, 14, 20),
    TextRole.META: TypeStyle(12, 16, 400, 12, 16),
    TextRole.HEAD: TypeStyle(11, 16, 600, 11, 16),
    TextRole.MARKING: TypeStyle(11, 20, 600, 12, 24, spacing_em=0.08),
}


@dataclass(frozen=True, slots=True)
class Typography:
    """The type of the desk at one text scale and width."""

    scale: float = 1.0
    wide: bool = False

    def __post_init__(self) -> None:
        if not SMALLEST_SCALE <= self.scale <= LARGEST_SCALE:
            raise ValueError(
                f"The text scale {self.scale} lies outside {SMALLEST_SCALE} to {LARGEST_SCALE}."
            )

    def size(self, role: TextRole) -> int:
        """Return the size of a role in pixels."""
        style = TYPE_STYLES[role]
        return round((style.wide_size if self.wide else style.size) * self.scale)

    def line(self, role: TextRole) -> int:
        """Return the height of a line of a role in pixels."""
        style = TYPE_STYLES[role]
        return round((style.wide_line if self.wide else style.line) * self.scale)

    def font(self, role: TextRole, *, weight: int | None = None, tabular: bool = False) -> QFont:
        """Return the font of a role; numbers that stand in columns ask for tabular ones."""
        style = TYPE_STYLES[role]
        made = sans(self.size(role), weight or style.weight, tabular=tabular or style.tabular)
        if style.spacing_em:
            made.setLetterSpacing(
                QFont.SpacingType.AbsoluteSpacing, self.size(role) * style.spacing_em
            )
        return made


def sans(pixels: float, weight: int = 400, *, tabular: bool = False) -> QFont:
    """Return the family of everything, at a size in pixels."""
    return _font(SANS, pixels, weight, tabular=tabular)


def serif(pixels: float, weight: int = 400) -> QFont:
    """Return the family of press pages, diplomatic notes and draft texts."""
    return _font(SERIF, pixels, weight, tabular=False)


def _font(families: tuple[str, ...], pixels: float, weight: int, *, tabular: bool) -> QFont:
    made = QFont(list(families))
    made.setPixelSize(max(round(pixels), 1))
    made.setWeight(QFont.Weight(weight))
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Make the shipped fonts known to Qt, and return the families, or raise FontsMissing."""
    paths = sorted((*folder.glob("*.otf"), *folder.glob("*.ttf")))
    if not paths:
        raise FontsMissing(f"No fonts in {folder}. Install Tabletop again from a complete package.")
    families: set[str] = set()
    for path in paths:
        number = QFontDatabase.addApplicationFontFromData(path.read_bytes())
        if number < 0:
            raise FontsMissing(f"The font {path} cannot be read. Put a whole copy in its place.")
        families.update(QFontDatabase.applicationFontFamilies(number))
    return tuple(sorted(families))
