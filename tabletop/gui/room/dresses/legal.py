"""Legal note: a giant paragraph sign in a white column, and the articles as a table."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from tabletop.gui.room.dresses.paper import (
    CENTRE,
    PAPER,
    RIGHT,
    Sheet,
    exercise_box,
    exercise_word,
    put,
    put_inside,
    rule,
)
from tabletop.gui.room.markdown import Block, Runs, blocks_of, plain
from tabletop.gui.room.paging import best_pages, pages
from tabletop.gui.room.text import (
    Strip,
    Strips,
    Style,
    flow,
    height_of,
    lines,
    paint_strips,
)
from tabletop.plots.papers import LEGAL

if TYPE_CHECKING:
    from tabletop.gui.room.rows import InjectPage

_SIGN = "§"
_COLUMN = QRectF(PAPER.left(), PAPER.top(), 412, PAPER.height())
_LEFT = _COLUMN.right() + 60
_WIDTH = PAPER.right() - 56 - _LEFT
_LABEL_SHARE = 6.1
_TOP = PAPER.top() + 40
_BOTTOM = PAPER.bottom() - 92
_BODY = Style(48, 61, LEGAL.ink, mark=LEGAL.mark, gap=22)


def sheets(inject: InjectPage) -> tuple[Sheet, ...]:
    """Return the pages of a legal note."""
    blocks = blocks_of(inject.body)
    _, made = best_pages(lambda style: _pages(blocks, style), _BODY)
    return tuple(partial(_paint, inject, page) for page in made or ((),))


def _pages(blocks: tuple[Block, ...], style: Style) -> tuple[Strips, ...]:
    strips = tuple(strip for block in blocks for strip in _strips(block, style))
    return pages(strips, _BOTTOM - _TOP)


def _strips(block: Block, style: Style) -> Strips:
    if block.kind == "row" and len(block.cells) == 2:
        return (_article(plain(block.cells[0]), block.cells[1], style),)
    if block.kind == "head-row":
        return ()
    if block.lead and len(block.lead) <= 24 and block.after_lead:
        # The number of a list is called by in the room, so it stays before the label.
        number = block.marker if block.marker.isdigit() else ""
        return (_article(f"{number}\u00a0{block.lead}".strip(), block.after_lead, style),)
    return flow((block,), style, _WIDTH)


def _article(label: str, runs: Runs, style: Style) -> Strip:
    label_width = style.size * _LABEL_SHARE
    bold = replace(style, colour=LEGAL.mark, weight=700)
    name = lines(label, bold, label_width - style.size / 2)
    text = lines(runs, style, _WIDTH - label_width)
    height = max(height_of(name), height_of(text)) + 22

    def paint(painter: QPainter, x: float, y: float) -> None:
        paint_strips(painter, name, x, y)
        paint_strips(painter, text, x + label_width, y)
        rule(painter, LEGAL.rule, x, y + height, _WIDTH, 2.5)

    return Strip(height, sum(strip.words for strip in text), paint, gap=18, width=_WIDTH)


def _paint(inject: InjectPage, body: Strips, painter: QPainter) -> None:
    painter.fillRect(PAPER, QColor(LEGAL.ground))
    painter.fillRect(_COLUMN, QColor(LEGAL.head))
    painter.fillRect(
        QRectF(_COLUMN.right() - 6, PAPER.top(), 6, PAPER.height()), QColor(LEGAL.mark)
    )
    sign = Style(340, 380, LEGAL.mark, weight=700, serif=True)
    put(painter, _SIGN, sign, _COLUMN.x(), PAPER.top() + 20, _COLUMN.width() - 6, CENTRE)
    name = QCoreApplication.translate("Room", "Legal note")
    room = QRectF(_COLUMN.x() + 24, PAPER.top() + 400, _COLUMN.width() - 54, 60)
    put_inside(painter, name, Style(42, 54, LEGAL.ink, weight=700), room, align=CENTRE)
    sender = QRectF(room.x(), room.bottom(), room.width(), 160)
    put_inside(painter, inject.sender, Style(34, 44, LEGAL.quiet), sender, 28, CENTRE)
    box = QPointF(_COLUMN.center().x() - 142, PAPER.bottom() - 84)
    exercise_box(painter, box, LEGAL.ink, size=37)
    paint_strips(painter, body, _LEFT, _TOP)
    exercise_word(painter, LEGAL.mark, _LEFT, PAPER.bottom() - 66, _WIDTH, RIGHT, size=38)
