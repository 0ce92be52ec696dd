"""What has happened, in the past tense. The shape of a released event is never edited.

Fields are texts, numbers, flags, times and tuples of texts, so that every event can be written as
one JSON object (``serialisation.py``). Times are aware and UTC. One module for each group of
events, named like the module of ``folding`` that folds the group; everybody imports from here.
"""

from tabletop.exercise.events.answers import (
    AnswerEvent,
    PositionRestored,
    PositionTaken,
    PositionWithdrawn,
    ProposalPut,
    ProposalWithdrawn,
    RankingGiven,
    RankingRestored,
    RankingWithdrawn,
    StanceRestored,
    StanceTaken,
    StanceWithdrawn,
)
from tabletop.exercise.events.away import AwayEvent, AwayPaused, AwayPlayed, ExerciseTakenUp
from tabletop.exercise.events.clock import (
    ClockChanged,
    ClockEvent,
    ClockSetBack,
    ContinuingCancelled,
    ExerciseContinued,
    ExerciseCreated,
    ExerciseEnded,
    ExercisePaused,
    ExerciseResumed,
    ExerciseStarted,
    ScenarioTimeJumped,
)
from tabletop.exercise.events.injects import (
    HandoutGiven,
    HandoutRestored,
    HandoutTakenBack,
    InjectAmended,
    InjectEvent,
    InjectImprovised,
    InjectRecalled,
    InjectReleased,
    InjectSkipped,
    InjectUnskipped,
    RecallCancelled,
)
from tabletop.exercise.events.journal import (
    EntryCorrected,
    EntryKept,
    EntryUndone,
    JournalEvent,
)
from tabletop.exercise.events.outcomes import (
    DecisionClosed,
    DecisionNotTaken,
    DecisionOpened,
    DecisionReopened,
    FactJudged,
    JudgementWithdrawn,
    OutcomeDeclared,
    OutcomeEvent,
    PositionsRevealed,
    ReopeningCancelled,
    RevealCancelled,
)
from tabletop.exercise.events.record import (
    ActionPlanned,
    ExpectedTicked,
    IssueParked,
    ItemRestored,
    ItemWithdrawn,
    ObjectiveRated,
    ObservationMade,
    RecordEvent,
    RequestAnswered,
    RequestMade,
    RequestReopened,
)
from tabletop.exercise.events.seats import (
    CardGiven,
    CardTakenBack,
    SeatAbsent,
    SeatEvent,
    SeatPresent,
)
from tabletop.exercise.events.silence import (
    BreakCancelled,
    CirculationCancelled,
    ExtensionCancelled,
    SilenceBroken,
    SilenceEvent,
    SilenceExtended,
    SilenceWithdrawn,
    TextCirculated,
    WithdrawalCancelled,
)
from tabletop.exercise.events.words import (
    ClockMode,
    Confidence,
    Kind,
    ObservationKind,
    Rating,
    Round,
    Stance,
    TickStatus,
    Withdrawable,
)

Event = (
    ClockEvent
    | AwayEvent
    | InjectEvent
    | SeatEvent
    | AnswerEvent
    | SilenceEvent
    | OutcomeEvent
    | RecordEvent
    | JournalEvent
)
EVENT_CLASSES: tuple[type[Event], ...] = Event.__args__

__all__ = [
    "EVENT_CLASSES",
    "ActionPlanned",
    "AnswerEvent",
    "AwayEvent",
    "AwayPaused",
    "AwayPlayed",
    "BreakCancelled",
    "CardGiven",
    "CardTakenBack",
    "CirculationCancelled",
    "ClockChanged",
    "ClockEvent",
    "ClockMode",
    "ClockSetBack",
    "Confidence",
    "ContinuingCancelled",
    "DecisionClosed",
    "DecisionNotTaken",
    "DecisionOpened",
    "DecisionReopened",
    "EntryCorrected",
    "EntryKept",
    "EntryUndone",
    "Event",
    "ExerciseContinued",
    "ExerciseCreated",
    "ExerciseEnded",
    "ExercisePaused",
    "ExerciseResumed",
    "ExerciseStarted",
    "ExerciseTakenUp",
    "ExpectedTicked",
    "ExtensionCancelled",
    "FactJudged",
    "HandoutGiven",
    "HandoutRestored",
    "HandoutTakenBack",
    "InjectAmended",
    "InjectEvent",
    "InjectImprovised",
    "InjectRecalled",
    "InjectReleased",
    "InjectSkipped",
    "InjectUnskipped",
    "IssueParked",
    "ItemRestored",
    "ItemWithdrawn",
    "JournalEvent",
    "JudgementWithdrawn",
    "Kind",
    "ObjectiveRated",
    "ObservationKind",
    "ObservationMade",
    "OutcomeDeclared",
    "OutcomeEvent",
    "PositionRestored",
    "PositionTaken",
    "PositionWithdrawn",
    "PositionsRevealed",
    "ProposalPut",
    "ProposalWithdrawn",
    "RankingGiven",
    "RankingRestored",
    "RankingWithdrawn",
    "Rating",
    "RecallCancelled",
    "RecordEvent",
    "ReopeningCancelled",
    "RequestAnswered",
    "RequestMade",
    "RequestReopened",
    "RevealCancelled",
    "Round",
    "ScenarioTimeJumped",
    "SeatAbsent",
    "SeatEvent",
    "SeatPresent",
    "SilenceBroken",
    "SilenceEvent",
    "SilenceExtended",
    "SilenceWithdrawn",
    "Stance",
    "StanceRestored",
    "StanceTaken",
    "StanceWithdrawn",
    "TextCirculated",
    "TickStatus",
    "Withdrawable",
    "WithdrawalCancelled",
]
