"""The victim: records positions as fast as it can, and tells of each one through a pipe."""

import os
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import chain, count
from pathlib import Path

from tabletop.database.opening import open_database
from tabletop.exercise.journal import Journal, Library
from tests.database.samples import CREATED, PACKAGE, STARTEX, position, read_package

EXERCISE = "under-fire"


def record_until_killed(path: Path, commands: Sequence[str], pipe: int, *, early: bool) -> None:
    """Record without end: first ``commands`` again, as a page that got no answer would.

    With ``early`` it is the broken twin, which acknowledges before the commit.
    """
    library = open_database(path, create=True, read_package=read_package)
    journal = _journal(library)
    for command in chain(commands, _new_commands()):
        if early:
            _acknowledge(pipe, journal.head.seq + 1, command)
        at = STARTEX + timedelta(milliseconds=journal.head.seq)
        event = position(reason=f"the reason of {command}")
        (entry,) = journal.append(
            (event,), at=at, command_id=command, actor="TUR", status="running"
        )
        if not early:
            _acknowledge(pipe, entry.seq, command)


def _journal(library: Library) -> Journal:
    if not library.exercises():
        library.create(
            EXERCISE, PACKAGE, CREATED, at=STARTEX, command_id="created", actor="facilitator"
        )
    return library.open(EXERCISE).journal


def _new_commands() -> Iterator[str]:
    return (f"{os.getpid()}-{number}" for number in count())


def _acknowledge(pipe: int, seq: int, command: str) -> None:
    os.write(pipe, f"{seq} {command}\n".encode())
