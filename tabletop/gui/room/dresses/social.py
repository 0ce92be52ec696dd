"""Social post: one white card on pale blue, a round avatar with a letter, large plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from tabletop.gui.room.dresses.paper import (
    CENTRE,
    PAPER,
    RIGHT,
    Sheet,
    exercise_box,
    exercise_word,
    paint_picture,
    put_inside,
    rule,
)
from tabletop.gui.room.markdown import Block, blocks_of
from tabletop.gui.room.paging import best_pages, pages
from tabletop.gui.room.text import Strips, Style, flow, height_of, lines, paint_strips
from tabletop.plots.papers import SOCIAL

if TYPE_CHECKING:
    from tabletop.gui.room.rows import InjectPage, Picture

_COUNTS = re.compile(r"\d[\d\s.,]*\s*\w+(\s*·\s*[\w\s\d.,]+)+")
_CARD = QRectF(PAPER.left() + 218, PAPER.top() + 42, PAPER.width() - 436, PAPER.height() - 84)
_LEFT = _CARD.left() + 56
_WIDTH = _CARD.width() - 112
_TOP = _CARD.top() + 188
_BOTTOM = _CARD.bottom() - 92
_BODY = Style(52, 68, SOCIAL.ink, mark=SOCIAL.head, gap=24)
_COUNT = Style(34, 46, SOCIAL.quiet)


@dataclass(frozen=True, slots=True)
class _Post:
    """What every sheet of one post shows."""

    inject: InjectPage
    counts: str


def sheets(inject: InjectPage) -> tuple[Sheet, ...]:
    """Return the post, in one card or several."""
    blocks = blocks_of(inject.body)
    counts = blocks[-1].text if blocks and _COUNTS.fullmatch(blocks[-1].text) else ""
    told = blocks[:-1] if counts else blocks
    post = _Post(inject, counts)
    picture = inject.pictures[0] if inject.pictures else None
    made = _pages(told, _BOTTOM - _TOP)
    last: list[Sheet] = []
    if picture is not None:
        fits = len(made) == 1 and height_of(made[0]) <= 300
        if fits:
            return (partial(_paint, post, made[0], picture),)
        last = [partial(_paint, post, (), picture)]
    return (*(partial(_paint, post, page, None) for page in made or ((),)), *last)


def _pages(blocks: tuple[Block, ...], height: float) -> tuple[Strips, ...]:
    return best_pages(lambda style: pages(flow(blocks, style, _WIDTH), height), _BODY)[1]


def _paint(post: _Post, body: Strips, picture: Picture | None, painter: QPainter) -> None:
    painter.fillRect(PAPER, QColor(SOCIAL.desk))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(SOCIAL.ground))
    painter.drawRoundedRect(_CARD, 36, 36)
    _paint_name(post, painter)
    end = paint_strips(painter, body, _LEFT, _TOP)
    if picture is not None:
        top = end + 24 if body else _TOP
        frame = QRectF(_LEFT, top, _WIDTH, _BOTTOM - top)
        paint_picture(painter, picture, frame, whole=False, radius=24)
    rule(painter, SOCIAL.rule, _LEFT, _BOTTOM + 14, _WIDTH, 2)
    if post.counts:
        counts = lines(post.counts, _COUNT, _WIDTH - 300)
        paint_strips(painter, counts[:1], _LEFT, _BOTTOM + 28)
    exercise_word(painter, SOCIAL.mark, _LEFT, _BOTTOM + 28, _WIDTH, RIGHT)


def _paint_name(post: _Post, painter: QPainter) -> None:
    middle = _CARD.top() + 102
    painter.setBrush(QColor(SOCIAL.head))
    painter.drawEllipse(QPointF(_LEFT + 62, middle), 62, 62)
    name = post.inject.sender or QCoreApplication.translate("Room", "Social media")
    letter = next((sign for sign in name if sign.isalnum()), "?").upper()
    circle = QRectF(_LEFT, middle - 40, 124, 80)
    put_inside(painter, letter, Style(60, 76, SOCIAL.ground, weight=700), circle, align=CENTRE)
    box = exercise_box(painter, QPointF(_LEFT + _WIDTH, middle), SOCIAL.mark, align=RIGHT, size=38)
    left = _LEFT + 156
    width = box.left() - 32 - left
    room = QRectF(left, middle - 62, width, 66)
    if not post.inject.date:
        room.moveCenter(QPointF(room.center().x(), middle))
    put_inside(painter, name, Style(46, 60, SOCIAL.ink, weight=700), room, smallest=30)
    put_inside(painter, post.inject.date, _COUNT, QRectF(left, middle + 4, width, 50))
