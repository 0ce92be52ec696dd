"""What evaluators read later: requests, observations, ticks, ratings, actions."""

from dataclasses import dataclass

from tabletop.exercise.events.words import ObservationKind, Rating, TickStatus, Withdrawable


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
