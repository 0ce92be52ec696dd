"""The report as a Word document, to be edited: real headings, styles, fields and captions.

The table of contents is a field with its result in it: a list of links, made to be whole without
page numbers. The right number is only known to the program that sets the pages, a wrong one would
be worse than none, and to have Word count when it opens the file makes it ask a question about
“fields that may refer to other files” first. A line under the list says which key adds them; it
is part of the field's result and goes when Word sets the list anew.
"""

import io
from collections.abc import Iterator
from typing import Any, assert_never

from tabletop.plots.tokens import LIGHT
from tabletop.report.colours import note_colour
from tabletop.report.content import (
    Block,
    Figure,
    Heading,
    Inner,
    ItemList,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Report,
    Run,
    Runs,
    Table,
    kept_with_next,
)
from tabletop.report.writers.docx_lists import ListNumbering
from tabletop.report.writers.docx_package import empty_document
from tabletop.report.writers.docx_pictures import picture_xml
from tabletop.report.writers.docx_tables import TEXT_WIDTH, table_xml
from tabletop.report.writers.docx_xml import (
    DECLARATIONS,
    bookmark,
    bookmark_name,
    colour,
    field,
    field_end,
    field_start,
    inner_link,
    outer_link,
    paragraph,
    run,
)
from tabletop.report.writers.fixed_zip import with_fixed_times
from tabletop.report.writers.places import PlacedHeading, Places

_QUOTE_INDENT = 200
_LIST_STEP = 284
_CONTENTS_LEVELS = 2
_CONTENTS_FIELD = f'TOC \\o "1-{_CONTENTS_LEVELS}" \\h \\z \\u'


def write(report: Report) -> bytes:
    """Return the report as a DOCX file."""
    from docx.oxml import parse_xml

    document = empty_document(report)
    content = "".join(_DocxWriter(report, document).parts())
    root = parse_xml(f"<w:document {DECLARATIONS}><w:body>{content}</w:body></w:document>")
    root.body.append(document.element.body.sectPr)
    # The new body is put in whole: moving a long table from one tree to another takes lxml time
    # that grows with its square.
    document.part._element = root  # noqa: SLF001 - python-docx has no door to it
    stream = io.BytesIO()
    document.save(stream)
    return with_fixed_times(stream.getvalue())


