"""Deleting the log under an open database, and finding again what was acknowledged."""

import re
from pathlib import Path

import pytest

from tabletop.exercise.verification import verify
from tests.database.conftest import Place

BOTH = ("-wal", "-shm")
DELETED = pytest.mark.parametrize("deleted", [BOTH, ("-wal",), ("-shm",)], ids="+".join)
IN_THE_DATABASE = "What was recorded before is in the database."
OWN_LOG = re.compile(r"exercises\.db-wal or exercises\.db-shm in ")
A_COPY = re.compile(r"is in a copy, (.*?), (?:which|but)")


def delete_log(place, deleted=BOTH):
    for ending in deleted:
        place.path.with_name(place.path.name + ending).unlink()


def names(place):
    return {path.name for path in place.path.parent.iterdir()}


def commands_in(path):
    """Return the commands that a database holds, all checked, of an exercise called ex-1."""
    with Place(path).open(busy_seconds=5) as library:
        library.check()
        assert verify(library.raw_record("ex-1")) == ()
        return [entry.command_id for entry in library.open("ex-1").journal.entries()]


def where(told, place):
    """Return the file of which a sentence says that all is in it."""
    assert OWN_LOG.search(told), told
    if IN_THE_DATABASE in told:
        assert "copy" not in told
        return place.path
    return Path(A_COPY.search(told)[1])


def record(program, *commands):
    """Record commands that are all acknowledged."""
    for command in commands:
        assert isinstance(program.ask(command), int)
    return ["start", *commands]
