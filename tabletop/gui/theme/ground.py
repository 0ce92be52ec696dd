"""Grounds: rectangles of one colour under words and signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtCore import QRect, QRectF
    from PySide6.QtGui import QColor, QPainter


def paint_ground(painter: QPainter, rect: QRect | QRectF, colour: QColor) -> None:
    """Fill a rectangle; pen and brush are other ones afterwards.

    ``fillRect`` would do it too, but its first call makes the binding load all named gradients,
    which takes a thirtieth of the time to the first picture.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)
