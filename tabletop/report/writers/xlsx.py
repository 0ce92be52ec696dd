"""The report as a workbook: its tables to calculate with, its text on the first sheet.

Everything typed is written as text, never as a formula, an address or a number; only a cell's
`value` is a number. A text longer than a cell can hold goes on in the rows below.
"""

import io
import math
from collections.abc import Iterator
from datetime import UTC
from typing import Any, assert_never

from tabletop.plots.tokens import LIGHT
from tabletop.report.colours import shade_step
from tabletop.report.content import (
    Block,
    Cell,
    Column,
    Figure,
    Heading,
    ItemList,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Report,
    Table,
    cell_text,
    plain_text,
)
from tabletop.report.writers.places import Places
from tabletop.report.writers.sheet_names import SheetNames

CELL_LIMIT = 32_767
"""The most a cell holds, counted in UTF-16 units as Excel does."""

_A4 = 9
_MAX_HEADER = 200
_WIDEST, _NARROWEST = 60, 6
_ROWS_MEASURED = 200
_TEXT_WIDTH = 100
_LABEL_WIDTH = 18

Line = tuple[str, str, str]
"""A row of the first sheet: its style, its left and its right text."""


def write(report: Report) -> bytes:
    """Return the report as an XLSX file."""
    import xlsxwriter

    stream = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties(
            {
                "title": report.title,
                "subject": report.kind,
                "category": report.marking,
                "author": "",
                "created": report.ended.astimezone(UTC).replace(tzinfo=None, microsecond=0),
            }
        )
        _XlsxWriter(report, book).write()
    return stream.getvalue()


class _XlsxWriter:
    def __init__(self, report: Report, book: Any) -> None:
        self._report = report
        self._book = book
        self._places = Places(report)
        self._names = SheetNames(report.words.text_sheet)
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        # In the order of their first table; sheets are made after the text that names them.
        self._tables: dict[str, list[tuple[str, Table]]] = {}

    def write(self) -> None:
        self._write_text(list(self._lines()))
        for name, tables in self._tables.items():
            self._write_tables(name, tables)

    # ------------------------------------------------------------------ the text

    def _write_text(self, lines: list[Line]) -> None:
        sheet = self._sheet(self._report.words.text_sheet)
        sheet.set_column(0, 0, _LABEL_WIDTH)
        sheet.set_column(1, 1, _TEXT_WIDTH)
        row = 2
        for style, left, right in lines:
            dress = _TEXT_STYLES[style]
            row += self._write_row(sheet, row, ((left, dress), (right, dress)))

    def _lines(self) -> Iterator[Line]:
        report = self._report
        yield "title", "", report.title
        for text in (report.kind, report.subtitle, report.version):
            if text:
                yield "text", "", text
        yield "text", report.words.date, report.date
        for fact in report.facts:
            yield "text", fact.label, fact.text
        for text in (report.handling, report.running_foot):
            if text:
                yield "muted", "", text
        for block in report.blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Line]:
        match block:
            case Heading():
                placed = self._places.next_heading()
                yield f"heading {min(placed.level, 2)}", placed.number, placed.text
            case Paragraph():
                yield self._mark(generated=block.generated), "", plain_text(block.runs)
            case ItemList():
                yield from self._items(block, depth=0)
            case Table():
                yield self._table(block)
            case Figure():
                yield from self._figure(block)
            case Note() | Quote():
                yield from self._boxed(block)
            case PageBreak():
                pass
            case unknown:
                assert_never(unknown)

    def _figure(self, figure: Figure) -> Iterator[Line]:
        yield "text", self._places.label(figure), f"{figure.caption}\n{figure.alt}".strip()
        if figure.data is not None:
            yield self._table(figure.data)

    def _boxed(self, box: Note | Quote) -> Iterator[Line]:
        yield "strong", "", box.title
        if isinstance(box, Quote):
            yield "muted", "", box.source
        for inner in box.blocks:
            yield from self._block(inner)

    def _mark(self, *, generated: bool) -> str:
        return "generated" if generated else "text"

    def _items(self, items: ItemList, depth: int) -> Iterator[Line]:
        for number, item in enumerate(items.items, start=items.start):
            marker = f"{number}." if items.ordered else "–"
            text = f"{'    ' * depth}{marker} {plain_text(item.runs)}"
            yield self._mark(generated=item.generated), "", text
            if item.children is not None:
                yield from self._items(item.children, depth + 1)

    def _table(self, table: Table) -> Line:
        label = self._places.label(table)
        name = self._names.name(table.sheet or table.caption or self._report.words.table)
        if not table.sheet:
            self._names.close(name)
        self._tables.setdefault(name, []).append((label, table))
        seen = self._report.words.see_sheet.replace("{sheet}", name)
        return "muted", label, f"{table.caption} ({seen})" if table.caption else seen

    # ------------------------------------------------------------------ tables

    def _write_tables(self, name: str, tables: list[tuple[str, Table]]) -> None:
        sheet = self._sheet(name)
        row = 1
        for place, (label, table) in enumerate(tables):
            title = f"{label}. {table.caption}" if label else table.caption
            sheet.write_string(row, 0, title, self._format(bold=True, font_size=11))
            if place == 0:
                sheet.freeze_panes(row + 2, 0)
                sheet.repeat_rows(0, row + 1)
            row = self._write_table(sheet, row + 1, table, filtered=len(tables) == 1) + 1
        for column, width in enumerate(_widths([table for _, table in tables])):
            sheet.set_column(column, column, width)

    def _write_table(self, sheet: Any, row: int, table: Table, *, filtered: bool) -> int:
        """Write a table from this row on and return the first free row."""
        first = row
        for place, column in enumerate(table.columns):
            sheet.write_string(row, place, column.header, self._format(**_HEAD, align=column.align))
        row += 1
        for cells in table.rows:
            pairs = zip(cells, table.columns, strict=True)
            row += self._write_row(sheet, row, tuple(_content(*pair) for pair in pairs))
        if filtered and table.rows:
            sheet.autofilter(first, 0, row - 1, len(table.columns) - 1)
        if table.note:
            row += self._write_row(sheet, row, ((table.note, {"font_color": LIGHT.muted}),))
        return row

    def _write_row(
        self, sheet: Any, row: int, cells: tuple[tuple[str | float, dict[str, Any]], ...]
    ) -> int:
        """Write one row and return how many rows of the sheet it took."""
        taken = 1
        for column, (content, dress) in enumerate(cells):
            form = self._format(**dress)
            if isinstance(content, float):
                sheet.write_number(row, column, content, form)
                continue
            if not content:
                sheet.write_blank(row, column, None, form)
                continue
            parts = split_text(content)
            taken = max(taken, len(parts))
            for below, part in enumerate(parts):
                sheet.write_string(row + below, column, part, form)
        return taken

    # ------------------------------------------------------------------ sheets

    def _sheet(self, name: str) -> Any:
        """Return a new sheet with the marking in its first row and on every printed page."""
        sheet = self._book.add_worksheet(name)
        marking = self._report.marking
        sheet.write_string(0, 0, marking, self._format(bold=True))
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        printed = marking.replace("&", "&&").replace("\n", " ")
        if len(printed) <= _MAX_HEADER:
            sheet.set_header(f"&C{printed}")
            sheet.set_footer(f"&C{printed}&R&P / &N")
        return sheet

    def _format(self, **dress: Any) -> Any:
        key = tuple(sorted(dress.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format({**_FONT, **dress})
        return self._formats[key]


_FONT = {"font_name": "Inter", "font_size": 10, "valign": "top", "font_color": LIGHT.text}
_HEAD = {"bold": True, "bottom": 1, "top": 2, "text_wrap": True, "font_color": LIGHT.muted}
_TEXT_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 20, "text_wrap": True},
    "heading 1": {"bold": True, "font_size": 14, "text_wrap": True, "top": 1},
    "heading 2": {"bold": True, "font_size": 11, "text_wrap": True},
    "strong": {"bold": True, "text_wrap": True},
    "text": {"text_wrap": True},
    "generated": {"text_wrap": True, "italic": True},
    "muted": {"text_wrap": True, "font_color": LIGHT.muted},
}


