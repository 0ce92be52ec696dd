"""Draft text: a white page with numbered lines in serif; words in [brackets] are still open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from tabletop.gui.room.dresses.paper import (
    CENTRE,
    LEFT,
    PAPER,
    RIGHT,
    Sheet,
    exercise_box,
    exercise_word,
    put,
    put_inside,
)
from tabletop.gui.room.markdown import blocks_of
from tabletop.gui.room.paging import paged
from tabletop.gui.room.text import Strips, Style, height_of, lines, paint_strips
from tabletop.plots.papers import DRAFT

if TYPE_CHECKING:
    from tabletop.gui.room.rows import InjectPage, SilencePage

_MARGIN = PAPER.left() + 148
_LEFT = _MARGIN + 54
_WIDTH = PAPER.right() - 60 - _LEFT
_TOP = PAPER.top() + 156
_BOTTOM = PAPER.bottom() - 96
_BODY = Style(
    50, 74, DRAFT.ink, serif=True, mark=DRAFT.mark, open_ground=DRAFT.soft, gap=30, bold=700
)
_NUMBER = Style(28, 74, DRAFT.quiet, tabular=True)
_TITLE = Style(44, 56, DRAFT.ink, weight=700)
_CLOCK_HEIGHT = 176.0


def sheets(inject: InjectPage) -> tuple[Sheet, ...]:
    """Return the pages of a draft text; its lines are numbered through."""
    made = paged(blocks_of(inject.body), _BODY, _WIDTH, _BOTTOM - _TOP) or ((),)
    title = QCoreApplication.translate("Room", "Draft text")
    starts = _starts(made)
    return tuple(
        partial(_paint_draft, title, inject.sender, page, start)
        for page, start in zip(made, starts, strict=True)
    )


def silence_sheets(page: SilencePage) -> tuple[Sheet, ...]:
    """Return a text under silence: the draft, its clock, and breaks the room may know of."""
    top = PAPER.top() + _CLOCK_HEIGHT + 76
    breaks = _breaks(page)
    bottom = _BOTTOM - (height_of(breaks) + 28 if breaks else 0)
    made = paged(blocks_of(page.text), _BODY, _WIDTH, bottom - top) or ((),)
    return tuple(
        partial(_paint_silence, page, text, start, breaks, top)
        for text, start in zip(made, _starts(made), strict=True)
    )


def _starts(made: tuple[Strips, ...]) -> tuple[int, ...]:
    return tuple(1 + sum(len(page) for page in made[:number]) for number in range(len(made)))


def _breaks(page: SilencePage) -> Strips:
    style = Style(45, 56, DRAFT.ink)
    translate = QCoreApplication.translate
    sentences = [
        translate("Room", "{seat} broke silence: {text}").format(seat=broken.code, text=broken.text)
        if broken.text
        else translate("Room", "{seat} broke silence").format(seat=broken.code)
        for broken in page.breaks
    ]
    return tuple(strip for sentence in sentences for strip in lines(sentence, style, _WIDTH))


def _paint_ground(painter: QPainter) -> None:
    painter.fillRect(PAPER, QColor(DRAFT.ground))
    painter.fillRect(QRectF(_MARGIN, PAPER.top() + 40, 3, PAPER.height() - 80), QColor(DRAFT.rule))
    exercise_word(painter, DRAFT.ink, _LEFT, PAPER.bottom() - 68, _WIDTH, RIGHT, size=38)


def _paint_title(painter: QPainter, title: str, width: float) -> float:
    """Paint the title with EXERCISE beside it, and return where they end at the right."""
    middle = PAPER.top() + 84
    strip = lines(title, _TITLE, width - 280)
    paint_strips(painter, strip[:1], _LEFT, middle - 28)
    at = QPointF(_LEFT + (strip[0].width if strip else 0) + 32, middle)
    return exercise_box(painter, at, DRAFT.ink).right()


def _paint_lines(painter: QPainter, body: Strips, start: int, top: float) -> float:
    y = top
    for number, strip in enumerate(body):
        y += strip.gap if number else 0
        put(painter, str(start + number), _NUMBER, PAPER.left() + 40, y, 84, RIGHT)
        strip.paint(painter, _LEFT, y)
        y += strip.height
    return y


def _paint_draft(title: str, sender: str, body: Strips, start: int, painter: QPainter) -> None:
    _paint_ground(painter)
    after = _paint_title(painter, title, _WIDTH) + 36
    room = QRectF(after, PAPER.top() + 40, PAPER.right() - 60 - after, 88)
    put_inside(painter, sender, Style(34, 42, DRAFT.quiet), room, smallest=28, align=RIGHT)
    _paint_lines(painter, body, start, _TOP)


def _paint_silence(
    page: SilencePage, body: Strips, start: int, breaks: Strips, top: float, painter: QPainter
) -> None:
    _paint_ground(painter)
    clock = QRectF(PAPER.right() - 60 - 424, PAPER.top() + 40, 424, _CLOCK_HEIGHT)
    title = QCoreApplication.translate("Room", "Draft text, revision {}").format(page.revision)
    _paint_title(painter, title, clock.left() - _LEFT)
    told = QRectF(_LEFT, PAPER.top() + 124, clock.left() - 40 - _LEFT, 100)
    put_inside(painter, _sentence(page), Style(36, 46, DRAFT.quiet), told, smallest=30, align=LEFT)
    _paint_clock(page, clock, painter)
    _paint_lines(painter, body, start, top)
    if breaks:
        paint_strips(painter, breaks, _LEFT, _BOTTOM - height_of(breaks))


def _sentence(page: SilencePage) -> str:
    if page.ended:
        return page.ended
    translate = QCoreApplication.translate
    if page.deadline:
        return translate("Room", "Under silence until {}. Who does not object agrees.").format(
            page.deadline
        )
    return translate("Room", "Under silence. Who does not object agrees.")


def _paint_clock(page: SilencePage, clock: QRectF, painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(DRAFT.head))
    painter.drawRoundedRect(clock, 14, 14)
    if page.stopped:
        word = Style(84, 100, DRAFT.on_head, weight=700)
        # Too low for two lines, so that a long word is set smaller and never broken.
        inside = clock.adjusted(24, 40, -24, -40)
        put_inside(painter, page.stopped, word, inside, smallest=60, align=CENTRE)
        return
    left = max(page.seconds_left, 0)
    digits = f"{left // 60:02d}:{left % 60:02d}"
    style = Style(120, 130, DRAFT.on_head, weight=700, tabular=True)
    face = clock.adjusted(16, 4, -16, -28)
    put_inside(painter, digits, style, face, smallest=60, align=CENTRE)
    track = QRectF(clock.x() + 24, clock.bottom() - 34, clock.width() - 48, 12)
    painter.fillRect(track, QColor(DRAFT.quiet))
    share = min(left / page.seconds_given, 1.0) if page.seconds_given > 0 else 0.0
    rest = QRectF(track.right() - track.width() * share, track.y(), track.width() * share, 12)
    painter.fillRect(rest, QColor(DRAFT.soft if left < 60 else DRAFT.on_head))
