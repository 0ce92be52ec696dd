"""Text as the PDF's fonts can show it.

The fonts are given, not found on the machine, so that the same report gives the same pages. A
character none of them has is written as its number in brackets, an emoji with its name as well:
an empty box would tell nobody anything. Words too long for a line get places to break.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typst import Fonts

FAMILIES = ("Inter", "DejaVu Sans")

# What every Latin, Greek and Cyrillic report is made of; Inter has all of it, so the fonts need
# not be opened to find out.
_ORDINARY = "\n\t -~\xa0-\u017fΆΈ-ΊΌΎ-ΡΣ-ώ\u0400-\u045f–-—‘-„†•…‰‹›€−"
_UNUSUAL = re.compile(f"[^{_ORDINARY}]")
# Typst would draw a hyphen where a soft one is not inside a word.
_LOOSE_HYPHEN = re.compile(r"(?<!\w)\xad|\xad(?!\w)")
_LONG_WORD = re.compile(r"\S{25,}")
_BREAK_EVERY = re.compile(r"(.{12})(?=.)")
_CONTROL_CODES = (
    "NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN"
    " EM SUB ESC FS GS RS US SP DEL"
)
_CONTROL_NAMES = dict(enumerate(_CONTROL_CODES.split(), start=0x2400))


def fallback_fonts() -> Path:
    """Return the folder of DejaVu Sans, which comes with matplotlib: symbols, Arabic, Hebrew."""
    spec = find_spec("matplotlib")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("matplotlib is not installed; its fonts complete the PDF's own.")
    return Path(spec.submodule_search_locations[0]) / "mpl-data" / "fonts" / "ttf"


def printable_with(font_paths: tuple[Path, ...]) -> Callable[[str], str]:
    """Return a function that makes a text printable with the fonts in these folders."""

    def printable(text: str) -> str:
        text = _LOOSE_HYPHEN.sub("", text)
        if _UNUSUAL.search(text):
            covered = _covered(font_paths)
            text = _UNUSUAL.sub(lambda match: _written(match[0], covered), text)
        if _LONG_WORD.search(text):
            text = _LONG_WORD.sub(_with_breaks, text)
        return text

    return printable


def _written(character: str, covered: frozenset[int]) -> str:
    code = ord(character)
    if code in covered or _is_invisible(character):
        return character
    if code in _CONTROL_NAMES:
        return f"[{_CONTROL_NAMES[code]}]"
    if unicodedata.category(character) == "So":
        return f"[U+{code:04X} {unicodedata.name(character, '').lower()}]"
    return f"[U+{code:04X}]"


def _is_invisible(character: str) -> bool:
    """Whether a font without this character shows nothing, and rightly so."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


def _with_breaks(word: re.Match[str]) -> str:
    return _BREAK_EVERY.sub("\\1\u200b", word[0])


@cache
def fonts_in(font_paths: tuple[Path, ...]) -> "Fonts":
    """Return the fonts in these folders, read once."""
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(path) for path in font_paths],
    )


@cache
def _covered(font_paths: tuple[Path, ...]) -> frozenset[int]:
    """Return the characters that one family has in all its weights: bold must not lose any."""
    fonts = fonts_in(font_paths).fonts()
    found: set[int] = set()
    for family in FAMILIES:
        weights = [
            _characters(font.path, font.index)
            for font in fonts
            if font.family == family and font.style == "normal" and font.path
        ]
        if weights:
            found |= frozenset.intersection(*weights)
    return frozenset(found)


def _characters(path: str, index: int) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # has no types

    with TTFont(path, fontNumber=index, lazy=True) as font:
        return frozenset(font.getBestCmap())
