"""How starting, pausing, ending and moving the clocks change the state."""

from dataclasses import replace
from typing import assert_never

from tabletop.exercise.clock_records import Pause, ScenarioClock, TakenBackEnd
from tabletop.exercise.events import (
    ClockChanged,
    ClockEvent,
    ClockSetBack,
    ContinuingCancelled,
    ExerciseContinued,
    ExerciseCreated,
    ExerciseEnded,
    ExercisePaused,
    ExerciseResumed,
    ExerciseStarted,
    ScenarioTimeJumped,
)
from tabletop.exercise.journal import Entry
from tabletop.exercise.records import SeatRun
from tabletop.exercise.state import ExerciseState


def fold_clock(state: ExerciseState, entry: Entry, event: ClockEvent) -> ExerciseState:
    """Return the state after an event of the exercise or its clocks."""
    match event:
        case ExerciseCreated():
            return _created(state, entry, event)
        case ExerciseStarted():
            return started(state, entry, seq=entry.seq)
        case ExercisePaused(reason):
            return replace(state, pauses=(*state.pauses, Pause(entry.at, reason=reason)))
        case ExerciseResumed():
            return _resumed(state, entry)
        case ExerciseEnded():
            return _ended(state, entry)
        case ExerciseContinued():
            return _continued(state, entry)
        case ContinuingCancelled(continued_seq):
            return _ended_as_before(state, continued_seq)
        case ScenarioTimeJumped() | ClockChanged() | ClockSetBack():
            return replace(state, clock=_scenario_clock(state, entry, event))
        case unknown:
            assert_never(unknown)


def _scenario_clock(
    state: ExerciseState, entry: Entry, event: ScenarioTimeJumped | ClockChanged | ClockSetBack
) -> ScenarioClock:
    match event:
        case ScenarioTimeJumped(to):
            return replace(state.clock, anchor=to, anchor_played=state.played(entry.at))
        case ClockChanged(mode, rate):
            anchor = state.scenario_time(entry.at)
            return ScenarioClock(anchor, state.played(entry.at), mode, rate)
        case ClockSetBack(anchor, anchor_played, mode, rate):
            return ScenarioClock(anchor, anchor_played, mode, rate)
        case unknown:
            assert_never(unknown)


def started(state: ExerciseState, entry: Entry, *, seq: int) -> ExerciseState:
    """Return the state after STARTEX; ``seq`` is its entry, 0 where a release alone tells it."""
    return replace(state, started_at=entry.at, started_by=entry.command_id, started_seq=seq)


def _created(state: ExerciseState, entry: Entry, event: ExerciseCreated) -> ExerciseState:
    seats = {role: SeatRun(role, joined_seq=entry.seq) for role in event.seats}
    return replace(
        state,
        name=event.name,
        kind=event.kind,
        scenario_sha256=event.scenario_sha256,
        cut=event.cut,
        played_seats=event.seats,
        seats=seats,
        created_at=entry.at,
        clock=replace(state.clock, mode=event.clock, rate=event.rate),
    )


def _resumed(state: ExerciseState, entry: Entry) -> ExerciseState:
    if not state.pauses:
        return state
    last = replace(state.pauses[-1], end=entry.at)
    return replace(state, pauses=(*state.pauses[:-1], last))


def _ended(state: ExerciseState, entry: Entry) -> ExerciseState:
    """Return the state after ENDEX; a pause under way ends with it."""
    pauses = state.pauses
    if state.is_paused:
        pauses = (*pauses[:-1], replace(pauses[-1], end=entry.at, cut_by_endex=True))
    return replace(state, pauses=pauses, ended_at=entry.at)


def _continued(state: ExerciseState, entry: Entry) -> ExerciseState:
    """Return the state without ENDEX: in the pause that it cut, or playing from now on."""
    if state.ended_at is None:
        return state
    end = TakenBackEnd(entry.seq, state.ended_at, state.pauses, state.away)
    last = state.pauses[-1] if state.pauses else None
    if last is not None and last.cut_by_endex and last.end == end.ended_at:
        pauses = (*state.pauses[:-1], replace(last, end=None, cut_by_endex=False))
    else:
        pauses = (*state.pauses, Pause(end.ended_at, entry.at, "ENDEX taken back"))
    ends = (*state.ends_taken_back, end)
    return replace(state, ended_at=None, pauses=pauses, ends_taken_back=ends)


def end_taken_back(state: ExerciseState, seq: int) -> TakenBackEnd | None:
    """Return the ENDEX that an entry took back, or None when it took none back."""
    return next((end for end in state.ends_taken_back if end.seq == seq), None)


def _ended_as_before(state: ExerciseState, seq: int) -> ExerciseState:
    end = end_taken_back(state, seq)
    if end is None:
        return state
    return replace(
        state,
        ended_at=end.ended_at,
        pauses=end.pauses,
        away=end.away,
        ends_taken_back=tuple(other for other in state.ends_taken_back if other != end),
    )
