"""What seats answered, and what the chair put to them."""

from dataclasses import dataclass

from tabletop.exercise.events.words import Confidence, Round, Stance


@dataclass(frozen=True, slots=True)
class PositionTaken:
    """A seat's answer; under ``each`` with ``several`` it holds all ``options`` chosen."""

    decision_id: str
    role: str
    round: Round
    option: str | None
    options: tuple[str, ...] = ()
    confidence: Confidence | None = None
    reason: str = ""
    condition: str = ""
    reservation: str = ""
    abstained: bool = False


@dataclass(frozen=True, slots=True)
class PositionWithdrawn:
    """A seat has no position any more.

    With ``last_only`` its last one was a slip, and the one before it stands again.
    """

    decision_id: str
    role: str
    round: Round
    last_only: bool = False


@dataclass(frozen=True, slots=True)
class PositionRestored:
    """A withdrawal was a slip; what it withdrew stands again, as old as it was.

    ``withdrawn_seq`` is the entry of the withdrawal; 0, in older journals, is the last one.
    """

    decision_id: str
    role: str
    round: Round
    withdrawn_seq: int = 0


@dataclass(frozen=True, slots=True)
class RankingGiven:
    decision_id: str
    role: str
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RankingWithdrawn:
    """Like ``PositionWithdrawn``, for rankings."""

    decision_id: str
    role: str
    last_only: bool = False


@dataclass(frozen=True, slots=True)
class RankingRestored:
    """Like ``PositionRestored``, for rankings."""

    decision_id: str
    role: str
    withdrawn_seq: int = 0


@dataclass(frozen=True, slots=True)
class ProposalPut:
    """An option, or a text; all stances start anew."""

    decision_id: str
    option: str | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class ProposalWithdrawn:
    """The proposal before it, with its stances, is in hand again."""

    decision_id: str


@dataclass(frozen=True, slots=True)
class StanceTaken:
    decision_id: str
    role: str
    stance: Stance
    text: str = ""


@dataclass(frozen=True, slots=True)
class StanceWithdrawn:
    decision_id: str
    role: str


@dataclass(frozen=True, slots=True)
class StanceRestored:
    """What a seat said in the entry ``stance_seq`` stands again, as old as it was."""

    decision_id: str
    role: str
    stance_seq: int


AnswerEvent = (
    PositionTaken
    | PositionWithdrawn
    | PositionRestored
    | RankingGiven
    | RankingWithdrawn
    | RankingRestored
    | ProposalPut
    | ProposalWithdrawn
    | StanceTaken
    | StanceWithdrawn
    | StanceRestored
)
