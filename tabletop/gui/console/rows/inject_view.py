"""The middle column: the inject as its addressees read it, and what only the facilitator sees."""

from collections.abc import Sequence
from dataclasses import dataclass

from tabletop.exercise.events import TickStatus
from tabletop.exercise.records import Request
from tabletop.exercise.state import ExerciseState
from tabletop.gui.console.rows.clocks import page_words
from tabletop.gui.console.rows.plain_words import plain_words
from tabletop.gui.console.rows.texts import (
    in_words,
    local_time,
    scenario_moment,
    shown_inject,
    told,
)
from tabletop.gui.situation import Situation
from tabletop.scenario.model import Inject

TICK_WORDS = {
    "not_assessed": "not yet",
    "observed": "observed",
    "partial": "partial",
    "not_observed": "not observed",
    "not_applicable": "n.a.",
}
TICK_ORDER: tuple[TickStatus, ...] = (
    "not_assessed",
    "observed",
    "partial",
    "not_observed",
    "not_applicable",
)


@dataclass(frozen=True, slots=True)
class ExpectedRow:
    expected_id: str
    text: str
    objective: str
    status: str


@dataclass(frozen=True, slots=True)
class RequestRow:
    request_id: str
    role: str
    question: str
    age: str
    answer: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class PreparedRow:
    """An answer the author held ready."""

    question: str
    text: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A hand-out or a file of the inject."""

    handout_id: str
    title: str
    to: str
    given: str
    body: str


@dataclass(frozen=True, slots=True)
class InjectView:
    """Everything the middle column shows of one inject."""

    inject_id: str
    title: str
    heading: str
    heading_kind: str
    since: str
    channel: str
    grade: str
    at: str
    sender: str
    body: str
    notes: str
    prompts: tuple[str, ...]
    expected: tuple[ExpectedRow, ...]
    prepared: tuple[PreparedRow, ...]
    papers: tuple[PaperRow, ...]
    files: tuple[str, ...]

    @property
    def ticked(self) -> int:
        """How many expected actions have been assessed."""
        return sum(row.status != "not_assessed" for row in self.expected)


def inject_view(inject_id: str, situation: Situation) -> InjectView:
    """Return the middle column for an inject, released or not."""
    state = situation.state
    inject = state.inject(inject_id)
    shown = shown_inject(inject, state)
    heading, kind, since = _heading(inject_id, situation)
    return InjectView(
        inject_id=inject_id,
        title=shown.title,
        heading=heading,
        heading_kind=kind,
        since=since,
        channel=in_words(inject.channel) if inject.channel else "",
        grade=f"Grade {inject.grade}" if inject.grade else "",
        at=_scenario_time(inject, state),
        sender=_route(inject, state),
        body=shown.body,
        notes=told(inject.notes, state),
        prompts=tuple(told(prompt, state) for prompt in inject.prompts),
        expected=tuple(_expected(inject, state)),
        prepared=tuple(
            PreparedRow(told(a.question, state), told(a.text, state)) for a in inject.answers
        ),
        papers=tuple(_papers(inject, situation)),
        files=shown.attachments,
    )


def _heading(inject_id: str, situation: Situation) -> tuple[str, str, str]:
    state = situation.state
    run, inject = state.inject_run(inject_id), state.inject(inject_id)
    unseen = "the room does not see this"
    if inject_id == situation.in_sight:
        return "In the room", "in_room", _in_sight(inject_id, situation)
    if run.is_released and run.released_at is not None:
        since = f"since {local_time(run.released_at, situation.zone, seconds=False)}"
        if inject.is_private:
            return "Private", "private", f"{since}, not in the room"
        if inject_id == situation.in_room and situation.state.ended_at is None:
            elsewhere = ", not in the room" if situation.has_room else ""
            return "In play", "in_play", f"{since}{elsewhere}"
        return "Released", "released", since
    if run.skipped:
        return "Skipped", "skipped", run.reason
    if inject_id == situation.standby:
        return ("Standby, private" if inject.is_private else "Standby"), "standby", unseen
    return ("Private" if inject.is_private else "Not released"), "waiting", unseen


def _in_sight(inject_id: str, situation: Situation) -> str:
    """Return since when the room has seen an inject, and which page of it that is longer."""
    moments = (situation.state.inject_run(inject_id).released_at, situation.seen_since)
    known = [moment for moment in moments if moment is not None]
    since = f"since {local_time(max(known), situation.zone, seconds=False)}" if known else ""
    return ", ".join(words for words in (since, page_words(situation)) if words)


def _scenario_time(inject: Inject, state: ExerciseState) -> str:
    run = state.inject_run(inject.id)
    at = run.scenario_time if run.is_released else None
    if at is None and inject.at is not None:
        at = inject.at.after(state.scenario.starts)
    return scenario_moment(at, state) if at else ""


def addressees(to: Sequence[str], state: ExerciseState) -> str:
    """Return who receives a thing, in words."""
    words = []
    for name in to:
        if name == "all":
            words.append("all seats")
        elif name.startswith("card:"):
            card = state.scenario.cards_by_id.get(name.removeprefix("card:"))
            words.append(f"holder of “{card.title}”" if card else name)
        else:
            words.append(name)
    return ", ".join(words)


def _route(inject: Inject, state: ExerciseState) -> str:
    to = addressees(inject.to, state)
    sender = told(inject.from_, state)
    route = f"{sender} → {to}" if sender else f"To {to}"
    route = f"{route}, privately" if inject.is_private else route
    papers = paper_receivers(inject, state)
    return f"{route} · papers to {papers}" if papers else route


def paper_receivers(inject: Inject, state: ExerciseState) -> str:
    """Return who gets the inject's private papers when it is released."""
    papers = [paper for paper in shown_inject(inject, state).handouts if not paper.held]
    return addressees(tuple(dict.fromkeys(to for paper in papers for to in paper.to)), state)


def _expected(inject: Inject, state: ExerciseState) -> list[ExpectedRow]:
    found = []
    for expected in inject.expected:
        tick = state.ticks.get((inject.id, expected.id))
        status = tick.status if tick else "not_assessed"
        text = told(expected.text, state)
        found.append(ExpectedRow(expected.id, text, expected.objective or "", status))
    return found


def _papers(inject: Inject, situation: Situation) -> list[PaperRow]:
    state = situation.state
    found = []
    for paper in shown_inject(inject, state).handouts:
        given = [g for g in state.handouts if (g.inject_id, g.handout_id) == (inject.id, paper.id)]
        words = ""
        if given:
            to = ", ".join(dict.fromkeys(role for g in given for role in g.to))
            words = f"given {local_time(given[-1].at, situation.zone, seconds=False)} to {to}"
        elif paper.held:
            words = "held back"
        found.append(
            PaperRow(
                paper.id,
                told(paper.title, state),
                addressees(paper.to, state),
                words,
                plain_words(told(paper.body, state)),
            )
        )
    return found


def request_rows(situation: Situation) -> tuple[RequestRow, ...]:
    """Return all requests for information, the open ones first, each with its age in play."""
    state = situation.state
    played = state.played(situation.now)
    rows = [_request_row(r, played) for r in state.requests.values() if not r.withdrawn]
    return tuple(sorted(rows, key=lambda row: not row.is_open))


def _request_row(request: Request, played: float) -> RequestRow:
    is_open = request.answer is None and not request.refused
    minutes = int((played - request.asked_played) // 60)
    age = "just now" if minutes < 1 else f"{minutes} min"
    answer = "refused" if request.refused and not request.answer else request.answer or ""
    return RequestRow(request.id, request.role, request.question, age, answer, is_open)
