"""Playing a scenario without people, to see what is reached and how long it takes.

Pure: chance comes in as ``Chance``. The seats here know nothing of the world; a policy chooses
for them, so the counts say what *can* be reached, not what people would do.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Literal, Protocol, TypeVar

from tabletop.exercise.commands import (
    BreakSilence,
    CirculateText,
    CloseDecision,
    Command,
    EndExercise,
    PutProposal,
    RankOptions,
    ReleaseInject,
    TakePosition,
    TakeStance,
)
from tabletop.exercise.deciding import decide
from tabletop.exercise.events import Event, ExerciseCreated, Stance
from tabletop.exercise.folding import apply
from tabletop.exercise.journal import Entry
from tabletop.exercise.state import ExerciseState, initial_state
from tabletop.exercise.suggestions import fitting_contingencies, is_waiting, next_inject
from tabletop.scenario.model import Decision, Inject, Option, Scenario
from tabletop.scenario.rules import Consensus, Discussion, Each, Ranking, Silence

Policy = Literal["random", "lowest", "highest", "middle"]
POLICIES: tuple[Policy, ...] = ("random", "lowest", "highest", "middle")
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_Item = TypeVar("_Item")
# In a random rehearsal a seat breaks silence or objects this often, so that both ways are taken.
_BREAKS = 0.06
_OBJECTS = 0.04
_PLAYS_CONTINGENCY = 0.5
_USUAL_SILENCE_MINUTES = 5.0


class Chance(Protocol):
    """What a rehearsal needs of ``random.Random``."""

    def random(self) -> float:
        """Return a number from 0 up to 1."""

    def choice(self, seq: Sequence[_Item]) -> _Item:
        """Return one of several."""

    def sample(self, population: Sequence[_Item], k: int) -> list[_Item]:
        """Return k of several, in any order."""


@dataclass(frozen=True, slots=True)
class RehearsedRun:
    """What one rehearsal reached. Outcomes are (decision, option or status)."""

    injects: tuple[str, ...]
    outcomes: tuple[tuple[str, str], ...]
    chosen: frozenset[tuple[str, str]]
    minutes: float


@dataclass(frozen=True, slots=True)
class Rehearsals:
    """Counts over all runs, and what none of them reached."""

    runs: int
    injects: Mapping[str, int]
    outcomes: Mapping[str, Mapping[str, int]]
    options: Mapping[str, Mapping[str, int]]
    minutes: tuple[float, ...]

    @property
    def never_injects(self) -> tuple[str, ...]:
        """The injects of the version played that no run reached."""
        return tuple(inject_id for inject_id, count in self.injects.items() if not count)

    @property
    def never_options(self) -> tuple[tuple[str, str], ...]:
        """The options nobody ever chose, as (decision, option)."""
        return tuple(
            (decision_id, option)
            for decision_id, options in self.options.items()
            for option, count in options.items()
            if not count
        )

    @property
    def planned_minutes(self) -> tuple[float, float, float]:
        """The shortest, the median and the longest run, in planned real minutes."""
        if not self.minutes:
            return 0.0, 0.0, 0.0
        return min(self.minutes), median(self.minutes), max(self.minutes)


def rehearse(
    scenario: Scenario,
    *,
    runs: int,
    chance: Chance,
    policy: Policy = "random",
    cut: str | None = None,
) -> Rehearsals:
    """Play the scenario so many times and count what was reached."""
    played = [_Run(scenario, chance, policy, cut).play() for _ in range(runs)]
    wanted = [i.id for i in scenario.injects if cut is None or i.id in _of_cut(scenario, cut)]
    decisions = [d for i in wanted for d in scenario.injects_by_id[i].decisions]
    injects = Counter(i for run in played for i in run.injects)
    outcomes = Counter(o for run in played for o in run.outcomes)
    chosen = Counter(o for run in played for o in run.chosen)
    return Rehearsals(
        runs,
        {i: injects[i] for i in wanted},
        {
            d.id: {name: n for (decision, name), n in outcomes.items() if decision == d.id}
            for d in decisions
        },
        {d.id: {option.id: chosen[d.id, option.id] for option in d.options} for d in decisions},
        tuple(run.minutes for run in played),
    )


def _of_cut(scenario: Scenario, cut_id: str) -> frozenset[str]:
    cut = scenario.cut(cut_id)
    listed = set(cut.injects) if cut else set()
    return frozenset(listed | {i.id for i in scenario.injects if i.contingency})


@dataclass(slots=True)
class _Run:
    """One rehearsal under way."""

    scenario: Scenario
    chance: Chance
    policy: Policy
    cut: str | None
    state: ExerciseState = field(init=False)
    clock: float = 0.0  # minutes since the beginning, which silence needs
    minutes: float = 0.0  # planned, decisions included
    seq: int = 0
    chosen: set[tuple[str, str]] = field(default_factory=set)

    def play(self) -> RehearsedRun:
        """Release what comes next until nothing does."""
        self.state = initial_state(self.scenario)
        seats = tuple(self.scenario.roles_by_id)
        created = ExerciseCreated(
            "Rehearsal", "rehearsal", self.scenario.id, "", "", self.cut, seats
        )
        self._fold(created, _EPOCH)
        while inject := self._next():
            self._send(ReleaseInject(inject.id))
            for decision in inject.decisions:
                if self.state.is_open(decision.id):
                    self._decide(decision)
            planned = inject.minutes or sum(d.minutes or 0 for d in inject.decisions)
            self.minutes += planned
            self.clock += planned
        if self.state.is_running:
            self._send(EndExercise())
        closed = self.state.close_order
        outcomes = tuple(
            (d, self.state.standing_option(d) or self.state.decision_status(d)) for d in closed
        )
        return RehearsedRun(
            self.state.release_order, outcomes, frozenset(self.chosen), self.minutes
        )

    def _next(self) -> Inject | None:
        if self.policy == "random" and self.state.started_at is not None:
            shelf = self._shelf()
            if shelf and self.chance.random() < _PLAYS_CONTINGENCY:
                return self.chance.choice(shelf)
        suggestion = next_inject(self.state)
        return suggestion.inject if suggestion else None

    def _shelf(self) -> list[Inject]:
        """Return what a facilitator would take from the shelf: what fits, or waits for no sign."""
        fitting = [suggestion.inject for suggestion in fitting_contingencies(self.state)]
        if self.chance.random() < _BREAKS:
            fitting += [
                inject
                for inject in self.scenario.injects
                if inject.contingency and inject.when is None and is_waiting(inject, self.state)
            ]
        return fitting

    # --- one decision --------------------------------------------------------------------------

    def _decide(self, decision: Decision) -> None:
        match decision.rule:
            case Discussion():
                pass
            case Ranking():
                self._rank(decision)
            case Silence() as rule:
                self._under_silence(decision, rule)
            case Consensus():
                self._positions(decision)
                self._consensus(decision)
            case _:
                self._positions(decision)
        self._send(CloseDecision(decision.id))

    def _positions(self, decision: Decision) -> None:
        several = isinstance(decision.rule, Each) and decision.rule.several
        for role in self.state.eligible(decision):
            open_to = [o for o in decision.options if not o.only or role in o.only]
            if not open_to:
                continue
            option = self._choice(open_to)
            options: tuple[str, ...] = (option.id,)
            if several and self.policy == "random" and self.chance.random() < 0.5:
                options = tuple(dict.fromkeys((option.id, self.chance.choice(open_to).id)))
            self.chosen.update((decision.id, o) for o in options)
            self._send(TakePosition(decision.id, role, options[0], options=options))

    def _choice(self, options: Sequence[Option]) -> Option:
        if self.policy == "random":
            return self.chance.choice(options)
        ordered = sorted(options, key=lambda o: o.position if o.position is not None else 0)
        places = {"lowest": 0, "highest": len(ordered) - 1, "middle": (len(ordered) - 1) // 2}
        return ordered[places[self.policy]]

    def _consensus(self, decision: Decision) -> None:
        proposed = self._choice(decision.options)
        self.chosen.add((decision.id, proposed.id))
        self._send(PutProposal(decision.id, proposed.id))
        for role in self.state.eligible(decision):
            self._send(TakeStance(decision.id, role, self._stance()))

    def _stance(self) -> Stance:
        if self.policy != "random":
            return "supports"
        if self.chance.random() < _OBJECTS:
            return "objects"
        return self.chance.choice(("supports", "can_accept"))

    def _under_silence(self, decision: Decision, rule: Silence) -> None:
        for _ in range(2):
            option = self._choice(decision.options)
            self.chosen.add((decision.id, option.id))
            minutes = rule.minutes or decision.minutes or _USUAL_SILENCE_MINUTES
            self._send(CirculateText(decision.id, option.id, minutes=minutes))
            if not self._is_broken(decision):
                self.clock += minutes
                return

    def _is_broken(self, decision: Decision) -> bool:
        broken = False
        for role in self.state.eligible(decision):
            if self.policy == "random" and self.chance.random() < _BREAKS:
                self._send(BreakSilence(decision.id, role, "Rehearsed break"))
                broken = True
        return broken

    def _rank(self, decision: Decision) -> None:
        ids = [option.id for option in decision.options]
        self.chosen.update((decision.id, i) for i in ids)
        for role in self.state.eligible(decision):
            order = self.chance.sample(ids, len(ids)) if self.policy == "random" else ids
            self._send(RankOptions(decision.id, role, tuple(order)))

    # --- the journal of a rehearsal is nowhere -------------------------------------------------

    def _send(self, command: Command) -> None:
        at = _EPOCH + timedelta(minutes=self.clock, milliseconds=self.seq)
        for event in decide(self.state, command, at):
            self._fold(event, at)

    def _fold(self, event: Event, at: datetime) -> None:
        self.seq += 1
        self.state = apply(self.state, Entry("", self.seq, at, str(self.seq), 0, "", event))
