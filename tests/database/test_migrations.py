"""Upgrades, told with steps that do not exist yet: backup, one transaction a step, going on.

The steps that were released are told, from real files, in ``test_released_steps``.
"""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from sqlalchemy.exc import OperationalError

from tabletop.database.migrations import STEPS, Step, current_version, upgrade
from tabletop.exercise.journal import LibraryUnavailable
from tests.database.samples import appended


def add_place(connection):
    connection.exec_driver_sql("ALTER TABLE exercise ADD COLUMN place TEXT")
    connection.exec_driver_sql("UPDATE exercise SET place = 'Brussels'")


def add_weather(connection):
    connection.exec_driver_sql("ALTER TABLE exercise ADD COLUMN weather TEXT")


def break_half_way(connection):
    connection.exec_driver_sql("ALTER TABLE exercise ADD COLUMN weather TEXT")
    connection.exec_driver_sql("INSERT INTO nowhere VALUES (1)")


PLACE, WEATHER = Step("places", add_place), Step("weather", add_weather)


def stored(path, query):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def columns(path):
    return {row[1] for row in stored(path, "PRAGMA table_info(exercise)")}


def test_the_steps_lead_from_the_first_released_format_to_the_current_one():
    assert current_version(STEPS) == 1 + len(STEPS)


def test_a_current_database_is_not_backed_up(filled_place):
    filled_place.open().close()
    assert [path.name for path in filled_place.path.parent.iterdir()] == ["exercises.db"]


def test_an_older_database_is_backed_up_and_lifted_step_by_step(filled_place):
    with filled_place.open(steps=(*STEPS, PLACE, WEATHER)) as library:
        journal = library.open("ex-1").journal
        assert len(tuple(journal.entries())) == 301
        appended(journal, command_id="after the upgrade")
    assert columns(filled_place.path) >= {"place", "weather"}
    assert stored(filled_place.path, "PRAGMA user_version") == [(4,)]
    backup = filled_place.path.with_name("exercises.db.version-2.backup")
    assert not columns(backup) & {"place", "weather"}
    filled_place.path = backup
    with filled_place.open() as library:
        assert len(tuple(library.open("ex-1").journal.entries())) == 301


def test_a_lifted_database_is_not_opened_by_the_older_version(filled_place):
    filled_place.open(steps=(*STEPS, PLACE)).close()
    with pytest.raises(LibraryUnavailable, match="newer version") as told:
        filled_place.open()
    assert told.value.code == "newer"


def test_a_step_that_fails_leaves_nothing_of_itself(filled_place):
    broken = Step("weather", break_half_way)
    with pytest.raises(LibraryUnavailable, match=r"version-2\.backup") as told:
        filled_place.open(steps=(*STEPS, PLACE, broken))
    assert told.value.code == "upgrade"
    assert "from version 3 to 4 (weather" in str(told.value)
    assert "place" in columns(filled_place.path)
    assert "weather" not in columns(filled_place.path)
    assert stored(filled_place.path, "PRAGMA user_version") == [(3,)]


def test_an_interrupted_upgrade_goes_on_where_it_stopped(filled_place):
    with pytest.raises(LibraryUnavailable):
        filled_place.open(steps=(*STEPS, PLACE, Step("weather", break_half_way)))
    with filled_place.open(steps=(*STEPS, PLACE, WEATHER)) as library:
        assert library.exercises()[0].entries == 301
    assert stored(filled_place.path, "SELECT place, weather FROM exercise") == [("Brussels", None)]
    names = {path.name for path in filled_place.path.parent.iterdir()}
    assert names == {
        "exercises.db",
        "exercises.db.version-2.backup",
        "exercises.db.version-3.backup",
    }


def test_a_crash_in_a_step_leaves_the_older_database(filled_place):
    def crash(connection):
        add_place(connection)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        filled_place.open(steps=(*STEPS, Step("places", crash)))
    with filled_place.open() as library:
        assert library.exercises()[0].entries == 301
    assert "place" not in columns(filled_place.path)
    filled_place.open(steps=(*STEPS, PLACE)).close()
    backups = sorted(path.name for path in filled_place.path.parent.glob("*.backup"))
    assert backups == ["exercises.db.version-2-2.backup", "exercises.db.version-2.backup"]


