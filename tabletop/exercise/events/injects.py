"""What happened to injects, and to the private papers that come with them."""

from dataclasses import dataclass
from datetime import datetime


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


@dataclass(frozen=True, slots=True)
class HandoutRestored:
    """Taking it back was a slip; the seats have it since the entry ``given_seq``, as before."""

    inject_id: str
    handout_id: str
    to: tuple[str, ...]
    given_seq: int


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
    | HandoutRestored
)
