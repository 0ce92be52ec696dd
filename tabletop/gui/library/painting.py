"""Small things painted alike on cards, rows and buttons: text, chips, keys, rings, story strips."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from tabletop.gui.theme.ground import paint_ground
from tabletop.gui.theme.typography import TextRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

    from tabletop.gui.theme.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
WRAPPED = int(Qt.TextFlag.TextWordWrap)
_NO_BRUSH = Qt.BrushStyle.NoBrush
_CHIP_RADIUS, _CHIP_SIDES, _CHIP_GAP = 4, 16, 4
CARD_RADIUS = 8
CONTROL_RADIUS = 6
_COLUMN, _GAP, _PHASE_GAP = 11, 3, 10
_TALL, _SHORT = 17, 6


@lru_cache(maxsize=64)
def metrics(font: QFont) -> QFontMetricsF:
    """Return the measures of a font; made once, for they are dear."""
    return QFontMetricsF(font)


def width_of(font: QFont, text: str) -> float:
    """Return how wide a text is."""
    return metrics(font).horizontalAdvance(text)


def elided(font: QFont, text: str, width: float) -> str:
    """Return a text cut to a width, with an ellipsis."""
    return metrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def wrapped_height(font: QFont, words: str, width: float) -> float:
    """Return how high a text is when its lines end at a width."""
    room = QRectF(0, 0, max(width, 1.0), 10_000)
    return metrics(font).boundingRect(room, WRAPPED, words).height()


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
    for label, left, width in placed_chips(theme.font(TextRole.META), words, rect.width()):
        place = QRectF(rect.left() + left, rect.top(), width, rect.height())
        chip(painter, theme, place, label)


def placed_chips(
    font: QFont, words: Sequence[str], room: float
) -> tuple[tuple[str, float, float], ...]:
    """Return the chips that fit into a width: what each says, where it begins, how wide it is."""
    placed: list[tuple[str, float, float]] = []
    left = 0.0
    for number, word in enumerate(words):
        rest = len(words) - number
        width = width_of(font, word) + _CHIP_SIDES
        counter = width_of(font, f"+{rest - 1}") + _CHIP_SIDES + _CHIP_GAP if rest > 1 else 0.0
        if left + width + counter > room:
            label = f"+{rest}" if placed else word
            placed.append((label, left, min(width_of(font, label) + _CHIP_SIDES, room - left)))
            break
        placed.append((word, left, width))
        left += width + _CHIP_GAP
    return tuple(placed)


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

    It grows with the text; a long story is made narrower until it fits.
    """
    tokens = theme.tokens
    scale = theme.typography.scale
    shrink = min(rect.width() / max(story_width(story), 1), scale)
    full, hollow = QColor(tokens.muted), QPen(QColor(tokens.muted), 1, Qt.PenStyle.DashLine)
    short = QColor(tokens.edge)
    left = rect.left()
    previous = story[0][0] if story else 0
    for phase, decisions, is_branch in story:
        if phase != previous:
            left += (_PHASE_GAP - _GAP) * shrink
            previous = phase
        height = theme.scaled(_TALL if decisions else _SHORT)
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
