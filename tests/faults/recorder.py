"""The victim: records positions as fast as it can, and tells of each one through a pipe."""

import os
import signal
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import chain, count
from pathlib import Path

from tabletop.database.held_log import HeldLog, LogGone
from tabletop.database.opening import open_database
from tabletop.database.sqlite import LOG_FILES
from tabletop.exercise.journal import Journal, JournalUnavailable, Library
from tests.database.samples import CREATED, PACKAGE, STARTEX, position, read_package

EXERCISE = "under-fire"
REFUSED = "! "


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


def record_until_refused(path: Path, pipe: int, *, by_name: bool) -> None:
    """Record without end, until it is refused; then tell why, and wait to be killed.

    With ``by_name`` it is the broken twin, to which any log is the log that it holds.
    """
    if by_name:
        HeldLog.look = _look_by_name  # type: ignore[method-assign]
    journal = _journal(open_database(path, create=True, read_package=read_package))
    try:
        for command in _new_commands():
            at = STARTEX + timedelta(milliseconds=journal.head.seq)
            event = position(reason=f"the reason of {command}")
            (entry,) = journal.append(
                (event,), at=at, command_id=command, actor="TUR", status="running"
            )
            _acknowledge(pipe, entry.seq, command)
    except JournalUnavailable as refusal:
        os.write(pipe, f"{REFUSED}{refusal}\n".encode())
    signal.pause()


def _look_by_name(held: HeldLog) -> None:
    if not all(Path(f"{held.path}{ending}").exists() for ending in LOG_FILES):
        raise LogGone


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
