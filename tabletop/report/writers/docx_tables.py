"""Tables of the Word report, as XML: widths fixed, the head repeated on every page."""

from collections.abc import Callable, Iterator
from itertools import accumulate, pairwise

from tabletop.plots.tokens import LIGHT, WHITE
from tabletop.report.colours import MARKS, shade_step, tone_colour
from tabletop.report.content import Cell, Table, cell_text, is_looked_up, stays_whole
from tabletop.report.writers.column_widths import column_widths
from tabletop.report.writers.docx_xml import attribute, colour, paragraph, run

TEXT_WIDTH = 9638
"""170 mm in twentieths of a point."""

Linked = Callable[[str, str], str]
"""Wraps runs in a link to a target, if it leads anywhere."""

Marked = Callable[[str], str]
"""Gives the bookmark for an anchor."""

_HEAVY, _HAIR, _GAP = 9, 4, 12
_LONGEST_UNSPLIT = 1500
_TWENTIETHS_IN_MM = 20 * 72 / 25.4
_GUTTER_MM = 2.4
_WIDER_STAND_IN = 1.08
_KEPT = "<w:keepNext/>"
_SIDES = {"left": "left", "center": "center", "right": "right"}


def table_xml(table: Table, *, linked: Linked, marked: Marked, indent: int = 0) -> str:
    """Return a table, indented by so many twentieths of a point."""
    return "".join(_TableXml(table, linked, marked, indent).parts())


def widths(table: Table, whole: int) -> list[int]:
    """Return the columns' widths in twentieths of a point; they add up to the given one."""
    wide = whole / _TWENTIETHS_IN_MM
    wished = column_widths(table, wide, points=_points(table), gutter=_GUTTER_MM)
    edges = [0, *(round(edge * whole / wide) for edge in accumulate(wished))]
    return [right - left for left, right in pairwise(edges)]


def _points(table: Table) -> float:
    """Return the size to measure words by: Inter is seldom there, and some stand-ins are wider."""
    size = 7.0 if is_looked_up(table) else 7.8 if table.dense else 8.8
    return size * _WIDER_STAND_IN


def _styles(table: Table) -> tuple[str, str]:
    """Return the styles of a table's text and notes."""
    if is_looked_up(table):
        return "FineText", "FineNote"
    return ("DenseText", "DenseNote") if table.dense else ("TableText", "TableNote")


