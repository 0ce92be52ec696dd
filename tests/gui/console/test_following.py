"""Two consoles on one exercise: what one records, the other shows without being touched."""

from dataclasses import replace
from datetime import UTC

import pytest

from tabletop.exercise import commands as c
from tabletop.exercise.events import ExerciseCreated
from tabletop.exercise.journal import JournalUnavailable
from tabletop.exercise.memory import MemoryLibrary
from tabletop.gui.bridge import ExerciseBridge
from tabletop.gui.console.following import LOOK_EVERY, Follower
from tabletop.live import LiveExercise
from tabletop.scenario.package import ScenarioPackage


@pytest.fixture
def library(council, clock):
    package = ScenarioPackage(council, "source")
    seats = tuple(role.id for role in council.roles)
    event = ExerciseCreated("Two", "exercise", "small", "1", package.sha256, None, seats)
    made = MemoryLibrary()
    made.create("x1", package, event, at=clock(), command_id="c0", actor="facilitator")
    return made


@pytest.fixture
def elsewhere(library, clock):
    """The exercise as another window has it."""
    return LiveExercise(library.open("x1"), clock)


class _Unsteady:
    """A journal that cannot be looked at while its network is gone."""

    def __init__(self, journal):
        self._journal = journal
        self.is_away = False
        self.looks = 0

    def __getattr__(self, name):
        return getattr(self._journal, name)

    def has_more(self):
        self.looks += 1
        if self.is_away:
            raise JournalUnavailable("The database cannot be reached.", code="unreachable")
        return self._journal.has_more()


@pytest.fixture
def here(qtbot, library, services, shipped_theme, clock):
    from tests.gui.console.driver import ConsoleDriver

    stored = library.open("x1")
    journal = _Unsteady(stored.journal)
    live = LiveExercise(replace(stored, journal=journal), clock)
    driver = ConsoleDriver(qtbot, live, services, shipped_theme, clock, journal)
    driver.window.follower._looking.setInterval(5)
    yield driver
    driver.leave()


def test_what_another_window_records_appears_by_itself(here, elsewhere, qtbot):
    elsewhere.send(c.ReleaseInject("I-01"), command_id="a", actor="facilitator")

    qtbot.waitUntil(lambda: here.middle_heading.startswith("In play"))

    assert (here.status, here.middle) == ("RUNNING", "I-01")
    assert here.room.page.inject_id == "I-01"


def test_each_entry_from_elsewhere_is_taken_once(here, elsewhere, qtbot):
    for number in range(3):
        command = c.Observe(f"o{number}", f"note {number}", "note")
        elsewhere.send(command, command_id=f"n{number}", actor="facilitator")
    qtbot.waitUntil(lambda: len(here.inject_log) == 3)

    here.log("and one from here")

    assert here.inject_log == ["note 0", "note 1", "note 2", "and one from here"]
    assert here.state.head == 5
    assert [e.seq for e in here.window.bridge.live.entries] == [1, 2, 3, 4, 5]


def test_nothing_typed_is_lost_when_another_window_records(here, elsewhere, qtbot):
    here.press("/")
    here.type("+ half a line")
    elsewhere.send(c.ReleaseInject("I-01"), command_id="a", actor="facilitator")

    qtbot.waitUntil(lambda: here.status == "RUNNING")

    assert here.log_field == "+ half a line"
    assert here.window.log.field.hasFocus()


def test_it_looks_once_a_second_and_only_while_it_is_in_sight(here):
    assert LOOK_EVERY == 1_000
    assert here.window.follower.is_following

    here.window.hide()
    assert not here.window.follower.is_following

    here.window.show()
    assert here.window.follower.is_following


def test_a_closed_console_looks_no_more(here):
    here.close()

    assert not here.window.follower.is_following


def test_a_look_that_takes_long_is_not_followed_by_another(here, qtbot):
    follower = here.window.follower
    qtbot.waitUntil(lambda: here.journal.looks > 0 and follower._job is None)
    here.window.follower.stop()
    before = here.journal.looks

    for _ in range(20):
        follower.look()
    qtbot.waitUntil(lambda: follower._job is None)

    assert here.journal.looks == before + 1


def test_a_record_that_cannot_be_read_is_told_once_and_put_away_when_it_is_back(here, qtbot):
    told = []
    here.window.follower.lost.connect(told.append)
    here.journal.is_away = True
    qtbot.waitUntil(lambda: bool(here.trouble))
    looks = here.journal.looks
    qtbot.waitUntil(lambda: here.journal.looks > looks + 3)

    assert told == ["The database cannot be reached."]
    assert "Entries of others may be missing here." in here.trouble

    here.journal.is_away = False
    qtbot.waitUntil(lambda: not here.trouble)


def test_what_is_no_matter_of_storage_is_not_swallowed(here):
    follower = Follower(ExerciseBridge(here.window.bridge.live), here.window)
    with pytest.raises(ZeroDivisionError):
        follower._on_failed(ZeroDivisionError())


def test_times_of_the_other_window_are_shown_as_here(here, elsewhere, qtbot):
    elsewhere.send(c.ReleaseInject("I-01"), command_id="a", actor="facilitator")
    qtbot.waitUntil(lambda: here.status == "RUNNING")

    at = elsewhere.entries[-1].at.astimezone(UTC)
    assert here.saved == f"Saved {at:%H:%M:%S}"
