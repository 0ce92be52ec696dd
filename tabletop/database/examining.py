"""Reading a record that may have been tampered with: nothing is trusted and nothing is written.

``opening`` refuses a file whose protection somebody took away, because nobody shall go on writing
into it. The proof must still be able to say which entries were altered then.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from tabletop.database.addresses import sqlite_path
from tabletop.database.library import stored_record
from tabletop.database.opening import changed_protection, lacking_part, refuse_unfit
from tabletop.database.packages import kept_attachments
from tabletop.database.people import people_are_unchanged
from tabletop.database.schema import exercise, exercise_seal
from tabletop.database.sentences import library_errors, unavailable
from tabletop.database.sqlite import read_only_engine, unreadable_text_kept
from tabletop.exercise.journal import LibraryUnavailable, RawRecord


class Listed(NamedTuple):
    """An exercise as the list in the file calls it."""

    id: str
    name: str


Choose = Callable[[Sequence[Listed]], Listed]


def examined_record(address: str | Path, choose: Choose) -> RawRecord:
    """Return what a file holds of the exercise that ``choose`` picks from its list, newest first.

    Missing protection and broken seals are among its ``faults``. Raises LibraryUnavailable when
    the file cannot be read at all.
    """
    path = sqlite_path(address)
    refuse_unfit(path)
    if not _is_in_use(path):
        before = path.stat()
        record = _read(path, choose, at_rest=True)
        now = path.stat()
        if not _is_in_use(path) and (before.st_mtime_ns, before.st_size) == (
            now.st_mtime_ns,
            now.st_size,
        ):
            return record
    return _read(path, choose, at_rest=False)


def _is_in_use(path: Path) -> bool:
    """Whether a log lies beside the file: somebody has it open, or died with it open."""
    return path.with_name(f"{path.name}-wal").exists()


def _read(path: Path, choose: Choose, *, at_rest: bool) -> RawRecord:
    with _reading(path, at_rest=at_rest) as connection:
        lacking = lacking_part(connection)
        if lacking:
            raise unavailable("damaged", path, lacking)
        kept = connection.execute(select(exercise).order_by(exercise.c.number.desc())).all()
        chosen = choose([Listed(str(row.id), str(row.name)) for row in kept])
        row = next(row for row in kept if str(row.id) == chosen.id)
        record = stored_record(connection, row)
        return replace(record, faults=tuple(_faults(connection, row, path)))


@contextmanager
def _reading(path: Path, *, at_rest: bool) -> Iterator[Connection]:
    engine = read_only_engine(path, at_rest=at_rest)
    try:
        with library_errors(path), engine.begin() as connection, unreadable_text_kept(connection):
            connection.exec_driver_sql("BEGIN")
            yield connection
    finally:
        engine.dispose()


def _faults(connection: Connection, row: Any, path: Path) -> Iterator[str]:
    for name in changed_protection(connection):
        yield (
            f"The protection {name} of the database is missing or changed: entries could be "
            "altered, deleted or renumbered since."
        )
    if exercise_seal(row) != row.seal:
        yield "What the list of exercises says of this exercise was changed."
    if not people_are_unchanged(connection, row.id):
        yield "The list of people was changed."
    try:
        kept_attachments(connection, row.id, row.attachments_seal, path)
    except LibraryUnavailable:
        yield "An attachment of the scenario is missing or was changed."
