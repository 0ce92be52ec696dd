"""How the time without a window changes the state: alone not at all, as a pause the clocks."""

from dataclasses import replace
from typing import assert_never

from tabletop.exercise.clock_records import Away, Pause
from tabletop.exercise.events import AwayEvent, AwayPaused, AwayPlayed, ExerciseTakenUp
from tabletop.exercise.journal import Entry
from tabletop.exercise.state import ExerciseState

_REASON = "the program was away"


def fold_away(state: ExerciseState, entry: Entry, event: AwayEvent) -> ExerciseState:
    """Return the state after the exercise was taken up, or after the time away was judged."""
    match event:
        case ExerciseTakenUp(since, until):
            return replace(state, away=Away(since, until, entry.seq))
        case AwayPaused(since, until):
            pauses = (*state.pauses, Pause(since, until, _REASON))
            return replace(state, pauses=pauses, away=_judged(state, is_pause=True))
        case AwayPlayed(since, until):
            kept = tuple(p for p in state.pauses if p != Pause(since, until, _REASON))
            return replace(state, pauses=kept, away=_judged(state, is_pause=False))
        case unknown:
            assert_never(unknown)


def _judged(state: ExerciseState, *, is_pause: bool) -> Away | None:
    return None if state.away is None else replace(state.away, is_pause=is_pause)
