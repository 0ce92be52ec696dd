"""Lays runs of text out in lines that the back row can read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from tabletop.gui.room.markdown import Run, plain
from tabletop.gui.theme.typography import sans, serif

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from tabletop.gui.room.markdown import Block, Runs

SMALLEST_BODY = 45

# A hyphen after a single letter or before a digit, and a space between a figure and what it
# counts or is counted by.
_TIED_HYPHEN = re.compile(r"(?<=\b[^\W\d_])-(?=\w)|(?<=\w)-(?=\d)")
_TIED_SPACE = re.compile(
    r"(?<=\d) (?=(?:km|m|cm|kg|t|NM|h|min|s|per cent|%)(?!\w))"
    r"|(?<=\bArticle) (?=\d)|(?<=\bArt\.) (?=\d)|(?<=\bNo\.) (?=\d)"
    r"|(?<=\bD[+\u2011]\d) (?=\d\d:)|(?<=\bD[+\u2011]\d\d) (?=\d\d:)|(?<=\u2011Day) (?=\d\d:)"
)

PaintAt = Callable[["QPainter", float, float], None]


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: pixels at 1080 lines, height of line, colour, weights, family."""

    size: float
    line: float
    colour: str
    weight: int = 400
    bold: int = 700
    serif: bool = False
    gap: float = 22
    mark: str = ""
    open_ground: str = ""
    spacing: float = 0
    tabular: bool = False

    def font(self) -> QFont:
        """Return the font, without hinting, for the picture is scaled."""
        if self.serif:
            font = serif(self.size, self.weight)
        else:
            font = sans(self.size, self.weight, tabular=self.tabular)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if self.spacing:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self.spacing)
        return font

    def sized(self, size: float) -> Style:
        """Return the style at another size, its line and gap in proportion."""
        share = size / self.size
        return replace(self, size=size, line=self.line * share, gap=self.gap * share)


@dataclass(frozen=True, slots=True)
class Strip:
    """A line of text, or a row of a table: what a page is never broken inside of.

    After one that `keeps_next`, as a heading does, no page should end.
    """

    height: float
    words: int
    paint: PaintAt
    gap: float = 0
    opens_block: bool = True
    width: float = 0
    keeps_next: bool = False
    continues_list: bool = False


Strips = tuple[Strip, ...]


def height_of(strips: Sequence[Strip]) -> float:
    """Return the height strips take below each other; the first one's gap does not count."""
    gaps = sum(strip.gap for strip in strips[1:])
    return sum(strip.height for strip in strips) + gaps


def paint_strips(painter: QPainter, strips: Sequence[Strip], x: float, y: float) -> float:
    """Paint strips below each other from (x, y), and return where they end."""
    for number, strip in enumerate(strips):
        y += strip.gap if number else 0
        strip.paint(painter, x, y)
        y += strip.height
    return y


