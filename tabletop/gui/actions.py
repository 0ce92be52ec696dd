"""The one table of actions: it serves shortcuts, buttons, command palette and key help. No Qt.

An action that cannot run now says why; it stays in the palette and its key says the same.
"""

from tabletop.gui import action_limits as may
from tabletop.gui import action_verbs as verbs
from tabletop.gui.action import Action, pressed, shown_key
from tabletop.gui.actions_of_record import OF_RECORD

__all__ = ["ACTIONS", "Action", "action", "shown_key"]

_CONDUCT: tuple[Action, ...] = (
    Action(
        "go",
        "Conduct",
        "play",
        verbs.go_verb,
        pressed(("Space", "no_text"), ("PgDown", "no_text")),
        may.with_standby,
    ),
    Action(
        "pause",
        "Conduct",
        "pause",
        verbs.pause_verb,
        pressed(("Ctrl+P", "anywhere"), ("P", "desk")),
        may.while_running,
    ),
    Action("skip", "Conduct", "skip", verbs.skip_verb, pressed(("S", "desk")), may.can_skip),
    Action(
        "improvise",
        "Conduct",
        "plus",
        verbs.named("Improvise an inject…"),
        pressed(("I", "desk"), ("Ctrl+I", "anywhere")),
        may.while_running,
    ),
    Action(
        "shelf",
        "Conduct",
        "status-contingency",
        verbs.named("Go to the contingency shelf"),
        pressed(("C", "desk")),
        may.always,
    ),
    Action(
        "jump",
        "Conduct",
        "clock",
        verbs.named("Move the scenario clock…"),
        pressed(("J", "desk")),
        may.while_running,
    ),
    Action("recall", "Conduct", "undo", verbs.recall_verb, pressed(), may.can_recall),
    Action(
        "amend",
        "Conduct",
        "edit",
        verbs.amend_verb,
        pressed(("M", "desk")),
        may.can_amend,
    ),
    Action(
        "undo", "Conduct", "undo", verbs.undo_verb, pressed(("Ctrl+Z", "no_text")), may.can_undo
    ),
    Action(
        "end", "Conduct", "flag", verbs.end_verb, pressed(("Ctrl+Shift+E", "anywhere")), may.started
    ),
    Action(
        "blank",
        "Room",
        "eye-off",
        verbs.blank_verb,
        pressed(("Ctrl+B", "anywhere"), ("B", "desk")),
        may.always,
    ),
    Action("freeze", "Room", "freeze", verbs.freeze_verb, pressed(("F", "desk")), may.always),
    Action(
        "show_inject",
        "Room",
        "eye",
        verbs.named("Show the room the inject"),
        pressed(("F5", "anywhere")),
        may.in_room,
    ),
    Action(
        "show_question",
        "Room",
        "question",
        verbs.named("Show the room the decision"),
        pressed(("F6", "anywhere")),
        may.has_question,
    ),
    Action(
        "show_holding",
        "Room",
        "screen",
        verbs.named("Show the room the holding page"),
        pressed(("F7", "anywhere")),
        may.always,
    ),
    Action(
        "room_page",
        "Room",
        "next-page",
        verbs.named("Turn the room’s page"),
        pressed(("N", "desk"), ("F8", "anywhere")),
        may.always,
    ),
    Action(
        "reveal",
        "Room",
        "users",
        verbs.reveal_verb,
        pressed(("R", "desk")),
        may.something_to_reveal,
    ),
    Action(
        "room_window",
        "Room",
        "screen",
        verbs.named("Open or close the room’s window"),
        pressed(("F11", "anywhere")),
        may.always,
    ),
    Action(
        "board",
        "Decide",
        "scale",
        verbs.decision_verb("Answer {} on the board"),
        pressed(("Ctrl+D", "anywhere")),
        may.has_question,
    ),
    Action(
        "close",
        "Decide",
        "check",
        verbs.decision_verb("Close {}"),
        pressed(("Ctrl+Return", "anywhere")),
        may.open_decision,
    ),
    Action(
        "declare",
        "Decide",
        "edit",
        verbs.decision_verb("Declare another outcome of {}…"),
        pressed(("Ctrl+Shift+D", "anywhere")),
        may.open_decision,
    ),
    Action(
        "final_round",
        "Decide",
        "arrow-right",
        verbs.named("Take final positions"),
        pressed(("Ctrl+Shift+F", "anywhere")),
        may.first_round,
    ),
    Action(
        "propose",
        "Decide",
        "draft",
        verbs.propose_verb,
        pressed(("Ctrl+Shift+P", "anywhere")),
        may.consensus,
    ),
    Action(
        "circulate",
        "Decide",
        "timer",
        verbs.circulate_verb,
        pressed(("Ctrl+Shift+U", "anywhere")),
        may.silence,
    ),
    Action(
        "extend",
        "Decide",
        "plus",
        verbs.named("Extend the silence…"),
        pressed(("E", "desk"), ("Ctrl+E", "anywhere")),
        may.under_silence,
    ),
    Action(
        "withdraw",
        "Decide",
        "cross",
        verbs.named("Withdraw the text…"),
        pressed(("Ctrl+Shift+W", "anywhere")),
        may.under_silence,
    ),
    Action(
        "reopen",
        "Decide",
        "undo",
        verbs.decision_verb("Reopen {}…"),
        pressed(),
        may.closed_decision,
    ),
    Action(
        "next_decision",
        "Decide",
        "chevron-right",
        verbs.named("Turn to the next decision"),
        pressed(("Alt+Right", "anywhere")),
        may.several_decisions,
    ),
    Action(
        "previous_decision",
        "Decide",
        "chevron-left",
        verbs.named("Turn to the decision before"),
        pressed(("Alt+Left", "anywhere")),
        may.several_decisions,
    ),
    Action(
        "reason",
        "Decide",
        "note",
        verbs.named("Write down a seat’s reason…"),
        pressed(("Ctrl+R", "no_text")),
        may.open_decision,
    ),
    Action(
        "caveat",
        "Decide",
        "note",
        verbs.named("Write down a seat’s condition…"),
        pressed(("Ctrl+T", "no_text")),
        may.open_decision,
    ),
    Action(
        "low",
        "Decide",
        "scale",
        verbs.named("Confidence: low"),
        pressed(("Ctrl+1", "no_text")),
        may.open_decision,
    ),
    Action(
        "moderate",
        "Decide",
        "scale",
        verbs.named("Confidence: moderate"),
        pressed(("Ctrl+2", "no_text")),
        may.open_decision,
    ),
    Action(
        "high",
        "Decide",
        "scale",
        verbs.named("Confidence: high"),
        pressed(("Ctrl+3", "no_text")),
        may.open_decision,
    ),
    Action(
        "judge",
        "Decide",
        "evidence",
        verbs.named("Write down a seat’s likelihoods…"),
        pressed(("Ctrl+Y", "no_text")),
        may.asks_for_likelihoods,
    ),
)

_WINDOW: tuple[Action, ...] = (
    Action(
        "read_on",
        "Window",
        "chevron-down",
        verbs.named("Read on in the inject"),
        pressed(("Alt+Down", "anywhere"), ("Shift+Space", "no_text")),
        may.always,
        repeats=True,
    ),
    Action(
        "read_back",
        "Window",
        "chevron-up",
        verbs.named("Read back in the inject"),
        pressed(("Alt+Up", "anywhere")),
        may.always,
        repeats=True,
    ),
    Action(
        "palette",
        "Window",
        "search",
        verbs.named("Find an action"),
        pressed(("Ctrl+K", "anywhere")),
        may.always,
        is_listed=False,
    ),
    Action(
        "help",
        "Window",
        "command",
        verbs.named("Show the keys"),
        pressed(("F1", "anywhere")),
        may.always,
    ),
)

ACTIONS = (*_CONDUCT, *OF_RECORD, *_WINDOW)


def action(action_id: str) -> Action:
    """Return an action of the table."""
    return next(one for one in ACTIONS if one.id == action_id)
