"""What became of the injects: the status of each, and how many there were of which kind.

A recall keeps what happened before the room; a release that was undone never was.
"""

from collections import Counter
from dataclasses import dataclass

from tabletop.analysis.record import ExerciseRecord
from tabletop.exercise.conditions import in_cut
from tabletop.exercise.state import ExerciseState
from tabletop.scenario.model import Inject


@dataclass(frozen=True, slots=True)
class InjectCounts:
    """How many injects an exercise planned and played.

    ``planned`` are those of the line that was played: of the chosen cut, contingencies left out,
    and of those that share a ``one_of`` word the one that is played. ``released``, ``skipped``
    and ``not_reached`` are parts of it and add up to it; ``recalled`` were released and taken
    away again, wherever they came from. ``contingencies`` and ``from_outside`` (planned for
    another cut) were released besides, and ``improvised`` were not planned at all.
    """

    planned: int
    released: int
    skipped: int
    not_reached: int
    contingencies: int
    from_outside: int
    improvised: int
    recalled: int

    @property
    def played(self) -> int:
        """All that the room has seen, wherever it came from, recalled or not."""
        return self.released + self.contingencies + self.from_outside + self.improvised


def inject_status(record: ExerciseRecord, inject_id: str) -> str:
    """Return one of the statuses of injects in the format."""
    state = record.state
    run = state.inject_run(inject_id)
    if run.first_released_at is not None:
        played = "improvised" if inject_id in state.improvised else "released"
        return "recalled" if run.recalled else played
    if run.skipped:
        return "skipped"
    known = inject_id in state.scenario.injects_by_id
    return "not_in_cut" if known and not in_cut(inject_id, state) else "not_reached"


def inject_counts(record: ExerciseRecord) -> InjectCounts:
    """Return what was planned for the version that was played, and what became of it."""
    state = record.state
    line = _line(state)
    of_line = Counter(_became(state, inject) for inject in line)
    besides = [i for i in state.scenario.injects if i not in line and _was_released(state, i.id)]
    return InjectCounts(
        planned=len(line),
        released=of_line["released"],
        skipped=of_line["skipped"],
        not_reached=of_line["not_reached"],
        contingencies=sum(inject.contingency for inject in besides),
        from_outside=sum(not inject.contingency for inject in besides),
        improvised=len(record.improvised),
        recalled=sum(run.recalled for run in state.injects.values()),
    )


def _was_released(state: ExerciseState, inject_id: str) -> bool:
    return state.inject_run(inject_id).first_released_at is not None


def _became(state: ExerciseState, inject: Inject) -> str:
    if _was_released(state, inject.id):
        return "released"
    return "skipped" if state.inject_run(inject.id).skipped else "not_reached"


def _line(state: ExerciseState) -> tuple[Inject, ...]:
    """Return the injects of the line that was played, of alternatives those that were released.

    Where none of a group of alternatives was released yet, the first of it stands for the group.
    """
    in_line = [i for i in state.scenario.injects if not i.contingency and in_cut(i.id, state)]
    standing: dict[str, str] = {}
    for inject in in_line:
        if inject.one_of is not None:
            standing.setdefault(inject.one_of, inject.id)
    played = {i.one_of for i in in_line if i.one_of is not None and _was_released(state, i.id)}

    def belongs(inject: Inject) -> bool:
        if inject.one_of is None or _was_released(state, inject.id):
            return True
        return inject.one_of not in played and standing[inject.one_of] == inject.id

    return tuple(inject for inject in in_line if belongs(inject))
