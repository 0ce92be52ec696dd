"""The colours of paper: what a shade, a tone and a note look like in every format."""

from tabletop.plots.tokens import LIGHT, Step, Tokens, position_step
from tabletop.report.content import NoteKind, Tone

# A shade is a place between the ends of the scale; six hundredths hit the ramp's seven steps.
_FINE = 600

MARKS: dict[Tone, str] = {
    "supports": "✓",
    "can_accept": "◐",
    "reservation": "▲",
    "objects": "✗",
    "awaiting": "◌",
    "neutral": "○",
    "withdrawn": "⊘",
}
"""The shape of a tone where nothing can be drawn."""


def shade_step(shade: float, tokens: Tokens = LIGHT) -> Step:
    """Return fill and ink of a place on the scale, from 0 to 1."""
    return position_step(tokens, round(shade * _FINE), _FINE + 1)


def tone_colour(tone: Tone, tokens: Tokens = LIGHT) -> str:
    """Return the colour of a tone's shape."""
    if tone in ("neutral", "withdrawn"):
        return tokens.muted
    colour: str = getattr(tokens.stances, tone)
    return colour


def note_colour(kind: NoteKind, tokens: Tokens = LIGHT) -> str:
    """Return the colour of the bar beside a note."""
    return {"limits": tokens.text, "hint": tokens.accent, "warning": tokens.warning}[kind]
