"""The proof that a record is whole: finds and locates every entry that is not what was written.

Works on rows as they are stored, because an altered entry may no longer be readable. A chain that
somebody forged anew to its end contradicts itself nowhere; only a head kept in another place (the
side journal, a printed report) convicts it. So every head at hand is compared and named.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from tabletop.exercise.events import ExerciseCreated
from tabletop.exercise.journal import FIRST_HASH, KeptHead, RawRecord, RawRow, chained_text
from tabletop.exercise.serialisation import UnknownEvent, event_from_json

ProblemKind = Literal[
    "altered", "missing", "added", "reordered", "cut", "head", "scenario", "store"
]
_TEXTS = ("exercise_id", "at", "command_id", "actor", "event")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the record that is not as it was written; ``first`` to ``last`` are numbers.

    Both are 0 where no entry is meant: the kind ``store``, what the store noticed about itself.
    """

    kind: ProblemKind
    first: int
    last: int
    text: str


def verify(record: RawRecord) -> tuple[Problem, ...]:
    """Return everything that is wrong with a record, in order of the entries; () when whole."""
    rows = _one_per_number(record.rows)
    hashes, problems = _checked_chain(rows, record)
    found = [*_misplaced(record.rows), *_repeated(rows), *problems, *_gaps(rows)]
    found.extend(_scenario(record, rows))
    found.extend(Problem("store", 0, 0, fault) for fault in record.faults)
    for kept in record.heads:
        found.extend(_head_problems(kept, hashes))
    return tuple(sorted(_in_runs(found), key=lambda problem: (problem.first, problem.last)))


def row_hash(row: RawRow, previous_hash: str) -> str | None:
    """Return the hash a row should have after another, or None when no entry looks like it."""
    if not _is_plain(row):
        return None
    return chained_text(
        previous_hash,
        row.exercise_id,
        row.seq,
        row.at,
        row.command_id,
        row.step,
        row.actor,
        row.event,
    )


def _has_number(row: RawRow) -> bool:
    return type(row.seq) is int and row.seq > 0


def _is_plain(row: RawRow) -> bool:
    texts = [getattr(row, name) for name in _TEXTS]
    return (
        _has_number(row)
        and type(row.step) is int
        and all(type(text) is str and "\n" not in text for text in texts)
    )


def _looks_sound(row: RawRow) -> bool:
    """Judge an entry that follows a gap: whether it was altered cannot be told any more."""
    return _is_plain(row) and type(row.hash) is str


def _one_per_number(rows: Sequence[RawRow]) -> tuple[RawRow, ...]:
    first_of: dict[int, RawRow] = {}
    for row in rows:
        if _has_number(row):
            first_of.setdefault(row.seq, row)
    return tuple(first_of[seq] for seq in sorted(first_of))


def _misplaced(rows: Sequence[RawRow]) -> Iterator[Problem]:
    seen: set[int] = set()
    last = 0
    for row in rows:
        if not _has_number(row):
            text = f"After entry {last} stands an entry without a valid number ({row.seq!r})."
            yield Problem("added", last + 1, last + 1, text)
            continue
        if row.seq in seen:
            text = f"Entry {row.seq} is there more than once."
            yield Problem("added", row.seq, row.seq, text)
        elif row.seq < last:
            yield Problem("reordered", row.seq, row.seq, f"Entry {row.seq} stands after {last}.")
        seen.add(row.seq)
        last = row.seq


def _repeated(rows: Sequence[RawRow]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for row in rows:
        first = seen.setdefault(f"{row.command_id}\n{row.step}", row.seq)
        if first != row.seq:
            text = f"Entry {row.seq} records again what entry {first} records."
            yield Problem("added", row.seq, row.seq, text)


def _gaps(rows: Sequence[RawRow]) -> Iterator[Problem]:
    numbers = [0, *(row.seq for row in rows)]
    for before, after in pairwise(numbers):
        if after > before + 1:
            yield Problem("missing", before + 1, after - 1, "")


def _checked_chain(
    rows: Sequence[RawRow], record: RawRecord
) -> tuple[dict[int, str], list[Problem]]:
    """Return the hash that each entry must have had, and the entries that do not fit."""
    hashes = {0: FIRST_HASH}
    problems: list[Problem] = []
    follower = {row.seq - 1: row for row in rows}
    kept = {(head.head.seq, head.head.hash) for head in record.heads}
    for row in rows:
        previous = hashes.get(row.seq - 1)
        right = row_hash(row, previous) if previous is not None else None
        fits = row.exercise_id == record.exercise_id and (
            right == row.hash if previous is not None else _looks_sound(row)
        )
        hashes[row.seq] = str(row.hash)
        if fits:
            continue
        problems.append(Problem("altered", row.seq, row.seq, ""))
        # When what follows agrees with the content, only the hash written here was altered.
        if right is not None and (
            _follows(follower.get(row.seq), right) or (row.seq, right) in kept
        ):
            hashes[row.seq] = right
    return hashes, problems


def _follows(row: RawRow | None, previous_hash: str) -> bool:
    return row is not None and row_hash(row, previous_hash) == row.hash


def _head_problems(kept: KeptHead, hashes: Mapping[int, str]) -> Iterator[Problem]:
    last, seq = max(hashes), kept.head.seq
    if seq > last:
        text = f"The end is cut off: {kept.place} knows {seq} entries, the journal has {last}."
        yield Problem("cut", last + 1, seq, text)
    elif seq in hashes and hashes[seq] != kept.head.hash:
        text = f"Entry {seq} (or one before it) is not the one that {kept.place} knows."
        yield Problem("head", seq, seq, text)
    if kept.current and seq < last:
        text = f"Entries stand behind the end that {kept.place} knows (entry {seq})."
        yield Problem("added", seq + 1, last, text)


def _scenario(record: RawRecord, rows: Sequence[RawRow]) -> Iterator[Problem]:
    if not rows or rows[0].seq != 1 or not isinstance(rows[0].event, str):
        return
    try:
        created = event_from_json(rows[0].event)
    except UnknownEvent:
        return  # a newer version wrote it, or it was altered, and then the chain says so
    if not isinstance(created, ExerciseCreated):
        yield Problem("altered", 1, 1, "The first entry does not create the exercise.")
    elif record.scenario_source is not None:
        source = record.scenario_source.encode("utf-8", "surrogatepass")
        if hashlib.sha256(source).hexdigest() != created.scenario_sha256:
            text = "The scenario's text is not the one that the first entry froze."
            yield Problem("scenario", 1, 1, text)


def _in_runs(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Join altered neighbours and put missing and altered entries into words."""
    run: Problem | None = None
    for problem in problems:
        if problem.text:
            yield problem
        elif run and run.kind == problem.kind and problem.first == run.last + 1:
            run = Problem(run.kind, run.first, problem.last, "")
        else:
            if run:
                yield _worded(run)
            run = problem
    if run:
        yield _worded(run)


def _worded(run: Problem) -> Problem:
    single = run.first == run.last
    numbers = f"Entry {run.first}" if single else f"Entries {run.first} to {run.last}"
    verb = "is" if single else "are"
    if run.kind == "missing":
        return Problem(run.kind, run.first, run.last, f"{numbers} {verb} missing.")
    text = f"{numbers} {verb} not what was written there."
    return Problem(run.kind, run.first, run.last, text)
