"""The transcript of an exercise recorded on paper, as its file says it."""

import re
from datetime import date, timedelta
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from tabletop.exercise.events import Confidence, ObservationKind, Rating, Round, Stance, TickStatus
from tabletop.scenario.moments import AwareTime, When
from tabletop.scenario.part import Flag, Id, Ids, Minutes, Part, Values, Whole

_ELAPSED = re.compile(r"(\d{1,3}):(\d{2}):(\d{2})")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _elapsed(value: Any) -> Any:
    if isinstance(value, timedelta):
        return value
    found = _ELAPSED.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found or int(found[2]) > 59 or int(found[3]) > 59:
        raise ValueError("should be the real time since STARTEX, like 0:03:10")
    return timedelta(hours=int(found[1]), minutes=int(found[2]), seconds=int(found[3]))


def _set(value: Any) -> Any:
    if value not in ("true", True):
        raise ValueError("should be true; leave the line out otherwise")
    return True


def _day(value: Any) -> Any:
    """Return a date as it is written: the improvement plan is ordered by it."""
    wrong = ValueError("should be a date, like 2027-03-31; leave it out where none was set")
    if value in (None, ""):
        return ""
    if not isinstance(value, str) or not _DATE.fullmatch(value.strip()):
        raise wrong
    try:
        return date.fromisoformat(value.strip()).isoformat()
    except ValueError:
        raise wrong from None


Elapsed = Annotated[timedelta, BeforeValidator(_elapsed)]
Day = Annotated[str, BeforeValidator(_day)]
Happened = Annotated[bool | None, BeforeValidator(_set)]


class _Line(Part):
    """What one line of the transcript says happened."""


class ReleaseLine(_Line):
    inject: Id
    reason: str = ""


class SkipLine(_Line):
    inject: Id
    reason: str = ""


class RequestLine(_Line):
    id: Id
    role: Id
    question: str
    to: str = ""


class AnswerLine(_Line):
    request: Id
    text: str = ""
    refused: Flag = False


class PositionLine(_Line):
    decision: Id
    role: Id
    option: Id | None = None
    options: Ids = ()
    round: Round = "final"
    confidence: Confidence | None = None
    reason: str = ""
    condition: str = ""
    reservation: str = ""


class AbstainLine(_Line):
    decision: Id
    role: Id
    round: Round = "final"
    reason: str = ""


class RankLine(_Line):
    decision: Id
    role: Id
    order: Ids


class ProposeLine(_Line):
    decision: Id
    option: Id | None = None
    text: str = ""


class StanceLine(_Line):
    decision: Id
    role: Id
    stance: Stance
    text: str = ""


class CirculateLine(_Line):
    decision: Id
    option: Id | None = None
    text: str = ""
    minutes: Minutes | None = None
    hours: Minutes | None = None


class BreakLine(_Line):
    decision: Id
    role: Id
    text: str = ""


class ExtendLine(_Line):
    decision: Id
    minutes: Minutes


class ReasonLine(_Line):
    decision: Id
    reason: str = ""


class CloseLine(_Line):
    decision: Id


class DeclareLine(_Line):
    decision: Id
    option: Id | None = None
    reason: str = ""


class RevealLine(_Line):
    decision: Id
    round: Round = "final"


class JudgeLine(_Line):
    decision: Id
    role: Id
    fact: Id
    likelihood: Whole
    confidence: Confidence | None = None


class ObserveLine(_Line):
    text: str
    kind: ObservationKind = "note"
    objective: Id | None = None
    role: Id | None = None


class TickLine(_Line):
    inject: Id
    expected: Id
    status: TickStatus
    comment: str = ""


class ImproviseLine(_Line):
    title: str
    body: str = ""
    to: Values = ("all",)
    channel: str = ""
    from_: str = Field(default="", alias="from")


class AmendLine(_Line):
    inject: Id
    body: str


class RateLine(_Line):
    objective: Id
    rating: Rating
    because: str = ""


class ActionLine(_Line):
    text: str
    objective: Id | None = None
    owner: str = ""
    start: Day = ""
    due: Day = ""
    status: str = "open"


class RecallLine(_Line):
    inject: Id
    reason: str = ""


class JumpLine(_Line):
    to: When


class SeatLine(_Line):
    role: Id


class PresentLine(_Line):
    role: Id
    name: str = ""
    organisation: str = ""


class CardLine(_Line):
    role: Id
    card: Id


class HandLine(_Line):
    inject: Id
    handout: Id
    to: Ids = ()


class ParkLine(_Line):
    text: str


Line = _Line
Release = Annotated[
    ReleaseLine | None,
    BeforeValidator(lambda value: {"inject": value} if isinstance(value, str) else value),
]


class TranscriptEntry(Part):
    """One moment of the record: a time, and one thing that happened."""

    at: Elapsed
    release: Release = None
    skip: SkipLine | None = None
    recall: RecallLine | None = None
    improvise: ImproviseLine | None = None
    amend: AmendLine | None = None
    hand: HandLine | None = None
    request: RequestLine | None = None
    answer: AnswerLine | None = None
    position: PositionLine | None = None
    abstain: AbstainLine | None = None
    rank: RankLine | None = None
    propose: ProposeLine | None = None
    stance: StanceLine | None = None
    circulate: CirculateLine | None = None
    break_: BreakLine | None = Field(default=None, alias="break")
    extend: ExtendLine | None = None
    withdraw: ReasonLine | None = None
    close: CloseLine | None = None
    declare: DeclareLine | None = None
    reopen: ReasonLine | None = None
    reveal: RevealLine | None = None
    judge: JudgeLine | None = None
    observe: ObserveLine | None = None
    park: ParkLine | None = None
    tick: TickLine | None = None
    rate: RateLine | None = None
    action: ActionLine | None = None
    absent: SeatLine | None = None
    present: PresentLine | None = None
    card: CardLine | None = None
    jump: JumpLine | None = None
    pause: Happened = None
    resume: Happened = None
    end: Happened = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> "TranscriptEntry":
        said = sorted(self.model_fields_set - {"at"})
        if len(said) != 1:
            found = ", ".join(name.rstrip("_") for name in said) or "nothing"
            raise ValueError(f"says one thing beside its time, like release; here stands {found}")
        return self

    @property
    def said(self) -> str:
        """The name of the one thing this entry says."""
        return next(iter(self.model_fields_set - {"at"}))


class TranscriptParticipant(Part):
    role: Id
    name: str
    organisation: str = ""


class Transcript(Part):
    """A whole record, entries in the order in which things happened."""

    exercise: str
    held: AwareTime
    cut: Id | None = None
    kind: Literal["exercise", "rehearsal", "demonstration"] = "exercise"
    seats: Ids = ()
    participants: tuple[TranscriptParticipant, ...] = ()
    entries: tuple[TranscriptEntry, ...] = Field(min_length=1)
