"""What an action is: its name, keys, verb and refusal. The table of them is `actions`. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tabletop.gui.situation import Situation

Scope = Literal["anywhere", "no_text", "desk", "board"]
Group = Literal["Conduct", "Seats", "Room", "Decide", "Record", "Evaluate", "Window"]
Keys = tuple[tuple[str, Scope], ...]


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a facilitator can do.

    Keys of scope ``anywhere`` work while text is typed, ``no_text`` ones elsewhere, ``desk`` ones
    elsewhere but on the board, where letters are answers; ``board`` keys only there. ``verb`` and
    ``refusal`` are told by the situation; an empty refusal means that it can be done now.
    ``repeats``: the key may be held down. ``in_room``: the keys count in the room's window too,
    where nobody types and no question can be answered.
    """

    id: str
    group: Group
    icon: str
    verb: Callable[[Situation], str]
    keys: Keys
    refusal: Callable[[Situation], str]
    is_listed: bool = True
    repeats: bool = False
    in_room: bool = False

    @property
    def key(self) -> str:
        """The key that is shown beside it."""
        return shown_key(self.keys[0][0]) if self.keys else ""


def shown_key(key: str) -> str:
    """Return a key as it is printed on buttons and in the help."""
    names = {"Return": "Enter", "PgDown": "Page down", "Up": "↑", "Down": "↓", "Escape": "Esc"}
    names |= {"Left": "←", "Right": "→"}
    return " ".join(names.get(part, part) for part in key.split("+"))


def pressed(*pairs: tuple[str, Scope]) -> Keys:
    """Return keys, each with where it works."""
    return pairs
