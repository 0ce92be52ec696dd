"""Reads the Markdown of an inject into runs of plain and bold text. Knows no toolkit.

HTML in it stays text, pictures become their description, and links lose their address, so that
nothing an author writes can make the audience window load anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

BlockKind = Literal["paragraph", "heading", "item", "quotation", "row", "head-row"]

_BULLET = "•"
_OPEN_WORDS = re.compile(r"(\[[^\[\]]+\])")
# What an author letters or numbers within a list of points: A) or (2) or b.
_OWN_MARK = re.compile(r"\s*(?:\(?(?:[A-Za-z]|\d{1,2})\)|(?:[A-Z]|\d{1,2})\.)\s")
LINE_BREAK = "\u2028"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight; `is_open` marks words in brackets."""

    text: str
    bold: bool = False
    is_open: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, quotation or row of a table."""

    kind: BlockKind
    runs: Runs = ()
    marker: str = ""
    depth: int = 0
    cells: tuple[Runs, ...] = ()

    @property
    def text(self) -> str:
        """The words without their weight."""
        return plain(self.runs)

    @property
    def lead(self) -> str:
        """The bold words that open the block, without a closing colon; empty if there are none."""
        bold = []
        for run in self.runs:
            if not run.bold:
                break
            bold.append(run.text)
        return "".join(bold).strip().removesuffix(":").strip()

    @property
    def after_lead(self) -> Runs:
        """What follows the lead."""
        rest = list(self.runs)
        while rest and rest[0].bold:
            rest.pop(0)
        if rest:
            rest[0] = replace(rest[0], text=rest[0].text.lstrip(" :–"))
        return tuple(rest)


def plain(runs: Runs) -> str:
    """Return the words of runs without their weight."""
    return "".join(run.text for run in runs).replace(LINE_BREAK, " ")


def text_blocks(text: str) -> tuple[Block, ...]:
    """Return plain text as paragraphs."""
    return tuple(Block("paragraph", (Run(part),)) for part in text.split("\n\n") if part.strip())


def blocks_of(body: str) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text in reading order."""
    from markdown_it.tree import SyntaxTreeNode

    root = SyntaxTreeNode(_parser().parse(body))
    return tuple(_blocks(root, depth=0))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "linkify": False})
    # Links to odd addresses would come back as raw text; here every address is dropped anyway.
    parser.validateLink = _any_address  # type: ignore[method-assign]  # meant to be replaced
    return parser.enable("table")


def _any_address(url: str) -> bool:  # noqa: ARG001 - the parser's signature
    return True


def _blocks(parent: SyntaxTreeNode, depth: int) -> Iterator[Block]:
    for node in parent.children:
        match node.type:
            case "bullet_list" | "ordered_list":
                yield from _items(node, depth)
            case "table":
                yield from _rows(node)
            case "blockquote":
                for block in _blocks(node, depth):
                    yield replace(block, kind="quotation")
            case "heading":
                yield Block("heading", _runs(node))
            case "fence" | "code_block":
                yield Block("paragraph", (Run(node.content.strip("\n").replace("\n", LINE_BREAK)),))
            case "hr":
                continue
            case _:
                yield Block("paragraph", _runs(node))


def _items(node: SyntaxTreeNode, depth: int) -> Iterator[Block]:
    number = int(node.attrs.get("start", 1))
    for item in node.children:
        marker = str(number) if node.type == "ordered_list" else _BULLET
        for block in _blocks(item, depth + 1):
            if block.kind == "item":
                yield block
            else:
                is_marked = marker == _BULLET and _OWN_MARK.match(block.text)
                shown = "" if is_marked else marker
                yield replace(block, kind="item", marker=shown, depth=depth)
                marker = ""
        number += 1


def _rows(node: SyntaxTreeNode) -> Iterator[Block]:
    for section in node.children:
        kind: BlockKind = "head-row" if section.type == "thead" else "row"
        for row in section.children:
            cells = tuple(_runs(cell) for cell in row.children)
            if any(plain(cell).strip() for cell in cells):
                yield Block(kind, cells=cells)


def _runs(node: SyntaxTreeNode) -> Runs:
    found = [run for child in node.children for run in _inline(child, bold=False)]
    return tuple(_merged(found))


def _inline(node: SyntaxTreeNode, *, bold: bool) -> Iterator[Run]:
    match node.type:
        case "softbreak":
            yield Run(" ", bold)
        case "hardbreak":
            yield Run(LINE_BREAK, bold)
        case "text" | "code_inline" | "html_inline":
            yield from _marked(node.content, bold=bold)
        case "image":
            yield Run(node.content, bold)
        case "strong":
            for child in node.children:
                yield from _inline(child, bold=True)
        case _:
            for child in node.children:
                yield from _inline(child, bold=bold)


def _marked(text: str, *, bold: bool) -> Iterator[Run]:
    for part in _OPEN_WORDS.split(text):
        if part:
            yield Run(part, bold, is_open=_OPEN_WORDS.fullmatch(part) is not None)


def _merged(runs: list[Run]) -> Iterator[Run]:
    """Join neighbours of one weight: a line break in the file is not a new run."""
    held: Run | None = None
    for run in runs:
        if held is not None and (held.bold, held.is_open) == (run.bold, run.is_open):
            held = replace(held, text=held.text + run.text)
            continue
        if held is not None:
            yield held
        held = run
    if held is not None:
        yield held
