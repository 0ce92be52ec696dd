"""What an entry says when the state is known: in its own words, and what its moment makes of it.

Nothing is refused for its moment, so the sentence of an entry that is void, late or early alone
would mislead; and an entry about an earlier one names it by an id that says nothing to people.
"""

from collections.abc import Iterable

from tabletop.exercise.events import (
    DecisionClosed,
    ItemRestored,
    ItemWithdrawn,
    OutcomeDeclared,
    PositionTaken,
    ProposalPut,
    RankingGiven,
    SilenceBroken,
    StanceTaken,
    StanceWithdrawn,
    TextCirculated,
)
from tabletop.exercise.journal import Entry
from tabletop.exercise.outcome_sentences import closed_sentence, declared_sentence
from tabletop.exercise.phrasing import item_named
from tabletop.exercise.records import Position
from tabletop.exercise.sentences import sentence
from tabletop.exercise.state import ExerciseState
from tabletop.scenario.model import Scenario

_LATE = "Late: recorded after the closing, changes nothing."
_VOID = "Void: recorded after the deadline."


def recorded_sentence(entry: Entry, state: ExerciseState, scenario: Scenario) -> str:
    """Return what an entry says, and what its moment makes of it; the state is the one after it."""
    return f"{_in_words(entry, state, scenario)} {moment_remark(entry, state)}".rstrip()


def _in_words(entry: Entry, state: ExerciseState, scenario: Scenario) -> str:
    match entry.event:
        case ItemWithdrawn(kind, item_id):
            named = item_named(kind, item_id, state.item_text(kind, item_id))
            return f"The {named} was taken back."
        case ItemRestored(kind, item_id):
            named = item_named(kind, item_id, state.item_text(kind, item_id))
            return f"The {named} stands again."
        case DecisionClosed() | OutcomeDeclared():
            return _ended(entry.event, entry.seq, state, scenario)
        case _:
            return sentence(entry.event, scenario)


def _ended(
    event: DecisionClosed | OutcomeDeclared, seq: int, state: ExerciseState, scenario: Scenario
) -> str:
    """Return how a decision ended, in the words that were agreed where the chair put its own."""
    run = state.decision_run(event.decision_id)
    outcomes = (*run.earlier_outcomes, *((run.outcome,) if run.outcome else ()))
    outcome = next((outcome for outcome in outcomes if outcome.seq == seq), None)
    if outcome is None:
        return sentence(event, scenario)
    if isinstance(event, DecisionClosed):
        return closed_sentence(event, outcome.text, scenario)
    return declared_sentence(event, outcome.text, outcome.computed_text, scenario)


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


def without_words_yet(entries: Iterable[Entry]) -> frozenset[int]:
    """Return the entries of stances that the same seat took again at once, with its words.

    A stance is recorded the moment it is taken, and its words when they are written down: for a
    reader that is one thing said. What was put anew in between makes it two.
    """
    bare: dict[tuple[str, str], tuple[int, str]] = {}
    found: set[int] = set()
    for entry in entries:
        match entry.event:
            case StanceTaken(where, role, stance, text):
                seq, before = bare.pop((where, role), (0, ""))
                if before == stance:
                    found.add(seq)
                if not text.strip():
                    bare[where, role] = (entry.seq, stance)
            case ProposalPut() | TextCirculated() | StanceWithdrawn():
                where = entry.event.decision_id
                bare = {place: held for place, held in bare.items() if place[0] != where}
            case _:
                continue
    return frozenset(found)


def _position(position: Position) -> str:
    if position.late:
        return _LATE
    if position.early:
        return "Early: counts from the opening."
    return "Recorded while the inject was recalled." if position.on_recalled else ""
