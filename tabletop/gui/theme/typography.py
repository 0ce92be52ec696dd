"""The roles of type on the desk and in the room, and the fonts that are shipped for them.

Sizes are logical pixels at a text scale of 1; a setting multiplies those of the desk. The room
has its own scale, the height of its picture.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# It is always there, being shipped; what it lacks Qt takes from the system's own fonts. To name
# other families here makes Qt look up all their aliases before the first picture.
SANS = ("Inter",)
SERIF = ("Noto Serif", "Cambria", "Georgia", "DejaVu Serif", "Inter", "DejaVu Sans")
_FIRST = ("Inter-Regular", "Inter-Medium", "Inter-SemiBold")

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


class _Type(NamedTuple):
    scale: float
    wide: bool


class Typography(_Type):
    """The type of the desk at one text scale and width."""

    __slots__ = ()

    def __new__(cls, scale: float = 1.0, *, wide: bool = False) -> Typography:
        if not SMALLEST_SCALE <= scale <= LARGEST_SCALE:
            raise ValueError(
                f"The text scale {scale} lies outside {SMALLEST_SCALE} to {LARGEST_SCALE}."
            )
        return super().__new__(cls, scale, wide)

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
    return _loaded(_font_files(folder))


def load_first_fonts(folder: Path) -> None:
    """Make those known that the first picture shows, or raise FontsMissing."""
    _loaded([path for path in _font_files(folder) if path.stem in _FIRST])


def load_other_fonts(folder: Path) -> None:
    """Make all the others known."""
    _loaded([path for path in _font_files(folder) if path.stem not in _FIRST])


def _font_files(folder: Path) -> list[Path]:
    paths = sorted((*folder.glob("*.otf"), *folder.glob("*.ttf")))
    if not paths:
        raise FontsMissing(f"No fonts in {folder}. Install Tabletop again from a complete package.")
    return paths


def _loaded(paths: Sequence[Path]) -> tuple[str, ...]:
    families: set[str] = set()
    for path in paths:
        number = QFontDatabase.addApplicationFontFromData(path.read_bytes())
        if number < 0:
            raise FontsMissing(f"The font {path} cannot be read. Put a whole copy in its place.")
        families.update(QFontDatabase.applicationFontFamilies(number))
    return tuple(sorted(families))
