"""What a deleted log held is saved, and the sentence that says where is true."""

import sqlite3
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from tabletop.database.sqlite import connect
from tabletop.exercise.journal import JournalUnavailable, LibraryUnavailable
from tests.database.lost_logs import (
    DELETED,
    IN_THE_DATABASE,
    commands_in,
    delete_log,
    names,
    record,
    where,
)
from tests.database.programs import browser, console
from tests.database.samples import appended, filled


def test_a_database_that_nobody_else_has_open_is_made_whole(place):
    with console(place.path) as here:
        acknowledged = record(here, "a", "b", "c")
        delete_log(place)
        told = here.ask("late")
        assert IN_THE_DATABASE in told
        assert here.ask("later") == told
        assert names(place) == {"exercises.db"}
        assert commands_in(place.path) == acknowledged


@DELETED
def test_a_reader_does_not_get_half_of_the_log_into_the_database(place, deleted):
    with console(place.path) as here, browser(place.path) as reader:
        record(here, "a", "b", "c")
        reader.ask("BEGIN")
        assert reader.ask("SELECT count(*) FROM journal") == [[4]]
        acknowledged = ["start", "a", "b", "c", *record(here, "d", "e", "f")[1:]]
        delete_log(place, deleted)
        before = sha256(place.path.read_bytes()).hexdigest()
        told = here.ask("late")
        assert "another program has the database open" in told
        assert IN_THE_DATABASE not in told
        assert f'start “tabletop --database "{where(told, place)}"”' in told
        assert sha256(place.path.read_bytes()).hexdigest() == before
        here.kill()
        assert reader.ask("SELECT count(*) FROM journal") == [[4]]
    copy = where(told, place)
    assert copy.name == "exercises.rescued.db"
    assert commands_in(copy) == acknowledged
    with closing(connect(place.path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_what_another_program_records_after_the_rescue_stays_when_both_close(place):
    with console(place.path) as here, browser(place.path) as other:
        acknowledged = record(here, "a", "b", "c")
        delete_log(place)
        other.ask("SELECT count(*) FROM journal")
        told = here.ask("late")
        assert other.ask("CREATE TABLE note (text)") == []
        other.leave()
        assert here.ask("close") is None
        here.leave()
    assert commands_in(where(told, place)) == acknowledged
    with closing(connect(place.path)) as database:
        assert database.execute("SELECT count(*) FROM note").fetchall() == [(0,)]


@pytest.mark.parametrize("checkpointed", [False, True])
def test_what_another_program_had_recorded_before_the_rescue_is_not_overwritten(
    place, checkpointed
):
    with console(place.path) as here:
        acknowledged = record(here, "a", "b", "c")
        delete_log(place)
        with browser(place.path) as other:
            assert other.ask("CREATE TABLE note (text)") == []
            if checkpointed:
                assert other.ask("PRAGMA wal_checkpoint(TRUNCATE)") == [[0, 0, 0]]
            other.leave()
        told = here.ask("late")
        here.ask("close")
        here.leave()
    if checkpointed:  # into the database, which then no longer fits the log that it had
        assert "but the copy is damaged (" in told
        assert b"reason 0" in where(told, place).read_bytes()
    else:
        assert "another program may have recorded into the database since" in told
        assert commands_in(where(told, place)) == acknowledged
    with closing(connect(place.path)) as database:
        assert database.execute("SELECT count(*) FROM note").fetchall() == [(0,)]


def test_a_program_that_uses_the_memory_of_the_log_without_the_log_spoils_nothing(place):
    with console(place.path) as here, browser(place.path) as other:
        acknowledged = record(here, "a", "b", "c")
        delete_log(place, ["-wal"])
        assert other.ask("CREATE TABLE note (text)") == []
        told = here.ask("late")
        assert told.startswith("NOT recorded. ")
    assert commands_in(where(told, place)) == acknowledged


def test_two_that_had_the_log_open_save_it_both(place):
    with console(place.path) as here:
        acknowledged = record(here, "a", "b")
        with console(place.path) as there:
            acknowledged += [*record(there, "c")[1:], *record(here, "d")[1:]]
            delete_log(place)
            told = [here.ask("late"), there.ask("late")]
    assert IN_THE_DATABASE in told[1]
    for sentence in told:
        assert commands_in(where(sentence, place)) == acknowledged


def test_a_copy_never_takes_the_place_of_a_file(place):
    mine = place.path.with_name("exercises.rescued.db")
    with console(place.path) as here, browser(place.path) as reader:
        acknowledged = record(here, "a")
        mine.write_text("mine")
        reader.ask("SELECT 1 FROM journal")
        delete_log(place)
        copy = where(here.ask("late"), place)
    assert copy.name == "exercises.rescued-2.db"
    assert commands_in(copy) == acknowledged
    assert mine.read_text() == "mine"


def test_two_copies_at_once_get_two_names(place, monkeypatch):
    with place.open(create=True) as library, browser(place.path) as reader:
        journal = filled(library, 3)
        reader.ask("SELECT 1 FROM journal")
        delete_log(place)
        monkeypatch.setattr(Path, "exists", lambda path: False)
        place.path.with_name("exercises.rescued.db").write_text("somebody was faster")
        with pytest.raises(JournalUnavailable) as told:
            appended(journal, command_id="late")
        monkeypatch.undo()
    assert where(str(told.value), place).name == "exercises.rescued-2.db"


def test_a_copy_with_a_fault_is_kept_and_not_called_whole(place):
    with place.open(create=True) as library:
        journal = filled(library, 300)
        spoil_log(place)
        delete_log(place, ("-shm",))
        with pytest.raises(JournalUnavailable, match=r"but the copy is damaged \(") as told:
            appended(journal, command_id="late")
    assert IN_THE_DATABASE not in str(told.value)
    assert where(str(told.value), place).stat().st_size > 20 * 4096


def spoil_log(place):
    """Overwrite the page in each tenth frame of the log, but never the first page."""
    frame = 24 + 4096
    with place.path.with_name("exercises.db-wal").open("r+b") as file:
        for start in range(32, file.seek(0, 2), 10 * frame):
            file.seek(start)
            if file.read(4) != b"\0\0\0\1":
                file.seek(start + 24)
                file.write(b"noise" * 800)


@contextmanager
def no_room():
    resource = pytest.importorskip("resource", reason="this system cannot limit files")
    import signal

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8 * 1024, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


def test_without_room_for_a_copy_the_log_is_held_until_there_is_room(place):
    with place.open(create=True) as library:
        journal = filled(library, 3)
        delete_log(place)
        with no_room():
            with pytest.raises(JournalUnavailable, match=r"Do NOT close Tabletop\.") as told:
                appended(journal, command_id="late")
            assert "could not be copied to" in str(told.value)
            with pytest.raises(LibraryUnavailable, match=r"Do NOT close Tabletop\."):
                library.close()
            assert names(place) == {"exercises.db"}
        assert len(tuple(journal.entries())) == 4
        with pytest.raises(JournalUnavailable, match=IN_THE_DATABASE):
            appended(journal, command_id="late")
    assert commands_in(place.path) == ["start", "c0", "c1", "c2"]


@pytest.mark.parametrize("is_open_elsewhere", [False, True])
def test_closing_saves_what_the_deleted_log_holds_and_says_so(place, is_open_elsewhere):
    with browser(place.path) as other:
        library = place.open(create=True)
        filled(library, 3)
        delete_log(place)
        if is_open_elsewhere:
            other.ask("SELECT count(*) FROM journal")
        with pytest.raises(LibraryUnavailable, match=r"^The log of the database") as told:
            library.close()
        library.close()
        assert (IN_THE_DATABASE in str(told.value)) == (not is_open_elsewhere)
        with pytest.raises(ValueError, match="closed"):
            library.exercises()
    assert commands_in(where(str(told.value), place)) == ["start", "c0", "c1", "c2"]


def test_a_database_that_cannot_be_written_any_more_leaves_the_copy(place, monkeypatch):
    def fail(path, *, busy_seconds=5, alone=False):
        if alone:
            raise sqlite3.OperationalError("disk I/O error")
        return connect(path, busy_seconds=busy_seconds)

    with place.open(create=True) as library:
        journal = filled(library, 3)
        delete_log(place)
        monkeypatch.setattr("tabletop.database.rescue.connect", fail)
        with pytest.raises(JournalUnavailable, match=r"cannot be written \(disk I/O err") as told:
            appended(journal, command_id="late")
        monkeypatch.undo()
    assert commands_in(where(str(told.value), place)) == ["start", "c0", "c1", "c2"]
