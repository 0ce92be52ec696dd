"""Military flash report: a red slab with FLASH, punched tape, numbered lines, what is unknown."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from tabletop.gui.room.dresses.paper import (
    PAPER,
    RIGHT,
    Sheet,
    dashed_box,
    exercise_box,
    exercise_word,
    put,
    put_inside,
    rule,
    word_style,
)
from tabletop.gui.room.markdown import Block, blocks_of
from tabletop.gui.room.paging import best_pages, pages
from tabletop.gui.room.pictures import EXERCISE
from tabletop.gui.room.text import (
    SMALLEST_BODY,
    Strip,
    Strips,
    Style,
    flow,
    height_of,
    lines,
    paint_strips,
)
from tabletop.plots.papers import FLASH, STAGE

if TYPE_CHECKING:
    from tabletop.gui.room.rows import InjectPage

_SLAB = QRectF(PAPER.left(), PAPER.top(), 400, PAPER.height())
_LEFT = _SLAB.right() + 56
_WIDTH = PAPER.right() - 40 - _LEFT
_FOOT = PAPER.bottom() - 76
_BOX_WIDTH = 250
_BODY = Style(50, 63, FLASH.ink, mark=FLASH.mark, gap=18)
_UNKNOWN = Style(45, 56, FLASH.ink)
_UNKNOWN_LEADS = ("not known", "unknown", "uncertain")


def sheets(inject: InjectPage) -> tuple[Sheet, ...]:
    """Return the sheets of a flash report."""
    blocks = blocks_of(inject.body)
    unknown = next((b for b in blocks if b.lead.lower() in _UNKNOWN_LEADS), None)
    told = [block for block in blocks if block is not unknown]
    head = _head(inject)
    top = PAPER.top() + 28 + height_of(head) + 44
    _, made = best_pages(lambda style: _pages(told, unknown, style, _FOOT - 12 - top), _BODY)
    return tuple(partial(_paint, head, body, top) for body in made or ((),))


def _pages(
    told: list[Block], unknown: Block | None, style: Style, height: float
) -> tuple[Strips, ...]:
    strips = flow(_numbered(told), style, _WIDTH)
    return pages((*strips, _unknown_box(unknown, style)) if unknown else strips, height)


def _unknown_box(block: Block, style: Style) -> Strip:
    """Return what is not known as a dashed box, which stands at the foot of its page."""
    size = max(style.size * _UNKNOWN.size / _BODY.size, SMALLEST_BODY)
    text = lines(block.runs, _UNKNOWN.sized(size), _WIDTH - 56)
    height = height_of(text) + 36

    def paint(painter: QPainter, _x: float, _y: float) -> None:
        frame = QRectF(_LEFT, _FOOT - 20 - height, _WIDTH, height)
        dashed_box(painter, frame, FLASH.ink)
        paint_strips(painter, text, frame.x() + 28, frame.y() + 18)

    return Strip(height + 12, sum(strip.words for strip in text), paint, gap=20)


def _numbered(blocks: list[Block]) -> list[Block]:
    """Return paragraphs as numbered lines, as signals are written, unless a list has numbers."""
    if any(block.kind == "item" for block in blocks):
        return blocks
    made: list[Block] = []
    number = 0
    for block in blocks:
        if block.kind == "paragraph":
            number += 1
            made.append(replace(block, kind="item", marker=str(number)))
        else:
            made.append(block)
    return made if number > 1 else blocks


def _head(inject: InjectPage) -> Strips:
    """Return the lines from, to and date-time group."""
    label = Style(34, 46, FLASH.quiet)
    value = Style(34, 46, FLASH.ink, weight=600)
    width = _WIDTH - 112 - _BOX_WIDTH
    made: list[Strips] = []
    for name, text in (("FM", inject.sender), ("TO", inject.to), ("DTG", inject.date_time_group)):
        values = lines(text, value, width)
        if values:
            made.append(_labelled(lines(name, label, 112), values))
    return tuple(strip for strips in made for strip in strips)


def _labelled(label: Strips, values: Strips) -> Strips:
    def paint_first(painter: QPainter, x: float, y: float) -> None:
        label[0].paint(painter, x, y)
        values[0].paint(painter, x + 112, y)

    def paint_next(strip: Strips, painter: QPainter, x: float, y: float) -> None:
        strip[0].paint(painter, x + 112, y)

    rest = (replace(strip, paint=partial(paint_next, (strip,))) for strip in values[1:])
    return (replace(values[0], paint=paint_first), *rest)


def _paint(head: Strips, body: Strips, top: float, painter: QPainter) -> None:
    painter.fillRect(PAPER, QColor(FLASH.ground))
    _paint_slab(painter)
    corner = QPointF(_LEFT + _WIDTH, PAPER.top() + 58)
    exercise_box(painter, corner, FLASH.mark, align=RIGHT, size=30)
    end = paint_strips(painter, head, _LEFT, PAPER.top() + 28)
    rule(painter, FLASH.ink, _LEFT, end + 20, _WIDTH, 4)
    paint_strips(painter, body, _LEFT, top)
    last = f"{EXERCISE} {EXERCISE} {EXERCISE}"
    put(painter, last, word_style(FLASH.mark, 32), _LEFT, _FOOT + 6, _WIDTH)


def _paint_slab(painter: QPainter) -> None:
    painter.fillRect(_SLAB, QColor(FLASH.mark))
    x = _SLAB.left() + 40
    put_inside(
        painter,
        "FLASH",
        Style(104, 120, FLASH.on_mark, weight=800),
        QRectF(x, _SLAB.top() + 28, 330, 120),
    )
    name = QCoreApplication.translate("Room", "Military report")
    put(painter, name, Style(38, 50, FLASH.on_mark, weight=600), x, _SLAB.top() + 158, 330)
    exercise_word(painter, FLASH.on_mark, x, _SLAB.bottom() - 98, 330, size=52)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(STAGE.ground))
    holes = 17
    for number in range(holes):
        y = _SLAB.top() + 42 + number * (_SLAB.height() - 84) / (holes - 1)
        painter.drawEllipse(QPointF(_SLAB.right(), y), 11, 11)
