"""Technical briefing and forensic report: a blueprint, its figure, and two or three big numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from tabletop.gui.room.dresses.paper import (
    CENTRE,
    EXERCISE,
    PAPER,
    Sheet,
    exercise_box,
    grid,
    paint_picture,
    put,
    put_inside,
    word_style,
)
from tabletop.gui.room.markdown import Block, blocks_of, plain
from tabletop.gui.room.text import Strips, Style, lines, paged, paint_strips
from tabletop.plots.papers import TECHNICAL

if TYPE_CHECKING:
    from tabletop.gui.room.rows import InjectPage, Picture

_MOST_NUMBERS = 3
_FAINT, _STRONG = 0.25, 0.6
_COLUMN = QRectF(PAPER.right() - 560, PAPER.top(), 560, PAPER.height())
_FIELD = QRectF(PAPER.left(), PAPER.top(), PAPER.width() - _COLUMN.width() - 8, PAPER.height())
_BODY = Style(48, 62, TECHNICAL.ink, mark=TECHNICAL.mark, gap=22)
_CAPTION = Style(38, 48, TECHNICAL.ink)


@dataclass(frozen=True, slots=True)
class _Briefing:
    """What every sheet of one briefing shows in its column."""

    inject: InjectPage
    numbers: tuple[Block, ...]


def sheets(inject: InjectPage) -> tuple[Sheet, ...]:
    """Return the figure with the numbers first, then the text."""
    blocks = blocks_of(inject.body)
    numbers = tuple(block for block in blocks if _is_number(block))[:_MOST_NUMBERS]
    told = tuple(block for block in blocks if block not in numbers)
    briefing = _Briefing(inject, numbers)
    room = _FIELD.adjusted(52, 48, -52, -44)
    text = paged(told, _BODY, room.width(), room.height())
    made: list[Sheet] = []
    if inject.pictures:
        made.append(partial(_paint_figure, briefing, inject.pictures[0]))
    made += [partial(_paint_text, briefing, page, room) for page in text]
    return tuple(made) or (partial(_paint_text, briefing, (), room),)


def _is_number(block: Block) -> bool:
    """Whether a block opens with a short bold number, “40 km off the coast”."""
    lead = block.lead
    return bool(lead) and len(lead) <= 12 and any(sign.isdigit() for sign in lead)


def _paint_ground(briefing: _Briefing, painter: QPainter) -> None:
    painter.fillRect(PAPER, QColor(TECHNICAL.ground))
    grid(painter, _FIELD, TECHNICAL.rule, 58)
    painter.fillRect(QRectF(_FIELD.right(), PAPER.top(), 8, PAPER.height()), QColor(TECHNICAL.mark))
    _paint_column(briefing, painter)


def _paint_column(briefing: _Briefing, painter: QPainter) -> None:
    inject = briefing.inject
    x, width = _COLUMN.left() + 44, _COLUMN.width() - 88
    title = Style(40, 52, TECHNICAL.ink, weight=700)
    y = put(painter, _name(inject), title, x, PAPER.top() + 40, width)
    sender = lines(inject.sender, Style(34, 44, TECHNICAL.quiet), width)
    y = paint_strips(painter, sender, x, y + 4) + 24
    for block in briefing.numbers:
        number = Style(92, 104, TECHNICAL.ink, weight=800)
        room = QRectF(x, y, width, 104)
        put_inside(painter, block.lead, number, room, smallest=48)
        y = put(painter, plain(block.after_lead), _CAPTION, x, y + 104, width) + 22
    foot = QPointF(x, PAPER.bottom() - 68)
    exercise_box(painter, foot, TECHNICAL.ink, size=36)


def _name(inject: InjectPage) -> str:
    if inject.channel == "forensic-report":
        return QCoreApplication.translate("Room", "Forensic report")
    return QCoreApplication.translate("Room", "Technical briefing")


def _paint_figure(briefing: _Briefing, picture: Picture, painter: QPainter) -> None:
    _paint_ground(briefing, painter)
    paint_picture(painter, picture, _FIELD.adjusted(28, 28, -28, -28), whole=True, band=False)
    _paint_watermark(painter, _STRONG)


def _paint_text(briefing: _Briefing, body: Strips, room: QRectF, painter: QPainter) -> None:
    _paint_ground(briefing, painter)
    _paint_watermark(painter, _FAINT)
    paint_strips(painter, body, room.x(), room.y())


def _paint_watermark(painter: QPainter, opacity: float) -> None:
    """Paint EXERCISE across the field, faintly behind a text, plainly over a figure."""
    painter.save()
    painter.setClipRect(_FIELD)
    painter.translate(_FIELD.center())
    painter.rotate(-14)
    painter.setOpacity(opacity)
    style = word_style(TECHNICAL.soft, 150)
    put(painter, EXERCISE, style, -1000, -style.line / 2, 2000, CENTRE)
    painter.restore()
