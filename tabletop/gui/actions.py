"""The one table of actions: it serves shortcuts, buttons, command palette and key help. No Qt.

An action that cannot run now says why; it stays in the palette and its key says the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tabletop.gui import action_limits as may
from tabletop.gui import action_verbs as verbs
from tabletop.gui.situation import Situation

Scope = Literal["anywhere", "no_text", "desk", "board"]
Group = Literal["Conduct", "Room", "Decide", "Record", "Window"]


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a facilitator can do.

    Keys of scope ``anywhere`` work while text is typed, ``no_text`` ones elsewhere, ``desk`` ones
    elsewhere but on the board, where letters are answers; ``board`` keys only there. ``verb`` and
    ``refusal`` are told by the situation; an empty refusal means that it can be done now.
    """

    id: str
    group: Group
    icon: str
    verb: Callable[[Situation], str]
    keys: tuple[tuple[str, Scope], ...]
    refusal: Callable[[Situation], str]
    is_listed: bool = True

    @property
    def key(self) -> str:
        """The key that is shown beside it."""
        return shown_key(self.keys[0][0]) if self.keys else ""


def shown_key(key: str) -> str:
    """Return a key as it is printed on buttons and in the help."""
    names = {"Return": "Enter", "PgDown": "Page down", "Up": "↑", "Down": "↓", "Escape": "Esc"}
    names |= {"Left": "←", "Right": "→"}
    return " ".join(names.get(part, part) for part in key.split("+"))


Keys = tuple[tuple[str, Scope], ...]


def _keys(*pairs: tuple[str, Scope]) -> Keys:
    return pairs


