"""Decisions as a whole: opened, closed, declared, reopened, revealed, judged."""

from dataclasses import dataclass

from tabletop.exercise.events.words import Confidence, Round


@dataclass(frozen=True, slots=True)
class DecisionOpened:
    decision_id: str


@dataclass(frozen=True, slots=True)
class DecisionNotTaken:
    """Its condition was false when its turn came."""

    decision_id: str


@dataclass(frozen=True, slots=True)
class DecisionClosed:
    """Closed with the outcome the rule computed from the entries as they stood."""

    decision_id: str
    status: str
    option: str | None
    eligible: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutcomeDeclared:
    """Closed with another outcome than the computed one; both are kept."""

    decision_id: str
    computed_status: str
    computed_option: str | None
    option: str | None
    status: str
    reason: str
    eligible: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionReopened:
    """``hidden``: the room had seen the final positions, and sees them no more.

    ``undone``: closing it was a slip, so the decisions after it stand where they stood before.
    """

    decision_id: str
    reason: str = ""
    hidden: bool = False
    undone: bool = False


@dataclass(frozen=True, slots=True)
class ReopeningCancelled:
    """Reopening was a slip; the outcome stands again, from its own closing.

    ``closed_seq`` is the entry of that closing; 0, in older journals, is the last one.
    """

    decision_id: str
    closed_seq: int = 0


@dataclass(frozen=True, slots=True)
class PositionsRevealed:
    """The room may see this round's positions."""

    decision_id: str
    round: Round


@dataclass(frozen=True, slots=True)
class RevealCancelled:
    """Revealing this round's positions is taken back; the room sees them no more."""

    decision_id: str
    round: Round


@dataclass(frozen=True, slots=True)
class FactJudged:
    decision_id: str
    role: str
    fact: str
    likelihood: int
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class JudgementWithdrawn:
    """A seat's last judgement of a fact was a slip; the one before it stands again."""

    decision_id: str
    role: str
    fact: str


OutcomeEvent = (
    DecisionOpened
    | DecisionNotTaken
    | DecisionClosed
    | OutcomeDeclared
    | DecisionReopened
    | ReopeningCancelled
    | PositionsRevealed
    | RevealCancelled
    | FactJudged
    | JudgementWithdrawn
)
