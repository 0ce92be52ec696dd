"""The records of an exercise's clocks: pauses, time without a window, scenario time."""

from dataclasses import dataclass
from datetime import datetime

from tabletop.exercise.events import ClockMode


@dataclass(frozen=True, slots=True)
class Pause:
    """A time in which nobody played.

    ``cut_by_endex``: ENDEX ended it; it goes on when ENDEX is taken back. ``away_seq`` is the entry
    that made a pause of a time in which the program was away; 0 for every other pause.
    """

    start: datetime
    end: datetime | None = None
    reason: str = ""
    cut_by_endex: bool = False
    away_seq: int = 0


@dataclass(frozen=True, slots=True)
class Away:
    """The last time in which play ran on and no window was open on the exercise."""

    since: datetime
    until: datetime
    seq: int
    is_pause: bool = False


@dataclass(frozen=True, slots=True)
class TakenBackEnd:
    """ENDEX, and the times before it, as they stood when the entry ``seq`` took it back."""

    seq: int
    ended_at: datetime
    pauses: tuple[Pause, ...]
    away: Away | None


@dataclass(frozen=True, slots=True)
class ScenarioClock:
    """Scenario time is ``anchor`` plus, when running, ``rate`` × the play since then."""

    anchor: datetime
    anchor_played: float = 0.0
    mode: ClockMode = "stepped"
    rate: float = 1.0
