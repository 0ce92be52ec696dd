"""The one table of actions: it serves shortcuts, buttons, command palette and key help. No Qt.

An action that cannot run now says why; it stays in the palette and its key says the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tabletop.exercise.suggestions import next_inject
from tabletop.gui.console.rows.situation import Situation, can_be_released, on_the_switcher
from tabletop.scenario.rules import Consensus, Silence

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


# --- when an action can run --------------------------------------------------------------------


def _always(_: Situation) -> str:
    return ""


def _while_running(situation: Situation) -> str:
    if situation.state.started_at is None:
        return "the exercise has not started"
    return "the exercise has ended" if situation.state.ended_at is not None else ""


def _with_standby(situation: Situation) -> str:
    if situation.state.ended_at is not None:
        return "the exercise has ended"
    return "" if situation.standby else "no inject waits"


def _can_skip(situation: Situation) -> str:
    standby = situation.standby
    if standby is None:
        return "no inject waits"
    is_skipped = situation.state.inject_run(standby).skipped
    return f"{standby} is already skipped" if is_skipped else ""


def _in_room(situation: Situation) -> str:
    return "" if situation.in_room else "no inject is in the room"


def _can_undo(situation: Situation) -> str:
    return "" if situation.state.undo_steps else "there is nothing to undo"


def _open_decision(situation: Situation) -> str:
    decision = situation.decision
    if decision is None:
        return "no decision is open"
    state = situation.state
    if state.is_open(decision.id):
        return ""
    if state.decision_run(decision.id).outcome is not None:
        return f"{decision.id} is closed"
    return f"{decision.id} is not open"


def _closed_decision(situation: Situation) -> str:
    decision = situation.decision
    if decision is None or situation.state.decision_run(decision.id).outcome is None:
        return "the decision on the board is not closed"
    return ""


def _consensus(situation: Situation) -> str:
    decision = situation.decision
    if decision is not None and not isinstance(decision.rule, Consensus):
        return f"{decision.id} is not decided by consensus"
    return _open_decision(situation)


def _silence(situation: Situation) -> str:
    decision = situation.decision
    if decision is not None and not isinstance(decision.rule, Silence):
        return f"{decision.id} is not decided by silence"
    return _open_decision(situation)


def _under_silence(situation: Situation) -> str:
    if refusal := _silence(situation):
        return refusal
    return "" if situation.silence_stage == "under_silence" else "no text is under silence"


def _first_round(situation: Situation) -> str:
    if refusal := _open_decision(situation):
        return refusal
    return "the board takes final positions already" if situation.takes_final else ""


def _something_to_reveal(situation: Situation) -> str:
    decision = situation.decision
    if decision is None:
        return "there is no decision"
    run = situation.state.decision_run(decision.id)
    if not run.positions and not run.rankings and not run.circulations:
        return f"nobody has answered {decision.id}"
    return ""


def _several_decisions(situation: Situation) -> str:
    return "" if len(on_the_switcher(situation)) > 1 else "there is no other decision to turn to"


def _open_request(situation: Situation) -> str:
    waiting = any(r.answer is None and not r.withdrawn for r in situation.state.requests.values())
    return "" if waiting else "no request is open"


def _has_question(situation: Situation) -> str:
    return "" if situation.decision else "there is no decision"


def _started(situation: Situation) -> str:
    return "" if situation.state.started_at else "the exercise has not started"


# --- what an action is called ------------------------------------------------------------------


def _named(words: str) -> Callable[[Situation], str]:
    return lambda _: words


def _go_verb(situation: Situation) -> str:
    if situation.standby is None:
        return "Release the standby inject"
    words = "Release" if situation.state.started_at else "Start the exercise and release"
    return f"{words} {situation.standby}"


def _skip_verb(situation: Situation) -> str:
    return f"Skip {situation.standby or 'the standby inject'}…"


def _pause_verb(situation: Situation) -> str:
    return "Resume" if situation.state.is_paused else "Pause"


def _undo_verb(situation: Situation) -> str:
    steps = situation.state.undo_steps
    return f"Undo: {_lowered(steps[-1].label)}" if steps else "Undo"


def _lowered(label: str) -> str:
    head = label.split(" ", 1)[0]
    return label if head.isupper() else label[:1].lower() + label[1:]


def _decision_verb(words: str) -> Callable[[Situation], str]:
    def verb(situation: Situation) -> str:
        decision = situation.decision
        return words.format(decision.id if decision else "the decision")

    return verb


def _circulate_verb(situation: Situation) -> str:
    return "Revise the draft…" if situation.circulation else "Put under silence…"


def _propose_verb(situation: Situation) -> str:
    decision = situation.decision
    proposal = situation.state.decision_run(decision.id).proposal if decision else None
    return "New proposal…" if proposal else "Propose…"


def _reveal_verb(situation: Situation) -> str:
    if situation.circulation is not None:
        return "Reveal breaks now"
    return "Reveal first positions" if not situation.takes_final else "Reveal positions"


def _blank_verb(situation: Situation) -> str:
    return "Show the room’s screen again" if situation.blank else "Blank the room’s screen"


def _freeze_verb(situation: Situation) -> str:
    return "Let the room’s screen follow again" if situation.frozen else "Freeze the room’s screen"


def _end_verb(situation: Situation) -> str:
    return "Take ENDEX back" if situation.state.ended_at else "End the exercise (ENDEX)…"


def _recall_verb(situation: Situation) -> str:
    return f"Recall {situation.in_room or 'the inject'} from the room…"


def _presence_verb(_: Situation) -> str:
    return "Mark a seat absent or present…"


Keys = tuple[tuple[str, Scope], ...]


def _keys(*pairs: tuple[str, Scope]) -> Keys:
    return pairs


ACTIONS: tuple[Action, ...] = (
    Action(
        "go",
        "Conduct",
        "play",
        _go_verb,
        _keys(("Space", "no_text"), ("PgDown", "no_text")),
        _with_standby,
    ),
    Action(
        "pause",
        "Conduct",
        "pause",
        _pause_verb,
        _keys(("Ctrl+P", "anywhere"), ("P", "desk")),
        _while_running,
    ),
    Action("skip", "Conduct", "skip", _skip_verb, _keys(("S", "desk")), _can_skip),
    Action(
        "improvise",
        "Conduct",
        "plus",
        _named("Improvise an inject…"),
        _keys(("I", "desk"), ("Ctrl+I", "anywhere")),
        _while_running,
    ),
    Action(
        "shelf",
        "Conduct",
        "status-contingency",
        _named("Go to the contingency shelf"),
        _keys(("C", "desk")),
        _always,
    ),
    Action(
        "jump",
        "Conduct",
        "clock",
        _named("Move the scenario clock…"),
        _keys(("J", "desk")),
        _while_running,
    ),
    Action("recall", "Conduct", "undo", _recall_verb, _keys(), _in_room),
    Action("undo", "Conduct", "undo", _undo_verb, _keys(("Ctrl+Z", "no_text")), _can_undo),
    Action("end", "Conduct", "flag", _end_verb, _keys(("Ctrl+Shift+E", "anywhere")), _started),
    Action(
        "blank",
        "Room",
        "eye-off",
        _blank_verb,
        _keys(("Ctrl+B", "anywhere"), ("B", "desk")),
        _always,
    ),
    Action("freeze", "Room", "freeze", _freeze_verb, _keys(("F", "desk")), _always),
    Action(
        "show_inject",
        "Room",
        "eye",
        _named("Show the room the inject"),
        _keys(("F5", "anywhere")),
        _in_room,
    ),
    Action(
        "show_question",
        "Room",
        "question",
        _named("Show the room the decision"),
        _keys(("F6", "anywhere")),
        _has_question,
    ),
    Action(
        "show_holding",
        "Room",
        "screen",
        _named("Show the room the holding page"),
        _keys(("F7", "anywhere")),
        _always,
    ),
    Action(
        "room_page",
        "Room",
        "next-page",
        _named("Turn the room’s page"),
        _keys(("N", "desk"), ("F8", "anywhere")),
        _always,
    ),
    Action("reveal", "Room", "users", _reveal_verb, _keys(("R", "desk")), _something_to_reveal),
    Action(
        "room_window",
        "Room",
        "screen",
        _named("Open or close the room’s window"),
        _keys(("F11", "anywhere")),
        _always,
    ),
    Action(
        "board",
        "Decide",
        "scale",
        _decision_verb("Answer {} on the board"),
        _keys(("Ctrl+D", "anywhere")),
        _has_question,
    ),
    Action(
        "close",
        "Decide",
        "check",
        _decision_verb("Close {}"),
        _keys(("Ctrl+Return", "anywhere")),
        _open_decision,
    ),
    Action(
        "declare",
        "Decide",
        "edit",
        _decision_verb("Declare another outcome of {}…"),
        _keys(("Ctrl+Shift+D", "anywhere")),
        _open_decision,
    ),
    Action(
        "final_round",
        "Decide",
        "arrow-right",
        _named("Take final positions"),
        _keys(("Ctrl+Shift+F", "anywhere")),
        _first_round,
    ),
    Action(
        "propose", "Decide", "draft", _propose_verb, _keys(("Ctrl+Shift+P", "anywhere")), _consensus
    ),
    Action(
        "circulate",
        "Decide",
        "timer",
        _circulate_verb,
        _keys(("Ctrl+Shift+U", "anywhere")),
        _silence,
    ),
    Action(
        "extend",
        "Decide",
        "plus",
        _named("Extend the silence…"),
        _keys(("E", "desk"), ("Ctrl+E", "anywhere")),
        _under_silence,
    ),
    Action(
        "withdraw",
        "Decide",
        "cross",
        _named("Withdraw the text…"),
        _keys(("Ctrl+Shift+W", "anywhere")),
        _under_silence,
    ),
    Action("reopen", "Decide", "undo", _decision_verb("Reopen {}…"), _keys(), _closed_decision),
    Action(
        "next_decision",
        "Decide",
        "chevron-right",
        _named("Turn to the next decision"),
        _keys(("Alt+Right", "anywhere")),
        _several_decisions,
    ),
    Action(
        "previous_decision",
        "Decide",
        "chevron-left",
        _named("Turn to the decision before"),
        _keys(("Alt+Left", "anywhere")),
        _several_decisions,
    ),
    Action(
        "reason",
        "Decide",
        "note",
        _named("Write down a seat’s reason…"),
        _keys(("Ctrl+R", "no_text")),
        _open_decision,
    ),
    Action(
        "caveat",
        "Decide",
        "note",
        _named("Write down a seat’s condition…"),
        _keys(("Ctrl+T", "no_text")),
        _open_decision,
    ),
    Action(
        "low",
        "Decide",
        "scale",
        _named("Confidence: low"),
        _keys(("Ctrl+1", "no_text")),
        _open_decision,
    ),
    Action(
        "moderate",
        "Decide",
        "scale",
        _named("Confidence: moderate"),
        _keys(("Ctrl+2", "no_text")),
        _open_decision,
    ),
    Action(
        "high",
        "Decide",
        "scale",
        _named("Confidence: high"),
        _keys(("Ctrl+3", "no_text")),
        _open_decision,
    ),
    Action("presence", "Decide", "seat", _presence_verb, _keys(("A", "desk")), _always),
    Action(
        "log",
        "Record",
        "note",
        _named("Write in the log"),
        _keys(("/", "desk"), ("Ctrl+L", "anywhere")),
        _always,
    ),
    Action("strength", "Record", "plus", _named("Record a strength"), _keys(), _always),
    Action(
        "improvement", "Record", "minus", _named("Record an area for improvement"), _keys(), _always
    ),
    Action(
        "request", "Record", "message", _named("Record a request for information"), _keys(), _always
    ),
    Action("park", "Record", "parking-lot", _named("Park an issue"), _keys(), _always),
    Action(
        "answer",
        "Record",
        "message",
        _named("Answer the oldest request…"),
        _keys(("Q", "desk")),
        _open_request,
    ),
    Action(
        "notes",
        "Record",
        "book",
        _named("Turn to the facilitator’s notes"),
        _keys(("Alt+1", "anywhere")),
        _always,
    ),
    Action(
        "prompts",
        "Record",
        "list",
        _named("Turn to the prompts"),
        _keys(("Alt+2", "anywhere")),
        _always,
    ),
    Action(
        "expected",
        "Record",
        "check",
        _named("Turn to the expected actions"),
        _keys(("Alt+3", "anywhere")),
        _always,
    ),
    Action(
        "requests",
        "Record",
        "question",
        _named("Turn to the requests"),
        _keys(("Alt+4", "anywhere")),
        _always,
    ),
    Action(
        "papers",
        "Record",
        "file",
        _named("Turn to hand-outs and files"),
        _keys(("Alt+5", "anywhere")),
        _always,
    ),
    Action(
        "report",
        "Record",
        "book",
        _named("Write the after-action report"),
        _keys(("Ctrl+Shift+R", "anywhere")),
        _started,
    ),
    Action(
        "palette",
        "Window",
        "search",
        _named("Find an action"),
        _keys(("Ctrl+K", "anywhere")),
        _always,
        is_listed=False,
    ),
    Action(
        "help", "Window", "command", _named("Show the keys"), _keys(("F1", "anywhere")), _always
    ),
)

BOARD_KEYS: tuple[tuple[str, str], ...] = (
    ("Tab, Esc", "into the board, out of it"),
    ("↑ ↓, or a seat’s code", "choose the seat; SHIFT where a small letter is an option or stance"),
    ("0–6 or a–g", "the option in its chip; taken, the ring moves on to the next missing seat"),
    ("1 2 3 …", "the option by its number, where letters are stances"),
    ("s a v o n", "supports, can accept, reservation, objects, awaiting"),
    ("j n r", "on request: joins, notes, regrets"),
    ("x or o", "under silence: breaks it, with a text"),
    ("* and the option", "all seats still missing"),
    ("=", "the missing seats stay where they stood in the first round"),
    ("Ctrl R, Ctrl T", "reason, condition of the seat in the ring, else of the last that answered"),
    ("Ctrl 1 2 3", "its confidence: low, moderate, high"),
    ("Backspace", "take one back while ranking"),
)


def action(action_id: str) -> Action:
    """Return an action of the table."""
    return next(one for one in ACTIONS if one.id == action_id)


def release_actions(situation: Situation) -> tuple[tuple[str, str], ...]:
    """Return every inject that a hand may release, for the palette: id and verb."""
    state = situation.state
    suggestion = next_inject(state)
    suggested = suggestion.inject.id if suggestion else None
    return tuple(
        (inject.id, f"Release {inject.id} {inject.title}")
        for inject in state.scenario.injects
        if inject.id != suggested and can_be_released(inject.id, state)
    )
