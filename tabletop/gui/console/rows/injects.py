"""The left column: standby, the list of injects by phase, the contingency shelf."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from tabletop.exercise.deciding.silence import stage
from tabletop.exercise.phrasing import listed
from tabletop.exercise.state import ExerciseState
from tabletop.exercise.suggestions import explained, fitting_contingencies, next_inject
from tabletop.gui.console.rows.inject_view import addressees, paper_receivers
from tabletop.gui.console.rows.texts import (
    as_sentence,
    in_words,
    local_time,
    minutes_words,
    scenario_moment,
    shown_inject,
    told,
)
from tabletop.gui.situation import (
    Situation,
    goes_against,
    is_listed,
    open_decisions,
    status_of,
    still_waits,
    unplayed,
)
from tabletop.scenario.conditions import (
    AllOf,
    AnyOf,
    Condition,
    DecisionIs,
    InjectReleasedIs,
    Negation,
    PositionIs,
    StateIs,
)
from tabletop.scenario.model import Inject
from tabletop.scenario.wording import condition_in_words

STATUS_WORDS = {
    "in_room": "shown in the room",
    "in_play": "in play, the room does not see it now",
    "released": "released",
    "standby": "standby",
    "skipped": "skipped",
    "contingency": "contingency, held until needed",
    "waiting": "waiting",
    "conditional": "conditional",
}
_IN_HAND = {"in_room": "room", "in_play": "now"}
_MOST_SIGNS = 16
_STAY_OPEN = {
    "draft": "{} is open and stays open",
    "under_silence": "{} is under silence and stays open",
    "broken": "Silence on {} is broken; it stays open",
    "adopted": "Silence on {} has run out; it stays open",
    "withdrawn": "{} is open and stays open",
}
_SIGNS = {"at_least": "≥", "at_most": "≤", "above": ">", "below": "<"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: a phase's heading or an inject, by id."""

    inject_id: str = ""
    phase_id: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether the line is the heading of a phase."""
        return not self.inject_id


@dataclass(frozen=True, slots=True)
class HeadingRow:
    title: str
    right: str


@dataclass(frozen=True, slots=True)
class InjectRow:
    """One inject of the list or the shelf; ``why`` explains a condition in whole words."""

    inject_id: str
    title: str
    status: str
    right: str
    why: str = ""
    fits: str = ""
    private_to: str = ""

    @property
    def spoken(self) -> str:
        """The row for a reader of the screen and for the tooltip."""
        private = f"private, to {self.private_to}" if self.private_to else ""
        parts = (f"{self.inject_id} {self.title}", STATUS_WORDS[self.status], private, self.why)
        return ". ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class StandbyRow:
    """The card over the list. Without an inject it says what to do instead."""

    inject_id: str
    title: str
    facts: str
    verb: str
    consequence: str
    is_warning: bool = False
    action: str = "go"
    key: str = "Space"
    heading: str = "Standby"
    aside: str = "room does not see this"
    sign: tuple[str, str] = ("play", "accent")


def lines(state: ExerciseState) -> tuple[Line, ...]:
    """Return the list's lines in the planned order, improvised injects at the end."""
    found: list[Line] = []
    phase: str | None = None
    for inject in state.scenario.injects:
        if not is_listed(inject, state):
            continue
        if inject.phase and inject.phase != phase:
            phase = inject.phase
            found.append(Line(phase_id=phase))
        found.append(Line(inject.id))
    if state.improvised:
        found.append(Line(phase_id=""))
        found.extend(Line(inject_id) for inject_id in state.improvised)
    return tuple(found)


def shelf_ids(state: ExerciseState) -> tuple[str, ...]:
    """Return the contingency injects in the planned order."""
    return tuple(inject.id for inject in state.scenario.injects if inject.contingency)


