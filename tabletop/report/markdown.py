"""Turns Markdown, as authors write it in scenarios, into blocks.

HTML in it is text, pictures are their description, and links that do not lead to the web or into
the report lose their address: nothing an author writes can load or run anything. Headings become
bold paragraphs, because the table of contents belongs to the report.
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from tabletop.report.content import (
    Align,
    Cell,
    Column,
    Inner,
    ItemList,
    ListItem,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    plain_text,
)

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

_SAFE_LINKS = ("https://", "http://", "mailto:", "#")


def markdown_blocks(text: str) -> tuple[Inner, ...]:
    """Return the blocks of a Markdown text; every character a reader would see is in them."""
    from markdown_it.tree import SyntaxTreeNode

    return tuple(_blocks(SyntaxTreeNode(_parser().parse(text)).children))


def markdown_runs(text: str) -> Runs:
    """Return a single line of Markdown as runs: a title, a cell, a short answer."""
    return _inline_runs(_parser().parseInline(text))


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "linkify": False})
    # The parser normally drops a link with a bad address back into raw text; the address is
    # checked here instead, so that the words stay and only the link goes.
    parser.validateLink = _any_address  # type: ignore[method-assign]  # meant to be replaced
    return parser.enable("table")


def _any_address(url: str) -> bool:  # noqa: ARG001 - the parser's signature
    return True


def _blocks(nodes: "list[SyntaxTreeNode]") -> Iterator[Inner]:
    for node in nodes:
        match node.type:
            case "bullet_list" | "ordered_list":
                yield _item_list(node)
            case "blockquote":
                yield Quote("", "", tuple(_blocks(node.children)))
            case "table":
                yield _table(node)
            case "heading":
                yield Paragraph(_dressed(_node_runs(node), bold=True))
            case "fence" | "code_block":
                yield Paragraph((Run(node.content.rstrip("\n"), code=True),))
            case "hr":
                yield Paragraph((Run("* * *", muted=True),))
            case _:
                yield Paragraph(_node_runs(node))


def _item_list(node: "SyntaxTreeNode") -> ItemList:
    items = tuple(_list_item(child) for child in node.children)
    return ItemList(
        items, ordered=node.type == "ordered_list", start=int(node.attrs.get("start", 1))
    )


def _list_item(node: "SyntaxTreeNode") -> ListItem:
    """Return one item; several paragraphs in it become lines, a table its rows as lines."""
    runs: list[Run] = []
    children: ItemList | None = None
    for block in _blocks(node.children):
        if isinstance(block, ItemList) and children is None:
            children = block
            continue
        if runs:
            runs.append(Run("\n"))
        runs.extend(_flat(block))
    return ListItem(tuple(runs), children)


def _flat(block: Inner) -> Runs:
    """Return a block as lines, for places that hold nothing but runs."""
    match block:
        case Paragraph(runs):
            return runs
        case Quote(blocks=blocks):
            return _joined(tuple(_flat(inner) for inner in blocks))
        case ItemList(items):
            return _joined(tuple((Run("– "), *_flat_item(item)) for item in items))
        case Table(columns=columns, rows=rows):
            lines = [[column.header for column in columns]]
            lines += [[cell.text for cell in row] for row in rows]
            return (Run("\n".join(" | ".join(line) for line in lines)),)


def _flat_item(item: ListItem) -> Runs:
    if item.children is None:
        return item.runs
    return _joined((item.runs, _flat(item.children)))


def _joined(parts: tuple[Runs, ...]) -> Runs:
    found: list[Run] = []
    for runs in parts:
        if found:
            found.append(Run("\n"))
        found.extend(runs)
    return tuple(found)


def _table(node: "SyntaxTreeNode") -> Table:
    rows = [row.children for section in node.children for row in section.children]
    head, *body = rows
    columns = tuple(Column(plain_text(_node_runs(cell)), _align(cell)) for cell in head)
    return Table("", columns, tuple(tuple(_cell(cell) for cell in row) for row in body))


def _align(node: "SyntaxTreeNode") -> Align:
    style = str(node.attrs.get("style", ""))
    if "right" in style:
        return "right"
    return "center" if "center" in style else "left"


def _cell(node: "SyntaxTreeNode") -> Cell:
    return Cell(plain_text(_node_runs(node)))


def _node_runs(node: "SyntaxTreeNode") -> Runs:
    """Return the runs of the inline text directly inside a block."""
    inline = [child for child in node.children if child.type == "inline"]
    return _inline_runs([token for child in inline for token in child.to_tokens()])


def _dressed(runs: Runs, *, bold: bool) -> Runs:
    return tuple(
        Run(run.text, bold or run.bold, run.italic, run.code, run.muted, run.target) for run in runs
    )


def _inline_runs(tokens: "list[Token]") -> Runs:
    reader = _InlineReader()
    for token in tokens:
        for child in token.children or ():
            reader.take(child)
    return tuple(reader.runs)


class _InlineReader:
    """Follows the marks that open and close, and collects the runs between them."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self._strong = 0
        self._emphasis = 0
        self._target = ""

    def take(self, token: "Token") -> None:
        match token.type:
            case "strong_open" | "strong_close":
                self._strong += token.nesting
            case "em_open" | "em_close":
                self._emphasis += token.nesting
            case "link_open":
                self._target = _safe_target(str(token.attrs.get("href", "")))
            case "link_close":
                self._target = ""
            case "softbreak":
                self._add(" ")
            case "hardbreak":
                self._add("\n")
            case "code_inline":
                self._add(token.content, code=True)
            case _:
                # Text, and pictures, which stand for their description.
                self._add(token.content)

    def _add(self, text: str, *, code: bool = False) -> None:
        if text:
            self.runs.append(
                Run(
                    text,
                    bold=self._strong > 0,
                    italic=self._emphasis > 0,
                    code=code,
                    target=self._target,
                )
            )


def _safe_target(address: str) -> str:
    return address if address.startswith(_SAFE_LINKS) else ""
