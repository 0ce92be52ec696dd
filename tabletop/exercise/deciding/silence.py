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
    given,
    in_hand,
    known_decision,
    known_option,
    not_closed,
    seated,
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

MOST_HOURS = 1_000_000


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
        case CancelCirculation() | CancelBreak() | CancelExtension() | CancelWithdrawal():
            return [_cancelled(state, decision, command)]
        case ExtendSilence(_, minutes):
            _under_silence(state, decision, now, "extended")
            return [SilenceExtended(decision.id, _positive(minutes))]
        case WithdrawText(_, reason):
            _under_silence(state, decision, now, "withdrawn")
            return [SilenceWithdrawn(decision.id, reason)]
        case unknown:
            assert_never(unknown)


def _cancelled(
    state: ExerciseState,
    decision: Decision,
    command: CancelCirculation | CancelBreak | CancelExtension | CancelWithdrawal,
) -> Event:
    where, text = decision.id, state.decision_run(decision.id).circulation
    if text is None:
        raise Refused(f"No text of {where} has gone under silence.")
    if isinstance(command, CancelBreak):
        mine = [b for b in text.breaks if b.role == command.role]
        given(mine, f"{command.role} has not broken silence on {where}.")
        if not mine[-1].late:
            not_closed(state, decision)
        return BreakCancelled(where, command.role)
    not_closed(state, decision)
    match command:
        case CancelCirculation():
            return CirculationCancelled(where)
        case CancelExtension():
            given(text.deadlines[1:], f"Silence on {where} was not extended.")
            return ExtensionCancelled(where)
        case CancelWithdrawal():
            given(text.withdrawn, f"The text of {where} was not withdrawn.")
            return WithdrawalCancelled(where)
        case unknown:
            assert_never(unknown)


def _first_given(*numbers: float | None) -> float | None:
    """Return what was asked for, else what the rule says, else what the decision says."""
    return next((number for number in numbers if number is not None), None)


def _positive(minutes: float | None) -> float:
    if minutes is None or not 0 < minutes <= 1_000_000:
        raise Refused("Silence needs a number of minutes above 0.")
    return minutes


def _circulate(
    state: ExerciseState, decision: Decision, rule: Silence, command: CirculateText, now: datetime
) -> Event:
    in_hand(state, decision)
    run = state.decision_run(decision.id)
    if run.circulation and stage(run.circulation, state.played(now)) == "adopted":
        raise Refused(f"Silence on {decision.id} ran out unbroken: the text stands. Close it.")
    if command.option is not None:
        known_option(decision, command.option)
    elif not command.text.strip():
        raise Refused(f"To go under silence, {decision.id} needs an option or a text.")
    minutes = _first_given(command.minutes, rule.minutes, decision.minutes)
    hours = _first_given(command.hours, rule.hours, decision.hours)
    if hours is not None and not 0 <= hours <= MOST_HOURS:
        raise Refused("Silence needs a number of hours of scenario time, 0 or more.")
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
    if any(b.role == command.role for b in text.breaks_in_time):
        raise Refused(f"{command.role} has already broken silence on this text of {decision.id}.")
    return SilenceBroken(decision.id, command.role, command.text)


def _under_silence(state: ExerciseState, decision: Decision, now: datetime, what: str) -> None:
    in_hand(state, decision)
    run = state.decision_run(decision.id)
    if run.circulation is None:
        raise Refused(f"No text of {decision.id} is under silence, so none can be {what}.")
    reached = stage(run.circulation, state.played(now))
    if reached == "broken":
        raise Refused(f"Silence on {decision.id} is broken. Circulate a revised text.")
    if reached != "under_silence":
        raise Refused(f"The text of {decision.id} is already {reached}; it cannot be {what}.")
