"""Taking up a running exercise, and what the time without a window counts as."""

from datetime import datetime
from typing import assert_never

from tabletop.exercise.clock_records import Away
from tabletop.exercise.commands import AwayCommand, PauseTimeAway, PlayTimeAway, TakeUpExercise
from tabletop.exercise.deciding.refusal import (
    Refused,
    given,
    not_ended,
    nothing_done_since,
    started,
)
from tabletop.exercise.events import AwayPaused, AwayPlayed, Event, ExerciseTakenUp
from tabletop.exercise.folding.away import pause_away
from tabletop.exercise.state import ExerciseState


def decide_away(state: ExerciseState, command: AwayCommand, now: datetime) -> list[Event]:
    """Return the events of a command about the time without a window."""
    match command:
        case TakeUpExercise(since):
            return [_taken_up(state, since, now)]
        case PauseTimeAway():
            return [_paused(state)]
        case PlayTimeAway(since, until):
            return [_played(state, since, until)]
        case unknown:
            assert_never(unknown)


def _taken_up(state: ExerciseState, since: datetime, now: datetime) -> Event:
    """Return the time away, from the last entry at the earliest: somebody was there to make it.

    A pause that covered an entry would put it later in play than what comes after it.
    """
    not_ended(state)
    if state.started_at is None or state.last_at is None or state.is_paused:
        raise Refused("The clocks stand; no time of play can have passed unseen.")
    if since.tzinfo is None:
        raise Refused("The time from which the program was away needs a time zone.")
    begun = max(since, state.last_at)
    given(begun <= now, "The program cannot have been away in a time that is still to come.")
    return ExerciseTakenUp(begun, now)


def _paused(state: ExerciseState) -> Event:
    started(state)
    away = state.away
    if away is None:
        raise Refused("The program has not been away.")
    given(not away.is_pause, "The time away counts as a pause already.")
    _nothing_since(state, away)
    return AwayPaused(away.since, away.until)


def _played(state: ExerciseState, since: datetime, until: datetime) -> Event:
    pause = pause_away(state, since, until)
    if pause is None:
        raise Refused("This time away counts as play already.")
    nothing_done_since(
        state,
        pause.away_seq,
        "Play has gone on since the time away was counted as a pause, so it stays one. Take back "
        "first what was done since then.",
    )
    return AwayPlayed(since, until)


def _nothing_since(state: ExerciseState, away: Away) -> None:
    """Refuse to move the clocks under what was recorded by them since then."""
    void = state.undone | state.undoing
    if any(seq not in void for seq in range(away.seq + 1, state.head + 1)):
        raise Refused(
            "Play has gone on since the exercise was taken up, so the time away stays time of "
            "play. The record says how long it was."
        )
