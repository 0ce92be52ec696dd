"""The keys of the library's pages, as tables: shortcuts, menus and the help read them. No Qt."""

from __future__ import annotations

from typing import NamedTuple


class Key(NamedTuple):
    """What a key does. ``shortcut`` is how Qt names it, empty where the widget handles it."""

    action: str
    shown: str
    words: str
    shortcut: str = ""


WINDOW_KEYS = (
    Key("search", "Ctrl K", "Search scenarios and exercises", "Ctrl+K"),
    Key("library", "Ctrl 1", "Show the library", "Ctrl+1"),
    Key("reports", "Ctrl 2", "Show the reports", "Ctrl+2"),
    Key("larger", "Ctrl +", "Larger text", "Ctrl++"),
    Key("smaller", "Ctrl −", "Smaller text", "Ctrl+-"),
    Key("settings", "F10", "Settings", "F10"),
    Key("keys", "F1", "Show or hide the keys", "F1"),
    Key("close", "Ctrl Q", "Close the window", "Ctrl+Q"),
)
KEYS = (
    Key("start", "Enter", "Start the chosen scenario at once; resume or report an exercise"),
    Key("open", "O", "Open the chosen exercise; an ended one for the evaluator"),
    Key("run", "R", "Run the chosen scenario: say who sits where, then start"),
    Key("rehearse", "H", "Rehearse the chosen scenario"),
    Key("move", "← ↑ → ↓", "Choose another scenario or exercise"),
    Key("across", "→ ←", "From the last scenario to the exercises, and back"),
    Key("next", "Tab", "Go on to the next control"),
    *WINDOW_KEYS,
)
REPORT_KEYS = (
    Key("folder", "Enter", "Open the folder of the chosen report"),
    Key("move", "↑ ↓", "Choose another report"),
    *WINDOW_KEYS,
)