def test_a_step_that_breaks_a_reference_is_taken_back(filled_place):
    def orphan(connection):
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        connection.exec_driver_sql("DELETE FROM attachment_content")

    with pytest.raises(LibraryUnavailable, match="belongs to nothing"):
        filled_place.open(steps=(*STEPS, Step("smaller", orphan)))
    assert stored(filled_place.path, "SELECT count(*) FROM attachment_content") == [(1,)]


def test_without_a_backup_there_is_no_upgrade(filled_place, monkeypatch):
    def full(original, source, target):
        raise LibraryUnavailable("The disk is full.", code="full")

    monkeypatch.setattr("tabletop.database.migrations.copy_open", full)
    with pytest.raises(LibraryUnavailable, match="disk is full"):
        filled_place.open(steps=(*STEPS, PLACE))
    assert "place" not in columns(filled_place.path)


def between_look_and_lock(monkeypatch, act):
    """Let something happen when a program has seen the old version and not yet taken the file."""
    acted = []

    def upgrade_late(*arguments, **named):
        if not acted:
            acted.append(True)
            act()
        return upgrade(*arguments, **named)

    monkeypatch.setattr("tabletop.database.opening.upgrade", upgrade_late)


@pytest.mark.parametrize("stays_open", [False, True])
def test_two_that_upgrade_at_once_lift_once(filled_place, monkeypatch, stays_open):
    # The same step a second time would fail: the column is there.
    opened = []

    def lift_elsewhere():
        opened.append(filled_place.open(steps=(*STEPS, PLACE)))
        if not stays_open:
            opened[0].close()

    between_look_and_lock(monkeypatch, lift_elsewhere)
    with filled_place.open(steps=(*STEPS, PLACE)) as library:
        assert library.exercises()[0].entries == 301
    opened[0].close()
    backups = [path.name for path in filled_place.path.parent.glob("*.backup")]
    assert backups == ["exercises.db.version-2.backup"]


def test_many_that_upgrade_at_once_lift_once(filled_place):
    def entries(_number):
        with filled_place.open(steps=(*STEPS, PLACE), busy_seconds=20) as library:
            return len(tuple(library.open("ex-1").journal.entries()))

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(entries, range(4))) == [301] * 4
    assert len(list(filled_place.path.parent.glob("*.backup"))) == 1


@pytest.mark.parametrize("stays_open", [False, True])
def test_a_newer_program_that_lifts_at_the_same_time_is_noticed(
    filled_place, monkeypatch, stays_open
):
    opened = []

    def lift_further():
        opened.append(filled_place.open(steps=(*STEPS, PLACE, WEATHER)))
        if not stays_open:
            opened[0].close()

    between_look_and_lock(monkeypatch, lift_further)
    with pytest.raises(LibraryUnavailable, match="newer version") as told:
        filled_place.open(steps=(*STEPS, PLACE))
    assert told.value.code == "newer"
    opened[0].close()


def test_a_file_that_an_older_program_has_open_is_not_upgraded(filled_place):
    with filled_place.open() as older:
        journal = older.open("ex-1").journal
        with pytest.raises(LibraryUnavailable, match=r"older version.*has it open") as told:
            filled_place.open(steps=(*STEPS, PLACE))
        assert told.value.code == "locked"
        tuple(journal.entries())
        appended(journal, command_id="the exercise goes on")
    assert "place" not in columns(filled_place.path)
    assert not list(filled_place.path.parent.glob("*.backup"))
    with filled_place.open(steps=(*STEPS, PLACE)) as library:
        assert library.exercises()[0].entries == 302


def test_nobody_opens_a_file_that_is_being_upgraded(filled_place):
    refusals = []

    def open_meanwhile(connection):
        with pytest.raises(LibraryUnavailable) as told:
            filled_place.open()
        refusals.append(told.value.code)

    filled_place.open(steps=(*STEPS, Step("slow", open_meanwhile))).close()
    assert refusals == ["locked"]


def test_a_database_that_lost_its_protection_is_not_upgraded(filled_place):
    with closing(sqlite3.connect(filled_place.path)) as connection:
        connection.execute("DROP TRIGGER journal_entries_stay")
    with pytest.raises(LibraryUnavailable, match="journal_entries_stay"):
        filled_place.open(steps=(*STEPS, PLACE))
    assert "place" not in columns(filled_place.path)
    assert not list(filled_place.path.parent.glob("*.backup"))


def test_an_error_of_the_driver_is_the_cause(filled_place):
    with pytest.raises(LibraryUnavailable) as told:
        filled_place.open(steps=(*STEPS, Step("weather", break_half_way)))
    assert isinstance(told.value.__cause__, OperationalError)
