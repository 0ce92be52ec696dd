"""Everything the room can be shown, as values. There is no field here for the facilitator alone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """An attachment, as its bytes: SVG, PNG or JPEG."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """An assessed statement and its word of likelihood."""

    text: str
    likelihood: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where an option stands on its scale: the place of its level, and how many there are."""

    index: int
    levels: int


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One option of a question: the key it is called by, and its text; `proposed` by the chair."""

    key: str
    text: str
    place: Place | None = None
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """Whether a seat has answered; never what."""

    code: str
    answered: bool


@dataclass(frozen=True, slots=True)
class BreakRow:
    """A break of silence that the room may know of."""

    code: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class SeatTile:
    """A seat beside the option it chose; without a code when answers are not attributed."""

    code: str
    stance: str = ""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One option of a result; `tiles` is empty until the positions are revealed.

    With `is_place` the option's key is the place that it has in an order.
    """

    option: OptionRow
    tiles: tuple[SeatTile, ...] = ()
    count: str = ""
    chosen: bool = False
    is_place: bool = False


@dataclass(frozen=True, slots=True)
class HoldingPage:
    """Before STARTEX, in a break, after ENDEX."""

    heading: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class InjectPage:
    """An inject as its addressees receive it."""

    inject_id: str
    channel: str
    title: str
    sender: str = ""
    to: str = ""
    body: str = ""
    date: str = ""
    date_time_group: str = ""
    judgements: tuple[JudgementRow, ...] = ()
    confidence: str = ""
    basis: str = ""
    missing: str = ""
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """A decision without its positions: what is asked, what is proposed, who has answered.

    `proposal` is what the chair proposes in words of its own. Closed, it waits for its result,
    and `question` is the decision's title alone.
    """

    decision_id: str
    title: str
    question: str
    options: tuple[OptionRow, ...] = ()
    seats: tuple[AnsweredRow, ...] = ()
    rule: str = ""
    seconds_left: int | None = None
    proposal: str = ""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class SilencePage:
    """A text under silence. `breaks` is empty as long as they are private.

    `stopped` stands in place of a clock that runs no more, though its time has not run out.
    """

    decision_id: str
    title: str
    text: str
    revision: int
    seconds_left: int
    seconds_given: int
    deadline: str = ""
    ended: str = ""
    stopped: str = ""
    breaks: tuple[BreakRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ResultPage:
    """How a decision ended, or without `is_result` the positions that were revealed before that.

    `status` is one of the words for outcomes, `verdict` says it in full; `headline` is the
    decision's title, for the question has been answered.
    """

    decision_id: str
    title: str
    headline: str
    status: str
    verdict: str
    detail: str = ""
    rows: tuple[ResultRow, ...] = ()
    answered: str = ""
    foot: str = ""
    proposal: str = ""
    seconds_left: int | None = None
    is_result: bool = True


Page = HoldingPage | InjectPage | QuestionPage | SilencePage | ResultPage


@dataclass(frozen=True, slots=True)
class RoomView:
    """One moment of the audience window."""

    marking: str
    scenario_title: str
    scenario_time: str
    page: Page
    sheet: int = 1
    paused: bool = False
    frozen: bool = False
    blank: bool = False
    join_code: str = ""
