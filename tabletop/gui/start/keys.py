"""The keys of the start page, as a table for its help. No Qt here."""

from __future__ import annotations

from tabletop.gui.library.keys import WINDOW_KEYS, Key

START_KEYS = (
    Key("start", "Ctrl Enter", "Start, from anywhere on the page; Enter in the name as well"),
    Key("back", "Esc", "Back to the library; nothing is started"),
    Key("next", "Tab", "Go on to the next field; from the seats on to Start"),
    Key("choose", "← →", "Choose another version or kind"),
    Key("move", "↑ ↓ ← →", "Move among the seats"),
    Key("type", "Letters", "Write a person or an organisation; Enter goes to the seat below"),
    Key("play", "Space", "Play the seat or not; choose its card"),
    Key("clear", "Delete", "Empty the cell"),
    Key("paste", "Ctrl V", "Paste seat, person, organisation from a spreadsheet"),
    *WINDOW_KEYS,
)
