"""A map or picture over the whole paper, with the band of EXERCISE across it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from tabletop.gui.room.dresses.paper import PAPER, RIGHT, Sheet, exercise_word, paint_picture
from tabletop.plots.papers import PICTURE

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from tabletop.gui.room.rows import Picture


def sheet(picture: Picture) -> Sheet:
    """Return a sheet that shows nothing but the picture."""
    return partial(_paint, picture)


def _paint(picture: Picture, painter: QPainter) -> None:
    painter.fillRect(PAPER, QColor(PICTURE.ground))
    paint_picture(painter, picture, PAPER.adjusted(0, 56, 0, -56), whole=True)
    x, width = PAPER.left() + 24, PAPER.width() - 48
    exercise_word(painter, PICTURE.ink, x, PAPER.top() + 6, width)
    exercise_word(painter, PICTURE.ink, x, PAPER.bottom() - 50, width, RIGHT)
