"""Press page and press release: masthead, huge serif headline, a grey picture, a red strip."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from tabletop.gui.room.dresses.paper import (
    CENTRE,
    PAPER,
    RIGHT,
    Sheet,
    exercise_band,
    exercise_box,
    exercise_word,
    paint_picture,
    put_inside,
    rule,
)
from tabletop.gui.room.markdown import LINE_BREAK, Block, blocks_of
from tabletop.gui.room.paging import best_pages, faults, fits_one, pages
from tabletop.gui.room.pictures import PictureRefused, drawing
from tabletop.gui.room.text import (
    Strip,
    Strips,
    Style,
    fitted,
    flow,
    height_of,
    lines,
    paint_strips,
)
from tabletop.plots.papers import PRESS

if TYPE_CHECKING:
    from tabletop.gui.room.rows import InjectPage, Picture

_LIVE = re.compile(r"live\b.*|breaking\b.*|on air", re.IGNORECASE)
_LEFT = PAPER.left() + 56
_RIGHT = PAPER.right() - 56
_TOP = PAPER.top() + 146
_STRIP = QRectF(PAPER.left(), PAPER.bottom() - 88, PAPER.width(), 88)
_BOTTOM = _STRIP.top() - 24
_FRAME = QRectF(_RIGHT - 560, _TOP + 6, 560, 496)
_FULL_WIDTH = _RIGHT - _LEFT
_COLUMN_GAP = 40.0

_HEADLINE = Style(132, 150, PRESS.ink, weight=700, serif=True)
_SMALL_HEADLINE = Style(60, 74, PRESS.ink, weight=700, serif=True)
_BODY = Style(48, 61, PRESS.ink, serif=True, mark=PRESS.mark, gap=20)


@dataclass(frozen=True, slots=True)
class _Story:
    """A page taken apart: headline, live strip and what is told."""

    inject: InjectPage
    headline: str
    live: Block | None
    blocks: tuple[Block, ...]
    picture: Picture | None
    is_release: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph as it is laid out, or two that stand side by side."""

    blocks: tuple[Block, ...]
    strips: Strips


@dataclass(frozen=True, slots=True)
class _Layout:
    """A story among its pages: the headline of the first and the running one of the others."""

    headline: Strips
    running: Strips
    pages: tuple[Strips, ...]

    @property
    def words_in_front(self) -> int:
        """How much is told on the first page."""
        return sum(strip.words for strip in self.pages[0])


def sheets(inject: InjectPage) -> tuple[Sheet, ...]:
    """Return the front page, and further pages for what it cannot hold."""
    story = _story(inject)
    if story.picture is not None and _is_page(story.picture):
        return _laid_out(story, _FULL_WIDTH)
    if story.picture is not None:
        return _laid_out(story, _FRAME.left() - 56 - _LEFT)
    if not story.is_release:
        beside_sketch = _laid_out(story, _FRAME.left() - 56 - _LEFT)
        if len(beside_sketch) == 1:
            return beside_sketch
    return _laid_out(story, _FULL_WIDTH)


def _is_page(picture: Picture) -> bool:
    """Whether a picture is a page of its own, taller than wide: cut to a frame it says nothing."""
    try:
        size = drawing(picture).size
    except PictureRefused:
        return False
    return size.height() > size.width()


def _story(inject: InjectPage) -> _Story:
    blocks = list(blocks_of(inject.body))
    heading = next((block for block in blocks if block.kind == "heading"), None)
    live = next((block for block in blocks if _LIVE.fullmatch(block.lead)), None)
    return _Story(
        inject=inject,
        headline=heading.text if heading else inject.title.strip("“”\"'"),
        live=live,
        blocks=tuple(block for block in blocks if block not in (heading, live)),
        picture=inject.pictures[0] if inject.pictures else None,
        is_release=inject.channel == "press-release",
    )


