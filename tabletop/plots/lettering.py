"""Fonts of the figures and the measure of words, so that layouts know what fits.

matplotlib chooses fonts by family name and would take a system's Inter before ours; files of the
given folder are therefore registered under a name that contains the folder.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

Weight = Literal["regular", "medium", "semibold", "bold"]

MM_PER_POINT = 25.4 / 72
_SIZE = 100.0
# Kerning changes the width of a line by less than this share; short words are measured as a whole.
_KERNING = 0.05
_SHORT = 8
CAPITALS = 0.727  # height of capitals in Inter and DejaVu Sans, as a share of the size

_WEIGHTS: dict[Weight, int] = {"regular": 400, "medium": 500, "semibold": 600, "bold": 700}
_INTER = ("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold")
_DEJAVU = ("DejaVuSans", "DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Bold")


@dataclass(frozen=True)
class Lettering:
    """The letters of one folder of fonts, and DejaVu Sans, which matplotlib brings, behind them."""

    fonts: Path | None

    @cached_property
    def families(self) -> list[str]:
        """Return the family names to ask matplotlib for, best first; registers the files."""
        from matplotlib import get_data_path
        from matplotlib.font_manager import FontEntry, fontManager

        known = {entry.name for entry in fontManager.ttflist}
        names = []
        for folder, stems in ((self.fonts, _INTER), (Path(get_data_path(), "fonts/ttf"), _DEJAVU)):
            files = _files(folder, stems)
            name = f"{stems[0]} of {folder}"
            names += [name] if files else []
            for weight, file in zip(_WEIGHTS.values(), files, strict=False):
                if name not in known:
                    fontManager.ttflist.append(FontEntry(fname=file, name=name, weight=weight))
        return names

    def properties(self, weight: Weight = "regular") -> "FontProperties":
        """Return matplotlib's description of a font at the size of 100 points."""
        from matplotlib.font_manager import FontProperties

        return FontProperties(family=self.families, size=_SIZE, weight=_WEIGHTS[weight])

    def width(self, words: str, size: float, weight: Weight = "regular") -> float:
        """Return how many millimetres wide the words are at a size in points."""
        return _width(self, words, weight) * size * MM_PER_POINT / _SIZE

    def outline(self, words: str, size: float, weight: Weight = "regular") -> tuple[Any, Any, Any]:
        """Return arrays of the letters' outline: millimetres to the right and up, and path codes.

        They count from the start of the baseline.
        """
        places, codes = _outline(self, words, weight)
        scaled = places * (size * MM_PER_POINT / _SIZE)
        return scaled[:, 0], scaled[:, 1], codes

    def widest(self, lines: tuple[str, ...], size: float, weight: Weight = "regular") -> float:
        """Return the room for the widest of several words or lines."""
        return max((self.room_for(line, size, weight) for line in lines), default=0.0)

    def room_for(self, words: str, size: float, weight: Weight = "regular") -> float:
        """Return about how many millimetres hold the words: their width without kerning.

        Many times faster than ``width``, because each character is measured once and for all.
        """
        whole = sum(_advance(self, character, weight) for character in words)
        return whole * size * MM_PER_POINT / _SIZE

    def fits(self, words: str, room: float, size: float, weight: Weight = "regular") -> bool:
        """Return whether the words fit into the room; measured whole only where it is close."""
        about = self.room_for(words, size, weight)
        if len(words) > _SHORT and abs(about - room) > _KERNING * room:
            return about < room
        return self.width(words, size, weight) <= room

    def elided(self, words: str, room: float, size: float, weight: Weight = "regular") -> str:
        """Return the words, shortened by an ellipsis to what fits into the room."""
        if self.fits(words, room, size, weight):
            return words
        shortest, longest = 0, len(words)
        while shortest < longest:
            middle = (shortest + longest + 1) // 2
            if self.fits(words[:middle].rstrip() + "…", room, size, weight):
                shortest = middle
            else:
                longest = middle - 1
        return words[:shortest].rstrip(" ,;:–") + "…" if shortest else ""

    def wrapped(
        self, words: str, room: float, size: float, weight: Weight = "regular"
    ) -> tuple[str, ...]:
        """Return the words in lines that fit into the room; a single word too long is elided."""
        lines: list[str] = []
        for word in words.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.fits(longer, room, size, weight):
                lines[-1] = longer
            else:
                lines.append(self.elided(word, room, size, weight))
        return tuple(lines)


@lru_cache(maxsize=64)
def _face(letters: Lettering, weight: Weight) -> Any:
    """Return the opened font, with those behind it, at the size of 100 points."""
    from matplotlib.font_manager import fontManager, get_font
    from matplotlib.textpath import text_to_path

    # Finding a font by its families takes longer than measuring a line in it.
    files = fontManager._find_fonts_by_props(letters.properties(weight))  # noqa: SLF001 (no other)
    font = get_font(files)
    font.set_size(_SIZE, text_to_path.DPI)
    return font


@lru_cache(maxsize=16_384)
def _width(letters: Lettering, words: str, weight: Weight) -> float:
    """Return the width of words at the size of 100 points, unhinted."""
    from matplotlib.ft2font import LoadFlags

    font = _face(letters, weight)
    font.set_text(words, 0.0, flags=LoadFlags.NO_HINTING)
    return float(font.get_width_height()[0]) / 64.0


@lru_cache(maxsize=4096)
def _advance(letters: Lettering, character: str, weight: Weight) -> float:
    """Return how far one character moves on at the size of 100 points."""
    return _width(letters, f"x{character}x", weight) - _width(letters, "xx", weight)


@lru_cache(maxsize=4096)
def _outline(letters: Lettering, words: str, weight: Weight) -> tuple[Any, Any]:
    """Return points and codes of the outline of words at the size of 100 points."""
    import numpy as np
    from matplotlib.textpath import text_to_path

    places, codes = text_to_path.get_text_path(letters.properties(weight), words, ismath=False)
    return np.asarray(places).reshape(-1, 2), np.asarray(codes, np.uint8)


def _files(folder: Path | None, stems: tuple[str, ...]) -> tuple[str, ...]:
    """Return a file per weight, the regular one where a weight is missing, none without it."""
    if folder is None:
        return ()
    found = {file.stem: str(file) for file in sorted(folder.glob("*.[ot]tf"))}
    return tuple(found.get(stem, found[stems[0]]) for stem in stems if stems[0] in found)
