"""A map or picture over the whole paper; EXERCISE stands in it, or across it and at its corners."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from tabletop.gui.room.dresses.paper import PAPER, RIGHT, Sheet, exercise_word, paint_picture
from tabletop.gui.room.pictures import bears_exercise
from tabletop.plots.papers import PICTURE

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from tabletop.gui.room.rows import Picture


def sheet(picture: Picture) -> Sheet:
    """Return a sheet that shows nothing but the picture, as large as it can be."""
    return partial(_paint_marked if bears_exercise(picture) else _paint, picture)


def _paint_marked(picture: Picture, painter: QPainter) -> None:
    painter.fillRect(PAPER, QColor(PICTURE.ground))
    paint_picture(painter, picture, PAPER, whole=True)


def _paint(picture: Picture, painter: QPainter) -> None:
    painter.fillRect(PAPER, QColor(PICTURE.ground))
    paint_picture(painter, picture, PAPER.adjusted(0, 56, 0, -56), whole=True)
    x, width = PAPER.left() + 24, PAPER.width() - 48
    exercise_word(painter, PICTURE.ink, x, PAPER.top() + 6, width)
    exercise_word(painter, PICTURE.ink, x, PAPER.bottom() - 50, width, RIGHT)