ACTIONS: tuple[Action, ...] = (
    Action(
        "go",
        "Conduct",
        "play",
        verbs.go_verb,
        _keys(("Space", "no_text"), ("PgDown", "no_text")),
        may.with_standby,
    ),
    Action(
        "pause",
        "Conduct",
        "pause",
        verbs.pause_verb,
        _keys(("Ctrl+P", "anywhere"), ("P", "desk")),
        may.while_running,
    ),
    Action("skip", "Conduct", "skip", verbs.skip_verb, _keys(("S", "desk")), may.can_skip),
    Action(
        "improvise",
        "Conduct",
        "plus",
        verbs.named("Improvise an inject…"),
        _keys(("I", "desk"), ("Ctrl+I", "anywhere")),
        may.while_running,
    ),
    Action(
        "shelf",
        "Conduct",
        "status-contingency",
        verbs.named("Go to the contingency shelf"),
        _keys(("C", "desk")),
        may.always,
    ),
    Action(
        "jump",
        "Conduct",
        "clock",
        verbs.named("Move the scenario clock…"),
        _keys(("J", "desk")),
        may.while_running,
    ),
    Action("recall", "Conduct", "undo", verbs.recall_verb, _keys(), may.in_room),
    Action("undo", "Conduct", "undo", verbs.undo_verb, _keys(("Ctrl+Z", "no_text")), may.can_undo),
    Action(
        "end", "Conduct", "flag", verbs.end_verb, _keys(("Ctrl+Shift+E", "anywhere")), may.started
    ),
    Action(
        "blank",
        "Room",
        "eye-off",
        verbs.blank_verb,
        _keys(("Ctrl+B", "anywhere"), ("B", "desk")),
        may.always,
    ),
    Action("freeze", "Room", "freeze", verbs.freeze_verb, _keys(("F", "desk")), may.always),
    Action(
        "show_inject",
        "Room",
        "eye",
        verbs.named("Show the room the inject"),
        _keys(("F5", "anywhere")),
        may.in_room,
    ),
    Action(
        "show_question",
        "Room",
        "question",
        verbs.named("Show the room the decision"),
        _keys(("F6", "anywhere")),
        may.has_question,
    ),
    Action(
        "show_holding",
        "Room",
        "screen",
        verbs.named("Show the room the holding page"),
        _keys(("F7", "anywhere")),
        may.always,
    ),
    Action(
        "room_page",
        "Room",
        "next-page",
        verbs.named("Turn the room’s page"),
        _keys(("N", "desk"), ("F8", "anywhere")),
        may.always,
    ),
    Action(
        "reveal", "Room", "users", verbs.reveal_verb, _keys(("R", "desk")), may.something_to_reveal
    ),
    Action(
        "room_window",
        "Room",
        "screen",
        verbs.named("Open or close the room’s window"),
        _keys(("F11", "anywhere")),
        may.always,
    ),
    Action(
        "board",
        "Decide",
        "scale",
        verbs.decision_verb("Answer {} on the board"),
        _keys(("Ctrl+D", "anywhere")),
        may.has_question,
    ),
    Action(
        "close",
        "Decide",
        "check",
        verbs.decision_verb("Close {}"),
        _keys(("Ctrl+Return", "anywhere")),
        may.open_decision,
    ),
    Action(
        "declare",
        "Decide",
        "edit",
        verbs.decision_verb("Declare another outcome of {}…"),
        _keys(("Ctrl+Shift+D", "anywhere")),
        may.open_decision,
    ),
    Action(
        "final_round",
        "Decide",
        "arrow-right",
        verbs.named("Take final positions"),
        _keys(("Ctrl+Shift+F", "anywhere")),
        may.first_round,
    ),
    Action(
        "propose",
        "Decide",
        "draft",
        verbs.propose_verb,
        _keys(("Ctrl+Shift+P", "anywhere")),
        may.consensus,
    ),
    Action(
        "circulate",
        "Decide",
        "timer",
        verbs.circulate_verb,
        _keys(("Ctrl+Shift+U", "anywhere")),
        may.silence,
    ),
    Action(
        "extend",
        "Decide",
        "plus",
        verbs.named("Extend the silence…"),
        _keys(("E", "desk"), ("Ctrl+E", "anywhere")),
        may.under_silence,
    ),
    Action(
        "withdraw",
        "Decide",
        "cross",
        verbs.named("Withdraw the text…"),
        _keys(("Ctrl+Shift+W", "anywhere")),
        may.under_silence,
    ),
    Action(
        "reopen", "Decide", "undo", verbs.decision_verb("Reopen {}…"), _keys(), may.closed_decision
    ),
    Action(
        "next_decision",
        "Decide",
        "chevron-right",
        verbs.named("Turn to the next decision"),
        _keys(("Alt+Right", "anywhere")),
        may.several_decisions,
    ),
    Action(
        "previous_decision",
        "Decide",
        "chevron-left",
        verbs.named("Turn to the decision before"),
        _keys(("Alt+Left", "anywhere")),
        may.several_decisions,
    ),
    Action(
        "reason",
        "Decide",
        "note",
        verbs.named("Write down a seat’s reason…"),
        _keys(("Ctrl+R", "no_text")),
        may.open_decision,
    ),
    Action(
        "caveat",
        "Decide",
        "note",
        verbs.named("Write down a seat’s condition…"),
        _keys(("Ctrl+T", "no_text")),
        may.open_decision,
    ),
    Action(
        "low",
        "Decide",
        "scale",
        verbs.named("Confidence: low"),
        _keys(("Ctrl+1", "no_text")),
        may.open_decision,
    ),
    Action(
        "moderate",
        "Decide",
        "scale",
        verbs.named("Confidence: moderate"),
        _keys(("Ctrl+2", "no_text")),
        may.open_decision,
    ),
    Action(
        "high",
        "Decide",
        "scale",
        verbs.named("Confidence: high"),
        _keys(("Ctrl+3", "no_text")),
        may.open_decision,
    ),
    Action(
        "judge",
        "Decide",
        "evidence",
        verbs.named("Write down a seat’s likelihoods…"),
        _keys(("Ctrl+Y", "no_text")),
        may.asks_for_likelihoods,
    ),
    Action("presence", "Decide", "seat", verbs.presence_verb, _keys(("A", "desk")), may.always),
    Action(
        "log",
        "Record",
        "note",
        verbs.named("Write in the log"),
        _keys(("/", "desk"), ("Ctrl+L", "anywhere")),
        may.always,
    ),
    Action("strength", "Record", "plus", verbs.named("Record a strength"), _keys(), may.always),
    Action(
        "improvement",
        "Record",
        "minus",
        verbs.named("Record an area for improvement"),
        _keys(),
        may.always,
    ),
    Action(
        "request",
        "Record",
        "message",
        verbs.named("Record a request for information"),
        _keys(),
        may.always,
    ),
    Action("park", "Record", "parking-lot", verbs.named("Park an issue"), _keys(), may.always),
    Action(
        "answer",
        "Record",
        "message",
        verbs.named("Answer the oldest request…"),
        _keys(("Q", "desk")),
        may.open_request,
    ),
    Action(
        "notes",
        "Record",
        "book",
        verbs.named("Turn to the facilitator’s notes"),
        _keys(("Alt+1", "anywhere")),
        may.always,
    ),
    Action(
        "prompts",
        "Record",
        "list",
        verbs.named("Turn to the prompts"),
        _keys(("Alt+2", "anywhere")),
        may.always,
    ),
    Action(
        "expected",
        "Record",
        "check",
        verbs.named("Turn to the expected actions"),
        _keys(("Alt+3", "anywhere")),
        may.always,
    ),
    Action(
        "requests",
        "Record",
        "question",
        verbs.named("Turn to the requests"),
        _keys(("Alt+4", "anywhere")),
        may.always,
    ),
    Action(
        "papers",
        "Record",
        "file",
        verbs.named("Turn to hand-outs and files"),
        _keys(("Alt+5", "anywhere")),
        may.always,
    ),
    Action(
        "report",
        "Record",
        "book",
        verbs.named("Write the after-action report"),
        _keys(("Ctrl+Shift+R", "anywhere")),
        may.started,
    ),
    Action(
        "palette",
        "Window",
        "search",
        verbs.named("Find an action"),
        _keys(("Ctrl+K", "anywhere")),
        may.always,
        is_listed=False,
    ),
    Action(
        "help",
        "Window",
        "command",
        verbs.named("Show the keys"),
        _keys(("F1", "anywhere")),
        may.always,
    ),
)


def action(action_id: str) -> Action:
    """Return an action of the table."""
    return next(one for one in ACTIONS if one.id == action_id)
