"""How the silence procedure changes the state. Deadlines are in played seconds."""

from dataclasses import replace
from datetime import timedelta
from typing import assert_never

from tabletop.exercise.events import (
    BreakCancelled,
    CirculationCancelled,
    ExtensionCancelled,
    SilenceBroken,
    SilenceEvent,
    SilenceExtended,
    SilenceWithdrawn,
    TextCirculated,
    WithdrawalCancelled,
)
from tabletop.exercise.journal import Entry
from tabletop.exercise.records import Break, Circulation
from tabletop.exercise.state import ExerciseState


def fold_silence(state: ExerciseState, entry: Entry, event: SilenceEvent) -> ExerciseState:
    """Return the state after a step of the silence procedure."""
    match event:
        case TextCirculated():
            return _circulated(state, entry, event)
        case CirculationCancelled(decision_id):
            return _cancelled(state, decision_id)
        case SilenceBroken(decision_id, role, text):
            return _broken(state, entry, decision_id, role, text)
        case BreakCancelled(decision_id, role):
            return _break_cancelled(state, decision_id, role)
        case SilenceExtended(decision_id, minutes):
            deadline = deadline_after(state.played(entry.at), minutes)
            return _changed(state, decision_id, deadline=deadline)
        case ExtensionCancelled(decision_id):
            return _extension_cancelled(state, decision_id)
        case SilenceWithdrawn(decision_id, reason):
            return _changed(state, decision_id, withdrawn=True, withdrawn_reason=reason)
        case WithdrawalCancelled(decision_id):
            return _changed(state, decision_id, withdrawn=False, withdrawn_reason="")
        case unknown:
            assert_never(unknown)


def deadline_after(played: float, minutes: float) -> float:
    """Return a deadline in played seconds, exact to the microsecond as all times are."""
    return round(played + minutes * 60, 6)


def _last(state: ExerciseState, decision_id: str) -> Circulation | None:
    return state.decision_run(decision_id).circulation


def _with_last(state: ExerciseState, decision_id: str, circulation: Circulation) -> ExerciseState:
    earlier = state.decision_run(decision_id).circulations[:-1]
    return state.with_decision(decision_id, circulations=(*earlier, circulation))


def _changed(
    state: ExerciseState, decision_id: str, *, deadline: float | None = None, **changes: object
) -> ExerciseState:
    last = _last(state, decision_id)
    if last is None:
        return state
    deadlines = last.deadlines if deadline is None else (*last.deadlines, deadline)
    changed = replace(last, deadlines=deadlines, **changes)  # type: ignore[arg-type]  # named above
    return _with_last(state, decision_id, changed)


def _circulated(state: ExerciseState, entry: Entry, event: TextCirculated) -> ExerciseState:
    run = state.decision_run(event.decision_id)
    played = state.played(entry.at)
    scenario_deadline = None
    if event.hours is not None:
        scenario_deadline = state.scenario_time(entry.at) + timedelta(hours=event.hours)
    text = Circulation(
        seq=entry.seq,
        option=event.option,
        text=event.text,
        revision=len(run.circulations) + 1,
        at=entry.at,
        played=played,
        deadlines=(deadline_after(played, event.minutes),),
        hours=event.hours,
        scenario_deadline=scenario_deadline,
    )
    earlier = tuple(replace(c, revised=True) for c in run.circulations)
    return state.with_decision(event.decision_id, circulations=(*earlier, text))


def _cancelled(state: ExerciseState, decision_id: str) -> ExerciseState:
    earlier = state.decision_run(decision_id).circulations[:-1]
    if earlier:
        earlier = (*earlier[:-1], replace(earlier[-1], revised=False))
    return state.with_decision(decision_id, circulations=earlier)


def _broken(
    state: ExerciseState, entry: Entry, decision_id: str, role: str, text: str
) -> ExerciseState:
    last = _last(state, decision_id)
    if last is None:
        return state
    played = state.played(entry.at)
    late = state.is_late(decision_id) or last.withdrawn or played >= last.deadline
    found = Break(entry.seq, entry.at, played, role, text, late)
    return _with_last(state, decision_id, replace(last, breaks=(*last.breaks, found)))


def _break_cancelled(state: ExerciseState, decision_id: str, role: str) -> ExerciseState:
    last = _last(state, decision_id)
    if last is None:
        return state
    number = max((n for n, b in enumerate(last.breaks) if b.role == role), default=None)
    kept = tuple(b for n, b in enumerate(last.breaks) if n != number)
    return _with_last(state, decision_id, replace(last, breaks=kept))


def _extension_cancelled(state: ExerciseState, decision_id: str) -> ExerciseState:
    last = _last(state, decision_id)
    if last is None or len(last.deadlines) < 2:
        return state
    return _with_last(state, decision_id, replace(last, deadlines=last.deadlines[:-1]))