class _DocxWriter:
    def __init__(self, report: Report, document: Any) -> None:
        self._report = report
        self._document = document
        self._places = Places(report)
        self._lists = ListNumbering(document)
        self._new_page = False
        self._bookmarks = 0
        self._pictures = 0

    def parts(self) -> Iterator[str]:
        yield from self._cover()
        yield from self._contents()
        self._new_page = True
        kept = kept_with_next(self._report.blocks)
        for place, block in enumerate(self._report.blocks):
            yield from self._block(block, kept=place in kept)

    # ------------------------------------------------------------------ cover and contents

    def _cover(self) -> Iterator[str]:
        report = self._report
        yield paragraph("CoverKind", run(f"{report.kind}\t{report.version.upper()}"))
        yield paragraph("Title", run(report.title, _title_size(report.title)))
        yield paragraph("Subtitle", run(report.subtitle))
        if report.cover_figure is not None:
            yield self._picture(report.cover_figure)
            yield paragraph("Small", run(report.cover_figure.caption))
        if report.facts:
            yield self._facts()
        yield paragraph("Small", run(report.handling), '<w:spacing w:before="240"/>')

    def _facts(self) -> str:
        """Return the facts in three columns under a heavy line."""
        facts = [
            paragraph("CoverLabel", run(fact.label)) + paragraph("CoverFact", run(fact.text))
            for fact in self._report.facts
        ]
        third = TEXT_WIDTH // 3
        facts += [paragraph("CoverFact", "")] * (-len(facts) % 3)
        width = f'<w:tcPr><w:tcW w:w="{third}" w:type="dxa"/></w:tcPr>'
        cells = [f"<w:tc>{width}{fact}</w:tc>" for fact in facts]
        rows = ["".join(cells[start : start + 3]) for start in range(0, len(cells), 3)]
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>'
            f'<w:top w:val="single" w:sz="9" w:space="0" w:color="{colour(LIGHT.text)}"/>'
            '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
            '<w:left w:w="0" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar>'
            "</w:tblPr><w:tblGrid>"
            + f'<w:gridCol w:w="{third}"/>' * 3
            + "</w:tblGrid>"
            + "".join(f"<w:tr>{row}</w:tr>" for row in rows)
            + "</w:tbl>"
        )

    def _contents(self) -> Iterator[str]:
        listed = [placed for placed in self._places.headings if placed.level <= _CONTENTS_LEVELS]
        if not listed:
            return
        yield paragraph("ContentsTitle", run(self._report.words.contents))
        for place, placed in enumerate(listed):
            before = field_start(_CONTENTS_FIELD) if place == 0 else ""
            entry = inner_link(placed.id, run(_titled(placed)))
            yield paragraph(f"TOC{placed.level}", before + entry)
        yield paragraph("Small", run(self._report.words.contents_help) + field_end())

    # ------------------------------------------------------------------ blocks

    def _block(self, block: Block, *, kept: bool) -> Iterator[str]:
        new_page = "<w:pageBreakBefore/>" if self._new_page else ""
        self._new_page = isinstance(block, PageBreak)
        if new_page and not isinstance(block, Heading | Paragraph):
            yield paragraph("Normal", "", new_page + _NO_HEIGHT)
        match block:
            case Heading():
                placed = self._places.next_heading()
                title = self._bookmark(placed.id, run(_titled(placed)))
                above = '<w:spacing w:before="0"/>' if new_page else ""
                yield paragraph(f"Heading{placed.level}", title, new_page + above)
            case Figure():
                yield from self._figure(block)
            case PageBreak():
                pass  # The next block starts the page.
            case Note():
                yield from self._note(block)
            case Paragraph():
                tied = "<w:keepNext/>" if kept else ""
                yield self._paragraph(block, tied + new_page)
            case ItemList() | Table() | Quote():
                yield from self._inner(block, "", 0)
            case unknown:
                assert_never(unknown)

    def _inner(self, block: Inner, bar: str, indent: int) -> Iterator[str]:
        """Yield a block that may stand inside a note or quote; `bar` is the line at its left."""
        match block:
            case Paragraph():
                yield self._paragraph(block, bar + _indented(indent))
            case ItemList():
                yield from self._list(block, bar, indent, depth=0)
            case Table():
                yield from self._table(block, indent)
            case Quote():
                yield from self._quote(block, indent)
            case unknown:
                assert_never(unknown)

    def _paragraph(self, block: Paragraph, properties: str) -> str:
        content = self._claimed(block.anchor) + self._runs(block.runs)
        content += self._generated(generated=block.generated)
        return paragraph("Normal", content, properties)

    def _list(self, items: ItemList, bar: str, indent: int, depth: int) -> Iterator[str]:
        number = self._lists.number(ordered=items.ordered, start=items.start, depth=depth)
        left = indent + _LIST_STEP * (depth + 1)
        # Word draws the line where a paragraph begins, so deeper items would bend it.
        bar = bar if depth == 0 else ""
        properties = (
            f'<w:numPr><w:ilvl w:val="{min(depth, ListNumbering.DEEPEST)}"/>'
            f'<w:numId w:val="{number}"/></w:numPr>{bar}'
            f'<w:ind w:left="{left}" w:hanging="{_LIST_STEP}"/>'
        )
        for item in items.items:
            content = self._runs(item.runs) + self._generated(generated=item.generated)
            yield paragraph("ListParagraph", content, properties)
            if item.children is not None:
                yield from self._list(item.children, bar, indent, depth + 1)

    def _table(self, table: Table, indent: int) -> Iterator[str]:
        label = self._places.label(table)
        claimed = self._claimed(table.anchor)
        if label:
            yield paragraph("Caption", claimed + _caption("Table", label, table.caption))
        elif claimed:
            yield paragraph("Normal", claimed, _NO_HEIGHT)
        yield table_xml(table, linked=self._linked, marked=self._claimed, indent=indent)
        # Word wants a paragraph after a table, or it joins two tables into one.
        if table.note:
            yield paragraph("Small", run(table.note))
        else:
            yield paragraph("Normal", "", _NO_HEIGHT)

    def _figure(self, figure: Figure) -> Iterator[str]:
        yield self._picture(figure, self._claimed(figure.anchor))
        label = self._places.label(figure)
        if label:
            yield paragraph("FigureCaption", _caption("Figure", label, figure.caption))
        if figure.data is not None and figure.data_in_print:
            yield from self._table(figure.data, 0)

    def _note(self, note: Note) -> Iterator[str]:
        bar = _bar(note_colour(note.kind), 18)
        if note.title:
            yield paragraph("NoteTitle", run(note.title), bar + _indented(_QUOTE_INDENT))
        for block in note.blocks:
            yield from self._inner(block, bar, _QUOTE_INDENT)

    def _quote(self, quote: Quote, indent: int) -> Iterator[str]:
        bar = _bar(LIGHT.edge, 6)
        inside = indent + _QUOTE_INDENT
        claimed = self._claimed(quote.anchor)
        if quote.title or claimed:
            yield paragraph("NoteTitle", claimed + run(quote.title), bar + _indented(inside))
        if quote.source:
            yield paragraph("QuoteSource", run(quote.source), bar + _indented(inside))
        for block in quote.blocks:
            yield from self._inner(block, bar, inside)

    # ------------------------------------------------------------------ runs and places

    def _runs(self, runs: Runs) -> str:
        return "".join(self._linked(one.target, run(one.text, self._dress(one))) for one in runs)

    def _dress(self, one: Run) -> str:
        properties = ""
        if self._places.target(one.target) and not one.muted:
            properties += '<w:rStyle w:val="Hyperlink"/>'
        if one.code:
            properties += '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'
        if one.bold:
            properties += "<w:b/><w:bCs/>"
        if one.italic:
            properties += "<w:i/><w:iCs/>"
        if one.muted:
            properties += f'<w:color w:val="{colour(LIGHT.muted)}"/>'
        return properties

    def _linked(self, target: str, content: str) -> str:
        found = self._places.target(target)
        if not found:
            return content
        if found.startswith("#"):
            return inner_link(found[1:], content)
        return outer_link(self._relationship(found), content)

    def _relationship(self, address: str) -> str:
        from docx.opc.constants import RELATIONSHIP_TYPE

        found: str = self._document.part.relate_to(
            address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
        return found

    def _generated(self, *, generated: bool) -> str:
        if not generated:
            return ""
        return run(f" ({self._report.words.generated})", '<w:rStyle w:val="Generated"/>')

    def _claimed(self, anchor: str) -> str:
        claimed = self._places.claim(anchor)
        return self._bookmark(claimed) if claimed else ""

    def _bookmark(self, identifier: str, content: str = "") -> str:
        self._bookmarks += 1
        return bookmark(bookmark_name(identifier), self._bookmarks, content)

    def _picture(self, figure: Figure, before: str = "") -> str:
        self._pictures += 1
        picture = picture_xml(self._document, figure, self._pictures)
        return paragraph("Picture", before + f"<w:r>{picture}</w:r>")


_NO_HEIGHT = '<w:spacing w:before="0" w:after="120" w:line="20" w:lineRule="exact"/>'


def _titled(placed: PlacedHeading) -> str:
    return f"{placed.number}\t{placed.text}" if placed.number else placed.text


def _caption(sequence: str, label: str, caption: str) -> str:
    """Return a caption whose number Word counts anew when tables come or go."""
    bold = "<w:b/><w:bCs/>"
    word, _, number = label.rpartition(" ")
    counted = field(f"SEQ {sequence} \\* ARABIC", number, bold)
    return run(f"{word} ", bold) + counted + run(f"\u2003{caption}")


def _bar(tint: str, eighths: int) -> str:
    return (
        f'<w:pBdr><w:left w:val="single" w:sz="{eighths}" w:space="8"'
        f' w:color="{colour(tint)}"/></w:pBdr>'
    )


def _indented(indent: int) -> str:
    return f'<w:ind w:left="{indent}"/>' if indent else ""


def _title_size(title: str) -> str:
    """Return a smaller size for long titles; the style's own is for short ones."""
    for longest, points in ((16, 0), (28, 40), (48, 30)):
        if len(title) <= longest:
            return f'<w:sz w:val="{points * 2}"/>' if points else ""
    return '<w:sz w:val="44"/>'
