"""The report as the data its typst template reads: numbers, texts and colours, no markup."""

from collections.abc import Callable, Sequence
from typing import Any, assert_never

from tabletop.plots.picture import TEXT_WIDTH_MM
from tabletop.plots.tokens import LIGHT
from tabletop.report.colours import note_colour, shade_step, tone_colour
from tabletop.report.content import (
    MANY_ROWS,
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
    heads_a_table,
    is_looked_up,
    leads_to,
    stays_whole,
    with_following,
)
from tabletop.report.writers.column_widths import column_widths, has_torn_word
from tabletop.report.writers.marks import mark_svg
from tabletop.report.writers.places import Places

Data = dict[str, Any]

# The title is as large as it can be without filling the cover: (longest title, points).
_TITLE_SIZES = ((16, 56), (28, 40), (48, 30))
_SMALLEST_TITLE = 22
_GUTTER_MM = 3.0


def template_data(report: Report, printable: Callable[[str], str]) -> Data:
    """Return everything the template needs; every text has gone through `printable`."""
    return _PdfData(report, printable).data()


class _PdfData:
    def __init__(self, report: Report, printable: Callable[[str], str]) -> None:
        self._report = report
        self._places = Places(report)
        self._text = printable

    def data(self) -> Data:
        report, text = self._report, self._text
        language, _, region = report.language.partition("-")
        return {
            "title": text(report.title),
            "title_size": _title_size(report.title),
            "kind": text(report.kind),
            "subtitle": text(report.subtitle),
            "version": text(report.version),
            "marking": text(report.marking),
            "ended": list(report.ended.utctimetuple()[:6]),
            "language": language,
            "region": region or None,
            "cover_figure": self._cover_figure(),
            "facts": [{"label": text(f.label), "text": text(f.text)} for f in report.facts],
            "handling": text(report.handling),
            "running_head": text(report.running_head),
            "running_foot": text(report.running_foot),
            "words": {
                "contents": text(report.words.contents),
                "page_of": text(report.words.page_of),
                "generated": text(report.words.generated),
            },
            "colours": {
                "text": LIGHT.text,
                "muted": LIGHT.muted,
                "line": LIGHT.line,
                "edge": LIGHT.edge,
                "accent": LIGHT.accent,
            },
            "blocks": self._blocks(report.blocks),
        }

    def _cover_figure(self) -> Data | None:
        """Return the drawing on the cover: not counted, nothing leads there, without numbers."""
        figure = self._report.cover_figure
        if figure is None:
            return None
        return {
            "svg": figure.svg.decode("utf-8"),
            "alt": self._text(figure.alt),
            "caption": self._text(figure.caption),
            "width": figure.width,
        }

    def _blocks(self, blocks: Sequence[Block]) -> list[Data]:
        return [
            self._block(
                block,
                leads=leads_to(block, following),
                heads=isinstance(block, Heading) and heads_a_table(blocks[place:]),
            )
            for place, (block, following) in enumerate(with_following(blocks))
        ]

    def _block(self, block: Block, *, leads: bool, heads: bool) -> Data:
        match block:
            case Heading():
                placed = self._places.next_heading()
                return {
                    "kind": "heading",
                    "level": placed.level,
                    "number": self._text(placed.number),
                    "text": self._text(placed.text),
                    "id": placed.id,
                    "heads": heads,
                }
            case Paragraph():
                return {
                    "kind": "paragraph",
                    "id": self._places.claim(block.anchor),
                    "runs": self._runs(block.runs),
                    "generated": block.generated,
                    "leads": leads,
                }
            case ItemList():
                return self._list(block)
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Note():
                return {
                    "kind": "note",
                    "colour": note_colour(block.kind),
                    "title": self._text(block.title),
                    "blocks": self._blocks(block.blocks),
                }
            case Quote():
                return {
                    "kind": "quote",
                    "id": self._places.claim(block.anchor),
                    "title": self._text(block.title),
                    "source": self._text(block.source),
                    "blocks": self._blocks(block.blocks),
                }
            case PageBreak():
                return {"kind": "page_break"}
            case unknown:
                assert_never(unknown)

    def _runs(self, runs: Runs) -> list[Data]:
        return [
            _set_only(
                text=self._text(run.text),
                bold=run.bold,
                italic=run.italic,
                code=run.code,
                muted=run.muted,
                to=self._places.target(run.target),
            )
            for run in runs
        ]

    def _list(self, items: ItemList) -> Data:
        return {
            "kind": "list",
            "ordered": items.ordered,
            "start": items.start,
            "items": [
                {
                    "runs": self._runs(item.runs),
                    "generated": item.generated,
                    "children": self._list(item.children) if item.children else None,
                }
                for item in items.items
            ],
        }

    def _table(self, table: Table) -> Data:
        points = _points(table)
        whole = table.width * TEXT_WIDTH_MM
        rooms = column_widths(table, whole, points=points, gutter=_GUTTER_MM)
        return {
            "kind": "table",
            "id": self._places.claim(table.anchor),
            "label": self._places.label(table),
            "caption": self._text(table.caption),
            "note": self._text(table.note),
            "dense": table.dense,
            "width": table.width,
            "together": stays_whole(table),
            "fine": is_looked_up(table),
            "endless": len(table.rows) > MANY_ROWS,
            "widths": rooms,
            "aligns": [column.align for column in table.columns],
            "head": [self._text(column.header) for column in table.columns],
            "rows": [
                [self._cell(cell, room, points) for cell, room in zip(row, rooms, strict=True)]
                for row in table.rows
            ],
        }

    def _cell(self, cell: Cell, room: float, points: float) -> Data:
        step = None if cell.shade is None else shade_step(cell.shade)
        return _set_only(
            text=self._text(cell.text),
            detail=self._text(cell.detail),
            note=self._text(cell.note),
            strong=cell.strong,
            mark=mark_svg(cell.tone, tone_colour(cell.tone)) if cell.tone else "",
            fill=step.fill if step else "",
            ink=step.ink if step else "",
            missing=cell.missing,
            breaks=has_torn_word(cell, room, points=points, gutter=_GUTTER_MM),
            bar=self._bar(cell),
            to=self._places.target(cell.target),
            id=self._places.claim(cell.anchor),
        )

    def _bar(self, cell: Cell) -> list[Data]:
        found: list[Data] = []
        for segment in cell.bar:
            step = shade_step(segment.shade)
            found.append(
                {
                    "text": self._text(segment.text),
                    "weight": segment.weight,
                    "fill": step.fill,
                    "ink": step.ink,
                }
            )
        return found

    def _figure(self, figure: Figure) -> Data:
        return {
            "kind": "figure",
            "id": self._places.claim(figure.anchor),
            "svg": figure.svg.decode("utf-8"),
            "alt": self._text(figure.alt),
            "label": self._places.label(figure),
            "caption": self._text(figure.caption),
            "width": figure.width,
            "data": self._table(figure.data) if figure.data and figure.data_in_print else None,
        }


def _set_only(**fields: object) -> Data:
    """Return the fields that say something: a log of 10,000 rows has 100,000 cells."""
    return {name: value for name, value in fields.items() if value}


def _points(table: Table) -> float:
    """Return the size in which the template sets a table's text."""
    if is_looked_up(table):
        return 7.0
    return 7.8 if table.dense else 8.8


def _title_size(title: str) -> int:
    for longest, points in _TITLE_SIZES:
        if len(title) <= longest:
            return points
    return _SMALLEST_TITLE
