"""Lifting an older database: a backup first, then one step after the other.

Each step is one transaction together with the version number it leads to, so an upgrade that was
interrupted goes on where it stopped. A released step is never edited; a new one is added at the
end, with the tables in ``schema.py`` changed to match and its history noted there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from tabletop.database.backups import back_up
from tabletop.database.sentences import unavailable
from tabletop.database.sqlite import for_writing
from tabletop.exercise.journal import LibraryUnavailable


@dataclass(frozen=True, slots=True)
class Step:
    """Lifts a database by one version; ``title`` says what for."""

    title: str
    lift: Callable[[Connection], None]


# The first step leads from version 1 to version 2.
STEPS: tuple[Step, ...] = ()


def current_version(steps: Sequence[Step]) -> int:
    """Return the version that the last step leads to."""
    return 1 + len(steps)


def stored_version(engine: Engine) -> int:
    """Return the version of a database, what is still in its log included."""
    with engine.connect() as connection:
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def upgrade(engine: Engine, path: Path, steps: Sequence[Step]) -> Path | None:
    """Lift a database to the current version; return the path of the backup, if one was made.

    Raises LibraryUnavailable (code ``upgrade``) when a step fails; the steps before it stay.
    """
    version = stored_version(engine)
    if version >= current_version(steps):
        return None
    backup = _free_name(path, version)
    back_up(path, backup)
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
    return backup


def _lift(connection: Connection, path: Path, number: int, step: Step) -> None:
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if version != number:
        return  # another program lifted it between our look and our lock
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