def heading_row(phase_id: str, situation: Situation) -> HeadingRow:
    """Return a phase's heading: its number and title, and its span or what became of it."""
    state = situation.state
    if not phase_id:
        return HeadingRow("Improvised", "")
    phases = [phase.id for phase in state.scenario.phases]
    number = phases.index(phase_id) + 1
    title = told(state.scenario.phases[number - 1].title, state)
    injects = [i for i in state.scenario.injects if i.phase == phase_id and is_listed(i, state)]
    if injects and not any(still_waits(i.id, state) for i in injects):
        released = sum(state.inject_run(i.id).is_released for i in injects)
        skipped = sum(state.inject_run(i.id).skipped for i in injects)
        right = f"{released} released" + (f", {skipped} skipped" if skipped else "")
        return HeadingRow(f"{number} {title}", right)
    return HeadingRow(f"{number} {title}", _span(injects, state))


def _span(injects: list[Inject], state: ExerciseState) -> str:
    times = [i.at.after(state.scenario.starts) for i in injects if i.at is not None]
    if not times:
        return ""
    first, last = (scenario_moment(t, state).removesuffix("Z") for t in (min(times), max(times)))
    first_day, first_time = first.split()
    last_day, last_time = last.split()
    if first_day == last_day:
        return f"{first_day} {first_time} to {last_time}"
    return f"{first_day} to {last_day}"


def inject_row(inject_id: str, situation: Situation) -> InjectRow:
    """Return the row of an inject of the list."""
    state = situation.state
    inject = state.inject(inject_id)
    status = status_of(inject, situation)
    return InjectRow(
        inject_id,
        shown_inject(inject, state).title,
        status,
        _right(inject, status, situation),
        explained(inject.when, state) if inject.when and status != "released" else "",
        private_to=_private_to(inject, state),
    )


def _private_to(inject: Inject, state: ExerciseState) -> str:
    return addressees(inject.to, state) if inject.is_private else ""


def _right(inject: Inject, status: str, situation: Situation) -> str:
    state = situation.state
    run = state.inject_run(inject.id)
    if status in _IN_HAND:
        return _IN_HAND[status]
    if status == "standby":
        return "next"
    if status == "released" and run.released_at is not None:
        return local_time(run.released_at, situation.zone, seconds=False)
    if status == "skipped":
        return "skipped"
    if run.recalled:
        return "recalled"
    if status == "conditional" and inject.when is not None:
        return f"if {short_condition(inject.when, state)}"
    return _planned(inject, state)


def _planned(inject: Inject, state: ExerciseState) -> str:
    if inject.at is None:
        return ""
    return scenario_moment(inject.at.after(state.scenario.starts), state).removesuffix("Z")


def short_condition(condition: Condition, state: ExerciseState) -> str:
    """Return a condition in a few signs: “P ≤ 2”, “D1: c or d”; else “…”, with the words near."""
    match condition:
        case PositionIs(limits=limits):
            return " ".join(f"P {_SIGNS[name]} {limit}" for name, limit in limits)
        case StateIs(state=name, limits=limits) if limits:
            return " ".join(f"{name} {_SIGNS[test]} {limit}" for test, limit in limits)
        case StateIs(state=name, equals=value) if value is not None:
            return f"{name} = {value}"
        case DecisionIs(decision=name, outcome=options) if options is not None:
            return f"{name}: {'/'.join(options)}"
        case DecisionIs(decision=name):
            return name
        case InjectReleasedIs(released=name):
            return f"{name} released"
        case Negation(negated=inner):
            return f"not {short_condition(inner, state)}"
        case AllOf(all_of=parts):
            return _joined(parts, " & ", state)
        case AnyOf(any_of=parts):
            return _joined(parts, " or ", state)
        case _:
            words = condition_in_words(condition, state.scenario)
            return words if len(words) <= _MOST_SIGNS else "…"


def _joined(parts: Sequence[Condition], word: str, state: ExerciseState) -> str:
    """Return the parts in signs; of many only the first, for the row gives little room."""
    signs = [short_condition(part, state) for part in parts]
    whole = word.join(signs)
    return whole if len(whole) <= _MOST_SIGNS else f"{signs[0]}{word.rstrip()} …"


