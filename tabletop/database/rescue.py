"""Saving what a deleted log holds: into a copy beside the database, then into the database itself.

A deleted log can still be read by who holds it, and is gone when that process ends. SQLite would
move it into the database page by page; a reader stops that half way, who came later does not stand
back for a log that it does not know, and a database that got half of a log is damaged. So the log
is not moved at all. It is read into a copy; and when the database belongs to nobody else and is
as it was, it becomes what the copy is in one transaction.
"""

import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tabletop.database.backups import fault_of, settle
from tabletop.database.files import written_beside
from tabletop.database.held_log import HeldLog
from tabletop.database.sentences import (
    code_of,
    library_errors,
    log_gone,
    log_gone_with_copy,
    log_gone_with_unsound_copy,
    log_gone_without_copy,
)
from tabletop.database.sqlite import MOMENT_SECONDS, connect, connect_to_read
from tabletop.exercise.journal import Head, LibraryUnavailable

_OPEN_ELSEWHERE = "another program has the database open"
_RECORDED_ELSEWHERE = "another program may have recorded into the database since"


@dataclass(frozen=True, slots=True)
class Rescue:
    """What to tell people. ``is_done``: all is saved, and the log is held no more."""

    sentence: str
    is_done: bool


def rescue(held: HeldLog, known: Mapping[str, Head], close_others: Callable[[], None]) -> Rescue:
    """Save what a lost log holds.

    ``known``: the end of each exercise as far as it was told to be recorded; a copy is whole when
    it holds that. ``close_others`` closes this process's other connections.
    """
    try:
        copy, fault = _copied_beside(held, known)
    except LibraryUnavailable as problem:
        return Rescue(log_gone_without_copy(held.path, _cause(problem)), is_done=False)
    close_others()
    held.abandon()
    if fault:
        return Rescue(log_gone_with_unsound_copy(held.path, copy, fault), is_done=True)
    hindrance = _put_back(held, copy)
    if hindrance:
        return Rescue(log_gone_with_copy(held.path, copy, hindrance), is_done=True)
    with suppress(OSError):  # a copy that cannot be deleted is in nobody's way
        copy.unlink()
    return Rescue(log_gone(held.path), is_done=True)


def _cause(problem: LibraryUnavailable) -> str:
    cause = problem.__cause__
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror
    return str(cause or problem)


def _copied_beside(held: HeldLog, known: Mapping[str, Head]) -> tuple[Path, str]:
    """Return the path of a copy under a free name, and its fault; raise LibraryUnavailable."""
    for number in count(1):
        added = ".rescued" if number == 1 else f".rescued-{number}"
        target = held.path.with_name(f"{held.path.stem}{added}{held.path.suffix}")
        if target.exists():
            continue
        try:
            return target, _copied(held, known, target)
        except LibraryUnavailable as problem:
            if problem.code != "exists":  # somebody else was faster
                raise
    raise AssertionError("numbers do not end")


def _copied(held: HeldLog, known: Mapping[str, Head], target: Path) -> str:
    """Copy in the one way or the other; return the fault of the better copy, or ""."""
    with written_beside(target) as draft, library_errors(target):
        fault = _read_through(held, known, draft)
        if fault != "":
            with TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as folder:
                pieced = Path(folder) / target.name
                other_fault = _pieced_together(held, known, pieced)
                if fault is None or not other_fault:
                    pieced.replace(draft)
                    return other_fault
    return fault


def _read_through(held: HeldLog, known: Mapping[str, Head], draft: Path) -> str | None:
    """Copy what SQLite reads with the log that it holds; return the fault, or "".

    None when that cannot be read or written to the end.
    """
    with closing(connect(draft)) as copy:
        try:
            held.keeper.backup(copy)
        except sqlite3.DatabaseError:
            return None  # the other way tells why
    return _settled(draft, known)


def _pieced_together(held: HeldLog, known: Mapping[str, Head], draft: Path) -> str:
    """Copy the database and the bare log, and let SQLite find out what they hold.

    The way when another program has written where SQLite looks what is in the log, or into the
    database. Closing what was opened here to be read ends this process's locks on the database,
    but it has no more use for them.
    """
    shutil.copyfile(held.path, draft)
    held.copy_bare_log(draft.with_name(f"{draft.name}-wal"))
    return _settled(draft, known)


def _settled(draft: Path, known: Mapping[str, Head]) -> str:
    """Make a copy one file, complete in itself, and check it; return the fault, or ""."""
    try:
        with closing(connect(draft)) as copy:
            settle(copy)
            return fault_of(copy) or _lacking(copy, known)
    except sqlite3.DatabaseError as error:
        if code_of(error, draft) in {"damaged", "foreign"}:
            return str(error)
        raise


def _lacking(copy: sqlite3.Connection, known: Mapping[str, Head]) -> str:
    """Return which exercise lacks an entry: a log that breaks off is sound as far as it goes."""
    query = (
        "SELECT count(*), max(hash) FILTER (WHERE seq = ?1) FROM journal "
        "WHERE seq <= ?1 AND exercise_id = ?2"
    )
    for exercise_id, head in known.items():
        found = copy.execute(query, (head.seq, exercise_id)).fetchone()
        if found != (head.seq, head.hash):
            return f"{found[0]} of the {head.seq} entries of {exercise_id} are in it"
    return ""


def _put_back(held: HeldLog, copy: Path) -> str:
    """Make the database what the copy is, at once or not at all; return the hindrance, or ""."""
    try:
        database = connect(held.path, busy_seconds=MOMENT_SECONDS, alone=True)
    except sqlite3.DatabaseError as error:
        is_busy = code_of(error, held.path) == "locked"
        return _OPEN_ELSEWHERE if is_busy else _cannot(error)
    with closing(database):
        if held.may_have_rival():
            return _RECORDED_ELSEWHERE
        try:
            with closing(connect_to_read(copy, at_rest=True)) as whole:
                whole.backup(database)
        except sqlite3.DatabaseError as error:
            return _cannot(error)
    return ""


def _cannot(error: sqlite3.Error) -> str:
    return f"the database cannot be written ({error})"
