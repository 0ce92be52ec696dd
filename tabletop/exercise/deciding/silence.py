"""The silence procedure: circulate, break, extend, withdraw, revise."""

from datetime import datetime
from typing import assert_never

from tabletop.exercise.commands import (
    BreakSilence,
    CancelBreak,
    CancelCirculation,
    CancelExtension,
    CancelWithdrawal,
    CirculateText,
    ExtendSilence,
    SilenceCommand,
    WithdrawText,
)
from tabletop.exercise.deciding.refusal import (
    Refused,
    known_decision,
    known_option,
    seated,
    started,
)
from tabletop.exercise.events import (
    BreakCancelled,
    CirculationCancelled,
    Event,
    ExtensionCancelled,
    SilenceBroken,
    SilenceExtended,
    SilenceWithdrawn,
    TextCirculated,
    WithdrawalCancelled,
)
from tabletop.exercise.records import Circulation
from tabletop.exercise.state import ExerciseState
from tabletop.scenario.model import Decision
from tabletop.scenario.rules import Silence


def decide_silence(state: ExerciseState, command: SilenceCommand, now: datetime) -> list[Event]:
    """Return the events of a step of the silence procedure."""
    decision = known_decision(state, command.decision_id)
    rule = decision.rule
    if not isinstance(rule, Silence):
        raise Refused(f"{decision.id} is not decided by silence.")
    match command:
        case CirculateText():
            return [_circulate(state, decision, rule, command, now)]
        case BreakSilence():
            return [_break(state, decision, command)]
        case ExtendSilence(_, minutes):
            _under_silence(state, decision, now, "extended")
            return [SilenceExtended(decision.id, _positive(minutes))]
        case WithdrawText(_, reason):
            _under_silence(state, decision, now, "withdrawn")
            return [SilenceWithdrawn(decision.id, reason)]
        case CancelCirculation():
            return [CirculationCancelled(decision.id)]
        case CancelBreak(_, role):
            return [BreakCancelled(decision.id, role)]
        case CancelExtension():
            return [ExtensionCancelled(decision.id)]
        case CancelWithdrawal():
            return [WithdrawalCancelled(decision.id)]
        case unknown:
            assert_never(unknown)


def _positive(minutes: float | None) -> float:
    if minutes is None or not 0 < minutes <= 1_000_000:
        raise Refused("Silence needs a number of minutes above 0.")
    return minutes


def _circulate(
    state: ExerciseState, decision: Decision, rule: Silence, command: CirculateText, now: datetime
) -> Event:
    started(state)
    run = state.decision_run(decision.id)
    if run.outcome is not None:
        raise Refused(f"{decision.id} is closed. Reopen it first.")
    if run.opened_at is None:
        carrier = state.scenario.inject_of_decision[decision.id]
        raise Refused(f"{decision.id} is not open; it opens with {carrier.id}.")
    if run.circulation and stage(run.circulation, state.played(now)) == "adopted":
        raise Refused(f"Silence on {decision.id} ran out unbroken: the text stands. Close it.")
    if command.option is not None:
        known_option(decision, command.option)
    elif not command.text.strip():
        raise Refused(f"To go under silence, {decision.id} needs an option or a text.")
    minutes = command.minutes if command.minutes is not None else rule.minutes
    hours = command.hours if command.hours is not None else rule.hours
    if hours is None and decision.hours is not None:
        hours = decision.hours
    return TextCirculated(decision.id, command.option, command.text, _positive(minutes), hours)


def stage(text: Circulation, played: float) -> str:
    """Return a text's stage: withdrawn, broken, under_silence or adopted."""
    if text.withdrawn:
        return "withdrawn"
    if text.breaks_in_time:
        return "broken"
    return "under_silence" if played < text.deadline else "adopted"


def _break(state: ExerciseState, decision: Decision, command: BreakSilence) -> Event:
    seated(state, command.role)
    text = state.decision_run(decision.id).circulation
    if text is None:
        raise Refused(f"No text of {decision.id} is under silence, so there is none to break.")
    if command.role not in state.eligible(decision):
        raise Refused(f"{command.role} takes no part in {decision.id} and cannot break silence.")
    return SilenceBroken(decision.id, command.role, command.text)


def _under_silence(state: ExerciseState, decision: Decision, now: datetime, what: str) -> None:
    run = state.decision_run(decision.id)
    if run.circulation is None or run.outcome is not None:
        raise Refused(f"No text of {decision.id} is under silence, so none can be {what}.")
    reached = stage(run.circulation, state.played(now))
    if reached == "broken":
        raise Refused(f"Silence on {decision.id} is broken. Circulate a revised text.")
    if reached != "under_silence":
        raise Refused(f"The text of {decision.id} is already {reached}; it cannot be {what}.")
