"""Small signs that keep their meaning in grey: outcomes, stances, dots, empty answers.

Every sign is drawn into a square around a centre and always stands beside a word or a number.
"""

from collections.abc import Callable
from math import cos, pi, sin
from typing import Literal, get_args

from tabletop.plots.canvas import Canvas

Mark = Literal[
    "check",
    "cross",
    "ring",
    "struck",
    "half",
    "warning",
    "dashed",
    "dot",
    "open",
    "tick",
    "median",
    "hatch",
    "blank",
    "planned",
    "bar",
    "gap",
]

MARKS: tuple[Mark, ...] = get_args(Mark)
SIZE = 2.6

_OUTCOMES: dict[str, Mark] = {
    "adopted": "check",
    "no_agreement": "cross",
    "not_requested": "ring",
    "recorded": "ring",
    "ranked": "ring",
    "withdrawn": "struck",
    "not_taken": "struck",
    "not_opened": "struck",
    "open": "dashed",
}
_STANCES: dict[str, Mark] = {
    "supports": "check",
    "joins": "check",
    "can_accept": "half",
    "notes": "half",
    "reservation": "warning",
    "regrets": "warning",
    "objects": "cross",
    "awaiting": "dashed",
}


def outcome_mark(status: str) -> Mark:
    """Return the sign of a decision's status; an unknown one counts as recorded."""
    return _OUTCOMES.get(status, "ring")


def stance_mark(stance: str) -> Mark:
    return _STANCES.get(stance, "ring")


def in_words(status: str) -> str:
    """Return how a status or stance is said: not_taken becomes "not taken"."""
    return status.replace("_", " ")


def draw_mark(canvas: Canvas, mark: Mark, across: float, down: float, size: float = SIZE) -> None:
    """Draw a sign around a point."""
    _PAINTERS[mark](canvas, across, down, size / 2)


def _check(canvas: Canvas, across: float, down: float, half: float) -> None:
    canvas.disc(across, down, half, fill=canvas.tokens.stances.supports)
    canvas.line(
        (across - 0.45 * half, down + 0.02 * half),
        (across - 0.1 * half, down + 0.38 * half),
        (across + 0.48 * half, down - 0.34 * half),
        colour=canvas.tokens.surface,
        width=half * 0.72,
    )


def _cross(canvas: Canvas, across: float, down: float, half: float) -> None:
    corners = [pi / 8 + corner * pi / 4 for corner in range(8)]
    octagon = [(across + half * cos(turn), down + half * sin(turn)) for turn in corners]
    canvas.polygon(octagon, fill=canvas.tokens.stances.objects)
    reach = half * 0.42
    for slope in (-1, 1):
        start = (across - reach, down - slope * reach)
        end = (across + reach, down + slope * reach)
        canvas.line(start, end, colour=canvas.tokens.surface, width=reach * 1.7)


def _ring(canvas: Canvas, across: float, down: float, half: float) -> None:
    canvas.disc(across, down, half * 0.85, edge=canvas.tokens.muted, line=1)


def _struck(canvas: Canvas, across: float, down: float, half: float) -> None:
    _ring(canvas, across, down, half)
    reach = half * 0.6
    start, end = (across - reach, down + reach), (across + reach, down - reach)
    canvas.line(start, end, colour=canvas.tokens.muted, width=1)


def _half(canvas: Canvas, across: float, down: float, half: float) -> None:
    colour = canvas.tokens.stances.can_accept
    canvas.disc(across, down, half * 0.85, edge=colour, line=1)
    canvas.half_disc(across, down, half * 0.85, fill=colour)


def _warning(canvas: Canvas, across: float, down: float, half: float) -> None:
    base, top = down + half * 0.8, down - half * 0.9
    corners = [(across - half, base), (across + half, base), (across, top)]
    canvas.polygon(corners, fill=canvas.tokens.stances.reservation)
    stem = ((across, down - half * 0.35), (across, down + half * 0.25))
    canvas.line(*stem, colour=canvas.tokens.surface, width=half * 0.6)
    canvas.disc(across, down + half * 0.52, half * 0.13, fill=canvas.tokens.surface)


def _dashed(canvas: Canvas, across: float, down: float, half: float) -> None:
    colour = canvas.tokens.stances.awaiting
    canvas.disc(across, down, half * 0.85, edge=colour, line=1, dashes=(1.4, 1.1))


def _dot(canvas: Canvas, across: float, down: float, half: float) -> None:
    tokens = canvas.tokens
    canvas.disc(across, down, half * 0.65, fill=tokens.muted, edge=tokens.surface, line=0.5)


def _open(canvas: Canvas, across: float, down: float, half: float) -> None:
    tokens = canvas.tokens
    canvas.disc(across, down, half * 0.6, fill=tokens.surface, edge=tokens.text, line=0.8)


def _tick(canvas: Canvas, across: float, down: float, half: float) -> None:
    canvas.line((across, down - half), (across, down + half), width=0.8)


def _median(canvas: Canvas, across: float, down: float, half: float) -> None:
    canvas.line((across, down - half), (across, down + half), width=1.8)


def _hatch(canvas: Canvas, across: float, down: float, half: float) -> None:
    canvas.hatch(across - half * 1.2, down - half, half * 2.4, half * 2)
    _blank(canvas, across, down, half)


def _blank(canvas: Canvas, across: float, down: float, half: float) -> None:
    edge = canvas.tokens.edge
    canvas.box(across - half * 1.2, down - half, half * 2.4, half * 2, edge=edge, line=0.4)


def _planned(canvas: Canvas, across: float, down: float, half: float) -> None:
    tokens, reach = canvas.tokens, half * 0.7
    upper = [(across - reach, down - reach), (across + reach, down - reach)]
    corners = [*upper, (across, down + reach)]
    canvas.polygon(corners, fill=tokens.surface, edge=tokens.text, line=0.8)


def _bar(canvas: Canvas, across: float, down: float, half: float) -> None:
    colour = canvas.tokens.muted
    canvas.box(across - half * 0.3, down - half, half * 0.6, half * 2, fill=colour)


def _gap(canvas: Canvas, across: float, down: float, half: float) -> None:
    for side in (-0.4, 0.4):
        start = (across - half, down + side * half + 0.4)
        canvas.line(start, (across + half, down + side * half - 0.4), width=0.7)


_PAINTERS: dict[Mark, Callable[[Canvas, float, float, float], None]] = {
    "check": _check,
    "cross": _cross,
    "ring": _ring,
    "struck": _struck,
    "half": _half,
    "warning": _warning,
    "dashed": _dashed,
    "dot": _dot,
    "open": _open,
    "tick": _tick,
    "median": _median,
    "hatch": _hatch,
    "blank": _blank,
    "planned": _planned,
    "bar": _bar,
    "gap": _gap,
}