def _laid_out(story: _Story, width: float) -> tuple[Sheet, ...]:
    """Return the sheets that break best with a large or a smaller headline and type."""
    one_line = len(lines(story.headline, _HEADLINE.sized(96), width)) == 1
    heights = (150, 300, 250, 210, 160) if one_line else (300, 250, 210, 160)
    made: list[_Layout] = []
    for height in heights:
        headline = fitted(story.headline, _HEADLINE, width, height, 66)
        styles = (_BODY.sized(58), _BODY, _BODY.sized(45))
        tried = [_pages(story, width, headline, style) for style in styles]
        made.append(min(tried, key=lambda one: (faults(one.pages), -one.words_in_front)))
    best = min(made, key=lambda one: faults(one.pages))
    return _sheets(story, best, illustrated=width < _FULL_WIDTH)


def _pages(story: _Story, width: float, headline: Strips, style: Style) -> _Layout:
    room = _BOTTOM - _TOP - height_of(headline) - 16
    first, rest = _front_page(story.blocks, room, width, style)
    running = fitted(story.headline, _SMALL_HEADLINE, _FULL_WIDTH, 80, 45)
    room = _BOTTOM - _TOP - height_of(running) - 16
    _, further = best_pages(lambda one: pages(_joined(_parts(rest, _FULL_WIDTH, one)), room), _BODY)
    return _Layout(headline, running, (first, *further))


def _front_page(
    blocks: tuple[Block, ...], room: float, width: float, style: Style
) -> tuple[Strips, tuple[Block, ...]]:
    """Return what stands whole under the headline, and what is left for further pages."""
    parts = _parts(blocks, width, style)
    fitting = (n for n in range(len(parts) + 1) if fits_one(_joined(parts[:n]), room))
    count = max(fitting, default=0)
    rest = tuple(block for part in parts[count:] for block in part.blocks)
    return _joined(parts[:count]), rest


def _sheets(story: _Story, layout: _Layout, *, illustrated: bool) -> tuple[Sheet, ...]:
    first, *further = layout.pages
    return (
        partial(_paint, story, layout.headline, first, illustrated=illustrated),
        *(partial(_paint, story, layout.running, page, illustrated=False) for page in further),
    )


def _joined(parts: tuple[_Part, ...]) -> Strips:
    return tuple(strip for part in parts for strip in part.strips)


def _parts(blocks: tuple[Block, ...], width: float, style: Style) -> tuple[_Part, ...]:
    """Return the text; two last short paragraphs with leads stand in columns side by side."""
    pair = blocks[-2:]
    if len(blocks) >= 2 and all(block.lead and block.kind == "paragraph" for block in pair):
        columns = _columns(pair, width)
        return (*_parts(blocks[:-2], width, style), _Part(pair, (columns,)))
    return tuple(_Part((block,), flow((block,), style, width)) for block in blocks)


def _columns(pair: tuple[Block, ...], width: float) -> Strip:
    style = replace(_BODY, size=45, line=58)
    column = (width - _COLUMN_GAP) / 2
    texts = [lines(block.runs, style, column) for block in pair]

    def paint(painter: QPainter, x: float, y: float) -> None:
        for number, strips in enumerate(texts):
            left = x + number * (column + _COLUMN_GAP)
            rule(painter, PRESS.rule, left, y, column, 3)
            paint_strips(painter, strips, left, y + 16)

    words = sum(strip.words for strips in texts for strip in strips)
    height = max(height_of(strips) for strips in texts) + 16
    return Strip(height=height, words=words, paint=paint, gap=28)


def _paint(
    story: _Story, headline: Strips, body: Strips, painter: QPainter, *, illustrated: bool
) -> None:
    painter.fillRect(PAPER, QColor(PRESS.ground))
    _paint_masthead(story, painter)
    end = paint_strips(painter, headline, _LEFT, _TOP)
    paint_strips(painter, body, _LEFT, end + 16)
    if illustrated and story.picture is not None:
        paint_picture(painter, story.picture, _FRAME, whole=False)
    elif illustrated:
        _paint_sketch(painter)
    _paint_strip(story, painter)


