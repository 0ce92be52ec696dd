"""Lifting an older database: alone with the file, a backup first, then one step after the other.

Nobody else may have the file open meanwhile: an older program that goes on would write into a shape
it does not know, and one that opens it later finds the newer number and refuses. Each step is one
transaction together with the version number it leads to, so an upgrade that was interrupted goes on
where it stopped. A released step is never edited; a new one is added at the end, with the tables in
``schema.py`` changed to match and its history noted there.
"""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import uniform
from threading import Event

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from tabletop.database.backups import copy_open
from tabletop.database.sentences import code_of, open_elsewhere, unavailable
from tabletop.database.sqlite import (
    ENTRIES_ARE_NOT_REPLACED,
    connect,
    engine_for,
    engine_on,
    for_writing,
    triggers_of,
)
from tabletop.exercise.journal import LibraryUnavailable

# So often somebody who waits tries to have the file alone, and looks whether it is lifted already.
_ATTEMPTS = 20


@dataclass(frozen=True, slots=True)
class Step:
    """Lifts a database by one version; ``title`` says what for."""

    title: str
    lift: Callable[[Connection], None]


def _refuse_replacing(connection: Connection) -> None:
    connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {ENTRIES_ARE_NOT_REPLACED}")
    connection.exec_driver_sql(triggers_of(2)[ENTRIES_ARE_NOT_REPLACED])


# The first step leads from version 1 to version 2.
STEPS: tuple[Step, ...] = (Step("entries cannot be replaced", _refuse_replacing),)


def current_version(steps: Sequence[Step]) -> int:
    """Return the version that the last step leads to."""
    return 1 + len(steps)


def stored_version(engine: Engine) -> int:
    """Return the version of a database, what is still in its log included."""
    with engine.connect() as connection:
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def upgrade(path: Path, steps: Sequence[Step], *, busy_seconds: float) -> Path | None:
    """Lift a database to the current version; return the path of the backup, if one was made.

    The caller has no connection to the file. Raises LibraryUnavailable: code ``locked`` when
    somebody has the file open, ``upgrade`` when a step fails; the steps before it stay.
    """
    alone = _alone(path, steps, busy_seconds)
    if alone is None:
        return None
    engine = engine_on(alone)
    try:
        version = stored_version(engine)
        if version >= current_version(steps):
            return None
        backup = _free_name(path, version)
        copy_open(alone, path, backup)
        _lift_all(engine, path, steps, version, backup)
        return backup
    finally:
        engine.dispose()


def _alone(path: Path, steps: Sequence[Step], busy_seconds: float) -> sqlite3.Connection | None:
    """Return the only connection to a file, or None when another program has lifted it meanwhile.

    Raises LibraryUnavailable when somebody has it open and does not lift it.
    """
    patience = busy_seconds / _ATTEMPTS
    for _ in range(_ATTEMPTS):
        try:
            # Two that waited inside SQLite would stand in each other's way for ever: whoever wants
            # to be alone holds a share of the file until its attempt is over.
            return connect(path, busy_seconds=0, alone=True)
        except sqlite3.OperationalError as error:
            if code_of(error, path) != "locked":
                raise
        if _is_current(path, steps, patience):
            return None
        Event().wait(patience * uniform(0.5, 1.5))  # noqa: S311 (out of step, no secret)
    raise LibraryUnavailable(open_elsewhere(path), code="locked")


def _is_current(path: Path, steps: Sequence[Step], busy_seconds: float) -> bool:
    engine = engine_for(path, busy_seconds=busy_seconds)
    try:
        return stored_version(engine) >= current_version(steps)
    except DBAPIError as error:
        if error.orig is None or code_of(error.orig, path) != "locked":
            raise
        return False  # whoever is alone with it is not done
    finally:
        engine.dispose()


def _lift_all(
    engine: Engine, path: Path, steps: Sequence[Step], version: int, backup: Path
) -> None:
    for number, step in enumerate(steps[version - 1 :], start=version):
        try:
            with for_writing(engine).begin() as connection:
                _lift(connection, path, number, step)
        except DBAPIError as error:
            raise LibraryUnavailable(
                f"{path} could not be upgraded from version {number} to {number + 1} "
                f"({step.title}: {error.orig}). It stays at version {number}; a backup from before "
                f"the upgrade is {backup}. Free space if the disk is full, and try again.",
                code="upgrade",
            ) from error


def _lift(connection: Connection, path: Path, number: int, step: Step) -> None:
    step.lift(connection)
    orphan = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if orphan:
        raise unavailable("damaged", path, f"a row of {orphan[0]} belongs to nothing")
    connection.exec_driver_sql(f"PRAGMA user_version={number + 1}")


def _free_name(path: Path, version: int) -> Path:
    wanted = path.with_name(f"{path.name}.version-{version}.backup")
    number = 2
    while wanted.exists():
        wanted = path.with_name(f"{path.name}.version-{version}-{number}.backup")
        number += 1
    return wanted
