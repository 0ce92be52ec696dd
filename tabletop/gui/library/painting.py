"""Small things painted alike on cards, rows and buttons: text, chips, keys, rings, story strips."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from tabletop.gui.theme.ground import paint_ground
from tabletop.gui.theme.typography import TextRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tabletop.gui.theme.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
_NO_BRUSH = Qt.BrushStyle.NoBrush
_CHIP_RADIUS = 4
CARD_RADIUS = 8
CONTROL_RADIUS = 6
_COLUMN, _GAP, _PHASE_GAP = 11, 3, 10
_TALL, _SHORT = 17, 6


@lru_cache(maxsize=64)
def metrics(key: str) -> QFontMetricsF:
    """Return the measures of a font given by its key; made once, for they are dear."""
    font = QFont()
    font.fromString(key)
    return QFontMetricsF(font)


def width_of(font: QFont, text: str) -> float:
    """Return how wide a text is."""
    return metrics(font.toString()).horizontalAdvance(text)


def elided(font: QFont, text: str, width: float) -> str:
    """Return a text cut to a width, with an ellipsis."""
    return metrics(font.toString()).elidedText(text, Qt.TextElideMode.ElideRight, width)


def box(
    painter: QPainter,
    rect: QRectF,
    *,
    fill: QColor | None,
    edge: QColor | None,
    radius: float = CARD_RADIUS,
    width: float = 1.0,
) -> None:
    """Paint a rounded box whose edge lies inside the rectangle."""
    half = width / 2
    painter.setPen(QPen(edge, width) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else _NO_BRUSH)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def text(
    painter: QPainter,
    rect: QRectF,
    words: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Paint one line of text, cut with an ellipsis where it does not fit."""
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, align, elided(font, words, rect.width()))


def two_lines(font: QFont, words: str, width: float) -> tuple[str, ...]:
    """Return at most two lines of a text; the second ends with an ellipsis when there is more."""
    first: list[str] = []
    rest = words.split()
    while rest and width_of(font, " ".join([*first, rest[0]])) <= width:
        first.append(rest.pop(0))
    if not rest:
        return (" ".join(first),)
    if not first:
        first.append(rest.pop(0))
    return elided(font, " ".join(first), width), elided(font, " ".join(rest), width)


def chips(painter: QPainter, theme: Theme, rect: QRectF, words: Sequence[str]) -> None:
    """Paint words as chips from the left, as many as fit; the last says how many do not."""
    font = theme.font(TextRole.META)
    left = rect.left()
    for number, word in enumerate(words):
        rest = len(words) - number
        label = word
        width = width_of(font, label) + 16
        if rest > 1 and left + width + 40 > rect.right():
            label = f"+{rest}"
            width = width_of(font, label) + 16
        chip(painter, theme, QRectF(left, rect.top(), width, rect.height()), label)
        left += width + 4
        if label != word:
            return


def chip(painter: QPainter, theme: Theme, rect: QRectF, word: str) -> None:
    """Paint one chip."""
    tokens = theme.tokens
    edge = tokens.edge if tokens.is_high_contrast else tokens.line
    box(painter, rect, fill=QColor(tokens.raised), edge=QColor(edge), radius=_CHIP_RADIUS)
    text(painter, rect, word, theme.font(TextRole.META), QColor(tokens.text), CENTRE)


def story_width(story: Sequence[tuple[int, int, bool]]) -> float:
    """Return how wide a story strip is at its natural size."""
    phases = len({phase for phase, _, _ in story})
    return len(story) * (_COLUMN + _GAP) + max(phases - 1, 0) * (_PHASE_GAP - _GAP)


def story_strip(
    painter: QPainter, theme: Theme, rect: QRectF, story: Sequence[tuple[int, int, bool]]
) -> None:
    """Paint a column per inject: tall with a decision, dashed in a branch, a gap per phase.

    A long story is made narrower until it fits.
    """
    tokens = theme.tokens
    shrink = min(rect.width() / max(story_width(story), 1), 1.0)
    full, hollow = QColor(tokens.muted), QPen(QColor(tokens.muted), 1, Qt.PenStyle.DashLine)
    short = QColor(tokens.edge)
    left = rect.left()
    previous = story[0][0] if story else 0
    for phase, decisions, is_branch in story:
        if phase != previous:
            left += (_PHASE_GAP - _GAP) * shrink
            previous = phase
        height = _TALL if decisions else _SHORT
        bar = QRectF(left, rect.bottom() - height, max(_COLUMN * shrink, 1.0), height)
        if is_branch and bar.width() > 2 * hollow.widthF():
            painter.setPen(hollow)
            painter.setBrush(_NO_BRUSH)
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            paint_ground(painter, bar, full if decisions else short)
        left += (_COLUMN + _GAP) * shrink


def key_hint(painter: QPainter, rect: QRectF, key: str, font: QFont, colour: QColor) -> None:
    """Paint the name of a key in its frame."""
    box(painter, rect, fill=None, edge=colour, radius=_CHIP_RADIUS)
    text(painter, rect, key, font, colour, CENTRE)


def focus_ring(painter: QPainter, theme: Theme, rect: QRectF, radius: float) -> None:
    """Paint the ring that shows where the keyboard is."""
    box(painter, rect, fill=None, edge=QColor(theme.tokens.focus), radius=radius, width=2.0)
