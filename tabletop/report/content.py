"""A report as a value: a cover and blocks of a few kinds, which every writer knows.

Text is plain text, never markup; a line feed in it is a line break. Emphasis, code and links are
runs of a text. Whoever has Markdown turns it into blocks with `tabletop.report.markdown`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile, zip_longest
from typing import Literal

from tabletop.report.odd_text import Shown
from tabletop.report.words import ENGLISH, Words

Align = Literal["left", "center", "right"]

# A tone is a shape before it is a colour; the word stands in the cell's text. Stances and outcomes
# share them: adopted = supports, no agreement = objects, recorded or not requested = neutral.
Tone = Literal[
    "supports", "can_accept", "reservation", "objects", "awaiting", "neutral", "withdrawn"
]

NoteKind = Literal["limits", "hint", "warning"]

_SHORT_ROWS = 8
_SHORT_TEXT = 1200
_SHORT_DENSE_ROWS = 14
_SHORT_DENSE_TEXT = 750
_LONG_ROWS = 120
MANY_ROWS = 1500
"""From so many rows on setting pages is work to be measured: in seconds and in megabytes."""
_LINK_STARTS = ("#", "https://", "http://", "mailto:")


@dataclass(frozen=True, slots=True)
class Run(Shown):
    """A stretch of text in one dress.

    A target is an anchor in this report (`#d6`) or an address on the web. A link to an anchor the
    report does not have is written as plain text: the quick report leaves out the annexes that
    its sections point to.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    muted: bool = False
    target: str = ""

    def __post_init__(self) -> None:
        # Two-argument super() fails here: slots=True makes a second class of the same name.
        Shown.__post_init__(self)
        if self.target and not self.target.startswith(_LINK_STARTS):
            raise ValueError(f"A link leads to #anchor, http(s) or mailto, not to {self.target!r}.")


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading(Shown):
    """A heading; level 1 opens a section. The number ("5", "A") stands before it.

    A section begins a new page where little room is left on the last; to begin one in any case,
    put a page break before it.
    """

    level: int
    text: str
    anchor: str = ""
    number: str = ""

    def __post_init__(self) -> None:
        Shown.__post_init__(self)
        if not 1 <= self.level <= MAX_LEVEL:
            raise ValueError(f"A heading has level 1 to {MAX_LEVEL}, not {self.level}.")


MAX_LEVEL = 3


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `generated` marks a sentence the program wrote and nobody confirmed yet."""

    runs: Runs
    generated: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item, with the list inside it, if there is one."""

    runs: Runs
    children: "ItemList | None" = None
    generated: bool = False


@dataclass(frozen=True, slots=True)
class ItemList:
    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Column(Shown):
    """A column: its head, its side, and its width as a share of the sum of all widths.

    `unit` is that of the values behind its cells, for spreadsheets: the texts bear their own.
    """

    header: str
    align: Align = "left"
    width: float = 1.0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Segment(Shown):
    """One part of a bar inside a cell: as wide as its weight, coloured as a position."""

    text: str
    weight: float
    shade: float


@dataclass(frozen=True, slots=True)
class Cell(Shown):
    """A cell: its text, a second line in ordinary type, a last one small and muted.

    `shade` is a place on the scale of positions from 0 (one end) to 1 (the other) and colours the
    whole cell; `value` is the number behind the text, for spreadsheets; `missing` hatches a cell
    in which an answer is wanting. A bar is drawn where a drawing is possible, its texts elsewhere.
    `filed` stands in spreadsheets only: what the rows above said once, for whoever sorts the rows.
    """

    text: str = ""
    detail: str = ""
    note: str = ""
    strong: bool = False
    tone: Tone | None = None
    shade: float | None = None
    missing: bool = False
    bar: tuple[Segment, ...] = ()
    target: str = ""
    anchor: str = ""
    value: float | None = None
    filed: str = ""


@dataclass(frozen=True, slots=True)
class Table(Shown):
    """A table; its head is repeated on every page.

    `sheet` names the spreadsheet's sheet: tables of the same name stand on one sheet, a table
    without one gets a sheet of its own. A `dense` table is set smaller and closer: long logs and
    heat maps. `width` is a share of the text's width. A table that `runs_on` may be broken between
    its rows however short it is: what leads to it is long, and is not to be parted from it.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    anchor: str = ""
    sheet: str = ""
    dense: bool = False
    width: float = 1.0
    runs_on: bool = False

    def __post_init__(self) -> None:
        Shown.__post_init__(self)
        if not self.columns:
            raise ValueError(f"The table {self.caption!r} has no columns.")
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(
                    f"Row {number} of the table {self.caption!r} has {len(row)} cells;"
                    f" the table has {len(self.columns)} columns."
                )


@dataclass(frozen=True, slots=True)
class Figure(Shown):
    """A drawing as SVG and as PNG at 200 dots per inch, in words, and as numbers.

    `width` is a share of the text's width. The numbers stand under the figure, on paper (PDF,
    Word) only with `data_in_print`: a wide table says there what the drawing says better.
    """

    name: str
    svg: bytes
    png: bytes
    alt: str
    caption: str
    data: Table | None = None
    anchor: str = ""
    width: float = 1.0
    data_in_print: bool = True


@dataclass(frozen=True, slots=True)
class Note(Shown):
    """A remark set apart by a bar at its left edge: limits of the report, a hint, a warning."""

    kind: NoteKind
    title: str
    blocks: tuple["Inner", ...]


@dataclass(frozen=True, slots=True)
class Quote(Shown):
    """A text of the exercise itself, such as an inject as released; `source` stands over it."""

    title: str
    source: str
    blocks: tuple["Inner", ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Start a new page where there are pages."""


