"""The report as a workbook: its tables to calculate with, its text on the first sheet.

Everything typed is written as text, never as a formula, an address or a number; only a cell's
`value` is a number. A text longer than a cell can hold goes on in the rows below.
"""

import io
import math
from collections.abc import Iterator, Sequence
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
    Runs,
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
_ROW_HEIGHT, _LINE_HEIGHT, _HIGHEST_ROW = 15.0, 13.2, 409.0
_SIGNS_IN_A_WIDTH = 1.05
"""A column's width counts figures; of the letters of a text a few more go into it."""

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
        sheet.freeze_panes(1, 0)
        row = 2
        for style, left, right in lines:
            dress = _TEXT_STYLES[style]
            cells = ((left, dress), (right, dress))
            row += self._write_row(sheet, row, cells, (_LABEL_WIDTH, _TEXT_WIDTH))

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
                style = "generated" if block.generated else "text"
                if all(run.bold for run in block.runs):
                    style = "strong"
                yield style, "", self._marked(block.runs, generated=block.generated)
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

    def _marked(self, runs: Runs, *, generated: bool) -> str:
        """Return a text; one that nobody confirmed yet says so in words, not by its type alone."""
        text = plain_text(runs)
        return f"{text} ({self._report.words.generated})" if generated else text

    def _items(self, items: ItemList, depth: int) -> Iterator[Line]:
        for number, item in enumerate(items.items, start=items.start):
            marker = f"{number}." if items.ordered else "–"
            words = self._marked(item.runs, generated=item.generated)
            style = "generated" if item.generated else "text"
            yield style, "", f"{'    ' * depth}{marker} {words}"
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
        widths = _widths([table for _, table in tables])
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        # Of several tables, the head of the first would stand over the rows of all.
        alone = len(tables) == 1
        sheet.freeze_panes(3 if alone else 1, 0)
        sheet.repeat_rows(0, 2 if alone else 0)
        row = 1
        for label, table in tables:
            title = f"{label}. {table.caption}" if label else table.caption
            sheet.write_string(row, 0, title, self._format(bold=True, font_size=11))
            row = self._write_table(sheet, row + 1, table, widths, filtered=alone) + 1

    def _write_table(
        self, sheet: Any, row: int, table: Table, widths: Sequence[int], *, filtered: bool
    ) -> int:
        """Write a table from this row on and return the first free row."""
        first = row
        for place, column in enumerate(table.columns):
            head = f"{column.header}, {column.unit}" if column.unit else column.header
            sheet.write_string(row, place, head, self._format(**_HEAD, align=column.align))
        row += 1
        for cells in table.rows:
            pairs = zip(cells, table.columns, strict=True)
            row += self._write_row(sheet, row, tuple(_content(*pair) for pair in pairs), widths)
        if filtered and table.rows:
            sheet.autofilter(first, 0, row - 1, len(table.columns) - 1)
        if table.note:
            row += self._write_row(sheet, row, ((table.note, {"font_color": LIGHT.muted}),), ())
        return row

    def _write_row(
        self,
        sheet: Any,
        row: int,
        cells: tuple[tuple[str | float, dict[str, Any]], ...],
        widths: Sequence[int],
    ) -> int:
        """Write one row, as high as its texts, and return how many rows of the sheet it took."""
        taken = 1
        height = _height(cells, widths)
        if height > _ROW_HEIGHT:
            # Excel finds the height itself when it opens the file; others keep one line.
            sheet.set_row(row, height)
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
        if not float(cell.value).is_integer():
            dress["num_format"] = "0.00"
        return float(cell.value), dress
    if cell.filed:
        return cell.filed, dress | {"font_color": LIGHT.muted}
    return cell_text(cell), dress


def _height(cells: tuple[tuple[str | float, dict[str, Any]], ...], widths: Sequence[int]) -> float:
    """Return the height of a row in points: its text in lines, by the widths of the columns."""
    height = _ROW_HEIGHT
    for (content, dress), width in zip(cells, widths, strict=False):
        size = dress.get("font_size", _FONT["font_size"]) / _FONT["font_size"]
        if isinstance(content, str) and (size > 1 or len(content) >= width or "\n" in content):
            room = max(1.0, (width - 1) / size * _SIGNS_IN_A_WIDTH)
            lines = sum(max(1, math.ceil(len(line) / room)) for line in content.split("\n"))
            height = max(height, lines * _LINE_HEIGHT * size + _ROW_HEIGHT - _LINE_HEIGHT)
    return min(height, _HIGHEST_ROW)


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
