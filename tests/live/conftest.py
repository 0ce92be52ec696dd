"""A small exercise under way, on a journal in memory and a clock that tests move."""

from datetime import UTC, datetime, timedelta

import pytest

from tabletop.exercise.events import ExerciseCreated
from tabletop.exercise.memory import MemoryLibrary
from tabletop.scenario.model import Scenario
from tabletop.scenario.package import ScenarioPackage

PLAN = {
    "tabletop": "1",
    "id": "pier",
    "title": "The pier",
    "marking": "EXERCISE",
    "starts": "2031-05-01T06:00:00Z",
    "roles": [
        {"id": "NOR", "title": "North", "decides": "true"},
        {"id": "SOU", "title": "South", "decides": "true"},
    ],
    "injects": [
        {
            "id": "I-1",
            "title": "Fog",
            "at": "D+0 06:10",
            "decisions": [
                {
                    "id": "D1",
                    "title": "Close?",
                    "rule": {"kind": "consensus"},
                    "options": [{"id": "a", "title": "Open"}, {"id": "b", "title": "Closed"}],
                }
            ],
        },
        {"id": "I-2", "title": "Wind", "at": "D+0 07:00"},
    ],
}


class Clock:
    def __init__(self):
        self.at = datetime(2026, 11, 12, 8, 0, tzinfo=UTC)

    def __call__(self):
        return self.at

    def pass_minutes(self, minutes):
        self.at += timedelta(minutes=minutes)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def library():
    return MemoryLibrary()


@pytest.fixture
def stored(library, clock):
    package = ScenarioPackage(Scenario.model_validate(PLAN), "source")
    created = ExerciseCreated(
        "Table one", "exercise", "pier", "", package.sha256, None, ("NOR", "SOU")
    )
    return library.create("e-1", package, created, at=clock(), command_id="c-0", actor="test")
