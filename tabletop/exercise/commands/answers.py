"""What a seat answers, and what the chair puts to the seats."""

from dataclasses import dataclass

from tabletop.exercise.events.words import Confidence, Round, Stance


@dataclass(frozen=True, slots=True)
class TakePosition:
    decision_id: str
    role: str
    option: str | None
    round: Round = "final"
    options: tuple[str, ...] = ()
    confidence: Confidence | None = None
    reason: str = ""
    condition: str = ""
    reservation: str = ""


@dataclass(frozen=True, slots=True)
class Abstain:
    """Answer without casting a position (voting rules only)."""

    decision_id: str
    role: str
    round: Round = "final"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawPosition:
    """Leave a seat without a position; ``last_only`` lets the one before stand again."""

    decision_id: str
    role: str
    round: Round = "final"
    last_only: bool = False


@dataclass(frozen=True, slots=True)
class RestorePosition:
    """Take a withdrawal back: that of the entry ``withdrawn_seq``, or the last one for 0."""

    decision_id: str
    role: str
    round: Round = "final"
    withdrawn_seq: int = 0


@dataclass(frozen=True, slots=True)
class RankOptions:
    decision_id: str
    role: str
    order: tuple[str, ...]


SeatAnswer = TakePosition | Abstain | RankOptions


@dataclass(frozen=True, slots=True)
class TakePositions:
    """Answers of several seats: recorded together or not at all, and undone in one step."""

    positions: tuple[SeatAnswer, ...]


@dataclass(frozen=True, slots=True)
class WithdrawRanking:
    """Leave a seat without a ranking; ``last_only`` lets the one before stand again."""

    decision_id: str
    role: str
    last_only: bool = False


@dataclass(frozen=True, slots=True)
class RestoreRanking:
    """Take a withdrawal back, as ``RestorePosition`` does."""

    decision_id: str
    role: str
    withdrawn_seq: int = 0


@dataclass(frozen=True, slots=True)
class PutProposal:
    decision_id: str
    option: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawProposal:
    decision_id: str


@dataclass(frozen=True, slots=True)
class TakeStance:
    decision_id: str
    role: str
    stance: Stance
    text: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawStance:
    decision_id: str
    role: str


@dataclass(frozen=True, slots=True)
class RestoreStance:
    """Let stand again what a seat said in the entry ``stance_seq``, on what is in hand."""

    decision_id: str
    role: str
    stance_seq: int


AnswerCommand = (
    TakePosition
    | TakePositions
    | Abstain
    | WithdrawPosition
    | RestorePosition
    | RankOptions
    | WithdrawRanking
    | RestoreRanking
    | PutProposal
    | WithdrawProposal
    | TakeStance
    | WithdrawStance
    | RestoreStance
)
