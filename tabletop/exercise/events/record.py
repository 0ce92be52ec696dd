"""What evaluators read later: requests, observations, ticks, ratings, actions."""

from dataclasses import dataclass

from tabletop.exercise.events.words import ObservationKind, Rating, TickStatus, Withdrawable


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

    kind: Withdrawable
    item_id: str


@dataclass(frozen=True, slots=True)
class ItemRestored:
    """Withdrawing an item was a slip."""

    kind: Withdrawable
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