def _paint_masthead(story: _Story, painter: QPainter) -> None:
    inject = story.inject
    middle = PAPER.top() + 58
    box = exercise_box(
        painter, QPointF(_RIGHT, middle), PRESS.on_head, fill=PRESS.head, align=RIGHT, size=32
    )
    side = box.width() + 20
    name = inject.sender or QCoreApplication.translate("Room", "Press")
    title = Style(66, 80, PRESS.ink, weight=700, serif=True)
    room = QRectF(_LEFT + side, middle - 46, _RIGHT - _LEFT - 2 * side, 92)
    put_inside(painter, name, title, room, smallest=40, align=CENTRE)
    kind = QCoreApplication.translate("Room", "Press release") if story.is_release else ""
    date = LINE_BREAK.join(part for part in (kind, inject.date) if part)
    small = Style(28, 34, PRESS.quiet, serif=True)
    put_inside(painter, date, small, QRectF(_LEFT, middle - 46, side, 92), smallest=24)
    rule(painter, PRESS.rule, _LEFT, PAPER.top() + 114, _RIGHT - _LEFT, 4)
    rule(painter, PRESS.rule, _LEFT, PAPER.top() + 120, _RIGHT - _LEFT, 1.5)


def _paint_strip(story: _Story, painter: QPainter) -> None:
    middle = _STRIP.center().y()
    if story.is_release:
        rule(painter, PRESS.rule, _LEFT, _STRIP.top(), _RIGHT - _LEFT, 2)
        exercise_word(painter, PRESS.ink, _LEFT, middle - 22, _RIGHT - _LEFT)
        return
    painter.fillRect(_STRIP, QColor(PRESS.mark))
    exercise_word(painter, PRESS.on_mark, _LEFT, middle - 27, _RIGHT - _LEFT, RIGHT, size=42)
    if story.live is None:
        return
    name = lines(story.live.lead, Style(42, 54, PRESS.mark, weight=800), 600)[0]
    box = QRectF(_LEFT, middle - 31, name.width + 32, 62)
    painter.fillRect(box, QColor(PRESS.on_mark))
    name.paint(painter, box.x() + 17, middle - name.height / 2)
    room = QRectF(box.right() + 28, _STRIP.top(), _RIGHT - 300 - box.right() - 28, 88)
    told = "".join(run.text for run in story.live.after_lead)
    put_inside(painter, told, Style(45, 44, PRESS.on_mark, weight=600), room, smallest=32)


def _paint_sketch(painter: QPainter) -> None:
    """Paint a grey picture of microphones, for a page without one of its own."""
    painter.save()
    painter.fillRect(_FRAME, QColor(PRESS.soft))
    painter.setClipRect(_FRAME)
    ink = QColor(PRESS.quiet)
    foot = _FRAME.bottom()
    middle = _FRAME.center().x()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    desk = (QPointF(middle - 220, foot), QPointF(middle - 180, foot - 92))
    far = (QPointF(middle + 180, foot - 92), QPointF(middle + 220, foot))
    painter.drawPolygon(QPolygonF((*desk, *far)))
    for offset, height, lean in ((0, 310, 0), (-96, 240, -14), (96, 240, 14), (-190, 170, -26)):
        _paint_microphone(painter, ink, QPointF(middle + offset * 0.55, foot - 92), height, lean)
    _paint_microphone(painter, ink, QPointF(middle + 104, foot - 92), 170, 26)
    painter.restore()
    exercise_band(painter, _FRAME)


def _paint_microphone(
    painter: QPainter, ink: QColor, foot: QPointF, height: float, lean: float
) -> None:
    painter.save()
    painter.translate(foot)
    painter.rotate(lean)
    painter.setPen(QPen(ink, 14))
    painter.drawLine(QLineF(0, 0, 0, -height + 80))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(-28, -height, 56, 124), 28, 28)
    painter.restore()
