"""What somebody wants done, in the imperative. ``deciding`` carries the commands out.

Where a command would only repeat its event's fields, it has the same ones; ids are made at the
doors. Undo and the commands that take something back are commands like all others.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from tabletop.exercise.events import (
    ClockMode,
    Confidence,
    ObservationKind,
    Rating,
    Round,
    Stance,
    TickStatus,
)

Withdrawable = Literal["request", "observation", "issue", "action"]


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


@dataclass(frozen=True, slots=True)
class ReleaseInject:
    """Release an inject; the first release is STARTEX too. Never refused for its condition."""

    inject_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RecallInject:
    inject_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CancelRecall:
    inject_id: str


@dataclass(frozen=True, slots=True)
class SkipInject:
    inject_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class UnskipInject:
    inject_id: str


@dataclass(frozen=True, slots=True)
class ImproviseInject:
    """An inject nobody planned; it is released at once under the next id X-1, X-2 and so on."""

    title: str
    body: str
    to: tuple[str, ...] = ("all",)
    channel: str = ""
    sender: str = ""


@dataclass(frozen=True, slots=True)
class AmendInject:
    """Change the text of an inject not yet released, for this run only."""

    inject_id: str
    body: str | None


@dataclass(frozen=True, slots=True)
class GiveHandout:
    """Hand a private paper out; ``to`` empty means those it was written for."""

    inject_id: str
    handout_id: str
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TakeHandoutBack:
    inject_id: str
    handout_id: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkPresent:
    """``participant_id`` empty leaves the person who was there; ``unnamed`` takes it out."""

    role: str
    participant_id: str = ""
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class MarkAbsent:
    role: str


@dataclass(frozen=True, slots=True)
class GiveCard:
    role: str
    card: str


@dataclass(frozen=True, slots=True)
class TakeCardBack:
    role: str
    card: str


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
    """Take the last withdrawal back."""

    decision_id: str
    role: str
    round: Round = "final"


@dataclass(frozen=True, slots=True)
class RankOptions:
    decision_id: str
    role: str
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WithdrawRanking:
    """Leave a seat without a ranking; ``last_only`` lets the one before stand again."""

    decision_id: str
    role: str
    last_only: bool = False


@dataclass(frozen=True, slots=True)
class RestoreRanking:
    """Take the last withdrawal back."""

    decision_id: str
    role: str


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
class CirculateText:
    """Put a text under silence; ``minutes`` None takes the rule's."""

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
    decision_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CancelReopening:
    decision_id: str


@dataclass(frozen=True, slots=True)
class RevealPositions:
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


@dataclass(frozen=True, slots=True)
class MakeRequest:
    request_id: str
    role: str
    question: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class AnswerRequest:
    request_id: str
    text: str
    refused: bool = False


@dataclass(frozen=True, slots=True)
class ReopenRequest:
    request_id: str


@dataclass(frozen=True, slots=True)
class Observe:
    observation_id: str
    text: str
    kind: ObservationKind = "note"
    objective: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class ParkIssue:
    issue_id: str
    text: str


@dataclass(frozen=True, slots=True)
class PlanAction:
    action_id: str
    text: str
    objective: str | None = None
    owner: str = ""
    start: str = ""
    due: str = ""
    status: str = "open"


@dataclass(frozen=True, slots=True)
class WithdrawItem:
    kind: Withdrawable
    item_id: str


@dataclass(frozen=True, slots=True)
class RestoreItem:
    kind: Withdrawable
    item_id: str


@dataclass(frozen=True, slots=True)
class TickExpected:
    inject_id: str
    expected_id: str
    status: TickStatus
    comment: str = ""


@dataclass(frozen=True, slots=True)
class RateObjective:
    objective: str
    rating: Rating | None
    because: str = ""


@dataclass(frozen=True, slots=True)
class CorrectEntry:
    """Put a correction beside an entry; the entry stays as it is."""

    corrected_seq: int
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last thing that can be taken back."""


ClockCommand = (
    StartExercise
    | PauseExercise
    | ResumeExercise
    | EndExercise
    | ContinueExercise
    | JumpTo
    | ChangeClock
    | SetClockBack
)
InjectCommand = (
    ReleaseInject
    | RecallInject
    | CancelRecall
    | SkipInject
    | UnskipInject
    | ImproviseInject
    | AmendInject
    | GiveHandout
    | TakeHandoutBack
)
SeatCommand = MarkPresent | MarkAbsent | GiveCard | TakeCardBack
AnswerCommand = (
    TakePosition
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
)
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
OutcomeCommand = (
    CloseDecision
    | DeclareOutcome
    | ReopenDecision
    | CancelReopening
    | RevealPositions
    | JudgeFact
    | WithdrawJudgement
)
RecordCommand = (
    MakeRequest
    | AnswerRequest
    | ReopenRequest
    | Observe
    | ParkIssue
    | PlanAction
    | WithdrawItem
    | RestoreItem
    | TickExpected
    | RateObjective
)
Command = (
    ClockCommand
    | InjectCommand
    | SeatCommand
    | AnswerCommand
    | SilenceCommand
    | OutcomeCommand
    | RecordCommand
    | CorrectEntry
    | Undo
)
