"""The exercise itself and its two clocks: created, started, paused, ended, jumped."""

from dataclasses import dataclass
from datetime import datetime

from tabletop.exercise.events.words import ClockMode, Kind


@dataclass(frozen=True, slots=True)
class ExerciseCreated:
    """The first entry: freezes the scenario into the run."""

    name: str
    kind: Kind
    scenario_id: str
    scenario_version: str
    scenario_sha256: str
    cut: str | None
    seats: tuple[str, ...]
    clock: ClockMode = "stepped"
    rate: float = 1.0


@dataclass(frozen=True, slots=True)
class ExerciseStarted:
    """STARTEX."""


@dataclass(frozen=True, slots=True)
class ExercisePaused:
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ExerciseResumed:
    pass


@dataclass(frozen=True, slots=True)
class ExerciseEnded:
    """ENDEX."""


@dataclass(frozen=True, slots=True)
class ExerciseContinued:
    """ENDEX was taken back; the time since then counts as a pause."""


@dataclass(frozen=True, slots=True)
class ContinuingCancelled:
    """Taking ENDEX back, in the entry ``continued_seq``, was a slip; it stands as it was called."""

    continued_seq: int


@dataclass(frozen=True, slots=True)
class ScenarioTimeJumped:
    to: datetime


@dataclass(frozen=True, slots=True)
class ClockChanged:
    mode: ClockMode
    rate: float


@dataclass(frozen=True, slots=True)
class ClockSetBack:
    """A time jump or a change of the clock was a slip; the clock is what it was before."""

    anchor: datetime
    anchor_played: float
    mode: ClockMode
    rate: float


ClockEvent = (
    ExerciseCreated
    | ExerciseStarted
    | ExercisePaused
    | ExerciseResumed
    | ExerciseEnded
    | ExerciseContinued
    | ContinuingCancelled
    | ScenarioTimeJumped
    | ClockChanged
    | ClockSetBack
)
