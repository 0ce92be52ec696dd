"""Taking up a running exercise that no window was open on."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class TakeUpExercise:
    """Record that there was no window from ``since`` until now."""

    since: datetime


@dataclass(frozen=True, slots=True)
class PauseTimeAway:
    """Count the time away as a pause."""


@dataclass(frozen=True, slots=True)
class PlayTimeAway:
    """Count one time away, which counts as a pause, as play again."""

    since: datetime
    until: datetime


AwayCommand = TakeUpExercise | PauseTimeAway | PlayTimeAway
