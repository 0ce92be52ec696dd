"""Military advice and report: an olive head; advice sets its options side by side in columns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from tabletop.gui.room.dresses.paper import (
    PAPER,
    RIGHT,
    Sheet,
    exercise_box,
    exercise_word,
    put,
    put_inside,
)
from tabletop.gui.room.markdown import Block, Runs, blocks_of
from tabletop.gui.room.paging import MOST_WORDS, paged
from tabletop.gui.room.text import Strips, Style, flow, height_of, lines, paint_strips
from tabletop.plots.papers import MILITARY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tabletop.gui.room.rows import InjectPage

_COLUMN_LEAD = re.compile(r"([A-E])\b[\s:.,–-]*(.*)")
_COLUMNS = (2, 4)
_HEAD = QRectF(PAPER.left(), PAPER.top(), PAPER.width(), 110)
_LEFT = PAPER.left() + 48
_WIDTH = PAPER.width() - 96
_TOP = _HEAD.bottom() + 32
_BOTTOM = PAPER.bottom() - 84
_GAP = 36.0
_BODY = Style(50, 63, MILITARY.ink, mark=MILITARY.mark, gap=20)
_IN_COLUMN = Style(45, 56, MILITARY.ink)
_TIME = Style(58, 72, MILITARY.ink, weight=700)


@dataclass(frozen=True, slots=True)
class _Column:
    """One option of the advice: its letter, its time or title, its text."""

    letter: str
    time: Strips
    text: Strips

    @property
    def height(self) -> float:
        """The height of its box."""
        return 14 + 20 + 108 + height_of(self.time) + 8 + height_of(self.text) + 28


def sheets(inject: InjectPage) -> tuple[Sheet, ...]:
    """Return the advice with its options in columns where they fit, else as a list."""
    blocks = blocks_of(inject.body)
    places = [place for place, block in enumerate(blocks) if _is_column(block)]
    columns = _columns([blocks[place] for place in places])
    is_advice = inject.channel == "military-advice" and _are_together(places)
    if not is_advice or not columns or max(c.height for c in columns) > _BOTTOM - _TOP:
        return _plain(inject, blocks) or (partial(_paint, inject, (), ()),)
    before, after = blocks[: places[0]], blocks[places[-1] + 1 :]
    return (*_opening(inject, before, columns), *_plain(inject, after))


def _are_together(places: list[int]) -> bool:
    """Whether columns stand next to each other in the text, so that its order can be kept."""
    return bool(places) and places[-1] - places[0] == len(places) - 1


def _opening(
    inject: InjectPage, before: Sequence[Block], columns: tuple[_Column, ...]
) -> tuple[Sheet, ...]:
    """Return what leads up to the columns, on their sheet where both fit, and the columns."""
    intro = flow(before, _BODY, _WIDTH)
    words = sum(s.words for c in columns for s in c.text) + sum(s.words for s in intro)
    tallest = max(column.height for column in columns)
    if height_of(intro) + 28 + tallest <= _BOTTOM - _TOP and words <= MOST_WORDS + 10:
        return (partial(_paint, inject, intro, columns),)
    return (*_plain(inject, before), partial(_paint, inject, (), columns))


def _plain(inject: InjectPage, blocks: Sequence[Block]) -> tuple[Sheet, ...]:
    made = paged(blocks, _BODY, _WIDTH, _BOTTOM - _TOP)
    return tuple(partial(_paint, inject, page, ()) for page in made)


def _is_column(block: Block) -> bool:
    return block.kind != "heading" and _COLUMN_LEAD.fullmatch(block.lead) is not None


def _columns(blocks: list[Block]) -> tuple[_Column, ...]:
    fewest, most = _COLUMNS
    if not fewest <= len(blocks) <= most:
        return ()
    width = (_WIDTH - _GAP * (len(blocks) - 1)) / len(blocks) - 64
    return tuple(_column(block, width) for block in blocks)


def _column(block: Block, width: float) -> _Column:
    found = _COLUMN_LEAD.fullmatch(block.lead)
    letter, time = found.groups() if found else ("", "")
    text: Runs = block.after_lead
    return _Column(letter, lines(time, _TIME, width), lines(text, _IN_COLUMN, width))


def _name(inject: InjectPage) -> str:
    if inject.channel == "military-report":
        return QCoreApplication.translate("Room", "Military report")
    return QCoreApplication.translate("Room", "Military advice")


def _paint(
    inject: InjectPage, intro: Strips, columns: tuple[_Column, ...], painter: QPainter
) -> None:
    painter.fillRect(PAPER, QColor(MILITARY.ground))
    painter.fillRect(_HEAD, QColor(MILITARY.head))
    middle = _HEAD.center().y()
    right = QPointF(PAPER.right() - 48, middle)
    box = exercise_box(painter, right, MILITARY.on_head, align=RIGHT)
    title = Style(50, 62, MILITARY.on_head, weight=700)
    put(painter, _name(inject), title, _LEFT, middle - 31, 700)
    after = _LEFT + lines(_name(inject), title, 700)[0].width + 36
    room = QRectF(after, _HEAD.top() + 6, box.left() - 36 - after, _HEAD.height() - 12)
    put_inside(painter, inject.sender, Style(34, 42, MILITARY.ground), room, smallest=28)
    end = paint_strips(painter, intro, _LEFT, _TOP)
    top = end + 28 if intro else _TOP
    _paint_columns(columns, top, painter)
    exercise_word(painter, MILITARY.mark, _LEFT, PAPER.bottom() - 66, _WIDTH, RIGHT, size=38)


def _paint_columns(columns: tuple[_Column, ...], top: float, painter: QPainter) -> None:
    if not columns:
        return
    width = (_WIDTH - _GAP * (len(columns) - 1)) / len(columns)
    height = _BOTTOM - top
    for number, column in enumerate(columns):
        box = QRectF(_LEFT + number * (width + _GAP), top, width, height)
        painter.fillRect(box, QColor(MILITARY.soft))
        painter.fillRect(QRectF(box.x(), box.y(), width, 14), QColor(MILITARY.mark))
        x, y = box.x() + 32, box.y() + 34
        letter = Style(112, 108, MILITARY.ink, weight=800)
        y = put(painter, column.letter, letter, x, y, width)
        y = paint_strips(painter, column.time, x, y) + 8
        paint_strips(painter, column.text, x, y)