def split_text(text: str) -> list[str]:
    """Return the text in pieces that each fit in a cell; together they are the whole text."""
    if len(text) * 2 <= CELL_LIMIT:
        return [text]
    parts, start, units = [], 0, 0
    for place, sign in enumerate(text):
        size = 2 if ord(sign) > 0xFFFF else 1
        if units + size > CELL_LIMIT:
            parts.append(text[start:place])
            start, units = place, 0
        units += size
    return [*parts, text[start:]]


def _content(cell: Cell, column: Column) -> tuple[str | float, dict[str, Any]]:
    dress: dict[str, Any] = {"align": column.align, "text_wrap": True}
    if cell.strong:
        dress["bold"] = True
    if cell.shade is not None:
        step = shade_step(cell.shade)
        dress |= {"bg_color": step.fill, "font_color": step.ink, "align": "center"}
    if cell.missing:
        dress |= {"pattern": 14, "fg_color": LIGHT.line, "align": "center"}
    is_number = cell.value is not None and math.isfinite(cell.value)
    if cell.value is not None and is_number and not (cell.detail or cell.note or cell.bar):
        return float(cell.value), dress
    return cell_text(cell), dress


def _widths(tables: list[Table]) -> list[int]:
    """Return widths in letters, after the longest line of the first rows."""
    found = [_NARROWEST] * max(len(table.columns) for table in tables)
    for table in tables:
        heads = tuple(Cell(column.header) for column in table.columns)
        for row in (heads, *table.rows[:_ROWS_MEASURED]):
            for place, cell in enumerate(row):
                longest = max((len(line) for line in cell_text(cell).split("\n")), default=0)
                found[place] = max(found[place], min(longest + 2, _WIDEST))
    return found
