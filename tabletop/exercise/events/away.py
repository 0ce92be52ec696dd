"""The program was away while play ran on: it crashed, or its window was closed."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ExerciseTakenUp:
    """A window was opened on a running exercise; between the two times there was none."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class AwayPaused:
    """The time away counts as a pause."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class AwayPlayed:
    """Counting it as a pause was a slip; it counts as play again."""

    since: datetime
    until: datetime


AwayEvent = ExerciseTakenUp | AwayPaused | AwayPlayed
