"""What the dresses share: the place of the paper, and the ways EXERCISE is put on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from tabletop.gui.room.pictures import EXERCISE, PictureRefused, covering, drawing, inside
from tabletop.gui.room.text import Style, fitted, height_of, lines, paint_strips
from tabletop.plots.papers import PICTURE

if TYPE_CHECKING:
    from tabletop.gui.room.pictures import Drawing
    from tabletop.gui.room.rows import Picture

Sheet = Callable[[QPainter], None]

STAGE_SIZE = (1920, 1080)
PAPER = QRectF(64, 144, 1792, 852)

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter


def word_style(colour: str, size: float = 34) -> Style:
    """Return how EXERCISE is set."""
    return Style(size, size * 1.3, colour, weight=800, spacing=size * 0.07)


def put(
    painter: QPainter,
    text: str,
    style: Style,
    x: float,
    y: float,
    width: float,
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """Paint a text in lines from (x, y), and return where it ends."""
    return paint_strips(painter, lines(text, style, width, align), x, y)


def put_inside(
    painter: QPainter,
    text: str,
    style: Style,
    rect: QRectF,
    smallest: float = 34,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Paint a text in the middle of a rectangle's height, smaller where it would not fit."""
    strips = fitted(text, style, rect.width(), rect.height(), smallest, align)
    top = rect.center().y() - height_of(strips) / 2
    paint_strips(painter, strips, rect.x(), top)


def exercise_box(
    painter: QPainter,
    corner: QPointF,
    ink: str,
    *,
    fill: str = "",
    align: Qt.AlignmentFlag = LEFT,
    size: float = 34,
) -> QRectF:
    """Paint EXERCISE in a box whose middle left (or right) is at the point; return the box."""
    style = word_style(ink, size)
    strip = lines(EXERCISE, style, 1000)[0]
    box = QRectF(0, 0, strip.width + size * 1.3, size * 1.78)
    left = corner.x() - (box.width() if align == RIGHT else 0)
    box.moveTopLeft(QPointF(left, corner.y() - box.height() / 2))
    if fill:
        painter.fillRect(box, QColor(fill))
    else:
        painter.setPen(QPen(QColor(ink), 4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(2, 2, -2, -2))
    strip.paint(painter, box.x() + size * 0.68, box.center().y() - style.line / 2)
    return box


def exercise_word(
    painter: QPainter,
    ink: str,
    x: float,
    y: float,
    width: float,
    align: Qt.AlignmentFlag = LEFT,
    size: float = 34,
) -> None:
    """Paint EXERCISE as a word in a line that starts at the top left (x, y)."""
    put(painter, EXERCISE, word_style(ink, size), x, y, width, align)


def exercise_band(painter: QPainter, rect: QRectF, *, slim: bool = False) -> None:
    """Paint the slanted light band with EXERCISE over a picture; slim where details matter."""
    painter.save()
    painter.setClipRect(rect)
    painter.translate(rect.center())
    painter.rotate(-14 if rect.height() * 3 > rect.width() else -7)
    thickness = min(rect.height() * 0.3, rect.width() * 0.22, 92 if slim else 150)
    reach = rect.width() + rect.height()
    band = QColor(PICTURE.soft)
    band.setAlphaF(0.72 if slim else 0.9)
    painter.fillRect(QRectF(-reach, -thickness / 2, 2 * reach, thickness), band)
    size = thickness * 0.62
    style = word_style(PICTURE.mark, size)
    put(painter, EXERCISE, style, -reach, -style.line / 2, 2 * reach, CENTRE)
    painter.restore()


def rule(painter: QPainter, colour: str, x: float, y: float, width: float, thick: float) -> None:
    """Paint a level line; y is its middle."""
    painter.fillRect(QRectF(x, y - thick / 2, width, thick), QColor(colour))


def dashed_box(painter: QPainter, rect: QRectF, colour: str) -> None:
    """Paint a box with a dashed edge."""
    pen = QPen(QColor(colour), 4)
    pen.setDashPattern([2.2, 1.4])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(2, 2, -2, -2))


def grid(painter: QPainter, rect: QRectF, colour: str, step: float) -> None:
    """Paint the lines of squared paper."""
    painter.save()
    painter.setClipRect(rect)
    painter.setPen(QPen(QColor(colour), 1.5))
    columns = int(rect.width() // step) + 1
    rows = int(rect.height() // step) + 1
    for number in range(1, columns):
        x = rect.left() + number * step
        painter.drawLine(QLineF(x, rect.top(), x, rect.bottom()))
    for number in range(1, rows):
        y = rect.top() + number * step
        painter.drawLine(QLineF(rect.left(), y, rect.right(), y))
    painter.restore()


def paint_picture(
    painter: QPainter,
    picture: Picture,
    rect: QRectF,
    *,
    whole: bool,
    radius: float = 0,
    band: bool = True,
) -> bool:
    """Paint a picture; whole inside the rectangle, else cut so as to fill it.

    Return whether EXERCISE can be read in the picture itself. If not, the band with the word lies
    across it, unless the paper writes the word over it (`band`). A picture that is refused leaves
    its name, for an exercise goes on without it.
    """
    try:
        shown = drawing(picture)
    except PictureRefused:
        _paint_missing(painter, picture, rect)
        return True
    frame = inside(shown.size, rect) if whole else rect
    _paint_clipped(painter, shown, frame, radius, whole=whole)
    is_marked = whole and shown.is_marked
    if band and not is_marked:
        exercise_band(painter, frame, slim=whole)
    return is_marked


def _paint_clipped(
    painter: QPainter, shown: Drawing, frame: QRectF, radius: float, *, whole: bool
) -> None:
    painter.save()
    if radius:
        path = QPainterPath()
        path.addRoundedRect(frame, radius, radius)
        painter.setClipPath(path)
    else:
        painter.setClipRect(frame)
    painter.fillRect(frame, QColor(PICTURE.ink))
    shown.paint(painter, frame if whole else covering(shown.size, frame))
    painter.restore()


def _paint_missing(painter: QPainter, picture: Picture, rect: QRectF) -> None:
    painter.fillRect(rect, QColor(PICTURE.ground))
    sentence = QCoreApplication.translate("Room", "{} cannot be shown").format(picture.name)
    inner = rect.adjusted(24, 24, -24, -24)
    put_inside(painter, sentence, Style(45, 56, PICTURE.quiet), inner, align=CENTRE)
    exercise_word(painter, PICTURE.quiet, inner.x(), inner.bottom() - 48, inner.width())
