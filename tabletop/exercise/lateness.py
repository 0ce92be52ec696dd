"""What an entry says when the state is known: in its own words, and what its moment makes of it.

Nothing is refused for its moment, so the sentence of an entry that is void, late or early alone
would mislead; and an entry about an earlier one names it by an id that says nothing to people.
"""

from tabletop.exercise.events import (
    Event,
    ItemRestored,
    ItemWithdrawn,
    PositionTaken,
    RankingGiven,
    SilenceBroken,
    StanceTaken,
)
from tabletop.exercise.journal import Entry
from tabletop.exercise.phrasing import item_named
from tabletop.exercise.records import Position
from tabletop.exercise.sentences import sentence
from tabletop.exercise.state import ExerciseState
from tabletop.scenario.model import Scenario

_LATE = "Late: recorded after the closing, changes nothing."
_VOID = "Void: recorded after the deadline."


def recorded_sentence(entry: Entry, state: ExerciseState, scenario: Scenario) -> str:
    """Return what an entry says, and what its moment makes of it; the state is the one after it."""
    return f"{_in_words(entry.event, state, scenario)} {moment_remark(entry, state)}".rstrip()


def _in_words(event: Event, state: ExerciseState, scenario: Scenario) -> str:
    match event:
        case ItemWithdrawn(kind, item_id):
            named = item_named(kind, item_id, state.item_text(kind, item_id))
            return f"The {named} was taken back."
        case ItemRestored(kind, item_id):
            named = item_named(kind, item_id, state.item_text(kind, item_id))
            return f"The {named} stands again."
        case _:
            return sentence(event, scenario)


def moment_remark(entry: Entry, state: ExerciseState) -> str:
    """Return a sentence on an entry's moment, empty when it came in time."""
    match entry.event:
        case PositionTaken(decision_id):
            positions = state.decision_run(decision_id).positions
            return next((_position(p) for p in positions if p.seq == entry.seq), "")
        case RankingGiven(decision_id):
            rankings = state.decision_run(decision_id).rankings
            return _LATE if any(r.late and r.seq == entry.seq for r in rankings) else ""
        case StanceTaken(decision_id):
            log = state.decision_run(decision_id).stance_log
            return _LATE if any(s.late and s.seq == entry.seq for s in log) else ""
        case SilenceBroken(decision_id):
            texts = state.decision_run(decision_id).circulations
            breaks = (b for text in texts for b in text.breaks)
            return _VOID if any(b.late and b.seq == entry.seq for b in breaks) else ""
        case _:
            return ""


def _position(position: Position) -> str:
    if position.late:
        return _LATE
    if position.early:
        return "Early: counts from the opening."
    return "Recorded while the inject was recalled." if position.on_recalled else ""
