"""Closing, declaring, reopening and revealing."""

from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from typing import assert_never

from tabletop.exercise.commands import (
    CancelReopening,
    CancelReveal,
    CloseDecision,
    DeclareOutcome,
    JudgeFact,
    OutcomeCommand,
    ReopenDecision,
    RevealPositions,
    WithdrawJudgement,
)
from tabletop.exercise.deciding.opening import next_decision_events
from tabletop.exercise.deciding.refusal import (
    Refused,
    given,
    in_hand,
    known_decision,
    known_option,
    not_ended,
    nothing_done_since,
    seated,
    unknown,
)
from tabletop.exercise.events import (
    DecisionClosed,
    DecisionReopened,
    Event,
    FactJudged,
    JudgementWithdrawn,
    OutcomeDeclared,
    PositionsRevealed,
    ReopeningCancelled,
    RevealCancelled,
)
from tabletop.exercise.folding.outcomes import fold_outcome
from tabletop.exercise.journal import Entry
from tabletop.exercise.rules import Computed, RuleCase, computed
from tabletop.exercise.state import ExerciseState
from tabletop.scenario.model import Decision


def rule_case(state: ExerciseState, decision: Decision, now: datetime) -> RuleCase:
    """Return what the decision's rule may look at, as it stands at ``now``."""
    weights = {
        role: Fraction(str(state.scenario.roles_by_id[role].weight))
        for role in state.eligible(decision)
    }
    return RuleCase(decision, weights, state.decision_run(decision.id), state.played(now))


def outcome_now(state: ExerciseState, decision: Decision, now: datetime) -> Computed:
    """Return the outcome that closing the decision at ``now`` would give."""
    return computed(rule_case(state, decision, now))


def decide_outcome(state: ExerciseState, command: OutcomeCommand, now: datetime) -> list[Event]:
    """Return the events of a command about a decision as a whole."""
    decision = known_decision(state, command.decision_id)
    match command:
        case CloseDecision():
            return _close(state, decision, now)
        case DeclareOutcome():
            return _declare(state, decision, command, now)
        case ReopenDecision():
            return [_reopened(state, decision, command)]
        case CancelReopening():
            return [_closed_again(state, decision)]
        case RevealPositions() | CancelReveal():
            return [_revealed(state, decision, command)]
        case JudgeFact():
            return [_judged(state, decision, command)]
        case WithdrawJudgement():
            return [_without_judgement(state, decision, command)]
        case never:
            assert_never(never)


def _revealed(
    state: ExerciseState, decision: Decision, command: RevealPositions | CancelReveal
) -> Event:
    what = f"The {command.round} positions of {decision.id}"
    is_revealed = command.round in state.decision_run(decision.id).revealed
    if isinstance(command, CancelReveal):
        given(is_revealed, f"{what} are not revealed to the room.")
        return RevealCancelled(decision.id, command.round)
    given(not is_revealed, f"{what} are already revealed to the room.")
    return PositionsRevealed(decision.id, command.round)


def _closable(state: ExerciseState, decision: Decision) -> None:
    if state.decision_run(decision.id).outcome is not None:
        raise Refused(f"{decision.id} is already closed.")
    in_hand(state, decision)


def _reopened(state: ExerciseState, decision: Decision, command: ReopenDecision) -> Event:
    """Return the reopening; the room sees no position taken from then on before it is revealed.

    An undo only goes back to what was, the revealing included.
    """
    not_ended(state)
    run = state.decision_run(decision.id)
    given(run.outcome, f"{decision.id} is not closed.")
    hidden = "final" in run.revealed and not command.undone
    return DecisionReopened(decision.id, command.reason, hidden=hidden, undone=command.undone)


def _closed_again(state: ExerciseState, decision: Decision) -> Event:
    run = state.decision_run(decision.id)
    not_ended(state)
    if run.outcome is not None or not run.earlier_outcomes:
        raise Refused(f"{decision.id} was not reopened.")
    outcome = run.earlier_outcomes[-1]
    changed = (
        f"What was put or answered in {decision.id} has changed since it was reopened. "
        "Close it instead."
    )
    given(run.basis == outcome.basis, changed)
    nothing_done_since(state, outcome.reopened_seq, changed, about=decision.id)
    return ReopeningCancelled(decision.id, outcome.seq)


def _close(state: ExerciseState, decision: Decision, now: datetime) -> list[Event]:
    _closable(state, decision)
    outcome = outcome_now(state, decision, now)
    closed = DecisionClosed(decision.id, outcome.status, outcome.option, state.eligible(decision))
    return [closed, *_following(state, decision, closed, now)]


def _declare(
    state: ExerciseState, decision: Decision, command: DeclareOutcome, now: datetime
) -> list[Event]:
    _closable(state, decision)
    if not command.reason.strip():
        raise Refused(f"Declaring another outcome of {decision.id} needs a reason.")
    if command.option is not None:
        known_option(decision, command.option)
    outcome = outcome_now(state, decision, now)
    declared = OutcomeDeclared(
        decision.id,
        outcome.status,
        outcome.option,
        command.option,
        "no_agreement" if command.option is None else "adopted",
        command.reason.strip(),
        state.eligible(decision),
    )
    return [declared, *_following(state, decision, declared, now)]


def _following(
    state: ExerciseState, decision: Decision, event: DecisionClosed | OutcomeDeclared, now: datetime
) -> list[Event]:
    """Return what opens the inject's next decision, judged with this outcome in the state."""
    entry = Entry("", state.head + 1, now, "", 0, "", event)
    after = replace(fold_outcome(state, entry, event), head=state.head + 1)
    carrier = state.scenario.inject_of_decision[decision.id]
    return next_decision_events(after, carrier, after=decision.id, now=now)


def _judged(state: ExerciseState, decision: Decision, command: JudgeFact) -> Event:
    seated(state, command.role)
    facts = tuple(fact.id for fact in state.scenario.facts)
    if command.fact not in facts:
        raise unknown("question", command.fact, facts)
    if not 1 <= command.likelihood <= 99:
        raise Refused("A likelihood is a whole number of percent from 1 to 99.")
    return FactJudged(
        decision.id, command.role, command.fact, command.likelihood, command.confidence
    )


def _without_judgement(
    state: ExerciseState, decision: Decision, command: WithdrawJudgement
) -> Event:
    judged = state.decision_run(decision.id).judged
    mine = [j for j in judged if (j.role, j.fact) == (command.role, command.fact)]
    given(mine, f"{command.role} has not judged {command.fact} in {decision.id}.")
    return JudgementWithdrawn(decision.id, command.role, command.fact)