def lines(
    runs: Runs | str,
    style: Style,
    width: float,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> Strips:
    """Return a text broken into lines of a width; words too long for it are broken as well."""
    if isinstance(runs, str):
        runs = (Run(runs),)
    if not plain(runs).strip():
        return ()
    layout = _layout(runs, style, align)
    made: list[Strip] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        text = layout.text()[line.textStart() : line.textStart() + line.textLength()]
        made.append(
            Strip(
                height=style.line,
                words=len(text.split()),
                paint=partial(_paint_line, layout, len(made), style),
                opens_block=not made,
                width=line.naturalTextWidth(),
            )
        )
    layout.endLayout()
    return tuple(made)


def _paint_line(
    layout: QTextLayout, number: int, style: Style, painter: QPainter, x: float, y: float
) -> None:
    line = layout.lineAt(number)
    painter.setPen(QColor(style.colour))
    line.draw(painter, QPointF(x, y + (style.line - line.height()) / 2))


def bound(text: str) -> str:
    """Return a text of the same length whose short parts stay on one line: D-Day, 11 km."""
    text = _TIED_HYPHEN.sub("\u2011", text)
    return _TIED_SPACE.sub("\u00a0", text)


def _layout(runs: Runs, style: Style, align: Qt.AlignmentFlag) -> QTextLayout:
    layout = QTextLayout(bound("".join(run.text for run in runs)), style.font())
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    formats = []
    start = 0
    for run in runs:
        # Qt counts in UTF-16 units, in which some signs take two places.
        length = len(run.text.encode("utf-16-le")) // 2
        if run.bold or (run.is_open and style.open_ground):
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, length, _run_format(run, style)
            formats.append(part)
        start += length
    layout.setFormats(formats)
    return layout


def _run_format(run: Run, style: Style) -> QTextCharFormat:
    form = QTextCharFormat()
    if run.bold:
        form.setFontWeight(style.bold)
    if run.is_open and style.open_ground:
        form.setBackground(QColor(style.open_ground))
        form.setFontUnderline(True)
        form.setUnderlineColor(QColor(style.mark))
    return form


def flow(blocks: Sequence[Block], style: Style, width: float) -> Strips:
    """Return blocks below each other: paragraphs, headings, list items, rows of tables."""
    made: list[Strip] = []
    kind = ""
    for block in blocks:
        strips = block_strips(block, style, width)
        if strips:
            goes_on = block.kind == kind == "item"
            made += (replace(strips[0], gap=style.gap, continues_list=goes_on), *strips[1:])
            kind = block.kind
    return tuple(made)


def block_strips(block: Block, style: Style, width: float) -> Strips:
    """Return the lines of one block."""
    match block.kind:
        case "row" | "head-row":
            return _row(block, style, width)
        case "item":
            return _item(block, style, width)
        case "heading":
            strips = lines(block.runs, replace(style, weight=style.bold), width)
            return tuple(replace(strip, keeps_next=True) for strip in strips)
        case "quotation":
            indent = style.size
            return _barred(_moved(lines(block.runs, style, width - indent), indent), style)
        case "paragraph":
            return lines(block.runs, style, width)


def _item(block: Block, style: Style, width: float) -> Strips:
    column = style.size * 1.2
    indent = column * (block.depth + 1)
    inner = _moved(lines(block.runs, style, width - indent), indent)
    if not block.marker or not inner:
        return inner
    shown = replace(style, weight=style.bold, colour=style.mark or style.colour, tabular=True)
    marker = lines(block.marker, shown, column * 2)[0]

    def paint(painter: QPainter, x: float, y: float) -> None:
        marker.paint(painter, x + indent - column, y)
        inner[0].paint(painter, x, y)

    return (replace(inner[0], paint=paint), *inner[1:])


def _moved(strips: Strips, indent: float) -> Strips:
    def moved(paint: PaintAt, painter: QPainter, x: float, y: float) -> None:
        paint(painter, x + indent, y)

    return tuple(replace(strip, paint=partial(moved, strip.paint)) for strip in strips)


def _barred(strips: Strips, style: Style) -> Strips:
    """Return lines with a bar at their left, as quotations have one."""

    def barred(strip: Strip, painter: QPainter, x: float, y: float) -> None:
        painter.fillRect(QRectF(x, y, 6, strip.height), QColor(style.mark or style.colour))
        strip.paint(painter, x, y)

    return tuple(replace(strip, paint=partial(barred, strip)) for strip in strips)


def _row(block: Block, style: Style, width: float) -> Strips:
    gap = style.size * 0.6
    cell_width = (width - gap * (len(block.cells) - 1)) / len(block.cells)
    cell_style = replace(style, weight=style.bold) if block.kind == "head-row" else style
    cells = [lines(cell, cell_style, cell_width) for cell in block.cells]

    def paint(painter: QPainter, x: float, y: float) -> None:
        for number, strips in enumerate(cells):
            paint_strips(painter, strips, x + number * (cell_width + gap), y)
        hairline = QColor(style.colour)
        hairline.setAlphaF(1.0 if block.kind == "head-row" else 0.3)
        painter.fillRect(QRectF(x, y + height + style.gap / 2 - 1, width, 2), hairline)

    height = max(height_of(strips) for strips in cells)
    words = sum(len(plain(cell).split()) for cell in block.cells)
    return (Strip(height=height, words=words, paint=paint, width=width),)


def fitted(
    text: Runs | str,
    style: Style,
    width: float,
    height: float,
    smallest: float,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> Strips:
    """Return a text at the largest size, from the style's down to the smallest, that fits.

    What does not fit even at the smallest size is returned at that size, in full.
    """
    size = style.size
    while True:
        strips = lines(text, style.sized(size), width, align)
        if height_of(strips) <= height or size <= smallest:
            return strips
        size = max(size - 2, smallest)
