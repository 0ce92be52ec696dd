"""Commands about exercises: list, log, verify, forget."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tabletop.cli.errors import told
from tabletop.cli.options import AsJson, Database, ExerciseName
from tabletop.cli.running import FOUND, err, leave, out

if TYPE_CHECKING:
    from tabletop.analysis.record import ExerciseRecord
    from tabletop.exercise.journal import ExerciseSummary


def exercises(database: Database = None, as_json: AsJson = False) -> None:
    """List all exercises, the one created or imported last first."""
    from tabletop.bootstrap.workbench import Workbench

    with told(), Workbench(database) as bench:
        listed = bench.exercises()
        emptiness = bench.emptiness
    for e in listed:
        if e.damage:
            err(e.damage)
    if as_json:
        out(json.dumps([_values(e) for e in listed], ensure_ascii=False, indent=1))
        return
    for e in listed:
        out(f"{e.id[:12]}  {e.status:<8} {e.kind:<13} {e.created_at:%Y-%m-%d %H:%M}  {e.name}")
    if not listed:
        err(emptiness)


def _values(summary: "ExerciseSummary") -> dict[str, Any]:
    return {
        "id": summary.id,
        "name": summary.name,
        "kind": summary.kind,
        "status": summary.status,
        "scenario": summary.scenario_id,
        "cut": summary.cut,
        "created": _iso(summary.created_at),
        "entries": summary.entries,
        "head": summary.head,
    }


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def log(exercise: ExerciseName, database: Database = None, as_json: AsJson = False) -> None:
    """Print the journal of an exercise, entry by entry."""
    from tabletop.bootstrap.workbench import Workbench

    with told(), Workbench(database) as bench:
        record = bench.record(exercise)
        for line in _entries_as_json(record) if as_json else _entries_in_words(record):
            out(line)


def _entries_as_json(record: "ExerciseRecord") -> Iterator[str]:
    from tabletop.exercise.serialisation import event_values

    for entry in record.entries:
        values = {"seq": entry.seq, "at": _iso(entry.at), "actor": entry.actor}
        yield json.dumps({**values, **event_values(entry.event)}, ensure_ascii=False)


def _entries_in_words(record: "ExerciseRecord") -> Iterator[str]:
    """Yield what each entry says, and what its moment makes of it: late, early, void."""
    from tabletop.exercise.folding import apply
    from tabletop.exercise.lateness import recorded_sentence
    from tabletop.exercise.state import initial_state

    state = initial_state(record.scenario)
    for entry in record.entries:
        state = apply(state, entry)
        said = recorded_sentence(entry, state, record.scenario)
        yield f"{entry.seq:>5}  {entry.at.astimezone():%H:%M:%S}  {said}"


def verify(exercise: ExerciseName, database: Database = None, as_json: AsJson = False) -> None:
    """Prove that the journal of an exercise is whole, or say where it is not."""
    from tabletop.bootstrap.workbench import Workbench
    from tabletop.exercise.verification import verify as problems_of

    with told(), Workbench(database) as bench:
        record = bench.raw_record(exercise)
        problems = problems_of(record)
    head = record.heads[0].head
    if as_json:
        values = {
            "exercise": record.exercise_id,
            "entries": head.seq,
            "head": head.hash,
            "whole": not problems,
            "problems": [
                {"kind": p.kind, "first": p.first, "last": p.last, "text": p.text} for p in problems
            ],
        }
        out(json.dumps(values, ensure_ascii=False, indent=1))
    else:
        for problem in problems:
            out(problem.text)
        if not problems:
            out(f"Whole: {head.seq} entries, chain ends in {head.hash}")
    if problems:
        raise typer.Exit(FOUND)


def forget(
    exercise: ExerciseName,
    names_only: Annotated[
        bool, typer.Option("--names-only", help="Remove the people's names, keep the record.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    database: Database = None,
) -> None:
    """Remove an exercise for good, or only the names of its people."""
    from tabletop.bootstrap.workbench import Workbench

    with told(), Workbench(database) as bench:
        summary = bench.find(exercise)
        what = "the names of the people in" if names_only else "the whole record of"
        if not yes:
            err(
                f"This removes {what} “{summary.name}” ({summary.entries} entries) for good. "
                f"To keep a copy first: tabletop report {summary.id[:12]} --format json -o FOLDER"
            )
            if not _agreed():
                leave(FOUND, "Nothing was removed.")
        bench.forget(summary.id, names_only=names_only)
    err("The names are gone." if names_only else f"“{summary.name}” is gone.")


def _agreed() -> bool:
    try:
        return typer.confirm("Remove it?", default=False, err=True)
    except typer.Abort:  # the end of the input, or Ctrl-C
        err("")
        return False
