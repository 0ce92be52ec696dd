"""The shapes of the tones as small drawings; shape and word decide, the colour only helps."""

from tabletop.plots.tokens import WHITE
from tabletop.report.content import Tone

_DISC = '<circle cx="6" cy="6" r="6" fill="{colour}"/>'
_CHECK = '<path d="M3.2 6.2l2 2 3.7-4.2" fill="none" stroke="{cut}" stroke-width="1.5"/>'
_RING = '<circle cx="6" cy="6" r="5" fill="none" stroke="{colour}" stroke-width="1.6"{dash}/>'
_LEFT_HALF = '<path d="M6 1a5 5 0 0 0 0 10z" fill="{colour}"/>'
_TRIANGLE = '<path d="M6 .6L12 11.4H0z" fill="{colour}"/>'
_POINT = '<path d="M6 4.2v3.6M6 8.8v1.4" stroke="{cut}" stroke-width="1.4"/>'
_OCTAGON = '<path d="M3.5 0h5L12 3.5v5L8.5 12h-5L0 8.5v-5z" fill="{colour}"/>'
_CROSS = '<path d="M3.8 3.8l4.4 4.4M8.2 3.8l-4.4 4.4" stroke="{cut}" stroke-width="1.5"/>'
_SLASH = '<path d="M2.6 9.4l6.8-6.8" stroke="{colour}" stroke-width="1.6"/>'

_SHAPES: dict[Tone, str] = {
    "supports": _DISC + _CHECK,
    "can_accept": _RING.replace("{dash}", "") + _LEFT_HALF,
    "reservation": _TRIANGLE + _POINT,
    "objects": _OCTAGON + _CROSS,
    "awaiting": _RING.replace("{dash}", ' stroke-dasharray="2.2 1.7"'),
    "neutral": _RING.replace("{dash}", ""),
    "withdrawn": _RING.replace("{dash}", "") + _SLASH,
}


def mark_svg(tone: Tone, colour: str, *, cut: str = WHITE) -> str:
    """Return the shape of a tone as an SVG drawing of 12 by 12; signs are cut out of it."""
    shape = _SHAPES[tone].replace("{colour}", colour).replace("{cut}", cut)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12" width="12" height="12">'
        f"{shape}</svg>"
    )
