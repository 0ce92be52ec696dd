"""An exercise as its report sees it: the plan, the entries, the people and the state they give."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from tabletop.exercise.events import InjectImprovised, InjectReleased
from tabletop.exercise.folding import replay
from tabletop.exercise.journal import FIRST_HASH, Entry, Head, Participant
from tabletop.exercise.state import ExerciseState, initial_state
from tabletop.scenario.model import Scenario
from tabletop.scenario.package import ScenarioPackage


@dataclass(frozen=True)
class ExerciseRecord:
    """Everything a report is made of. Same record, same report."""

    exercise_id: str
    package: ScenarioPackage
    entries: tuple[Entry, ...]
    participants: tuple[Participant, ...] = ()

    @property
    def scenario(self) -> Scenario:
        """The plan that was frozen into the exercise."""
        return self.package.scenario

    @cached_property
    def state(self) -> ExerciseState:
        """The state after the last entry."""
        return replay(initial_state(self.scenario), self.entries)

    @cached_property
    def states(self) -> tuple[ExerciseState, ...]:
        """The state after each entry, in order."""
        found: list[ExerciseState] = []
        state = initial_state(self.scenario)
        for entry in self.entries:
            state = replay(state, (entry,))
            found.append(state)
        return tuple(found)

    @property
    def head(self) -> Head:
        """The end of the hash chain, as it is printed in the report."""
        last = self.entries[-1] if self.entries else None
        return Head(last.seq, last.hash) if last else Head(0, FIRST_HASH)

    @property
    def until(self) -> datetime:
        """ENDEX, or the last entry of an exercise still under way."""
        if self.state.ended_at is not None:
            return self.state.ended_at
        return self.entries[-1].at if self.entries else self.scenario.starts

    @cached_property
    def _entries_by_seq(self) -> Mapping[int, Entry]:
        return {entry.seq: entry for entry in self.entries}

    @cached_property
    def first_releases(self) -> Mapping[str, InjectReleased | InjectImprovised]:
        """The first release of every inject that was played, planned or improvised.

        A release that was undone is none.
        """
        first = {run.first_released_seq for run in self.state.injects.values()}
        return {
            entry.event.inject_id: entry.event
            for entry in self.entries
            if isinstance(entry.event, InjectReleased | InjectImprovised) and entry.seq in first
        }

    @property
    def improvised(self) -> tuple[str, ...]:
        """The improvised injects that were played; one that was undone was not."""
        injects = self.state.injects
        return tuple(i for i in self.state.improvised if injects[i].first_released_at is not None)

    @cached_property
    def standing_entries(self) -> tuple[Entry, ...]:
        """The entries that tell what happened: without slips that were undone, and their undoing.

        The whole journal is ``entries``; nothing is ever left out of that.
        """
        gone = self.state.undone | self.state.undoing
        return tuple(entry for entry in self.entries if entry.seq not in gone)

    def moment_of_entry(self, seq: int) -> float:
        """Return the real seconds from STARTEX to an entry, pauses included."""
        return self.moment(self._entries_by_seq[seq].at)

    def moment(self, at: datetime) -> float:
        """Return the real seconds from STARTEX to a moment, pauses included."""
        started = self.state.started_at
        return 0.0 if started is None else (at - started).total_seconds()

    def moment_of_played(self, played: float) -> float:
        """Return the real seconds from STARTEX at which so many seconds had been played.

        For moments that are no entries, such as a deadline; a pause that has not ended counts
        up to the last entry.
        """
        if self.state.started_at is None:
            return played
        return self.moment(self.state.moment_of_played(played, self.until))


def exercise_record(
    exercise_id: str,
    package: ScenarioPackage,
    entries: tuple[Entry, ...],
    participants: tuple[Participant, ...] = (),
) -> ExerciseRecord:
    """Return the record of an exercise."""
    return ExerciseRecord(exercise_id, package, entries, participants)
