"""The two libraries that must keep exercises alike, and a file to be spoilt."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tabletop.database.opening import open_database
from tabletop.exercise.memory import MemoryLibrary
from tests.database.samples import PACKAGE, PEOPLE, chain, position, read_package


@dataclass
class Place:
    """A database file to be spoilt and opened."""

    path: Path

    def open(self, **changes):
        values = {"create": False, "read_package": read_package, "busy_seconds": 0.05, **changes}
        return open_database(self.path, **values)


@pytest.fixture
def place(tmp_path):
    return Place(tmp_path / "exercises.db")


@pytest.fixture
def filled_place(place):
    """A closed database that holds one exercise of 301 entries."""
    with place.open(create=True) as library:
        entries = chain(*(position(number) for number in range(300)))
        library.record("ex-1", PACKAGE, entries, status="running", participants=PEOPLE)
    return place


@pytest.fixture
def on_disk(place):
    with place.open(create=True, busy_seconds=30) as library:
        yield library


@pytest.fixture(params=["memory", "disk"])
def library(request):
    return MemoryLibrary() if request.param == "memory" else request.getfixturevalue("on_disk")