def shelf_row(inject_id: str, situation: Situation) -> InjectRow:
    """Return a row of the shelf; ``fits`` is set when its condition holds now."""
    state = situation.state
    inject = state.inject(inject_id)
    fitting = {s.inject.id: s.reason for s in fitting_contingencies(state)}
    status = status_of(inject, situation)
    right = _right(inject, status, situation) if status != "contingency" else ""
    return InjectRow(
        inject_id,
        shown_inject(inject, state).title,
        status,
        right,
        fitting.get(inject_id) or (explained(inject.when, state) if inject.when else ""),
        "fits" if inject_id in fitting else "",
        _private_to(inject, state),
    )


def standby_row(situation: Situation) -> StandbyRow:
    """Return the card of the inject that GO would release."""
    state = situation.state
    inject_id = situation.standby
    if inject_id is None:
        return _nothing_waits(state)
    inject = state.inject(inject_id)
    shown = shown_inject(inject, state)
    papers = paper_receivers(inject, state)
    facts = (
        in_words(inject.channel) if inject.channel else "",
        scenario_moment(inject.at.after(state.scenario.starts), state) if inject.at else "",
        minutes_words(inject.minutes) if inject.minutes else "",
        f"papers to {papers}" if papers else "",
    )
    consequence, is_warning = _consequence(inject, situation)
    verb = f"release {inject_id}" if state.started_at else f"start and release {inject_id}"
    if inject.is_private:
        verb = f"{verb} privately"
    return StandbyRow(
        inject_id,
        shown.title,
        " · ".join(fact for fact in facts if fact),
        verb,
        consequence,
        is_warning,
    )


def _nothing_waits(state: ExerciseState) -> StandbyRow:
    if state.ended_at is not None:
        return StandbyRow(
            "",
            "The exercise has ended",
            "The record stays open to notes",
            "write the report",
            "O rates objectives, T plans actions",
            action="report",
            key="Ctrl Shift R",
            heading="Afterwards",
            aside="Ctrl Shift E takes ENDEX back",
            sign=("flag", "muted"),
        )
    # Of the plan nothing follows; an improvised inject whose release was taken back still waits.
    left = [name for name in unplayed(state) if name in state.improvised]
    waits = f"{listed(left)} can still be released" if left else "All are played or skipped"
    return StandbyRow(
        "",
        "Nothing is next" if left else "No inject waits",
        waits,
        "end the exercise",
        "Or choose one from the shelf, or improvise",
        action="end",
        key="Ctrl Shift E",
        aside="",
        sign=("flag", "accent"),
    )


def _consequence(inject: Inject, situation: Situation) -> tuple[str, bool]:
    state = situation.state
    if goes_against(inject, state) and inject.when is not None:
        return f"Not suggested: {explained(inject.when, state)}", True
    if state.started_at is None:
        return "STARTEX: both clocks start", False
    if inject.is_private:
        return f"Goes to {_private_to(inject, state)} alone; the room keeps its page", False
    stays = open_decisions(state)
    if stays:
        # The silence that runs or is broken is the one to think of; the others are only named.
        first, *others = sorted(stays, key=lambda name: _reached(name, situation) == "draft")
        words = _STAY_OPEN[_reached(first, situation)].format(first)
        if others:
            words = f"{words}; {listed(others)} too"
        return words, False
    if inject.when is not None:
        return as_sentence(explained(inject.when, state)), False
    overdue = _overdue(inject, situation)
    if overdue:
        return overdue, True
    suggestion = next_inject(state)
    if suggestion is not None and suggestion.inject.id != inject.id:
        return f"Chosen by hand; {suggestion.inject.id} would be next", False
    return "Next in the order of the scenario", False


def _reached(decision_id: str, situation: Situation) -> str:
    """Return how far the silence of an open decision has come; “draft” without one."""
    state = situation.state
    text = state.decision_run(decision_id).circulation
    return stage(text, state.played(situation.now)) if text else "draft"


def _overdue(inject: Inject, situation: Situation) -> str:
    state = situation.state
    if state.clock.mode != "running" or inject.at is None:
        return ""
    late = state.scenario_time(situation.now) - inject.at.after(state.scenario.starts)
    return "Due now: its time has come" if late > timedelta() else ""
