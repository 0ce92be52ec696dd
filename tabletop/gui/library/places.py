"""Where an exercise stands, in a line for the library. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tabletop.exercise.state import ExerciseState


def place_of(state: ExerciseState) -> str:
    """Return what the room looks at and what is open: In the room: I-09 No request. D6 is open."""
    # Loaded here, for it brings the whole model with it, and exercises come after the library.
    from tabletop.gui.console.rows.texts import told
    from tabletop.gui.situation import in_room, open_decisions

    shown = in_room(state)
    if shown is None:
        return "Nothing is released yet."
    title = told(state.inject(shown).title, state)
    opened = open_decisions(state)
    if not opened:
        return f"In the room: {shown} {title}."
    words = f"{opened[0]} is open" if len(opened) == 1 else f"{', '.join(opened)} are open"
    return f"In the room: {shown} {title}. {words}."
