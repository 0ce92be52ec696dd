"""Holding page and question, which stand on the stage itself instead of a paper."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tabletop.gui.room.dresses.paper import (
    CENTRE,
    PAPER,
    RIGHT,
    Sheet,
    exercise_word,
    put,
    put_inside,
)
from tabletop.gui.room.markdown import blocks_of
from tabletop.gui.room.paging import pages
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
from tabletop.plots.papers import STAGE
from tabletop.plots.tokens import DARK, Step

if TYPE_CHECKING:
    from tabletop.gui.room.rows import (
        HoldingPage,
        OptionRow,
        QuestionPage,
    )

QUESTION = Style(64, 76, STAGE.text, weight=700)
OPTION = Style(45, 54, STAGE.text)
META = Style(34, 46, STAGE.muted)
_KEY = Style(36, 44, STAGE.text, weight=700, tabular=True)
_LEFT = PAPER.left()
_WIDTH = PAPER.width()
FOOT = PAPER.bottom() - 2
ALL_WORDS = 10_000
_GAPS = (6.0, 44.0)
_KEY_HEIGHT = 58.0
_TIME_LEFT = Style(52, 56, STAGE.text, weight=700, tabular=True)
# What is held where options stand on no scale.
PLAIN = Step(STAGE.plain_tile, STAGE.text)
_LABEL = Style(34, 46, DARK.accent, weight=700)
_PROPOSED = Style(50, 66, STAGE.text, serif=True, gap=22)
_PANEL_PAD = 18.0
_OUTSET = 16.0


def holding_sheets(page: HoldingPage) -> tuple[Sheet, ...]:
    """Return the page that is shown before, between and after play."""
    return (partial(_paint_holding, page),)


def _paint_holding(page: HoldingPage, painter: QPainter) -> None:
    heading = fitted(
        page.heading, Style(120, 140, STAGE.text, weight=700), _WIDTH - 120, 420, 64, CENTRE
    )
    line = fitted(page.line, Style(50, 64, STAGE.muted), _WIDTH - 320, 260, 45, CENTRE)
    height = height_of(heading) + (32 + height_of(line) if line else 0)
    y = PAPER.center().y() - height / 2
    end = paint_strips(painter, heading, _LEFT + 60, y)
    paint_strips(painter, line, _LEFT + 160, end + 32)
    paint_foot(painter, "")


def paint_foot(painter: QPainter, text: str) -> None:
    foot = QRectF(_LEFT, FOOT - 32, _WIDTH - 240, 64)
    put_inside(painter, text, replace(META, size=31, line=40), foot, smallest=28)
    exercise_word(painter, STAGE.text, _LEFT, FOOT - 21, _WIDTH, RIGHT, size=32)


def question_sheets(page: QuestionPage) -> tuple[Sheet, ...]:
    """Return a question with its options, what is proposed, who has answered and the time left."""
    question = fitted(page.question or page.title, QUESTION, _WIDTH, 230, 48)
    chip = max((key_width(option.key) for option in page.options), default=0)
    proposal = proposal_strips(page.proposal)
    options = tuple(_option(option, chip) for option in page.options)
    tiles_height = _answered_height(page)
    top = PAPER.top() + 12 + height_of(question) + 28
    room = FOOT - 40 - tiles_height - top
    return tuple(
        partial(_paint_question, page, question, (*words, *_spread(rows, room - 24, words)), top)
        for words, rows in proposal_pages(proposal, options, room)
    )


def proposal_pages(
    proposal: Strips, rows: Strips, room: float
) -> tuple[tuple[Strips, Strips], ...]:
    """Return pages of what is proposed and of rows: on one if there is room, else each on its own.

    Rows of which a page would hold a few only stay together on the next.
    """
    if len(pages((*proposal, *rows), room, ALL_WORDS)) < 2:
        return ((proposal, rows),)
    words = tuple((part, ()) for part in pages(proposal, room, ALL_WORDS))
    return (*words, *(((), part) for part in pages(rows, room, ALL_WORDS)))


def proposal_strips(text: str) -> Strips:
    """Return words that the chair proposes, set as a draft on a panel; nothing for no words."""
    inner = _WIDTH - 96
    words = flow(blocks_of(text), _PROPOSED, inner)
    if not words:
        return ()
    label = lines(QCoreApplication.translate("Room", "Proposed"), _LABEL, inner)
    strips = (*(replace(strip, keeps_next=True) for strip in label), *words)
    return tuple(_on_panel(strips, number) for number in range(len(strips)))


def _on_panel(strips: Strips, number: int) -> Strip:
    """Return a line of a panel, with the ground down to where the next one begins."""
    strip = strips[number]
    above = _PANEL_PAD if number == 0 else 0.0
    is_last = number == len(strips) - 1
    below = _PANEL_PAD if is_last else 0.0
    height = above + strip.height + below
    # A little into the next one, or a scaled picture would show a seam between them.
    ground = height if is_last else height + strips[number + 1].gap + 2

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.fillRect(QRectF(x + 12, y, _WIDTH - 12, ground), QColor(STAGE.panel))
        painter.fillRect(QRectF(x, y, 12, ground), QColor(DARK.accent))
        strip.paint(painter, x + 48, y + above)

    return replace(strip, height=height, paint=paint, gap=strip.gap if number else 0, width=_WIDTH)


def _spread(options: Strips, room: float, above: Strips) -> Strips:
    """Return options further apart where there is room, so that few of them fill the page."""
    least, most = _GAPS
    spare = (room - height_of((*above, *options))) / max(len(options), 1)
    gap = min(max(least + spare, least), most)
    return tuple(replace(option, gap=gap) for option in options)


def _option(option: OptionRow, chip: float) -> Strip:
    label = QCoreApplication.translate("Room", "Proposed") if option.proposed else ""
    said = lines(label, _LABEL, 400)
    beside = said[0].width + 28 if said else 0
    style = replace(OPTION, weight=700) if option.proposed else OPTION
    text = lines(option.text, style, _WIDTH - chip - 56 - beside)
    height = max(height_of(text), _KEY_HEIGHT)

    def paint(painter: QPainter, x: float, y: float) -> None:
        if option.proposed:
            paint_proposed(painter, x, y - 4, height + 8)
        paint_key(painter, option.key, None, QRectF(x, y, chip, _KEY_HEIGHT))
        paint_strips(painter, text, x + chip + 28, y + 2)
        paint_strips(painter, said, x + _WIDTH - beside + 28, y + 6)

    return Strip(height, 0, paint, gap=_GAPS[0], width=_WIDTH)


def paint_proposed(painter: QPainter, x: float, y: float, height: float) -> None:
    """Paint the ground of the row whose option is proposed."""
    ground = QRectF(x - _OUTSET, y, _WIDTH + 2 * _OUTSET, height)
    painter.fillRect(ground, QColor(DARK.accent_tint))
    painter.fillRect(QRectF(ground.x(), y, 8, height), QColor(DARK.accent))


def key_width(key: str) -> float:
    strips = lines(key, _KEY, 400)
    return max(72.0, (strips[0].width if strips else 0) + 32)


def tile_pen(step: Step) -> QPen:
    """Return the edge of a tile or key: its own colour, or a fine light one on the plain fill."""
    return QPen(QColor(STAGE.plain_edge), 1) if step == PLAIN else QPen(QColor(step.fill), 2)


def paint_key(painter: QPainter, key: str, step: Step | None, rect: QRectF) -> None:
    painter.setPen(QPen(QColor(STAGE.edge), 2) if step is None else tile_pen(step))
    painter.setBrush(Qt.BrushStyle.NoBrush if step is None else QColor(step.fill))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
    ink = STAGE.muted if step is None else step.ink
    put_inside(painter, key, replace(_KEY, colour=ink), rect, smallest=24, align=CENTRE)


def _seat_columns(page: QuestionPage) -> tuple[int, float]:
    """Return how many seat tiles stand in a row, and how wide each is."""
    width = 112.0 if len(page.seats) <= 12 else 100.0
    return max(int((_WIDTH + 14) // (width + 14)), 1), width


def _answered_height(page: QuestionPage) -> float:
    if not page.seats:
        return 60.0
    columns, _ = _seat_columns(page)
    return 62.0 + 76.0 * -(-len(page.seats) // columns)


def _paint_question(
    page: QuestionPage, question: Strips, options: Strips, top: float, painter: QPainter
) -> None:
    paint_strips(painter, question, _LEFT, PAPER.top() + 12)
    paint_strips(painter, options, _LEFT, top)
    y = FOOT - 40 - _answered_height(page) + 8
    answered = sum(seat.answered for seat in page.seats)
    translate = QCoreApplication.translate
    told = translate("Room", "{count} of {all} have answered").format(
        count=answered, all=len(page.seats)
    )
    if page.seats:
        put(painter, told, META, _LEFT, y, _WIDTH)
    time = time_in_words(page.seconds_left)
    at_right = translate("Room", "Closed") if page.closed else time
    put(painter, at_right, _TIME_LEFT, _LEFT, y - 10, _WIDTH, RIGHT)
    _paint_seats(page, y + 54, painter)
    paint_foot(painter, page.rule)


def time_in_words(seconds: int | None) -> str:
    """Return the time left, or by how much it is over; nothing where no time was given."""
    if seconds is None:
        return ""
    minutes, rest = divmod(abs(seconds), 60)
    translate = QCoreApplication.translate
    is_over = seconds < 0
    text = translate("Room", "{time} over") if is_over else translate("Room", "{time} left")
    return text.format(time=f"{minutes:02d}:{rest:02d}")


def _paint_seats(page: QuestionPage, y: float, painter: QPainter) -> None:
    columns, width = _seat_columns(page)
    for number, seat in enumerate(page.seats):
        row, column = divmod(number, columns)
        box = QRectF(_LEFT + column * (width + 14), y + row * 76, width, 62)
        fill = STAGE.full_tile if seat.answered else STAGE.ground
        painter.setPen(QPen(QColor(STAGE.edge), 2))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        ink = STAGE.on_full_tile if seat.answered else STAGE.muted
        style = Style(36, 44, ink, weight=700)
        inner = box.adjusted(6, 0, -6, 0)
        put_inside(painter, seat.code, style, inner, smallest=24, align=CENTRE)
