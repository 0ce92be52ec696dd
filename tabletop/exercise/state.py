"""The state of an exercise: what a replay of its journal gives; ``folding`` makes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from tabletop.exercise.clock_records import Away, Pause, ScenarioClock, TakenBackEnd
from tabletop.exercise.events import Kind, Withdrawable
from tabletop.exercise.inject_records import Effect, GivenHandout, InjectRun
from tabletop.exercise.records import (
    Correction,
    CorrectiveAction,
    DecisionRun,
    ObjectiveRating,
    Observation,
    ParkedIssue,
    Request,
    SeatRun,
    Tick,
    UndoStep,
)
from tabletop.scenario.model import Add, AtLeast, Decision, Inject, Scenario

_LONGEST_RUN = timedelta(days=365_000).total_seconds()


def number_of(text: str) -> int | float:
    """Return the number a scenario text holds, 0 where it holds none."""
    try:
        number = float(text)
    except ValueError:
        return 0
    return int(number) if number.is_integer() else number


@dataclass(frozen=True, slots=True)
class ExerciseState:
    """Everything a screen or a report may want to know, as a value.

    ``last_at`` is the time up to which there are entries; ``pauses`` stand in the order of time.
    ``undone`` are the entries that were undone, ``undoing`` those that only undo.
    """

    scenario: Scenario
    clock: ScenarioClock
    head: int = 0
    last_at: datetime | None = None
    name: str = ""
    kind: Kind = "exercise"
    scenario_sha256: str = ""
    cut: str | None = None
    played_seats: tuple[str, ...] = ()
    created_at: datetime | None = None
    started_at: datetime | None = None
    started_by: str = ""
    started_seq: int = 0
    ended_at: datetime | None = None
    ends_taken_back: tuple[TakenBackEnd, ...] = ()
    pauses: tuple[Pause, ...] = ()
    away: Away | None = None
    injects: Mapping[str, InjectRun] = field(default_factory=dict)
    improvised: Mapping[str, Inject] = field(default_factory=dict)
    release_order: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()
    decisions: Mapping[str, DecisionRun] = field(default_factory=dict)
    close_order: tuple[str, ...] = ()
    seats: Mapping[str, SeatRun] = field(default_factory=dict)
    handouts: tuple[GivenHandout, ...] = ()
    taken_handouts: tuple[GivenHandout, ...] = ()
    requests: Mapping[str, Request] = field(default_factory=dict)
    observations: Mapping[str, Observation] = field(default_factory=dict)
    issues: Mapping[str, ParkedIssue] = field(default_factory=dict)
    actions: Mapping[str, CorrectiveAction] = field(default_factory=dict)
    ticks: Mapping[tuple[str, str], Tick] = field(default_factory=dict)
    ratings: Mapping[str, ObjectiveRating] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    undo_steps: tuple[UndoStep, ...] = field(default=())
    undone: frozenset[int] = frozenset()
    undoing: frozenset[int] = frozenset()

    # --- questions about the whole exercise ----------------------------------------------------

    @property
    def is_paused(self) -> bool:
        """Whether play is paused now."""
        return bool(self.pauses) and self.pauses[-1].end is None and self.ended_at is None

    @property
    def is_running(self) -> bool:
        """Whether STARTEX has been and ENDEX has not, paused or not."""
        return self.started_at is not None and self.ended_at is None

    @property
    def status(self) -> str:
        """One of ready, running, paused, ended."""
        if self.started_at is None:
            return "ready"
        if self.ended_at is not None:
            return "ended"
        return "paused" if self.is_paused else "running"

    def played(self, at: datetime) -> float:
        """Return the seconds of play from STARTEX to a moment, without pauses; never negative."""
        if self.started_at is None:
            return 0.0
        until = at if self.ended_at is None else min(at, self.ended_at)
        return max(timedelta(0), until - self.started_at - self._paused(until)).total_seconds()

    def paused(self, until: datetime) -> float:
        """Return the seconds of pause between STARTEX and a moment."""
        return self._paused(until).total_seconds()

    def _paused(self, until: datetime) -> timedelta:
        """Return the time of pause; exact, because a deadline is met or missed by a microsecond."""
        return sum((self._length(pause, until) for pause in self.pauses), timedelta(0))

    def _length(self, pause: Pause, until: datetime) -> timedelta:
        """Return how much of a pause lies between STARTEX and a moment."""
        begun = pause.start if self.started_at is None else max(pause.start, self.started_at)
        ended = until if pause.end is None else min(pause.end, until)
        return max(timedelta(0), ended - begun)

    def moment_of_played(self, played: float, until: datetime) -> datetime:
        """Return the first moment at which so many seconds had been played.

        A pause that has not ended counts up to ``until``.
        """
        moment = (self.started_at or self.scenario.starts) + timedelta(seconds=played)
        for pause in self.pauses:
            if pause.start >= moment:
                break
            moment += self._length(pause, pause.end or until)
        return moment

    def scenario_time(self, at: datetime) -> datetime:
        """Return the scenario's date and time at a real moment."""
        if self.clock.mode == "stepped":
            return self.clock.anchor
        since = self.played(at) - self.clock.anchor_played
        # A fast clock left alone for weeks must not run off the calendar.
        return self.clock.anchor + timedelta(seconds=min(since * self.clock.rate, _LONGEST_RUN))

    # --- questions about parts -----------------------------------------------------------------

    def inject(self, inject_id: str) -> Inject:
        """Return a planned or improvised inject; raise KeyError."""
        found = self.scenario.injects_by_id.get(inject_id)
        return found if found is not None else self.improvised[inject_id]

    def inject_run(self, inject_id: str) -> InjectRun:
        """Return what was done with an inject."""
        return self.injects.get(inject_id, _NO_INJECT_RUN)

    def decision_run(self, decision_id: str) -> DecisionRun:
        """Return what was done with a decision."""
        return self.decisions.get(decision_id, _NO_DECISION_RUN)

    def is_open(self, decision_id: str) -> bool:
        """Whether a decision takes answers that count: opened, not closed, inject not recalled."""
        run = self.decision_run(decision_id)
        carrier = self.scenario.inject_of_decision[decision_id]
        return (
            run.opened_at is not None
            and run.outcome is None
            and not run.not_taken
            and not self.inject_run(carrier.id).recalled
        )

    def is_late(self, decision_id: str) -> bool:
        """Whether an answer now comes after the closing or ENDEX: kept, and nothing computed."""
        return self.decision_run(decision_id).outcome is not None or self.ended_at is not None

    def decision_status(self, decision_id: str) -> str:
        """Return one of the statuses of decisions in the format."""
        run = self.decision_run(decision_id)
        if run.outcome is not None:
            return run.outcome.status
        if run.not_taken:
            return "not_taken"
        return "open" if self.is_open(decision_id) else "not_opened"

    def item_text(self, kind: Withdrawable, item_id: str) -> str:
        """Return what a request, observation, issue or action says, withdrawn or not."""
        match kind:
            case "request":
                return self.requests[item_id].question if item_id in self.requests else ""
            case "observation":
                return self.observations[item_id].text if item_id in self.observations else ""
            case "issue":
                return self.issues[item_id].text if item_id in self.issues else ""
            case "action":
                return self.actions[item_id].text if item_id in self.actions else ""

    def standing_option(self, decision_id: str) -> str | None:
        """Return the option that stands in a closed decision."""
        outcome = self.decision_run(decision_id).outcome
        return outcome.option if outcome else None

    def standing_words(self, decision_id: str) -> str:
        """Return what stands in a closed decision: the words agreed, else the option's title."""
        outcome = self.decision_run(decision_id).outcome
        if outcome is None:
            return ""
        option = self.scenario.decisions_by_id[decision_id].option(outcome.option)
        return outcome.text or (option.title if option else "")

    def eligible(self, decision: Decision) -> tuple[str, ...]:
        """Return the seats that take a position now: named by the plan, played and present."""
        return tuple(r for r in self.scenario.eligible_roles(decision) if self.is_seated(r))

    def is_seated(self, role: str) -> bool:
        """Whether a seat is played and present."""
        seat = self.seats.get(role)
        return seat is not None and seat.present

    def variables(self) -> Mapping[str, str | int | float]:
        """Return the value of every state variable, from the effects in force."""
        values: dict[str, str | int | float] = {
            v.id: number_of(v.start) if v.is_number else v.start for v in self.scenario.state
        }
        for effect in self.effects:
            if effect.variable in values:
                values[effect.variable] = self._changed(effect, values[effect.variable])
        return values

    def _changed(self, effect: Effect, before: str | int | float) -> str | int | float:
        variable = self.scenario.state_by_id[effect.variable]
        if not variable.is_number or isinstance(before, str):
            return effect.change if isinstance(effect.change, str) else before
        match effect.change:
            case AtLeast(at_least=floor):
                after = max(before, floor)
            case Add(add=count):
                after = before + count
            case written:
                after = number_of(written)
        if variable.minimum is not None:
            after = max(after, variable.minimum)
        return after if variable.maximum is None else min(after, variable.maximum)

    def with_inject(self, inject_id: str, **changes: Any) -> "ExerciseState":
        """Return the state with one inject's run changed."""
        run = replace(self.inject_run(inject_id), **changes)
        return replace(self, injects={**self.injects, inject_id: run})

    def with_decision(self, decision_id: str, **changes: Any) -> "ExerciseState":
        """Return the state with one decision's run changed."""
        run = replace(self.decision_run(decision_id), **changes)
        return replace(self, decisions={**self.decisions, decision_id: run})


_NO_INJECT_RUN = InjectRun()
_NO_DECISION_RUN = DecisionRun()


def initial_state(scenario: Scenario) -> ExerciseState:
    """Return the state before the first entry."""
    return ExerciseState(scenario, ScenarioClock(scenario.starts))
