"""Paints a view of the room: stage, markings, head line and one sheet, scaled to any size."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from tabletop.gui.room.dresses.paper import (
    CENTRE,
    PAPER,
    RIGHT,
    STAGE_SIZE,
    exercise_word,
    put_inside,
    word_style,
)
from tabletop.gui.room.pictures import EXERCISE
from tabletop.gui.room.rows import (
    HoldingPage,
    InjectPage,
    QuestionPage,
    ResultPage,
    SilencePage,
)
from tabletop.gui.room.sheets import sheets_of
from tabletop.gui.room.text import Style, lines, paint_strips
from tabletop.plots.papers import STAGE
from tabletop.plots.tokens import DARK

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from tabletop.gui.room.dresses.paper import Sheet
    from tabletop.gui.room.rows import Page, RoomView

_BAND = 52
_HEAD_MIDDLE = 98.0
_TIME = Style(52, 64, STAGE.text, weight=700, tabular=True)
_TITLE = Style(36, 42, STAGE.muted)
_RIGHT = Style(32, 42, STAGE.muted)


def room_image(view: RoomView, size: QSize) -> QImage:
    """Return a picture of the room at a size in pixels."""
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_room(painter, view, QRect(0, 0, size.width(), size.height()))
    painter.end()
    return image


def paint_room(
    painter: QPainter, view: RoomView, target: QRect, sheets: tuple[Sheet, ...] | None = None
) -> None:
    """Paint a view into a rectangle; what the picture does not cover is as dark as the bands.

    Sheets that were composed before can be handed in, so that a clock's tick costs nothing.
    """
    width, height = STAGE_SIZE
    scale = min(target.width() / width, target.height() / height)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(target, QColor(STAGE.band))
    painter.setClipRect(target)
    painter.translate(
        target.x() + round((target.width() - width * scale) / 2),
        target.y() + round((target.height() - height * scale) / 2),
    )
    painter.scale(scale, scale)
    _paint_stage(painter, view)
    if not view.blank:
        _paint_page(painter, view, sheets or sheets_of(view.page))
    painter.restore()


def _paint_stage(painter: QPainter, view: RoomView) -> None:
    width, height = STAGE_SIZE
    painter.fillRect(QRectF(0, 0, width, height), QColor(STAGE.ground))
    for top in (0, height - _BAND):
        band = QRectF(0, top, width, _BAND)
        painter.fillRect(band, QColor(STAGE.band))
        style = Style(30, 26, STAGE.on_band, weight=600, spacing=2.4)
        text = view.marking.upper()
        put_inside(painter, text, style, band.adjusted(64, 0, -64, 0), smallest=16, align=CENTRE)


def _paint_page(painter: QPainter, view: RoomView, sheets: tuple[Sheet, ...]) -> None:
    number = min(max(view.sheet, 1), len(sheets))
    painter.save()
    sheets[number - 1](painter)
    painter.restore()
    _paint_head(painter, view, number, len(sheets))


def _paint_head(painter: QPainter, view: RoomView, number: int, count: int) -> None:
    left = _paint_time(painter, view)
    right = _paint_right(painter, view, number, count)
    room = QRectF(left + 36, _HEAD_MIDDLE - 42, right - 36 - left - 36, 84)
    if room.width() > 80:
        _paint_line(painter, _head_title(view.page), _TITLE, room, smallest=30)


def _paint_line(
    painter: QPainter, text: str, style: Style, room: QRectF, *, smallest: float
) -> None:
    """Paint a text in one line, a little smaller where it would not fit, else elided."""
    if _text_width(text, style) > room.width():
        wanted = style.size * room.width() / _text_width(text, style)
        style = style.sized(max(wanted - 0.5, smallest))
        metrics = QFontMetricsF(style.font())
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() - 2)
    strips = lines(text, style, room.width() + 8)[:1]
    paint_strips(painter, strips, room.x(), room.center().y() - style.line / 2)


def _paint_time(painter: QPainter, view: RoomView) -> float:
    """Paint the scenario time, PAUSED or the sign of a freeze, and return where they end."""
    x = PAPER.left()
    style = _TIME
    if view.paused:
        style = replace(_TIME, colour=DARK.paused)
        x = _paint_paused(painter, x)
    strips = lines(view.scenario_time, style, 900)
    end = paint_strips(painter, strips[:1], x, _HEAD_MIDDLE - 32)
    x += strips[0].width if strips and end else 0
    if view.frozen and not view.paused:
        _paint_pause(painter, STAGE.text, x + 22)
        x += 46
    return x


def _paint_paused(painter: QPainter, x: float) -> float:
    """Paint the word PAUSED on its colour, and return where the time begins after it."""
    words = QCoreApplication.translate("Room", "PAUSED")
    style = Style(42, 64, DARK.on_paused, weight=700)
    box = QRectF(x, _HEAD_MIDDLE - 32, _text_width(words, style) + 86, 64)
    painter.fillRect(box, QColor(DARK.paused))
    _paint_pause(painter, DARK.on_paused, x + 22)
    paint_strips(painter, lines(words, style, 900), x + 62, box.y())
    return box.right() + 28


def _paint_pause(painter: QPainter, colour: str, x: float) -> None:
    for offset in (0, 15):
        painter.fillRect(QRectF(x + offset, _HEAD_MIDDLE - 17, 8, 34), QColor(colour))


def _paint_right(painter: QPainter, view: RoomView, number: int, count: int) -> float:
    """Paint join code, count of answers and number of the sheet; return where they begin."""
    translate = QCoreApplication.translate
    parts = []
    if count > 1:
        parts.append(
            translate("Room", "Page {number} of {count}").format(number=number, count=count)
        )
    if isinstance(view.page, ResultPage) and view.page.answered:
        parts.append(view.page.answered)
    if view.join_code:
        parts.append(translate("Room", "Join {code}").format(code=view.join_code))
    text = "   ".join(parts)
    right = PAPER.right()
    if not isinstance(view.page, InjectPage | SilencePage):
        right = _paint_exercise(painter)
    left = right - (_text_width(text, _RIGHT) if text else 0)
    strips = lines(text, _RIGHT, right - PAPER.left(), RIGHT)
    paint_strips(painter, strips, PAPER.left(), _HEAD_MIDDLE - 21)
    return left


def _paint_exercise(painter: QPainter) -> float:
    """Paint EXERCISE opposite the foot of a page that has no paper; return where it begins."""
    style = word_style(STAGE.text, 32)
    exercise_word(
        painter, STAGE.text, PAPER.left(), _HEAD_MIDDLE - 21, PAPER.width(), RIGHT, size=32
    )
    return PAPER.right() - _text_width(EXERCISE, style) - 36


def _head_title(page: Page) -> str:
    match page:
        case HoldingPage():
            return ""
        case InjectPage():
            return page.title
        case QuestionPage() | ResultPage() | SilencePage():
            return page.title
        case _:
            assert_never(page)


def _text_width(text: str, style: Style) -> float:
    return QFontMetricsF(style.font()).horizontalAdvance(text)
