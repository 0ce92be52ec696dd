"""Starting, pausing and ending the exercise, and moving its clocks."""

from dataclasses import dataclass
from datetime import datetime

from tabletop.exercise.events.words import ClockMode


@dataclass(frozen=True, slots=True)
class StartExercise:
    """STARTEX, without releasing anything."""


@dataclass(frozen=True, slots=True)
class PauseExercise:
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ResumeExercise:
    pass


@dataclass(frozen=True, slots=True)
class EndExercise:
    """ENDEX."""


@dataclass(frozen=True, slots=True)
class ContinueExercise:
    """Take ENDEX back."""


@dataclass(frozen=True, slots=True)
class CancelContinuing:
    """Put the ENDEX back that the entry ``continued_seq`` took back."""

    continued_seq: int


@dataclass(frozen=True, slots=True)
class JumpTo:
    """Move the scenario clock forward."""

    to: datetime


@dataclass(frozen=True, slots=True)
class ChangeClock:
    mode: ClockMode
    rate: float = 1.0


@dataclass(frozen=True, slots=True)
class SetClockBack:
    """Put the clock back to what it was before a jump or a change."""

    anchor: datetime
    anchor_played: float
    mode: ClockMode
    rate: float


ClockCommand = (
    StartExercise
    | PauseExercise
    | ResumeExercise
    | EndExercise
    | ContinueExercise
    | CancelContinuing
    | JumpTo
    | ChangeClock
    | SetClockBack
)
