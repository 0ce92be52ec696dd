"""The log that is deleted under an open database: only what others find is acknowledged."""

import subprocess
import sys
from contextlib import closing, suppress

import pytest
from sqlalchemy import event

from tabletop.database.sqlite import connect
from tabletop.exercise.journal import JournalUnavailable, LibraryUnavailable
from tests.database.lost_logs import (
    BOTH,
    DELETED,
    IN_THE_DATABASE,
    commands_in,
    delete_log,
    names,
    record,
    where,
)
from tests.database.programs import ROOT, browser, console
from tests.database.samples import appended, created, filled, position


@pytest.mark.parametrize("visit", ["looks", "looks and stays", "records", "records and stays"])
@DELETED
def test_nothing_is_acknowledged_into_a_log_that_is_not_the_one_others_find(place, deleted, visit):
    with console(place.path) as here, browser(place.path) as other:
        acknowledged = record(here, "a", "b", "c")
        delete_log(place, deleted)
        can_read = isinstance(other.ask("SELECT count(*) FROM journal"), list)
        noted = can_read and "records" in visit and other.ask("CREATE TABLE note (text)") == []
        if "stays" not in visit:
            other.leave()
        for command in ("late", "later"):
            told = here.ask(command)
            assert isinstance(told, str), f"acknowledged as entry {told}"
            assert told.startswith("NOT recorded. ")
    kept = commands_in(where(told, place))
    assert kept == acknowledged
    with closing(connect(place.path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        tables = database.execute("SELECT name FROM sqlite_master WHERE name = 'note'").fetchall()
    assert bool(tables) == noted


@DELETED
def test_a_command_that_only_lists_exercises_is_enough_to_be_noticed(place, deleted):
    with console(place.path) as here:
        acknowledged = record(here, "a", "b", "c")
        delete_log(place, deleted)
        command = [sys.executable, "-m", "tabletop", "--database", str(place.path), "exercises"]
        subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        told = here.ask("late")
    assert told.startswith("NOT recorded. ")
    assert commands_in(where(told, place)) == acknowledged


@DELETED
def test_a_log_that_goes_between_the_look_and_the_commit_is_noticed(place, deleted):
    with place.open(create=True) as library, browser(place.path) as other:
        journal = filled(library, 3)

        def lose(_connection):
            delete_log(place, deleted)
            other.ask("SELECT count(*) FROM journal")

        event.listen(library._store.writer, "commit", lose, once=True)
        with pytest.raises(JournalUnavailable, match=r"^NOT sure to be recorded: ") as told:
            appended(journal, position(99), command_id="late")
        assert journal.head.seq == 4
    assert commands_in(where(str(told.value), place))[:4] == ["start", "c0", "c1", "c2"]


def test_a_retry_is_not_acknowledged_by_what_only_the_deleted_log_holds(place, monkeypatch):
    def full(target):
        raise LibraryUnavailable("The disk is full.", code="full")

    with place.open(create=True) as library:
        journal = filled(library, 3)
        event.listen(library._store.writer, "commit", lambda _: delete_log(place), once=True)
        monkeypatch.setattr("tabletop.database.rescue.written_beside", full)
        for told in ("NOT sure to be recorded: ", "NOT recorded. "):
            with pytest.raises(JournalUnavailable, match=rf"^{told}.* Do NOT close Tabletop"):
                appended(journal, command_id="late")
        assert journal.head.seq == 4
        monkeypatch.undo()
        with pytest.raises(JournalUnavailable, match=IN_THE_DATABASE):
            appended(journal, command_id="late")
    assert commands_in(place.path) == ["start", "c0", "c1", "c2", "late"]


def test_an_exercise_that_may_be_there_is_not_said_to_be_missing(place):
    with place.open(create=True) as library:
        created(library)
        event.listen(library._store.writer, "commit", lambda _: delete_log(place), once=True)
        with pytest.raises(LibraryUnavailable, match=r"^NOT sure to be recorded: "):
            created(library, "ex-2")
    with place.open() as library:
        assert [summary.id for summary in library.exercises()] == ["ex-2", "ex-1"]


def test_a_file_that_goes_between_the_look_and_the_commit_is_noticed(place):
    with place.open(create=True) as library:
        journal = created(library).journal
        away = place.path.with_name("away.db")
        event.listen(library._store.writer, "commit", lambda _: place.path.rename(away), once=True)
        with pytest.raises(JournalUnavailable, match=r"^NOT sure to be recorded: .*was moved"):
            appended(journal, command_id="late")
        away.rename(place.path)
        assert [entry.seq for entry in appended(journal, command_id="late")] == [2]


def test_a_thread_that_comes_later_does_not_read_or_write_another_log(place):
    with place.open(create=True) as library, browser(place.path) as other:
        journal = filled(library, 3)
        with library._store.reader.connect(), suppress(LibraryUnavailable):
            delete_log(place)
            other.ask("CREATE TABLE note (text)")
            with pytest.raises(JournalUnavailable, match="The log of the database") as told:
                tuple(journal.entries())
            assert not str(told.value).startswith("NOT recorded")
            with pytest.raises(LibraryUnavailable, match="The log of the database"):
                library.check()
            with pytest.raises(LibraryUnavailable, match="The log of the database"):
                library.back_up(place.path.with_name("backup.db"))
    assert "backup.db" not in names(place)


def test_a_thread_that_still_reads_does_not_overwrite_another_program_when_it_ends(place):
    with place.open(create=True) as library, browser(place.path) as other:
        journal = filled(library, 3)
        with library._store.reader.connect() as reading:
            reading.exec_driver_sql("SELECT count(*) FROM journal").fetchall()
            delete_log(place)
            other.ask("SELECT count(*) FROM journal")
            with pytest.raises(JournalUnavailable, match="another program has the database"):
                appended(journal, command_id="late")
            assert other.ask("CREATE TABLE note (text)") == []
            other.leave()
    with closing(connect(place.path)) as database:
        assert database.execute("SELECT count(*) FROM note").fetchall() == [(0,)]
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_who_only_waits_for_entries_is_told_too_and_all_is_saved(place):
    with place.open(create=True) as library:
        journal = filled(library, 3)
        delete_log(place)
        with pytest.raises(JournalUnavailable, match=r"^The log of the database") as told:
            journal.has_more()
    assert told.value.code == "moved-away"
    assert commands_in(where(str(told.value), place)) == ["start", "c0", "c1", "c2"]


def test_logs_that_rightly_come_and_go_are_no_loss(place):
    with console(place.path) as here:
        with browser(place.path) as other:
            acknowledged = record(here, "a", "b")
            assert other.ask("PRAGMA wal_checkpoint(TRUNCATE)") == [[0, 0, 0]]
            acknowledged += record(here, "c")[1:]
            assert other.ask("VACUUM") == []
            assert other.ask("PRAGMA journal_mode=DELETE") == "SQLITE_BUSY"
            other.leave()
        acknowledged += record(here, "d")[1:]
        with console(place.path) as there:
            acknowledged += record(there, "e")[1:]
            assert there.ask("close") is None
        acknowledged += record(here, "f")[1:]
        assert here.ask("close") is None
        assert names(place) == {"exercises.db"}
    with console(place.path) as again:
        acknowledged += record(again, "g")[1:]
    assert commands_in(place.path) == acknowledged


def test_connections_that_were_lost_are_no_loss_of_the_log(place):
    with place.open(create=True) as library:
        journal = created(library).journal
        with library._store.reader.connect() as connection:
            connection.invalidate()
        assert [entry.seq for entry in appended(journal)] == [2]


@pytest.mark.parametrize("times", [1, 3])
def test_a_log_that_goes_while_the_database_is_opened_is_opened_anew(place, monkeypatch, times):
    place.open(create=True).close()
    lose_while_opening(place, monkeypatch, times)
    with place.open() as library, browser(place.path) as other:
        journal = filled(library, 3)
        assert other.ask("CREATE TABLE note (text)") == []
        appended(journal, command_id="behind it")
        other.leave()
    assert commands_in(place.path) == ["start", "c0", "c1", "c2", "behind it"]
    with closing(connect(place.path)) as database:
        assert database.execute("SELECT count(*) FROM note").fetchall() == [(0,)]


def test_a_log_that_never_stays_is_said(place, monkeypatch):
    place.open(create=True).close()
    lose_while_opening(place, monkeypatch, 10**6)
    with pytest.raises(LibraryUnavailable, match="deleted again and again") as told:
        place.open()
    assert told.value.code == "moved-away"


def lose_while_opening(place, monkeypatch, times):
    """Delete the log, and let another program make a new one, each time that it was opened."""
    left = [times]

    def open_and_lose(connection):
        connection.execute("PRAGMA user_version").fetchone()
        if left[0]:
            left[0] -= 1
            for ending in BOTH:
                path = place.path.with_name(place.path.name + ending)
                path.unlink(missing_ok=True)
                path.touch()

    monkeypatch.setattr("tabletop.database.held_log.open_log", open_and_lose)