class _TableXml:
    def __init__(self, table: Table, linked: Linked, marked: Marked, indent: int) -> None:
        self._table = table
        self._linked = linked
        self._marked = marked
        self._indent = indent
        self._widths = widths(table, round((TEXT_WIDTH - indent) * table.width))
        self._last = len(table.columns) - 1
        self._text, self._note = _styles(table)
        self._stays_whole = stays_whole(table)

    def parts(self) -> Iterator[str]:
        yield f"<w:tbl>{self._properties()}<w:tblGrid>"
        yield from (f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        yield f"</w:tblGrid>{self._head()}"
        for place, row in enumerate(self._table.rows):
            yield self._row(row, _KEPT if self._is_tied(place) else "")
        yield "</w:tbl>"

    def _is_tied(self, place: int) -> bool:
        """Whether a row shares the page of what follows: no row stands alone, nor does the note."""
        last = len(self._table.rows) - 1
        if place == last:
            return bool(self._table.note)
        return self._stays_whole or place in (0, last - 1)

    def _properties(self) -> str:
        ink, line = colour(LIGHT.text), colour(LIGHT.line)
        side = 60 if self._table.dense else 90
        title = self._table.caption
        description = f"<w:tblCaption w:val={attribute(title)}/>" if title else ""
        return (
            f'<w:tblPr><w:tblW w:w="{sum(self._widths)}" w:type="dxa"/>'
            f'<w:tblInd w:w="{self._indent}" w:type="dxa"/><w:tblBorders>'
            f'<w:top w:val="single" w:sz="{_HEAVY}" w:space="0" w:color="{ink}"/>'
            f'<w:bottom w:val="single" w:sz="{_HEAVY}" w:space="0" w:color="{ink}"/>'
            f'<w:insideH w:val="single" w:sz="{_HAIR}" w:space="0" w:color="{line}"/>'
            '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
            f'<w:left w:w="{side}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/>'
            '</w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1"/>'
            f"{description}</w:tblPr>"
        )

    def _head(self) -> str:
        cells = "".join(
            f"<w:tc>{self._cell_properties(place)}"
            f"{paragraph('TableHead', run(column.header), self._side(place))}</w:tc>"
            for place, column in enumerate(self._table.columns)
        )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"

    def _row(self, row: tuple[Cell, ...], together: str) -> str:
        # A row is kept on one page unless it is so long that it might not fit on one.
        short = sum(len(cell_text(cell)) for cell in row) < _LONGEST_UNSPLIT
        cells = "".join(self._cell(place, cell, together) for place, cell in enumerate(row))
        return f"<w:tr>{'<w:trPr><w:cantSplit/></w:trPr>' if short else ''}{cells}</w:tr>"

    def _cell(self, place: int, cell: Cell, together: str) -> str:
        side = together + self._side(place)
        lines = [paragraph(self._text, content, side) for content in self._lines(cell)]
        if cell.note:
            lines.append(paragraph(self._note, run(cell.note), side))
        if not lines:
            lines.append(paragraph(self._text, "", side))
        if cell.anchor:
            start, closing, rest = lines[0].partition("</w:pPr>")
            lines[0] = start + closing + self._marked(cell.anchor) + rest
        return f"<w:tc>{self._cell_properties(place, cell)}{''.join(lines)}</w:tc>"

    def _lines(self, cell: Cell) -> Iterator[str]:
        mark = ""
        if cell.tone:
            tint = colour(tone_colour(cell.tone))
            mark = run(f"{MARKS[cell.tone]} ", f'<w:color w:val="{tint}"/>')
        if cell.text or mark:
            dress = "<w:b/><w:bCs/>" if cell.strong or cell.shade is not None else ""
            if cell.shade is not None:
                dress += f'<w:color w:val="{colour(shade_step(cell.shade).ink)}"/>'
            yield mark + self._linked(cell.target, run(cell.text, dress))
        if cell.bar:
            yield run(" ").join(_segment(part.text, part.shade) for part in cell.bar)
        if cell.detail:
            yield run(cell.detail)

    def _side(self, place: int) -> str:
        side = self._table.columns[place].align
        return "" if side == "left" else f'<w:jc w:val="{_SIDES[side]}"/>'

    def _cell_properties(self, place: int, cell: Cell | None = None) -> str:
        width = f'<w:tcW w:w="{self._widths[place]}" w:type="dxa"/>'
        if cell is not None and (cell.shade is not None or cell.missing):
            return f'<w:tcPr>{width}{_gaps()}{_fill(cell)}<w:vAlign w:val="center"/></w:tcPr>'
        side = '<w:vAlign w:val="bottom"/>' if cell is None else ""
        return f"<w:tcPr>{width}{self._outer_margin(place)}{side}</w:tcPr>"

    def _outer_margin(self, place: int) -> str:
        """Let the text of the outer columns line up with the text above and below."""
        sides = [side for side, at in (("left", 0), ("right", self._last)) if at == place]
        margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in sides)
        return f"<w:tcMar>{margins}</w:tcMar>" if margins else ""


def _segment(text: str, shade: float) -> str:
    step = shade_step(shade)
    return run(
        f"\u00a0{text}\u00a0",
        f'<w:b/><w:bCs/><w:color w:val="{colour(step.ink)}"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(step.fill)}"/>',
    )


def _gaps() -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="{_GAP}" w:space="0" w:color="{colour(WHITE)}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return f"<w:tcBorders>{sides}</w:tcBorders>"


def _fill(cell: Cell) -> str:
    if cell.shade is None:
        return f'<w:shd w:val="thinDiagStripe" w:color="{colour(LIGHT.edge)}" w:fill="auto"/>'
    fill = colour(shade_step(cell.shade).fill)
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
