"""Every other channel: a white paper whose head names the channel beside its sign."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

from tabletop.gui.room.dresses.paper import (
    PAPER,
    RIGHT,
    Sheet,
    exercise_box,
    exercise_word,
    put_inside,
    rule,
)
from tabletop.gui.room.markdown import blocks_of
from tabletop.gui.room.paging import paged
from tabletop.gui.room.text import Strips, Style, height_of, lines, paint_strips
from tabletop.plots.papers import OTHER

if TYPE_CHECKING:
    from tabletop.gui.room.rows import InjectPage

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="{colour}" '
    'stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"><path d="{path}"/></svg>'
)
_SIGNS = {
    "e-mail": "M3 6h18v12H3zM3 7l9 6.5L21 7",
    "call": "M6 4h3l1.5 4.5-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2L20 15v3a2 2 0 0 1-2 2A14 14 0 0 1 4 6"
    "a2 2 0 0 1 2-2z",
    "operator-alert": "M12 3.5L22 20.5H2zM12 10v4.5M12 17.5v0.01",
    "aviation-notice": "M12 2.5a1.5 1.5 0 0 1 1.5 1.5v5.5L21 14v2l-7.5-2.2V18l2.5 2v1.5l-4-1.2"
    "-4 1.2V20l2.5-2v-4.200L3 16v-2l7.500-4.500V4A1.500 1.500 0 0 1 12 2.500z",
}
_PAGE = "M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7"

_HEAD = QRectF(PAPER.left(), PAPER.top(), PAPER.width(), 132)
_LEFT = PAPER.left() + 56
_WIDTH = PAPER.width() - 112
_BOTTOM = PAPER.bottom() - 96
_BODY = Style(50, 63, OTHER.ink, mark=OTHER.mark, gap=22)
_META = Style(34, 46, OTHER.ink, weight=600)


def sheets(inject: InjectPage) -> tuple[Sheet, ...]:
    """Return the pages of a paper without a dress of its own."""
    route = _route(inject)
    top = _HEAD.bottom() + 28 + (height_of(route) + 24 if route else 0)
    blocks = blocks_of(inject.body)
    made = paged(blocks, _BODY, _WIDTH, _BOTTOM - top) or ((),)
    return tuple(partial(_paint, inject, route, page, top) for page in made)


def _route(inject: InjectPage) -> Strips:
    ends = [end for end in (inject.sender, inject.to) if end]
    return lines(" → ".join(ends), _META, _WIDTH)


def channel_name(channel: str) -> str:
    """Return what the head calls a channel: its word in the file, made readable."""
    translate = QCoreApplication.translate
    known = {
        "aviation-notice": translate("Room", "Aviation notice"),
        "operator-alert": translate("Room", "Operator alert"),
        "call": translate("Room", "Call"),
        "e-mail": translate("Room", "E-mail"),
        "": translate("Room", "Message"),
    }
    words = channel.replace("-", " ").replace("_", " ").strip()
    return known.get(channel) or words[:1].upper() + words[1:]


def _paint(inject: InjectPage, route: Strips, body: Strips, top: float, painter: QPainter) -> None:
    painter.fillRect(PAPER, QColor(OTHER.ground))
    painter.fillRect(_HEAD, QColor(OTHER.soft))
    rule(painter, OTHER.rule, PAPER.left(), _HEAD.bottom(), PAPER.width(), 5)
    middle = _HEAD.center().y()
    _paint_sign(painter, inject.channel, QRectF(_LEFT, middle - 36, 72, 72))
    right = QPointF(PAPER.right() - 56, middle)
    box = exercise_box(painter, right, OTHER.ink, align=RIGHT)
    left = _LEFT + 104
    title = Style(54, 66, OTHER.ink, weight=700)
    room = QRectF(left, _HEAD.top() + 8, box.left() - 40 - left, _HEAD.height() - 16)
    put_inside(painter, channel_name(inject.channel), title, room)
    paint_strips(painter, route, _LEFT, _HEAD.bottom() + 28)
    paint_strips(painter, body, _LEFT, top)
    exercise_word(painter, OTHER.ink, _LEFT, PAPER.bottom() - 72, _WIDTH, size=38)


def _paint_sign(painter: QPainter, channel: str, rect: QRectF) -> None:
    source = _SVG.format(colour=OTHER.ink, path=_SIGNS.get(channel, _PAGE))
    QSvgRenderer(QByteArray(source.encode())).render(painter, rect)
