"""Taking up a running exercise, and what the time without a window counts as."""

from datetime import datetime
from typing import assert_never

from tabletop.exercise.clock_records import Away
from tabletop.exercise.commands import AwayCommand, PauseTimeAway, PlayTimeAway, TakeUpExercise
from tabletop.exercise.deciding.refusal import Refused, given, not_ended
from tabletop.exercise.events import AwayPaused, AwayPlayed, Event, ExerciseTakenUp
from tabletop.exercise.state import ExerciseState


def decide_away(state: ExerciseState, command: AwayCommand, now: datetime) -> list[Event]:
    """Return the events of a command about the time without a window."""
    match command:
        case TakeUpExercise(since):
            return [_taken_up(state, since, now)]
        case PauseTimeAway():
            away = _known(state)
            given(not away.is_pause, "The time away counts as a pause already.")
            _nothing_since(state, away)
            return [AwayPaused(away.since, away.until)]
        case PlayTimeAway():
            away = _known(state)
            given(away.is_pause, "The time away counts as play already.")
            return [AwayPlayed(away.since, away.until)]
        case unknown:
            assert_never(unknown)


def _taken_up(state: ExerciseState, since: datetime, now: datetime) -> Event:
    """Return the time away, from STARTEX or the end of the last pause at the earliest."""
    not_ended(state)
    if state.started_at is None or state.is_paused:
        raise Refused("The clocks stand; no time of play can have passed unseen.")
    if since.tzinfo is None:
        raise Refused("The time from which the program was away needs a time zone.")
    ends = [pause.end for pause in state.pauses if pause.end is not None]
    begun = max(since, state.started_at, *ends)
    given(begun <= now, "The program cannot have been away in a time that is still to come.")
    return ExerciseTakenUp(begun, now)


def _known(state: ExerciseState) -> Away:
    if state.away is None:
        raise Refused("The program has not been away.")
    return state.away


def _nothing_since(state: ExerciseState, away: Away) -> None:
    """Refuse to move the clocks under what was recorded by them since then."""
    void = state.undone | state.undoing
    if any(seq not in void for seq in range(away.seq + 1, state.head + 1)):
        raise Refused(
            "Play has gone on since the exercise was taken up, so the time away stays time of "
            "play. The record says how long it was."
        )
