"""How opening, closing, declaring and reopening decisions change the state."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from tabletop.exercise.events import (
    DecisionClosed,
    DecisionNotTaken,
    DecisionOpened,
    DecisionReopened,
    FactJudged,
    JudgementWithdrawn,
    OutcomeDeclared,
    OutcomeEvent,
    PositionsRevealed,
    ReopeningCancelled,
    RevealCancelled,
    Round,
)
from tabletop.exercise.folding.injects import with_effects, without_effects
from tabletop.exercise.journal import Entry
from tabletop.exercise.records import JudgedFact, Outcome, Turn
from tabletop.exercise.rules import words_put
from tabletop.exercise.state import ExerciseState
from tabletop.scenario.model import EVIDENCE

_FINALS: frozenset[Round] = frozenset({"final"})


def fold_outcome(state: ExerciseState, entry: Entry, event: OutcomeEvent) -> ExerciseState:
    """Return the state after an event about a decision as a whole."""
    match event:
        case DecisionOpened(decision_id):
            return _opened(state, entry, decision_id)
        case DecisionNotTaken(decision_id):
            return state.with_decision(decision_id, not_taken=True, not_taken_seq=entry.seq)
        case DecisionClosed() | OutcomeDeclared():
            return _closed(state, entry, event)
        case DecisionReopened():
            return _reopened(state, entry, event)
        case PositionsRevealed(decision_id, round_):
            revealed = state.decision_run(decision_id).revealed | {round_}
            return state.with_decision(decision_id, revealed=revealed)
        case RevealCancelled(decision_id, round_):
            revealed = state.decision_run(decision_id).revealed - {round_}
            return state.with_decision(decision_id, revealed=revealed)
        case FactJudged(decision_id, role, fact, likelihood, confidence):
            late = state.is_late(decision_id)
            judged = JudgedFact(entry.seq, role, fact, likelihood, confidence, late)
            earlier = state.decision_run(decision_id).judged
            return state.with_decision(decision_id, judged=(*earlier, judged))
        case JudgementWithdrawn():
            return _without_judgement(state, event)
        case ReopeningCancelled():
            return _closed_again(state, event)
        case unknown:
            assert_never(unknown)


def _without_judgement(state: ExerciseState, event: JudgementWithdrawn) -> ExerciseState:
    judged = state.decision_run(event.decision_id).judged
    place = (event.role, event.fact)
    last = max((j.seq for j in judged if (j.role, j.fact) == place), default=0)
    kept = tuple(j for j in judged if j.seq != last)
    return state.with_decision(event.decision_id, judged=kept)


def _opened(state: ExerciseState, entry: Entry, decision_id: str) -> ExerciseState:
    """Return the decision open; one opened again keeps its first opening."""
    run = state.decision_run(decision_id)
    if run.not_taken:
        state = state.with_decision(decision_id, not_taken=False, taken_after_all_seq=entry.seq)
    if run.opened_at is not None:
        return state
    return state.with_decision(
        decision_id,
        opened_at=entry.at,
        opened_played=state.played(entry.at),
        opened_seq=entry.seq,
        set_aside=tuple(replace(turn, is_past=True) for turn in run.set_aside),
    )


def _outcome(
    state: ExerciseState, entry: Entry, event: DecisionClosed | OutcomeDeclared
) -> Outcome:
    declared = event if isinstance(event, OutcomeDeclared) else None
    computed_status = declared.computed_status if declared else event.status
    computed_option = declared.computed_option if declared else event.option
    is_computed = (event.status, event.option) == (computed_status, computed_option)
    # Only what was put can be agreed in the chair's words, and that is what the rule was asked of.
    words = _words_put(state, event.decision_id) if computed_status == "adopted" else ""
    evidence = state.variables().get(EVIDENCE)
    return Outcome(
        seq=entry.seq,
        at=entry.at,
        played=state.played(entry.at),
        status=event.status,
        option=event.option,
        computed_status=computed_status,
        computed_option=computed_option,
        eligible=event.eligible,
        basis=state.decision_run(event.decision_id).basis,
        evidence=evidence if isinstance(evidence, int | float) else None,
        declared=declared is not None,
        reason=declared.reason if declared else "",
        text=words if is_computed else "",
        computed_text=words,
    )


def _words_put(state: ExerciseState, decision_id: str) -> str:
    return words_put(state.scenario.decisions_by_id[decision_id], state.decision_run(decision_id))


def _closed(
    state: ExerciseState, entry: Entry, event: DecisionClosed | OutcomeDeclared
) -> ExerciseState:
    closed = state.with_decision(event.decision_id, outcome=_outcome(state, entry, event))
    order = tuple(d for d in state.close_order if d != event.decision_id)
    closed = replace(closed, close_order=(*order, event.decision_id))
    return _with_effects_of(closed, event.decision_id)


def _with_effects_of(state: ExerciseState, decision_id: str) -> ExerciseState:
    outcome = state.decision_run(decision_id).outcome
    if outcome is None:
        return state
    option = state.scenario.decisions_by_id[decision_id].option(outcome.option)
    effects = option.sets if option else {}
    return with_effects(state, f"decision:{decision_id}", effects, seq=outcome.seq)


def _reopened(state: ExerciseState, entry: Entry, event: DecisionReopened) -> ExerciseState:
    decision_id = event.decision_id
    run = state.decision_run(decision_id)
    earlier = run.earlier_outcomes
    if run.outcome is not None:
        earlier = (*earlier, replace(run.outcome, reopened_seq=entry.seq, hidden=event.hidden))
    opened = state.with_decision(
        decision_id,
        outcome=None,
        earlier_outcomes=earlier,
        revealed=run.revealed - _FINALS if event.hidden else run.revealed,
    )
    order = tuple(d for d in state.close_order if d != decision_id)
    reopened = without_effects(replace(opened, close_order=order), f"decision:{decision_id}")
    if event.undone:
        return reopened
    closed_seq = run.outcome.seq if run.outcome else 0
    return _with_turns_to_come(reopened, decision_id, closed_seq)


def _with_turns_to_come(state: ExerciseState, reopened: str, closed_seq: int) -> ExerciseState:
    """Return the state in which the decisions after a reopened one wait for their turn again.

    One that already has answers stays open beside it: nothing anybody said is put away.
    """
    for later in decisions_after(state, reopened):
        run = state.decision_run(later)
        if run.outcome is None and not run.was_taken_up and (run.opened_at or run.not_taken):
            turn = Turn(
                run.opened_at,
                run.opened_played,
                run.opened_seq,
                run.not_taken,
                run.not_taken_seq,
                closed_seq,
            )
            waiting = Turn(not_taken_seq=run.not_taken_seq)
            state = _with_turn(state, later, waiting, set_aside=(*run.set_aside, turn))
    return state


def decisions_after(state: ExerciseState, decision_id: str) -> tuple[str, ...]:
    """Return the decisions of the same inject that come later."""
    ids = [d.id for d in state.scenario.inject_of_decision[decision_id].decisions]
    return tuple(ids[ids.index(decision_id) + 1 :])


def _with_turn(
    state: ExerciseState, decision_id: str, turn: Turn, *, set_aside: tuple[Turn, ...]
) -> ExerciseState:
    return state.with_decision(
        decision_id,
        opened_at=turn.opened_at,
        opened_played=turn.opened_played,
        opened_seq=turn.opened_seq,
        not_taken=turn.not_taken,
        not_taken_seq=turn.not_taken_seq,
        set_aside=set_aside,
    )


def _closed_again(state: ExerciseState, event: ReopeningCancelled) -> ExerciseState:
    """Return the state with the last outcome back, where it stood among the closings."""
    decision_id = event.decision_id
    run = state.decision_run(decision_id)
    if not run.earlier_outcomes:
        return state
    outcome = run.earlier_outcomes[-1]
    closed = state.with_decision(
        decision_id,
        outcome=replace(outcome, reopened_seq=0, hidden=False),
        earlier_outcomes=run.earlier_outcomes[:-1],
        revealed=run.revealed | _FINALS if outcome.hidden else run.revealed,
    )
    for later in decisions_after(state, decision_id):
        turns = closed.decision_run(later).set_aside
        had = _turn_before(turns, event)
        if had is not None:
            earlier = turns[:had] if event.closed_seq else ()
            closed = _with_turn(closed, later, turns[had], set_aside=earlier)
    order = sorted((*state.close_order, decision_id), key=_closing_seq(closed))
    return _with_effects_of(replace(closed, close_order=tuple(order)), decision_id)


def _turn_before(turns: tuple[Turn, ...], event: ReopeningCancelled) -> int | None:
    """Return the place of the turn that a reopening set aside, None where it set none aside.

    Older journals do not say which closing stands again: they know of the last turn alone, and
    that only until the decision is opened anew.
    """
    if not event.closed_seq:
        return len(turns) - 1 if turns and not turns[-1].is_past else None
    return next((n for n, t in enumerate(turns) if t.closed_seq == event.closed_seq), None)


def _closing_seq(state: ExerciseState) -> Callable[[str], int]:
    def seq(decision_id: str) -> int:
        outcome = state.decision_run(decision_id).outcome
        return outcome.seq if outcome else 0

    return seq
