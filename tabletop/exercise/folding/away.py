"""How the time without a window changes the state: alone not at all, as a pause the clocks."""

from dataclasses import replace
from datetime import datetime
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
            pause = Pause(since, until, _REASON, away_seq=entry.seq)
            away = _judged(state.away, since, until, is_pause=True)
            return replace(state, pauses=_in_order(*state.pauses, pause), away=away)
        case AwayPlayed(since, until):
            played = pause_away(state, since, until)
            kept = tuple(pause for pause in state.pauses if pause != played)
            away = _judged(state.away, since, until, is_pause=False)
            return replace(state, pauses=kept, away=away)
        case unknown:
            assert_never(unknown)


def pause_away(state: ExerciseState, since: datetime, until: datetime) -> Pause | None:
    """Return the pause as which a time away counts, or None: it counts as play."""
    found = (p for p in state.pauses if p.away_seq and (p.start, p.end) == (since, until))
    return max(found, key=lambda pause: pause.away_seq, default=None)


def _in_order(*pauses: Pause) -> tuple[Pause, ...]:
    """Return pauses in the order of time: one is made of a time away only afterwards."""
    return tuple(sorted(pauses, key=lambda pause: (pause.start, pause.end or pause.start)))


def _judged(away: Away | None, since: datetime, until: datetime, *, is_pause: bool) -> Away | None:
    """Return the last time away; only what is said of itself changes it."""
    if away is None or (away.since, away.until) != (since, until):
        return away
    return replace(away, is_pause=is_pause)
