"""A small council with every kind of rule, a clock that stands until moved, a console on it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tabletop.exercise.events import ExerciseCreated
from tabletop.exercise.journal import JournalUnavailable
from tabletop.exercise.memory import MemoryLibrary
from tabletop.live import LiveExercise
from tabletop.scenario.model import Scenario
from tabletop.scenario.package import ScenarioPackage

ASSETS = Path(__file__).parents[3] / "assets"
NINE = datetime(2026, 11, 12, 9, 0, tzinfo=UTC)

OPTIONS = [
    {"id": "0", "title": "Leave it", "position": "0"},
    {"id": "1", "title": "Inform", "position": "1"},
    {"id": "2", "title": "Consult", "position": "2"},
    {"id": "3", "title": "Reinforce", "position": "3"},
]
LETTERS = [
    {"id": "a", "title": "No meeting", "position": "0"},
    {"id": "b", "title": "Information", "position": "1"},
    {"id": "c", "title": "TUR asks", "position": "2", "only": ["TUR"]},
    {"id": "d", "title": "Another asks", "position": "2"},
]
WORDS = [
    {"id": "none", "title": "Nothing"},
    {"id": "ship", "title": "A ship"},
    {"id": "funds", "title": "Money"},
]

COUNCIL = {
    "tabletop": "1",
    "id": "small",
    "title": "Small Council",
    "marking": "FOR EXERCISE PURPOSES ONLY",
    "starts": "2031-03-04T06:00:00Z",
    "variables": {"capital": "Ankara"},
    "objectives": [{"id": "O1", "title": "Consult in time"}, {"id": "O2", "title": "Evidence"}],
    "scales": [
        {
            "id": "posture",
            "title": "How far",
            "levels": [{"value": str(n), "title": f"Level {n}"} for n in range(4)],
        }
    ],
    "state": [{"id": "evidence", "title": "Evidence", "start": "1", "maximum": "4"}],
    "facts": [
        {"id": "Q1", "question": "From there?", "answer": "true"},
        {"id": "Q2", "question": "On purpose?", "answer": "false"},
    ],
    "roles": [
        *({"id": code, "title": code, "decides": "true"} for code in ("TUR", "POL", "GRC", "GBR")),
        {"id": "SG", "title": "Secretary General", "kind": "chair"},
    ],
    "cards": [
        {"id": "frontline", "title": "Front line"},
        {"id": "frugal", "title": "Frugal"},
        {"id": "host", "title": "Host nation", "only": ["TUR"]},
    ],
    "phases": [{"id": "one", "title": "Incident"}, {"id": "two", "title": "Consultation"}],
    "injects": [
        {
            "id": "I-01",
            "title": "A track",
            "phase": "one",
            "at": "D+0 06:10",
            "channel": "military-flash",
            "from": "Air Command",
            "body": "One **track** over {capital}.",
            "minutes": "10",
            "notes": "SECRET-NOTE keep calm",
            "prompts": ["Who is told?", "What is known?"],
            "expected": [{"id": "ask", "text": "Ask {capital}", "objective": "O1"}],
            "answers": [{"question": "Range?", "text": "Forty kilometres."}],
            "handouts": [
                {"id": "order", "to": ["POL"], "title": "An order", "body": "Wait.", "held": "true"}
            ],
        },
        {
            "id": "I-02",
            "title": "A request",
            "phase": "one",
            "at": "D+0 08:00",
            "minutes": "15",
            "decisions": [
                {
                    "id": "D1",
                    "title": "Form of work",
                    "question": "In what form?",
                    "scale": "posture",
                    "first_round": "true",
                    "minutes": "10",
                    "rule": {"kind": "on_request", "triggers": ["c", "d"], "otherwise": "b"},
                    "options": LETTERS,
                }
            ],
        },
        {
            "id": "I-03",
            "title": "How far",
            "phase": "two",
            "at": "D+1 10:00",
            "minutes": "20",
            "decisions": [
                {
                    "id": "D2",
                    "title": "Where do we stand?",
                    "scale": "posture",
                    "first_round": "true",
                    "minutes": "12",
                    "rule": {"kind": "consensus"},
                    "asks": ["Q1", "Q2"],
                    "options": OPTIONS,
                },
                {
                    "id": "D3",
                    "title": "National offers",
                    "rule": {"kind": "each", "several": "true"},
                    "options": WORDS,
                },
            ],
        },
        {
            "id": "I-04",
            "title": "The alert",
            "phase": "two",
            "at": "D+1 15:00",
            "decisions": [
                {
                    "id": "D4",
                    "title": "Endorse it?",
                    "scale": "posture",
                    "rule": {"kind": "silence", "minutes": "5", "hours": "4"},
                    "options": LETTERS[:2],
                }
            ],
        },
        {
            "id": "I-05",
            "title": "Only if low",
            "phase": "two",
            "when": {"position": "posture", "at_most": "1"},
        },
        {
            "id": "I-06",
            "title": "Remedies",
            "phase": "two",
            "at": "D+2 09:00",
            "decisions": [
                {
                    "id": "D5",
                    "title": "What first?",
                    "rule": {"kind": "ranking"},
                    "options": WORDS,
                },
                {
                    "id": "D6",
                    "title": "First line",
                    "scale": "posture",
                    "rule": {"kind": "authority", "roles": ["SG"]},
                    "options": LETTERS[:2],
                },
            ],
        },
        {
            "id": "C-1",
            "title": "Deadlock",
            "contingency": "true",
            "when": {"state": "evidence", "at_least": "1"},
        },
    ],
}


class FakeClock:
    """Stands still until somebody moves it."""

    def __init__(self):
        self.at = NINE

    def __call__(self):
        return self.at

    def minutes_pass(self, minutes):
        self.at += timedelta(minutes=minutes)


class BreakableJournal:
    """A journal that takes entries until it is broken."""

    def __init__(self, journal):
        self._journal = journal
        self.is_broken = False

    def __getattr__(self, name):
        return getattr(self._journal, name)

    def append(self, events, **named):
        if self.is_broken:
            raise JournalUnavailable("The disk is full; choose another folder.", code="full")
        return self._journal.append(events, **named)


class FakeServices:
    """Writes a report that is one small file."""

    def __init__(self, folder):
        self.folder = folder
        self.asked = []
        self.sign = None
        self.signs = []

    def report_folder(self, exercise_id):
        return self.folder

    def note_sign(self, exercise_id):
        self.signs.append(exercise_id)

    def last_sign(self, exercise_id):
        return self.sign

    def forget_sign(self, exercise_id):
        self.signs.clear()

    def write_report(self, exercise_id, folder, formats, progress, cancelled):
        self.asked.append((exercise_id, tuple(formats)))
        progress("Writing", 0.5)
        path = folder / "report.pdf"
        path.write_bytes(b"report")
        return (path,)


@pytest.fixture(scope="session")
def council():
    return Scenario.model_validate(COUNCIL, context={"language": "en"})


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def stored(council, clock):
    package = ScenarioPackage(council, "source")
    seats = tuple(role.id for role in council.roles)
    event = ExerciseCreated("Small Council", "exercise", "small", "1", package.sha256, None, seats)
    library = MemoryLibrary()
    opened = library.create("x1", package, event, at=clock(), command_id="c0", actor="facilitator")
    return replace(opened, journal=BreakableJournal(opened.journal))


@pytest.fixture
def live(stored, clock):
    return LiveExercise(stored, clock)


@pytest.fixture(scope="module")
def shipped_theme(qapp):
    from tabletop.gui.theme.theme import Theme

    made = Theme(qapp, fonts=ASSETS / "fonts", icons=ASSETS / "icons")
    made.apply("light")
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def services(tmp_path):
    return FakeServices(tmp_path)


@pytest.fixture
def console(qtbot, live, services, shipped_theme, clock, stored):
    from tests.gui.console.driver import ConsoleDriver

    driver = ConsoleDriver(qtbot, live, services, shipped_theme, clock, stored.journal)
    yield driver
    driver.leave()
