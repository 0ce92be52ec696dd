"""The silence procedure, step by step."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CirculateText:
    """Put a text under silence; ``minutes`` None takes the rule's, else the decision's."""

    decision_id: str
    option: str | None = None
    text: str = ""
    minutes: float | None = None
    hours: float | None = None


@dataclass(frozen=True, slots=True)
class CancelCirculation:
    decision_id: str


@dataclass(frozen=True, slots=True)
class BreakSilence:
    decision_id: str
    role: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class CancelBreak:
    decision_id: str
    role: str


@dataclass(frozen=True, slots=True)
class ExtendSilence:
    """Set a new deadline ``minutes`` from now."""

    decision_id: str
    minutes: float


@dataclass(frozen=True, slots=True)
class CancelExtension:
    decision_id: str


@dataclass(frozen=True, slots=True)
class WithdrawText:
    decision_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CancelWithdrawal:
    decision_id: str


SilenceCommand = (
    CirculateText
    | CancelCirculation
    | BreakSilence
    | CancelBreak
    | ExtendSilence
    | CancelExtension
    | WithdrawText
    | CancelWithdrawal
)
