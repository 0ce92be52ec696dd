"""The silence procedure, step by step."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextCirculated:
    """A text went under silence for so many real minutes of play."""

    decision_id: str
    option: str | None
    text: str
    minutes: float
    hours: float | None = None


@dataclass(frozen=True, slots=True)
class CirculationCancelled:
    """The last circulation was a slip; the one before it stands again."""

    decision_id: str


@dataclass(frozen=True, slots=True)
class SilenceBroken:
    """Counts if it was recorded before the deadline; otherwise it is void and logged as late."""

    decision_id: str
    role: str
    text: str


@dataclass(frozen=True, slots=True)
class BreakCancelled:
    decision_id: str
    role: str


@dataclass(frozen=True, slots=True)
class SilenceExtended:
    """The new deadline is ``minutes`` of play from now."""

    decision_id: str
    minutes: float


@dataclass(frozen=True, slots=True)
class ExtensionCancelled:
    decision_id: str


@dataclass(frozen=True, slots=True)
class SilenceWithdrawn:
    decision_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawalCancelled:
    decision_id: str


SilenceEvent = (
    TextCirculated
    | CirculationCancelled
    | SilenceBroken
    | BreakCancelled
    | SilenceExtended
    | ExtensionCancelled
    | SilenceWithdrawn
    | WithdrawalCancelled
)
