"""What every keeper of journals does alike: checks at its door, first rows, and its sentences."""

from collections.abc import Sequence
from datetime import datetime

from tabletop.exercise.events import Event, ExerciseCreated
from tabletop.exercise.journal import (
    FIRST_HASH,
    Entry,
    ExerciseSummary,
    JournalDamaged,
    RawRecord,
    RawRow,
    raw_row,
)
from tabletop.exercise.verification import verify
from tabletop.scenario.package import ScenarioPackage

LIST_OF_EXERCISES = "the list of exercises"


def first_summary(
    exercise_id: str, package: ScenarioPackage, created: Event, at: datetime
) -> ExerciseSummary:
    """Return the library's row for an exercise of no entries yet; raise ValueError."""
    if not isinstance(created, ExerciseCreated):
        raise ValueError(  # noqa: TRY004 (the type is right, the kind of event is not)
            f"an exercise begins with ExerciseCreated, not with {type(created).__name__}"
        )
    return ExerciseSummary(
        id=exercise_id,
        name=created.name,
        kind=created.kind,
        scenario_id=package.scenario.id,
        scenario_title=str(package.scenario.title),
        cut=created.cut,
        created_at=at,
        status="ready",
        entries=0,
        head=FIRST_HASH,
    )


def already_there(exercise_id: str) -> str:
    """Say that an exercise with this id is in the library."""
    return f"The exercise {exercise_id} is already in the library; nothing was changed."


def removed_meanwhile(exercise_id: str) -> str:
    """Say that the exercise went while its journal was open."""
    return (
        f"The exercise {exercise_id} was removed from the library meanwhile; nothing is recorded. "
        "Import it again from an export, or start a new exercise."
    )


def moved(seq: int) -> str:
    """Say that the journal has grown elsewhere."""
    return f"The journal has grown past entry {seq} in another window; read on and decide again."


def whole_rows(
    exercise_id: str, package: ScenarioPackage, entries: Sequence[Entry | RawRow]
) -> tuple[RawRow, ...]:
    """Return entries as rows to be stored; raise JournalDamaged when they are not whole."""
    rows = tuple(entry if isinstance(entry, RawRow) else raw_row(entry) for entry in entries)
    if not rows:
        raise JournalDamaged(f"The record of {exercise_id} holds no entry.", seq=1)
    problems = verify(RawRecord(exercise_id, rows, (), package.source))
    if problems:
        told = " ".join(problem.text for problem in problems[:3])
        raise JournalDamaged(
            f"The record of {exercise_id} was changed and is not taken in. {told}",
            seq=problems[0].first,
        )
    return rows
