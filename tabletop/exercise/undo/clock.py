"""What takes back events of the exercise, its clocks and the time without a window."""

from typing import assert_never

from tabletop.exercise.commands import (
    CancelContinuing,
    ContinueExercise,
    PauseExercise,
    PlayTimeAway,
    ResumeExercise,
    SetClockBack,
)
from tabletop.exercise.events import (
    AwayEvent,
    AwayPaused,
    AwayPlayed,
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
    ExerciseTakenUp,
    ScenarioTimeJumped,
)
from tabletop.exercise.records import Inverse
from tabletop.exercise.state import ExerciseState


def of_clock(before: ExerciseState, event: ClockEvent) -> Inverse | None:
    match event:
        case ExercisePaused():
            return "Resume", ResumeExercise()
        case ExerciseResumed():
            return "Pause again", PauseExercise(before.pauses[-1].reason if before.pauses else "")
        case ExerciseEnded():
            return "Take ENDEX back", ContinueExercise()
        case ExerciseContinued():
            # The entry that is folded is the one after those that are.
            return "Let ENDEX stand", CancelContinuing(before.head + 1)
        case ScenarioTimeJumped():
            return "Take the time jump back", _clock_of(before)
        case ClockChanged() | ClockSetBack():
            return "Set the clock back", _clock_of(before)
        case ExerciseCreated() | ExerciseStarted() | ContinuingCancelled():
            return None
        case unknown:
            assert_never(unknown)


def _clock_of(state: ExerciseState) -> SetClockBack:
    clock = state.clock
    return SetClockBack(clock.anchor, clock.anchor_played, clock.mode, clock.rate)


def of_away(event: AwayEvent) -> Inverse | None:
    match event:
        case AwayPaused(since, until):
            return "Count the time away as play", PlayTimeAway(since, until)
        case ExerciseTakenUp() | AwayPlayed():
            return None
        case unknown:
            assert_never(unknown)
