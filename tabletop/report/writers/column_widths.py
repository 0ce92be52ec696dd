"""How wide the columns of a table are on paper: by their shares, but no word is torn that can fit.

A share is the author's wish. The fonts of the reader may be wider than the report's own, and what
people typed may be longer than anybody thought of; so a column takes what its longest word needs
from the columns that have room to spare.
"""

import re
from collections.abc import Iterable, Iterator

from tabletop.report.content import Cell, Table, cell_text

_BETWEEN_WORDS = re.compile(r"[\s-]+")
_POINT_MM = 25.4 / 72
_MARK_SIGNS = 2.2
"""What a shape and the space behind it take of a line, in average signs."""
_ROWS_LOOKED_AT = 400
"""A longer log has columns of numbers and one of sentences: more rows would tell nothing more."""
_MOST_OF_WIDTH = 0.34
_NARROW, _WIDE = frozenset("iIljftr.,:;'’|!()[]1 "), frozenset("mwMWQO%@–—→")


def column_widths(table: Table, whole: float, *, points: float, gutter: float) -> list[float]:
    """Return the widths of the columns in millimetres; they add up to `whole`.

    `points` is the size of the type, `gutter` the millimetres beside the text of a cell.
    """
    total = sum(column.width for column in table.columns)
    wished = [column.width / total * whole for column in table.columns]
    most = whole * _MOST_OF_WIDTH
    needed = [min(most, need + gutter) for need in _needs(table, points)]
    return _fitted(wished, needed)


def _fitted(wished: list[float], needed: list[float]) -> list[float]:
    lacking = sum(max(0.0, need - wish) for wish, need in zip(wished, needed, strict=True))
    spare = sum(max(0.0, wish - need) for wish, need in zip(wished, needed, strict=True))
    if not lacking:
        return wished
    if spare <= lacking:
        # Something must be torn: everything a little, rather than one column wholly.
        whole = sum(wished)
        return [need / sum(needed) * whole for need in needed]
    left = 1 - lacking / spare
    return [
        need if wish <= need else need + (wish - need) * left
        for wish, need in zip(wished, needed, strict=True)
    ]


def _needs(table: Table, points: float) -> Iterator[float]:
    """Yield for each column the millimetres of its longest word."""
    sign = points * 0.57 * _POINT_MM
    rows = table.rows[:_ROWS_LOOKED_AT]
    for place, column in enumerate(table.columns):
        head = _longest(_BETWEEN_WORDS.split(column.header)) * 1.1
        cells = (_cell_signs(row[place]) for row in rows)
        yield max(head, *cells, 0.0) * sign


def _cell_signs(cell: Cell) -> float:
    """Return the average signs that a cell's longest word takes."""
    if cell.bar:
        return 0.0
    words = _BETWEEN_WORDS.split(cell_text(cell))
    weight = 1.06 if cell.strong else 1.0
    first = _signs(words[0]) + _MARK_SIGNS if cell.tone and words else 0.0
    return max(_longest(words), first) * weight


def _longest(words: Iterable[str]) -> float:
    return max((_signs(word) for word in words), default=0.0)


def _signs(word: str) -> float:
    """Return the width of a word in average signs; capitals and figures are wider than most."""
    return sum(
        0.55
        if sign in _NARROW
        else 1.5
        if sign in _WIDE
        else 1.22
        if sign.isupper()
        else 1.1
        if sign.isdigit()
        else 1.0
        for sign in word
    )


def has_torn_word(cell: Cell, width: float, *, points: float, gutter: float) -> bool:
    """Whether a cell holds a word that must be broken at a syllable to fit its column."""
    text = cell_text(cell)
    sign = points * 0.57 * _POINT_MM
    room = (width - gutter) / sign
    # Measuring is for long words only: a log has ten thousand short ones.
    return any(
        len(word) * 0.5 > room or (len(word) > room * 0.6 and _signs(word) > room)
        for word in _BETWEEN_WORDS.split(text)
    )
