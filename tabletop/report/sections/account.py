"""The record as the sections tell it: texts filled in, times in words, links to log entries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from tabletop.analysis.decisions import DecisionRecord, decision_records
from tabletop.analysis.record import ExerciseRecord
from tabletop.exercise.events import InjectImprovised, InjectReleased
from tabletop.exercise.journal import Entry
from tabletop.exercise.records import Observation
from tabletop.exercise.state import ExerciseState
from tabletop.plots.picture import Frame, Level, Scale, moment
from tabletop.report.content import Run, Runs
from tabletop.report.sections.phrases import MISSING
from tabletop.scenario.model import Decision, Inject, Scenario
from tabletop.scenario.moments import day_and_time
from tabletop.scenario.texts import filled


@dataclass(frozen=True)
class Account:
    """One exercise for one report; `frame` is what its figures share."""

    record: ExerciseRecord
    frame: Frame

    @property
    def scenario(self) -> Scenario:
        return self.record.scenario

    @property
    def state(self) -> ExerciseState:
        return self.record.state

    # --- decisions -----------------------------------------------------------------------------

    @cached_property
    def decisions(self) -> tuple[DecisionRecord, ...]:
        """Every decision that was before the table, in the order in which they were opened."""
        opened = (d for d in decision_records(self.record) if d.was_opened)
        return tuple(sorted(opened, key=lambda d: d.run.opened_seq))

    @cached_property
    def closed(self) -> tuple[DecisionRecord, ...]:
        """The decisions that were closed, in the order in which they were opened."""
        return tuple(d for d in self.decisions if d.outcome is not None)

    @cached_property
    def main_scale(self) -> str | None:
        """The scale most decisions were on; figures of movement show that one."""
        used = [d.decision.scale for d in self.decisions if d.decision.scale]
        return max(dict.fromkeys(used), key=used.count, default=None)

    @cached_property
    def on_scale(self) -> tuple[DecisionRecord, ...]:
        """The decisions on the main scale in which at least one seat held a position."""
        return tuple(
            d
            for d in self.decisions
            if d.decision.scale == self.main_scale and d.positions_of(d.finals)
        )

    @cached_property
    def of_the_group(self) -> tuple[DecisionRecord, ...]:
        """Those on the main scale whose positions together speak for the group.

        Under silence no seat has to take a position: a few that did are not where the group was.
        """
        return tuple(d for d in self.on_scale if not self._is_of_a_few(d))

    @cached_property
    def of_a_few(self) -> tuple[DecisionRecord, ...]:
        """Those under silence in which only some seats noted a position."""
        return tuple(d for d in self.on_scale if self._is_of_a_few(d))

    def _is_of_a_few(self, record: DecisionRecord) -> bool:
        return record.decision.rule.kind == "silence" and len(record.finals) < len(record.eligible)

    def scale(self, scale_id: str | None) -> Scale:
        """Return a scale for figures; without levels where there is none."""
        found = self.scenario.scales_by_id.get(scale_id or "")
        levels = found.levels if found else ()
        return Scale(tuple(Level(one.value, self.text(one.title)) for one in levels))

    def shade(self, decision: Decision, position: float | None) -> float:
        """Return the place of a position on its scale, from 0 to 1."""
        values = self.scale(decision.scale).values
        if position is None or len(values) < 2:
            return 0.0
        return min(max((position - values[0]) / (values[-1] - values[0]), 0.0), 1.0)

    # --- texts ---------------------------------------------------------------------------------

    @cached_property
    def _variables(self) -> Mapping[str, str]:
        return {name: str(value) for name, value in self.scenario.variables.items()}

    def text(self, text: str, state: ExerciseState | None = None) -> str:
        """Return a text of the scenario with its variables, as it read in a state (the last)."""
        if "{" not in text:
            return str(text)
        standing = self._standing(state or self.state)
        decisions = self.scenario.decisions_by_id.keys()
        return str(filled(str(text), self._variables, standing, decisions))

    def _standing(self, state: ExerciseState) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for decision_id in self.scenario.decisions_by_id:
            if words := state.standing_words(decision_id):
                found[decision_id] = str(filled(words, self._variables, {}, ()))
        return found

    def role(self, role_id: str) -> str:
        """Return the title of a seat."""
        role = self.scenario.roles_by_id.get(role_id)
        return self.text(role.title) if role else role_id

    def option(self, decision: Decision, option_id: str | None) -> str:
        """Return the title of an option, empty for none."""
        option = decision.option(option_id)
        return self.text(option.title) if option else ""

    def inject(self, inject_id: str) -> Inject:
        return self.state.inject(inject_id)

    def inject_title(self, inject_id: str) -> str:
        """Return the title under which an inject was played, or was planned."""
        inject, run = self.inject(inject_id), self.state.inject_run(inject_id)
        state = self.state_at(run.released_seq)
        if run.variant is not None:
            varied = inject.variants[run.variant].title
            if varied is not None:
                return self.text(varied, state)
        return self.text(inject.title, state)

    def objective(self, objective_id: str | None) -> str:
        """Return the title of an objective, empty for none."""
        titles = {o.id: o.title for o in self.scenario.objectives}
        return self.text(titles.get(objective_id or "", ""))

    # --- times ---------------------------------------------------------------------------------

    def state_at(self, seq: int) -> ExerciseState:
        """Return the state after an entry; the last one where there is no such entry."""
        return self._states.get(seq, self.state)

    @cached_property
    def _states(self) -> Mapping[int, ExerciseState]:
        pairs = zip(self.record.entries, self.record.states, strict=True)
        return {entry.seq: state for entry, state in pairs}

    def real(self, at: datetime | None) -> str:
        """Return a real moment as time since STARTEX, pauses included."""
        return MISSING if at is None else self.since_start(self.record.moment(at))

    def since_start(self, seconds: float) -> str:
        """Return seconds since STARTEX as 0:13:05; what came before STARTEX with a minus."""
        return moment(seconds) if seconds >= 0 else f"−{moment(-seconds)}"

    def story_time(self, at: datetime | None) -> str:
        """Return a scenario time as D+1 07:00Z."""
        return MISSING if at is None else day_and_time(at, self.scenario.starts)

    def is_first_release(self, entry: Entry) -> bool:
        """Whether an entry released its inject for the first time."""
        event = entry.event
        if not isinstance(event, InjectReleased | InjectImprovised):
            return False
        return self.record.first_releases.get(event.inject_id) is event

    # --- links ---------------------------------------------------------------------------------

    def see(self, *seqs: int) -> Runs:
        """Return a muted reference to log entries, each a link; nothing for none."""
        wanted = sorted({seq for seq in seqs if seq})
        if not wanted:
            return ()
        found = [Run(" [entry " if len(wanted) == 1 else " [entries ", muted=True)]
        for place, seq in enumerate(wanted):
            if place:
                found.append(Run(", ", muted=True))
            found.append(Run(str(seq), target=f"#{entry_anchor(seq)}"))
        return (*found, Run("]", muted=True))

    def seen_during(self, observation: Observation, *, titled: bool = False) -> Runs:
        """Return a muted reference to an observation's entry and to the inject it was made in.

        With `titled` the inject has its title: an evaluator's note that is read alone seldom says
        what it is about.
        """
        inject_id = observation.inject_id
        if inject_id is None or inject_id not in self.record.first_releases:
            return self.see(observation.seq)
        title = f" {self.inject_title(inject_id)}" if titled else ""
        return (
            Run(" [", muted=True),
            Run(inject_id, target=f"#{inject_anchor(inject_id)}"),
            Run(f"{title}, entry ", muted=True),
            Run(str(observation.seq), target=f"#{entry_anchor(observation.seq)}"),
            Run("]", muted=True),
        )


def entry_anchor(seq: int) -> str:
    return f"entry-{seq}"


def decision_anchor(decision_id: str) -> str:
    return f"decision-{decision_id}"


def inject_anchor(inject_id: str) -> str:
    return f"inject-{inject_id}"


def decision_links(decisions: Iterable[DecisionRecord]) -> Runs:
    """Return decisions by their ids, each a link to its section."""
    runs: list[Run] = []
    for record in decisions:
        if runs:
            runs.append(Run(", "))
        runs.append(Run(record.decision.id, target=f"#{decision_anchor(record.decision.id)}"))
    return tuple(runs)
