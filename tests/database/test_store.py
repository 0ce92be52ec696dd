"""The file, its log and links to it: nothing is recorded where nobody would find it again."""

import os
import signal
import sqlite3
from contextlib import closing

import pytest

from tabletop.database.examining import examined_record
from tabletop.exercise.journal import JournalUnavailable, LibraryUnavailable
from tests.database.samples import appended, created, filled, position


def beside(opened, ending):
    """Return what SQLite keeps beside a file while somebody has it open."""
    return opened.path.with_name(opened.path.name + ending)


@pytest.mark.parametrize("ending", ["-wal", "-shm"])
def test_entries_do_not_go_into_a_log_that_was_deleted(on_disk, ending):
    journal = created(on_disk).journal
    beside(on_disk, ending).unlink()
    with pytest.raises(JournalUnavailable, match=r"NOT recorded\. The log of the database") as told:
        appended(journal)
    assert told.value.code == "moved-away"
    assert journal.head.seq == 1


def test_no_exercise_goes_into_a_log_that_was_deleted(on_disk):
    created(on_disk)
    beside(on_disk, "-wal").unlink()
    with pytest.raises(LibraryUnavailable, match="start it again"):
        created(on_disk, "ex-2")
    with pytest.raises(LibraryUnavailable, match="start it again"):
        on_disk.forget("ex-1", names_only=True)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that can be killed")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_what_was_acknowledged_outlasts_the_loss_of_the_log_and_a_kill(place):
    child = os.fork()
    if child == 0:
        journal = filled(place.open(create=True), 3)
        beside(place, "-wal").unlink()
        try:
            appended(journal, position(99), command_id="late")
        except JournalUnavailable:
            os.kill(os.getpid(), signal.SIGKILL)
        os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "an entry was acknowledged that nobody would find again"
    with place.open() as library:
        assert [entry.seq for entry in library.open("ex-1").journal.entries()] == [1, 2, 3, 4]


def test_a_link_leads_to_the_log_as_well(place, tmp_path):
    link = tmp_path / "link" / "exercises.db"
    link.parent.mkdir()
    link.symlink_to(place.path)
    with place.open(create=True) as library:
        filled(library, 3)
        record = examined_record(link, lambda listed: listed[0])
        assert [row.seq for row in record.rows] == [1, 2, 3, 4]


def test_forgetting_says_when_somebody_keeps_the_text_in_the_log(place):
    with place.open(create=True) as library:
        filled(library, 3)
        with closing(sqlite3.connect(place.path, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM journal").fetchall()
            with pytest.raises(LibraryUnavailable, match=r"still stands in exercises\.db-wal"):
                library.forget("ex-1", names_only=False)
        assert library.exercises() == ()
        created(library, "ex-2")
        library.forget("ex-2", names_only=False)
        assert beside(place, "-wal").stat().st_size == 0
