"""What has happened, in the past tense. The shape of a released event is never edited.

Fields are texts, numbers, flags, times and tuples of texts, so that every event can be written as
one JSON object (``serialisation.py``). Times are aware and UTC.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Round = Literal["first", "final"]
Confidence = Literal["low", "moderate", "high"]
Stance = Literal[
    "supports",
    "can_accept",
    "reservation",
    "objects",
    "awaiting",
    "joins",
    "notes",
    "regrets",
]
Kind = Literal["exercise", "rehearsal", "demonstration"]
ClockMode = Literal["stepped", "running"]
ObservationKind = Literal["strength", "improvement", "note"]
TickStatus = Literal["observed", "partial", "not_observed", "not_applicable", "not_assessed"]
Rating = Literal["P", "S", "M", "U", "N"]


# --- the exercise and its clocks ---------------------------------------------------------------


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


# --- injects -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class InjectReleased:
    """``variant`` is the number of the variant that holds, counted from 0."""

    inject_id: str
    scenario_time: datetime
    reason: str = ""
    against_condition: bool = False
    variant: int | None = None


@dataclass(frozen=True, slots=True)
class InjectRecalled:
    inject_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RecallCancelled:
    """Recalling was a slip; the inject is out as it was before."""

    inject_id: str


@dataclass(frozen=True, slots=True)
class InjectSkipped:
    inject_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class InjectUnskipped:
    inject_id: str


@dataclass(frozen=True, slots=True)
class InjectImprovised:
    inject_id: str
    title: str
    body: str
    to: tuple[str, ...]
    channel: str
    sender: str
    scenario_time: datetime


@dataclass(frozen=True, slots=True)
class InjectAmended:
    """``body`` None puts the planned text back."""

    inject_id: str
    body: str | None


@dataclass(frozen=True, slots=True)
class HandoutGiven:
    inject_id: str
    handout_id: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandoutTakenBack:
    inject_id: str
    handout_id: str
    to: tuple[str, ...]


# --- seats -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SeatPresent:
    """``participant_id`` names the person in a table of its own.

    Empty leaves the person who was there; ``unnamed`` says that no named person sits there.
    """

    role: str
    participant_id: str = ""
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class SeatAbsent:
    role: str


@dataclass(frozen=True, slots=True)
class CardGiven:
    role: str
    card: str


@dataclass(frozen=True, slots=True)
class CardTakenBack:
    role: str
    card: str


# --- decisions ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DecisionOpened:
    decision_id: str


@dataclass(frozen=True, slots=True)
class DecisionNotTaken:
    """Its condition was false when its turn came."""

    decision_id: str


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
    """The last withdrawal was a slip; what it withdrew stands again, as old as it was."""

    decision_id: str
    role: str
    round: Round


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
    """The last withdrawal was a slip; the rankings it withdrew stand again."""

    decision_id: str
    role: str


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
    decision_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReopeningCancelled:
    """Reopening was a slip; the outcome stands again, from its own closing."""

    decision_id: str


@dataclass(frozen=True, slots=True)
class PositionsRevealed:
    """The room may see this round's positions."""

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


# --- the record --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RequestMade:
    request_id: str
    role: str
    to: str
    question: str


@dataclass(frozen=True, slots=True)
class RequestAnswered:
    request_id: str
    text: str
    refused: bool = False


@dataclass(frozen=True, slots=True)
class RequestReopened:
    """The answer was taken back."""

    request_id: str


@dataclass(frozen=True, slots=True)
class ObservationMade:
    observation_id: str
    text: str
    kind: ObservationKind
    objective: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class IssueParked:
    issue_id: str
    text: str


@dataclass(frozen=True, slots=True)
class ActionPlanned:
    """A corrective action; planning the same id again replaces it."""

    action_id: str
    text: str
    objective: str | None = None
    owner: str = ""
    start: str = ""
    due: str = ""
    status: str = "open"


@dataclass(frozen=True, slots=True)
class ItemWithdrawn:
    """A request, observation, parked issue or corrective action was a slip."""

    kind: Literal["request", "observation", "issue", "action"]
    item_id: str


@dataclass(frozen=True, slots=True)
class ItemRestored:
    """Withdrawing an item was a slip."""

    kind: Literal["request", "observation", "issue", "action"]
    item_id: str


@dataclass(frozen=True, slots=True)
class ExpectedTicked:
    inject_id: str
    expected_id: str
    status: TickStatus
    comment: str = ""


@dataclass(frozen=True, slots=True)
class ObjectiveRated:
    """``rating`` None takes the rating back."""

    objective: str
    rating: Rating | None
    because: str = ""


@dataclass(frozen=True, slots=True)
class EntryCorrected:
    """An evaluator's correction; it stands beside the original entry."""

    corrected_seq: int
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EntryUndone:
    """The events before it in the same command are the inverse of the entry ``undone_seq``."""

    undone_seq: int
    label: str


ClockEvent = (
    ExerciseCreated
    | ExerciseStarted
    | ExercisePaused
    | ExerciseResumed
    | ExerciseEnded
    | ExerciseContinued
    | ScenarioTimeJumped
    | ClockChanged
    | ClockSetBack
)
InjectEvent = (
    InjectReleased
    | InjectRecalled
    | RecallCancelled
    | InjectSkipped
    | InjectUnskipped
    | InjectImprovised
    | InjectAmended
    | HandoutGiven
    | HandoutTakenBack
)
SeatEvent = SeatPresent | SeatAbsent | CardGiven | CardTakenBack
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
)
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
OutcomeEvent = (
    DecisionOpened
    | DecisionNotTaken
    | DecisionClosed
    | OutcomeDeclared
    | DecisionReopened
    | ReopeningCancelled
    | PositionsRevealed
    | FactJudged
    | JudgementWithdrawn
)
RecordEvent = (
    RequestMade
    | RequestAnswered
    | RequestReopened
    | ObservationMade
    | IssueParked
    | ActionPlanned
    | ItemWithdrawn
    | ItemRestored
    | ExpectedTicked
    | ObjectiveRated
)
JournalEvent = EntryCorrected | EntryUndone
Event = (
    ClockEvent
    | InjectEvent
    | SeatEvent
    | AnswerEvent
    | SilenceEvent
    | OutcomeEvent
    | RecordEvent
    | JournalEvent
)
EVENT_CLASSES: tuple[type[Event], ...] = Event.__args__
