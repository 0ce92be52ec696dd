"""Shapes that carry meaning: states of injects, stances, outcomes, and chips of positions.

Each is a path in a square of 12 units, filled with one colour, signs cut out of it, so that it
reads at any size, on any ground and without colour.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QTransform

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tabletop.plots.tokens import Step, Tokens

# Paths are drawn in a square of 12 units and kept a hundred times as large, for Qt turns curves
# into polygons when it joins paths, and judges by their size how many corners will do.
_ENLARGED = 100.0
_SIDE = 12 * _ENLARGED


class Shape(StrEnum):
    """The shapes, named by what they look like."""

    DISC = "disc"
    DISC_CHECK = "disc-check"
    HALF_RING = "half-ring"
    TRIANGLE = "triangle"
    OCTAGON = "octagon"
    DASHED_RING = "dashed-ring"
    RING = "ring"
    PLAY = "play"
    EYE = "eye"
    SLASHED_RING = "slashed-ring"
    PLUS_RING = "plus-ring"


STANCE_SHAPES = {
    "supports": Shape.DISC_CHECK,
    "joins": Shape.DISC_CHECK,
    "can_accept": Shape.HALF_RING,
    "notes": Shape.HALF_RING,
    "reservation": Shape.TRIANGLE,
    "regrets": Shape.TRIANGLE,
    "objects": Shape.OCTAGON,
    "break": Shape.OCTAGON,
    "awaiting": Shape.DASHED_RING,
}

OUTCOME_SHAPES = {
    "open": Shape.DASHED_RING,
    "adopted": Shape.DISC_CHECK,
    "no_agreement": Shape.OCTAGON,
    "not_requested": Shape.RING,
    "recorded": Shape.RING,
    "ranked": Shape.RING,
    "withdrawn": Shape.SLASHED_RING,
    "not_taken": Shape.SLASHED_RING,
    "not_opened": Shape.SLASHED_RING,
}

INJECT_SHAPES = {
    "released": Shape.DISC,
    "in_room": Shape.EYE,
    "in_play": Shape.HALF_RING,
    "standby": Shape.PLAY,
    "waiting": Shape.RING,
    "conditional": Shape.DASHED_RING,
    "skipped": Shape.SLASHED_RING,
    "contingency": Shape.PLUS_RING,
    "improvised": Shape.PLUS_RING,
}


def stance_colour(tokens: Tokens, stance: str) -> str:
    """Return the colour of a stance; words of requests take that of their shape."""
    stances = tokens.stances
    return {
        Shape.DISC_CHECK: stances.supports,
        Shape.HALF_RING: stances.can_accept,
        Shape.TRIANGLE: stances.reservation,
        Shape.OCTAGON: stances.objects,
        Shape.DASHED_RING: stances.awaiting,
    }[STANCE_SHAPES[stance]]


def outcome_colour(tokens: Tokens, status: str) -> str:
    """Return the colour of an outcome's shape: green for adopted, red for none, else muted."""
    return {"adopted": tokens.success, "no_agreement": tokens.danger}.get(status, tokens.muted)


def paint_shape(painter: QPainter, shape: Shape, rect: QRectF, colour: QColor) -> None:
    """Paint a shape into the largest square in the middle of the rectangle."""
    side = min(rect.width(), rect.height())
    place = QTransform()
    place.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    place.scale(side / _SIDE, side / _SIDE)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(place.map(_path(shape)), colour)
    painter.restore()


@lru_cache(maxsize=len(Shape))
def _path(shape: Shape) -> QPainterPath:
    return _DRAWINGS[shape]()


def _disc_check() -> QPainterPath:
    return _circle(6).subtracted(_stroke(_line((3.5, 6.2), (5.3, 8.0), (8.6, 4.4)), 1.5))


def _half_ring() -> QPainterPath:
    return _ring(5.2, 1.5).united(_left_half())


def _octagon_cross() -> QPainterPath:
    near, far = 3.5, 8.5
    octagon = _polygon(
        ((near, 0), (far, 0), (12, near), (12, far), (far, 12), (near, 12), (0, far), (0, near))
    )
    return octagon.subtracted(_cross(1.5))


def _cross(width: float) -> QPainterPath:
    rising, falling = _line((4.2, 7.8), (7.8, 4.2)), _line((4.2, 4.2), (7.8, 7.8))
    return _stroke(rising, width).united(_stroke(falling, width))


def _slashed_ring() -> QPainterPath:
    return _ring(5, 1.3).united(_stroke(_line((2.6, 9.4), (9.4, 2.6)), 1.3))


