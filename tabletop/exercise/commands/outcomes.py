"""Closing, declaring, reopening and revealing a decision; judging its questions."""

from dataclasses import dataclass

from tabletop.exercise.events.words import Confidence, Round


@dataclass(frozen=True, slots=True)
class CloseDecision:
    """Close with the computed outcome."""

    decision_id: str


@dataclass(frozen=True, slots=True)
class DeclareOutcome:
    """Close with another outcome; ``option`` None declares that nothing was agreed."""

    decision_id: str
    option: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class ReopenDecision:
    """``undone``: closing it was a slip, and all is as it was before; only undo says so."""

    decision_id: str
    reason: str = ""
    undone: bool = False


@dataclass(frozen=True, slots=True)
class CancelReopening:
    decision_id: str


@dataclass(frozen=True, slots=True)
class RevealPositions:
    decision_id: str
    round: Round = "final"


@dataclass(frozen=True, slots=True)
class CancelReveal:
    """Take the revealing of a round back; the room sees its positions no more."""

    decision_id: str
    round: Round = "final"


@dataclass(frozen=True, slots=True)
class JudgeFact:
    """A seat's likelihood (1–99 percent) and confidence on a question the author settled."""

    decision_id: str
    role: str
    fact: str
    likelihood: int
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class WithdrawJudgement:
    decision_id: str
    role: str
    fact: str


OutcomeCommand = (
    CloseDecision
    | DeclareOutcome
    | ReopenDecision
    | CancelReopening
    | RevealPositions
    | CancelReveal
    | JudgeFact
    | WithdrawJudgement
)
