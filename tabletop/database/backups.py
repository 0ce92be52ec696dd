"""Copies of a database: taken while it is in use, checked, and put in place whole."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tabletop.database.files import written_beside
from tabletop.database.sentences import library_errors, unavailable
from tabletop.database.sqlite import BUSY_SECONDS, connect


def copy_open(original: sqlite3.Connection, source: Path, target: Path) -> None:
    """Copy a database as it stands at one moment into a new file; raise LibraryUnavailable.

    ``original`` leads to ``source``, on which an exercise may be running, and is not in a
    transaction. The copy has passed a full check of its structure before it gets its name; a file
    that stands at ``target`` is never replaced.
    """
    with (
        written_beside(target) as draft,
        library_errors(target),
        closing(connect(draft)) as copy,
    ):
        original.backup(copy)
        settle(copy)
        refuse_unsound(copy, source)


def settle(copy: sqlite3.Connection) -> None:
    """Make it one file, complete in itself, on any medium and for any reader."""
    copy.execute("PRAGMA journal_mode=DELETE")


def refuse_unsound(connection: sqlite3.Connection, path: Path) -> None:
    """Check every page, index and reference; raise LibraryUnavailable with the first fault."""
    fault = fault_of(connection)
    if fault:
        raise unavailable("damaged", path, fault)


def fault_of(connection: sqlite3.Connection) -> str:
    """Check every page, index and reference; return the first fault, or ""."""
    connection.execute(f"PRAGMA busy_timeout={int(BUSY_SECONDS * 1000)}")
    faults = [row[0] for row in connection.execute("PRAGMA integrity_check(3)")]
    if faults != ["ok"]:
        return "; ".join(faults)
    orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
    return f"a row of {orphan[0]} belongs to nothing" if orphan else ""