def _plus_ring() -> QPainterPath:
    upright, level = _line((6, 3.8), (6, 8.2)), _line((3.8, 6), (8.2, 6))
    return _ring(5, 1.2).united(_stroke(upright, 1.4)).united(_stroke(level, 1.4))


def _circle(radius: float) -> QPainterPath:
    return _dot(6, 6, radius)


def _ring(radius: float, width: float) -> QPainterPath:
    return _circle(radius + width / 2).subtracted(_circle(radius - width / 2))


def _left_half() -> QPainterPath:
    path = QPainterPath(_at(6, 6))
    corner, size = 0.8 * _ENLARGED, 10.4 * _ENLARGED
    path.arcTo(QRectF(corner, corner, size, size), 90, 180)
    path.closeSubpath()
    return path


def _triangle() -> QPainterPath:
    rounded = _polygon(((6, 1.3), (11.3, 10.7), (0.7, 10.7)))
    body = rounded.united(_stroke(rounded, 1.2))
    mark = _stroke(_line((6, 4.7), (6, 7.2)), 1.3).united(_dot(6, 9.2, 0.8))
    return body.subtracted(mark)


def _eye() -> QPainterPath:
    lids = QPainterPath(_at(0.8, 6))
    lids.quadTo(_at(6, -1.2), _at(11.2, 6))
    lids.quadTo(_at(6, 13.2), _at(0.8, 6))
    return _stroke(lids, 1.3).united(_dot(6, 6, 1.9))


def _dot(x: float, y: float, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(_at(x, y), radius * _ENLARGED, radius * _ENLARGED)
    return path


def _at(x: float, y: float) -> QPointF:
    return QPointF(x * _ENLARGED, y * _ENLARGED)


def _line(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(_at(*points[0]))
    for point in points[1:]:
        path.lineTo(_at(*point))
    return path


def _polygon(points: Sequence[tuple[float, float]]) -> QPainterPath:
    path = _line(*points)
    path.closeSubpath()
    return path


def _stroke(path: QPainterPath, width: float, dashes: tuple[float, ...] = ()) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(width * _ENLARGED)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        stroker.setDashPattern(list(dashes))
        stroker.setCapStyle(Qt.PenCapStyle.FlatCap)
    else:
        stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    return stroker.createStroke(path).simplified()


_DRAWINGS: dict[Shape, Callable[[], QPainterPath]] = {
    Shape.DISC: lambda: _circle(4),
    Shape.DISC_CHECK: _disc_check,
    Shape.HALF_RING: _half_ring,
    Shape.TRIANGLE: _triangle,
    Shape.OCTAGON: _octagon_cross,
    Shape.DASHED_RING: lambda: _stroke(_circle(5), 1.5, dashes=(1.45, 1.34)),
    Shape.RING: lambda: _ring(4.2, 1.7),
    Shape.PLAY: lambda: _polygon(((3, 1.6), (10.4, 6), (3, 10.4))),
    Shape.EYE: _eye,
    Shape.SLASHED_RING: _slashed_ring,
    Shape.PLUS_RING: _plus_ring,
}


def paint_position_chip(
    painter: QPainter, rect: QRectF, label: str, step: Step | None, tokens: Tokens
) -> None:
    """Paint a position as a filled chip; without a step, nobody holds it: number in an outline.

    The painter's font is the number's; an empty label stands for "no answer" and is dashed.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    pen, brush, ink = _chip_colours(label, step, tokens)
    painter.setPen(pen)
    painter.setBrush(brush)
    painter.drawRoundedRect(inner, 4, 4)
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, label or "–")
    painter.restore()


def _chip_colours(
    label: str, step: Step | None, tokens: Tokens
) -> tuple[QPen, QColor | Qt.BrushStyle, QColor]:
    if step is None:
        pen = QPen(QColor(tokens.edge), 1)
        if not label:
            pen.setStyle(Qt.PenStyle.DashLine)
        return pen, Qt.BrushStyle.NoBrush, QColor(tokens.muted)
    # On white paper the light steps need an edge; in high contrast every step has one.
    pale = tokens.ramp.index(step.fill) <= 2 if step.fill in tokens.ramp else False
    needs_edge = tokens.is_high_contrast or (pale and not tokens.is_dark)
    edge = QColor(tokens.edge) if needs_edge else QColor(step.fill)
    return QPen(edge, 1), QColor(step.fill), QColor(step.ink)
