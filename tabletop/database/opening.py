"""The door: opens a database, or says in one sentence why not. Looks before it touches anything."""

import os
import stat
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect

from tabletop.database.addresses import mounted_file_systems, refuse_network_share, sqlite_path
from tabletop.database.creation import create_database
from tabletop.database.library import ReadPackage, SqlLibrary
from tabletop.database.migrations import STEPS, Step, current_version, stored_version, upgrade
from tabletop.database.schema import metadata
from tabletop.database.sentences import NO_LOG, library_errors, unavailable
from tabletop.database.sqlite import (
    APPLICATION_ID,
    BUSY_SECONDS,
    engine_for,
    for_writing,
    glance,
    triggers_of,
    use_log,
)
from tabletop.database.store import Store
from tabletop.exercise.journal import LibraryUnavailable

# The journal is proved by its hash chain when it is read; checking its pages too would take long.
_CHECKED_AT_ONCE = ("exercise", "participant", "scenario_source", "attachment")


def open_database(
    address: str | Path,
    *,
    create: bool,
    read_package: ReadPackage,
    busy_seconds: float = BUSY_SECONDS,
    steps: Sequence[Step] = STEPS,
) -> SqlLibrary:
    """Open the database at a path or ``sqlite:///`` address; close it when done.

    With ``create`` a missing file is made; without it, it is an error. An older file is backed up
    beside itself and upgraded, unless somebody else has it open. Raises LibraryUnavailable, whose
    ``code`` tells the kind; then nothing was created and nothing was altered.
    """
    path = sqlite_path(address)
    refuse_network_share(path, mounted_file_systems())
    if create and not path.exists():
        _create(path, steps)
    refuse_unfit(path, steps)
    _refuse_protected(path)
    with library_errors(path):
        engine = engine_for(path, busy_seconds=busy_seconds)
        try:
            _refuse_unwritable(engine, path, busy_seconds)
            _lift(engine, path, busy_seconds, steps)
        finally:
            engine.dispose()  # what the store holds, it finds by itself
        store = Store.at(path, busy_seconds=busy_seconds)
        try:
            # Another program, newer than this one, may have lifted it further meanwhile.
            _refuse_newer(path, stored_version(store.reader), steps)
            _refuse_damaged(store.reader, path)
        except BaseException:
            store.close()
            raise
    return SqlLibrary(store, read_package)


def _create(path: Path, steps: Sequence[Step]) -> None:
    try:
        create_database(path, version=current_version(steps))
    except LibraryUnavailable as problem:
        if problem.code != "exists":  # somebody else was faster: theirs is as good
            raise


def refuse_unfit(path: Path, steps: Sequence[Step] = STEPS) -> None:
    """Raise LibraryUnavailable when a file is none of ours, cut short, or newer than we know."""
    _refuse_what_is_no_file(path)
    _refuse_foreign(path, steps)


def _refuse_what_is_no_file(path: Path) -> None:
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise unavailable("missing", path) from error
    except OSError as error:
        raise unavailable("unreachable", path, error.strerror or str(error)) from error
    if stat.S_ISDIR(found.st_mode):
        raise unavailable("folder", path)
    if not stat.S_ISREG(found.st_mode):
        raise unavailable("foreign", path)
    if found.st_size == 0:
        raise unavailable("empty", path)


def _refuse_foreign(path: Path, steps: Sequence[Step]) -> None:
    with library_errors(path):
        seen = glance(path)
    if seen.application_id != APPLICATION_ID:
        raise unavailable("foreign", path)
    _refuse_newer(path, seen.version, steps)
    # With a log beside it, the missing part may be in the log; SQLite puts it back.
    if path.stat().st_size < seen.size and not path.with_name(f"{path.name}-wal").exists():
        raise unavailable("damaged", path, "its end is missing")


def _refuse_protected(path: Path) -> None:
    """Ask before SQLite does: it would leave files of its log beside a read-only database."""
    if not os.access(path, os.W_OK):
        raise unavailable("read-only-file", path)
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise unavailable("read-only-folder", path)


def _refuse_newer(path: Path, version: int, steps: Sequence[Step]) -> None:
    ours = current_version(steps)
    if version > ours:
        detail = f"its format is {version}, this version knows {ours}"
        raise unavailable("newer", path, detail)
    if version < 1:
        raise unavailable("damaged", path, "it has no version number")


def _refuse_unwritable(engine: Engine, path: Path, busy_seconds: float) -> None:
    """Write once and take it back: what is locked or read-only shows now, not at an entry."""
    with for_writing(engine).connect() as connection, connection.begin() as attempt:
        # On a read-only file BEGIN IMMEDIATE alone succeeds.
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        connection.exec_driver_sql(f"PRAGMA user_version={version}")
        attempt.rollback()
    if not use_log(path, busy_seconds=busy_seconds):
        raise unavailable("unreachable", path, NO_LOG)


def _lift(engine: Engine, path: Path, busy_seconds: float, steps: Sequence[Step]) -> None:
    version = stored_version(engine)
    _refuse_newer(path, version, steps)
    if version == current_version(steps):
        return
    with engine.connect() as connection:
        fault = _unprotected(connection)
    if fault:
        raise unavailable("damaged", path, fault)
    engine.dispose()  # the upgrade is alone with the file
    upgrade(path, steps, busy_seconds=busy_seconds)


def _refuse_damaged(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        fault = lacking_part(connection) or _unprotected(connection) or _broken_page(connection)
    if fault:
        raise unavailable("damaged", path, fault)


def lacking_part(connection: Connection) -> str | None:
    """Return which table or column a database lacks, or None."""
    found = inspect(connection)
    for table in metadata.sorted_tables:
        if not found.has_table(table.name):
            return f"the table {table.name} is missing"
        columns = {column["name"] for column in found.get_columns(table.name)}
        if not columns.issuperset(table.columns.keys()):
            return f"the table {table.name} lacks columns"
    return None


def changed_protection(connection: Connection) -> tuple[str, ...]:
    """Return the triggers that keep entries as they are and that are missing or changed.

    An older database is measured by what its version had.
    """
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    triggers = {row.name: row.sql for row in connection.exec_driver_sql(query)}
    return tuple(name for name, sql in triggers_of(version).items() if triggers.get(name) != sql)


def _unprotected(connection: Connection) -> str | None:
    changed = changed_protection(connection)
    if not changed:
        return None
    return (
        f"the protection {changed[0]} is missing or changed; “tabletop verify” says what that did"
    )


def _broken_page(connection: Connection) -> str | None:
    for table in _CHECKED_AT_ONCE:
        fault = connection.exec_driver_sql(f"PRAGMA integrity_check('{table}')").scalar()
        if fault != "ok":
            return str(fault)
    return None
