"""Starting, pausing, ending, and the two clocks."""

from datetime import datetime, timedelta
from typing import assert_never

from tabletop.exercise.commands import (
    CancelContinuing,
    ChangeClock,
    ClockCommand,
    ContinueExercise,
    EndExercise,
    JumpTo,
    PauseExercise,
    ResumeExercise,
    SetClockBack,
    StartExercise,
)
from tabletop.exercise.deciding.refusal import (
    Refused,
    given,
    not_ended,
    nothing_done_since,
    started,
)
from tabletop.exercise.events import (
    ClockChanged,
    ClockSetBack,
    ContinuingCancelled,
    Event,
    ExerciseContinued,
    ExerciseEnded,
    ExercisePaused,
    ExerciseResumed,
    ExerciseStarted,
    ScenarioTimeJumped,
)
from tabletop.exercise.folding.clock import end_taken_back
from tabletop.exercise.state import ExerciseState
from tabletop.scenario.moments import day_and_time

FURTHEST_JUMP = timedelta(days=36_525)


def decide_clock(state: ExerciseState, command: ClockCommand, now: datetime) -> list[Event]:
    """Return the events of a command about the exercise or its clocks."""
    match command:
        case StartExercise():
            return _start(state)
        case PauseExercise(reason):
            return _pause(state, reason)
        case ResumeExercise():
            return _resume(state)
        case EndExercise():
            started(state)
            not_ended(state)
            return [ExerciseEnded()]
        case ContinueExercise():
            return _continue(state)
        case CancelContinuing(continued_seq):
            return _cancel_continuing(state, continued_seq)
        case JumpTo():
            return _jump(state, command, now)
        case ChangeClock():
            return _change(command)
        case SetClockBack(anchor, anchor_played, mode, rate):
            return [ClockSetBack(anchor, anchor_played, mode, rate)]
        case unknown:
            assert_never(unknown)


def _start(state: ExerciseState) -> list[Event]:
    if state.started_at is not None:
        raise Refused("The exercise has already started.")
    return [ExerciseStarted()]


def _resume(state: ExerciseState) -> list[Event]:
    if not state.is_paused:
        raise Refused("The exercise is not paused.")
    return [ExerciseResumed()]


def _continue(state: ExerciseState) -> list[Event]:
    if state.ended_at is None:
        raise Refused("The exercise has not ended.")
    return [ExerciseContinued()]


def _cancel_continuing(state: ExerciseState, seq: int) -> list[Event]:
    not_ended(state)
    given(end_taken_back(state, seq), f"Entry {seq} has not taken ENDEX back.")
    sentence = "Play has gone on since ENDEX was taken back. Take back first what was done since."
    nothing_done_since(state, seq, sentence)
    return [ContinuingCancelled(seq)]


def _change(command: ChangeClock) -> list[Event]:
    if not 0 < command.rate <= 100_000:
        raise Refused("The clock's rate is a number above 0, like 60 for an hour a minute.")
    return [ClockChanged(command.mode, command.rate)]


def _pause(state: ExerciseState, reason: str) -> list[Event]:
    started(state)
    not_ended(state)
    if state.is_paused:
        raise Refused("The exercise is already paused.")
    return [ExercisePaused(reason)]


def _jump(state: ExerciseState, command: JumpTo, now: datetime) -> list[Event]:
    if command.to.tzinfo is None:
        raise Refused("A time jump needs a date and time with a time zone.")
    current, starts = state.scenario_time(now), state.scenario.starts
    if abs(command.to - starts) > FURTHEST_JUMP:
        raise Refused("A time jump goes no further than a hundred years from the start.")
    if command.to < current:
        raise Refused(
            f"{day_and_time(command.to, starts)} lies before the present scenario time, "
            f"{day_and_time(current, starts)}; a time jump only goes forward."
        )
    return [ScenarioTimeJumped(command.to)]
