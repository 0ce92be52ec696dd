"""Technical briefing and forensic report: a blueprint, its figure, and two or three big numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from tabletop.gui.room.dresses import assessment
from tabletop.gui.room.dresses.paper import (
    CENTRE,
    PAPER,
    Sheet,
    exercise_box,
    exercise_word,
    grid,
    paint_picture,
    put,
    word_style,
)
from tabletop.gui.room.markdown import Block, blocks_of
from tabletop.gui.room.paging import paged
from tabletop.gui.room.pictures import EXERCISE
from tabletop.gui.room.text import Strips, Style, fitted, height_of, lines, paint_strips
from tabletop.plots.papers import TECHNICAL

if TYPE_CHECKING:
    from tabletop.gui.room.rows import InjectPage, Picture

_MOST_NUMBERS = 3
_NUMBER_SIZES = (92, 80, 68, 56)
_WATERMARK = 0.6
_COLUMN = QRectF(PAPER.right() - 560, PAPER.top(), 560, PAPER.height())
_FIELD = QRectF(PAPER.left(), PAPER.top(), PAPER.width() - _COLUMN.width() - 8, PAPER.height())
_LEFT = _COLUMN.left() + 44
_WIDTH = _COLUMN.width() - 88
_TOP = PAPER.top() + 40
_FOOT = PAPER.bottom() - 116
_GAP = 24.0
_BODY = Style(48, 62, TECHNICAL.ink, mark=TECHNICAL.mark, gap=22)
_CAPTION = Style(38, 48, TECHNICAL.ink)


@dataclass(frozen=True, slots=True)
class _Briefing:
    """What every sheet of one briefing shows in its column, laid out."""

    inject: InjectPage
    head: Strips
    numbers: Strips


def sheets(inject: InjectPage) -> tuple[Sheet, ...]:
    """Return the figure with the numbers first, then the text, then what is assessed."""
    blocks = blocks_of(inject.body)
    head = _head(inject)
    numbers, strips = _numbers(blocks, _FOOT - _GAP - _TOP - height_of(head))
    told = tuple(block for block in blocks if block not in numbers)
    briefing = _Briefing(inject, head, strips)
    room = _FIELD.adjusted(52, 40, -52, -92)
    text = paged(told, _BODY, room.width(), room.height())
    made: list[Sheet] = []
    if inject.pictures:
        made.append(partial(_paint_figure, briefing, inject.pictures[0]))
    made += [partial(_paint_text, briefing, page, room) for page in text]
    if inject.judgements or inject.confidence:
        made += assessment.sheets(inject, _name(inject), assessment.BRIEFING)
    return tuple(made) or (partial(_paint_text, briefing, (), room),)


def _is_number(block: Block) -> bool:
    """Whether a block opens with a short bold number, “40 km off the coast”."""
    lead = block.lead
    return bool(lead) and len(lead) <= 12 and any(sign.isdigit() for sign in lead)


def _head(inject: InjectPage) -> Strips:
    name = lines(_name(inject), Style(40, 52, TECHNICAL.ink, weight=700), _WIDTH)
    return (*name, *lines(inject.sender, Style(34, 44, TECHNICAL.quiet), _WIDTH))


def _name(inject: InjectPage) -> str:
    if inject.channel == "forensic-report":
        return QCoreApplication.translate("Room", "Forensic report")
    return QCoreApplication.translate("Room", "Technical briefing")


def _numbers(blocks: tuple[Block, ...], room: float) -> tuple[tuple[Block, ...], Strips]:
    """Return the blocks that stand as numbers in the column, and the column.

    They get smaller before one of them has to go back into the text.
    """
    found = tuple(block for block in blocks if _is_number(block))[:_MOST_NUMBERS]
    for count in range(len(found), 0, -1):
        for size in _NUMBER_SIZES:
            strips = tuple(s for block in found[:count] for s in _number(block, size))
            if height_of(strips) <= room:
                return found[:count], strips
    return (), ()


def _number(block: Block, size: float) -> Strips:
    """Return a number, as large as its length allows, and what it counts below it."""
    style = Style(size, size * 1.12, TECHNICAL.ink, weight=800)
    figure = fitted(block.lead, style, _WIDTH, style.line, 48)
    return (replace(figure[0], gap=_GAP), *figure[1:], *lines(block.after_lead, _CAPTION, _WIDTH))


def _paint_ground(briefing: _Briefing, painter: QPainter) -> None:
    painter.fillRect(PAPER, QColor(TECHNICAL.ground))
    grid(painter, _FIELD, TECHNICAL.rule, 58)
    painter.fillRect(QRectF(_FIELD.right(), PAPER.top(), 8, PAPER.height()), QColor(TECHNICAL.mark))
    end = paint_strips(painter, briefing.head, _LEFT, _TOP)
    paint_strips(painter, briefing.numbers, _LEFT, end + _GAP)
    exercise_box(painter, QPointF(_LEFT, PAPER.bottom() - 68), TECHNICAL.ink, size=36)


def _paint_figure(briefing: _Briefing, picture: Picture, painter: QPainter) -> None:
    _paint_ground(briefing, painter)
    field = _FIELD.adjusted(28, 28, -28, -28)
    if not paint_picture(painter, picture, field, whole=True, band=False):
        _paint_watermark(painter)


def _paint_text(briefing: _Briefing, body: Strips, room: QRectF, painter: QPainter) -> None:
    _paint_ground(briefing, painter)
    paint_strips(painter, body, room.x(), room.y())
    exercise_word(painter, TECHNICAL.ink, room.x(), _FIELD.bottom() - 68, room.width(), size=36)


def _paint_watermark(painter: QPainter) -> None:
    """Paint EXERCISE across a figure that does not bear it."""
    painter.save()
    painter.setClipRect(_FIELD)
    painter.translate(_FIELD.center())
    painter.rotate(-14)
    painter.setOpacity(_WATERMARK)
    style = word_style(TECHNICAL.soft, 150)
    put(painter, EXERCISE, style, -1000, -style.line / 2, 2000, CENTRE)
    painter.restore()
