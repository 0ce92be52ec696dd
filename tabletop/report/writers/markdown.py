"""The report as Markdown (CommonMark and tables): for a wiki, a mail, a version history.

Text is escaped so that a reader of Markdown shows exactly what was typed.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from tabletop.report.content import (
    MAX_LEVEL,
    Block,
    Cell,
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
)
from tabletop.report.writers.markdown_text import as_lines, in_lines, in_one_line, link, marked_up
from tabletop.report.writers.places import PlacedHeading, Places

_ALIGN = {"left": ":---", "center": ":--:", "right": "---:"}


def write(report: Report) -> bytes:
    """Return the report as a Markdown file."""
    return ("\n\n".join(part for part in _MarkdownWriter(report).parts() if part) + "\n").encode(
        "utf-8"
    )


class _MarkdownWriter:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._places = Places(report)

    def parts(self) -> Iterator[str]:
        marking = f"**{in_lines(self._report.marking)}**"
        yield marking
        yield from self._cover()
        yield from self._contents()
        for block in self._report.blocks:
            yield from self._block(block)
        yield marking

    def _cover(self) -> Iterator[str]:
        report = self._report
        yield f"# {in_one_line(report.title)}"
        for text in (report.kind, report.subtitle, report.version, report.date):
            if text:
                yield in_lines(text)
        if report.cover_figure is not None:
            yield in_lines(report.cover_figure.caption)
            yield in_lines(report.cover_figure.alt)
        if report.facts:
            yield "\n".join(
                f"- **{in_one_line(f.label)}:** {in_one_line(f.text)}" for f in report.facts
            )
        if report.handling:
            yield in_lines(report.handling)
        if report.running_foot:
            yield in_lines(report.running_foot)

    def _contents(self) -> Iterator[str]:
        lines = [
            "  " * (placed.level - 1) + f"- [{_title(placed)}](#{placed.id})"
            for placed in self._places.headings
            if placed.level < MAX_LEVEL
        ]
        if lines:
            yield f"**{in_lines(self._report.words.contents)}**"
            yield "\n".join(lines)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                placed = self._places.next_heading()
                # The report's title is the only heading of the first level.
                yield f'{"#" * (placed.level + 1)} <a id="{placed.id}"></a>{_title(placed)}'
            case Paragraph():
                text = self._runs(block.runs) + self._generated(generated=block.generated)
                yield self._mark(block.anchor) + text
            case ItemList():
                yield "\n".join(self._items(block, indent=""))
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case Note() | Quote():
                yield _quoted(self._boxed(block))
            case PageBreak():
                yield "---"
            case unknown:
                assert_never(unknown)

    def _boxed(self, block: Note | Quote) -> Iterator[str]:
        if isinstance(block, Quote):
            yield self._mark(block.anchor) + _strong(block.title)
            yield in_lines(block.source)
        else:
            yield _strong(block.title)
        for inner in block.blocks:
            yield from self._block(inner)

    def _items(self, items: ItemList, indent: str) -> Iterator[str]:
        for place, item in enumerate(items.items, start=items.start):
            marker = f"{place}. " if items.ordered else "- "
            text = self._runs(item.runs) + self._generated(generated=item.generated)
            deeper = indent + " " * len(marker)
            yield f"{indent}{marker}" + text.replace("\n", f"\n{deeper}")
            if item.children is not None:
                if item.children.ordered and item.children.start != 1:
                    # Only a list that starts with 1 may follow a line of text at once.
                    yield ""
                yield from self._items(item.children, deeper)

    def _table(self, table: Table) -> Iterator[str]:
        title = self._mark(table.anchor) + self._captioned(table)
        if title:
            yield title
        rows = [
            _row(in_one_line(column.header) for column in table.columns),
            _row(_ALIGN[column.align] for column in table.columns),
        ]
        rows.extend(_row(self._cell(cell) for cell in row) for row in table.rows)
        yield "\n".join(rows)
        if table.note:
            yield in_lines(table.note)

    def _cell(self, cell: Cell) -> str:
        text = in_one_line(cell_text(cell))
        if cell.strong and cell.text.strip():
            first, line_break, rest = text.partition("<br>")
            text = f"**{first}**{line_break}{rest}"
        target = self._places.target(cell.target)
        return self._mark(cell.anchor) + (link(text, target) if target and text else text)

    def _figure(self, figure: Figure) -> Iterator[str]:
        # A Markdown file is one file without pictures: the figure is told in words and numbers.
        yield self._mark(figure.anchor) + self._captioned(figure)
        yield in_lines(figure.alt)
        if figure.data is not None:
            yield from self._table(figure.data)

    def _captioned(self, block: Table | Figure) -> str:
        label = self._places.label(block)
        return f"**{label}. {in_one_line(block.caption)}**" if label else ""

    def _runs(self, runs: Runs) -> str:
        parts: list[str] = []
        for run in runs:
            text = marked_up(run)
            target = self._places.target(run.target)
            parts.append(link(text, target) if target and text.strip() else text)
        return as_lines("".join(parts))

    def _generated(self, *, generated: bool) -> str:
        return f" *({in_lines(self._report.words.generated)})*" if generated else ""

    def _mark(self, anchor: str) -> str:
        claimed = self._places.claim(anchor)
        return f'<a id="{claimed}"></a>' if claimed else ""


def _title(heading: PlacedHeading) -> str:
    return in_one_line(f"{heading.number} {heading.text}".strip())


def _strong(text: str) -> str:
    return f"**{in_one_line(text)}**" if text.strip() else ""


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _quoted(parts: Iterable[str]) -> str:
    lines = "\n\n".join(part for part in parts if part).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)
