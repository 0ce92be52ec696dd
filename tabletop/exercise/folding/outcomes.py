"""How opening, closing, declaring and reopening decisions change the state."""

from dataclasses import replace
from typing import assert_never

from tabletop.exercise.events import (
    DecisionClosed,
    DecisionNotTaken,
    DecisionOpened,
    DecisionReopened,
    FactJudged,
    OutcomeDeclared,
    OutcomeEvent,
    PositionsRevealed,
)
from tabletop.exercise.folding.injects import with_effects, without_effects
from tabletop.exercise.journal import Entry
from tabletop.exercise.records import JudgedFact, Outcome
from tabletop.exercise.state import ExerciseState
from tabletop.scenario.model import EVIDENCE


def fold_outcome(state: ExerciseState, entry: Entry, event: OutcomeEvent) -> ExerciseState:
    """Return the state after an event about a decision as a whole."""
    match event:
        case DecisionOpened(decision_id):
            return _opened(state, entry, decision_id)
        case DecisionNotTaken(decision_id):
            return state.with_decision(decision_id, not_taken=True)
        case DecisionClosed() | OutcomeDeclared():
            return _closed(state, entry, event)
        case DecisionReopened(decision_id):
            return _reopened(state, decision_id)
        case PositionsRevealed(decision_id, round_):
            revealed = state.decision_run(decision_id).revealed | {round_}
            return state.with_decision(decision_id, revealed=revealed)
        case FactJudged(decision_id, role, fact, likelihood, confidence):
            judged = JudgedFact(entry.seq, role, fact, likelihood, confidence)
            earlier = state.decision_run(decision_id).judged
            return state.with_decision(decision_id, judged=(*earlier, judged))
        case unknown:
            assert_never(unknown)


def _opened(state: ExerciseState, entry: Entry, decision_id: str) -> ExerciseState:
    """Return the decision open; one opened again keeps its first opening."""
    if state.decision_run(decision_id).opened_at is not None:
        return state
    return state.with_decision(
        decision_id, opened_at=entry.at, opened_played=state.played(entry.at), not_taken=False
    )


def _outcome(
    state: ExerciseState, entry: Entry, event: DecisionClosed | OutcomeDeclared
) -> Outcome:
    declared = event if isinstance(event, OutcomeDeclared) else None
    evidence = state.variables().get(EVIDENCE)
    return Outcome(
        seq=entry.seq,
        at=entry.at,
        played=state.played(entry.at),
        status=event.status,
        option=event.option,
        computed_status=declared.computed_status if declared else event.status,
        computed_option=declared.computed_option if declared else event.option,
        eligible=event.eligible,
        evidence=evidence if isinstance(evidence, int | float) else None,
        declared=declared is not None,
        reason=declared.reason if declared else "",
    )


def _closed(
    state: ExerciseState, entry: Entry, event: DecisionClosed | OutcomeDeclared
) -> ExerciseState:
    decision = state.scenario.decisions_by_id[event.decision_id]
    closed = state.with_decision(event.decision_id, outcome=_outcome(state, entry, event))
    order = tuple(d for d in state.close_order if d != event.decision_id)
    closed = replace(closed, close_order=(*order, event.decision_id))
    option = decision.option(event.option)
    effects = option.sets if option else {}
    return with_effects(closed, f"decision:{event.decision_id}", effects)


def _reopened(state: ExerciseState, decision_id: str) -> ExerciseState:
    run = state.decision_run(decision_id)
    earlier = run.earlier_outcomes if run.outcome is None else (*run.earlier_outcomes, run.outcome)
    opened = state.with_decision(decision_id, outcome=None, earlier_outcomes=earlier)
    order = tuple(d for d in state.close_order if d != decision_id)
    return without_effects(replace(opened, close_order=order), f"decision:{decision_id}")