Inner = Paragraph | ItemList | Table | Quote
"""What may stand in a note or a quote. No headings: the table of contents is the report's own."""

Block = Heading | Paragraph | ItemList | Table | Figure | Note | Quote | PageBreak


@dataclass(frozen=True, slots=True)
class Fact(Shown):
    """A labelled fact on the cover."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Report(Shown):
    """Everything a writer needs. `ended` (ENDEX) is the only moment a report knows.

    `running_head` and `running_foot` stand small on every page after the cover: what this is, and
    which program and record it came from.
    """

    title: str
    kind: str
    marking: str
    ended: datetime
    date: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    version: str = ""
    language: str = "en"
    cover_figure: Figure | None = None
    facts: tuple[Fact, ...] = ()
    handling: str = ""
    running_head: str = ""
    running_foot: str = ""
    words: Words = ENGLISH

    def __post_init__(self) -> None:
        Shown.__post_init__(self)
        if self.ended.utcoffset() is None:
            raise ValueError("The end of the exercise needs a time zone.")
        if not self.marking.strip():
            raise ValueError("A report needs a marking: it stands on every page.")


def text_runs(text: str, *, bold: bool = False, muted: bool = False) -> Runs:
    """Return plain text as runs."""
    return (Run(text, bold=bold, muted=muted),)


def paragraph(text: str, *, generated: bool = False) -> Paragraph:
    """Return plain text as a paragraph."""
    return Paragraph(text_runs(text), generated=generated)


def plain_text(runs: Runs) -> str:
    """Return the text of runs without their dress."""
    return "".join(run.text for run in runs)


def cell_text(cell: Cell) -> str:
    """Return everything a cell says, line by line, for formats that cannot draw."""
    bar = ", ".join(segment.text for segment in cell.bar)
    return "\n".join(line for line in (cell.text, bar, cell.detail, cell.note) if line)


def stays_whole(table: Table) -> bool:
    """Whether a table is so small that moving it whole to the next page leaves little empty."""
    is_short = len(table.rows) <= _SHORT_ROWS
    if table.runs_on or not (is_short or (table.dense and len(table.rows) <= _SHORT_DENSE_ROWS)):
        return False
    text = sum(len(cell_text(cell)) for row in table.rows for cell in row)
    return text <= (_SHORT_TEXT if is_short else _SHORT_DENSE_TEXT)


def is_looked_up(table: Table) -> bool:
    """Whether a table is a log of hundreds of rows, looked up, not read through: set finest."""
    return table.dense and len(table.rows) > _LONG_ROWS


def leads_to(block: Block, following: Block | None) -> bool:
    """Whether a paragraph leads to the table or figure after it, and shares its page."""
    return isinstance(block, Paragraph) and isinstance(following, Table | Figure)


def kept_with_next(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of paragraphs that share a page with what follows them.

    Those that lead to a table or figure, and all between the head of a sheet (a heading of the
    lowest level) and its table: what happened is not to be parted from its figures.
    """
    kept: set[int] = set()
    run: list[int] = []
    below_head = False
    for place, (block, following) in enumerate(with_following(blocks)):
        if not isinstance(block, Paragraph):
            run, below_head = [], isinstance(block, Heading) and block.level == MAX_LEVEL
            continue
        run.append(place)
        if leads_to(block, following):
            kept.update(run if below_head else run[-1:])
    return frozenset(kept)


def heads_a_table(blocks: Sequence[Block]) -> bool:
    """Whether a table stands between the heading that comes first and the next heading."""
    under = takewhile(lambda block: not isinstance(block, Heading), blocks[1:])
    return any(isinstance(block, Table) for block in under)


def with_following(blocks: Sequence[Block]) -> Iterator[tuple[Block, Block | None]]:
    """Yield each block with the one after it, None after the last."""
    return zip_longest(blocks, blocks[1:])


def all_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks in reading order, those inside quotes and the numbers of figures too."""
    for block in blocks:
        yield block
        if isinstance(block, Quote | Note):
            yield from all_blocks(block.blocks)
        elif isinstance(block, Figure) and block.data is not None and block.data_in_print:
            # Links must not lead to what paper leaves out.
            yield block.data


def anchors(report: Report) -> frozenset[str]:
    """Return the anchors a link in this report can lead to."""
    found: set[str] = set()
    for block in all_blocks(report.blocks):
        if isinstance(block, Heading | Paragraph | Table | Figure | Quote):
            found.add(block.anchor)
        if isinstance(block, Table):
            found.update(cell.anchor for row in block.rows for cell in row if cell.anchor)
    return frozenset(found - {""})
