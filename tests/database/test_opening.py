"""Every way in which a file may be unfit: a named sentence, and not a byte changed."""

import os
import sqlite3
from contextlib import closing
from hashlib import sha256

import pytest

from tabletop.database.sqlite import APPLICATION_ID
from tabletop.exercise.journal import LibraryUnavailable
from tests.database.samples import PACKAGE, created


def refused(place, code, **changes):
    """Return the sentence with which the file is refused; it and its folder stay as they are."""
    before = contents(place.path.parent)
    with pytest.raises(LibraryUnavailable) as told:
        place.open(**changes)
    assert told.value.code == code, str(told.value)
    assert str(place.path) in str(told.value)
    assert contents(place.path.parent) == before
    return str(told.value)


def contents(folder):
    return {
        path.name: sha256(path.read_bytes()).hexdigest() if path.is_file() else "no file"
        for path in folder.iterdir()
    }


def test_a_missing_file_is_not_made_by_itself(place):
    assert "Nothing was created" in refused(place, "missing")


def test_a_missing_folder_is_not_made_even_when_asked_for_a_file(place):
    place.path = place.path.parent / "nowhere" / "exercises.db"
    with pytest.raises(LibraryUnavailable, match="nowhere does not exist") as told:
        place.open(create=True)
    assert told.value.code == "missing"
    assert not place.path.parent.exists()


def test_a_fresh_file_is_made_on_request_and_opened_again_without(place):
    with place.open(create=True) as library:
        created(library)
    assert [path.name for path in place.path.parent.iterdir()] == ["exercises.db"]
    with place.open() as library:
        assert library.open("ex-1").package == PACKAGE
    with place.open(create=True) as library:
        assert [summary.id for summary in library.exercises()] == ["ex-1"]


def test_a_fresh_file_is_durable_and_marked_as_ours(place):
    with place.open(create=True) as library:
        raw = library._store.reader.raw_connection()
        pragmas = {
            name: raw.cursor().execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "application_id")
        }
        raw.close()
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "application_id": APPLICATION_ID,
    }


@pytest.mark.parametrize("create", [False, True])
def test_an_empty_file_is_not_taken_for_a_new_database(place, create):
    place.path.touch()
    assert "0 bytes" in refused(place, "empty", create=create)


@pytest.mark.parametrize("create", [False, True])
def test_a_folder_is_no_database(place, create):
    place.path.mkdir()
    refused(place, "folder", create=create)


def test_a_pipe_is_no_database(place):
    os.mkfifo(place.path)
    refused(place, "foreign")


@pytest.mark.parametrize("create", [False, True])
def test_a_text_file_is_no_database(place, create):
    place.path.write_text("tabletop: 1\n" * 500)
    refused(place, "foreign", create=create)


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_the_database_of_another_program_is_left_alone(place, mode):
    with closing(sqlite3.connect(place.path)) as other:
        other.execute(f"PRAGMA journal_mode={mode}")
        other.execute("CREATE TABLE journal (exercise_id, seq)")
        other.commit()
    refused(place, "foreign", create=True)


def test_a_newer_format_is_left_to_the_newer_version(filled_place):
    with closing(sqlite3.connect(filled_place.path)) as newer:
        newer.execute("PRAGMA user_version=9")
    assert "format is 9, this version knows 2" in refused(filled_place, "newer")


def test_a_database_without_a_version_is_damaged(filled_place):
    with closing(sqlite3.connect(filled_place.path)) as spoilt:
        spoilt.execute("PRAGMA user_version=0")
    refused(filled_place, "damaged")


def test_a_destroyed_beginning_is_named(filled_place):
    with filled_place.path.open("r+b") as file:
        file.write(b"\0" * 100)
    refused(filled_place, "foreign")


@pytest.mark.parametrize("left", [0.02, 0.5, 0.98])
def test_a_truncated_file_is_damaged(filled_place, left):
    os.truncate(filled_place.path, int(filled_place.path.stat().st_size * left))
    assert "restore the newest backup" in refused(filled_place, "damaged")


def test_pages_of_noise_are_named(filled_place):
    with filled_place.path.open("r+b") as file:
        file.seek(4096)
        file.write(b"noise" * 2400)
    refused(filled_place, "damaged")


@pytest.mark.parametrize("trigger", ["journal_entries_stay", "journal_entries_do_not_change"])
def test_a_missing_protection_is_damage(filled_place, trigger):
    with closing(sqlite3.connect(filled_place.path)) as spoilt:
        spoilt.execute(f"DROP TRIGGER {trigger}")
    assert trigger in refused(filled_place, "damaged")


def test_a_missing_table_is_damage(filled_place):
    with closing(sqlite3.connect(filled_place.path)) as spoilt:
        spoilt.execute("DROP TABLE participant")
    assert "participant" in refused(filled_place, "damaged")


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_file_that_another_program_holds_is_locked(filled_place, how):
    with closing(sqlite3.connect(filled_place.path, isolation_level=None)) as other:
        other.execute(f"BEGIN {how}")
        with pytest.raises(LibraryUnavailable, match="Close the other program") as told:
            filled_place.open()
        assert told.value.code == "locked"
        other.execute("ROLLBACK")
    with filled_place.open() as library:
        assert library.exercises()[0].entries == 301


def test_two_may_have_it_open_at_once(filled_place):
    with filled_place.open() as console, filled_place.open() as reader:
        created(console, "ex-2")
        assert [summary.id for summary in reader.exercises()] == ["ex-2", "ex-1"]


def test_a_network_share_is_refused(monkeypatch, filled_place, tmp_path):
    mounts = tmp_path.parent / "mounts"
    mounts.write_text(f"server:/home {tmp_path} nfs4 rw 0 0\n")
    monkeypatch.setattr("tabletop.database.addresses.MOUNTS", mounts)
    assert "network share" in refused(filled_place, "network-share", create=True)


needs_root = pytest.mark.skipif(
    not hasattr(os, "fork") or os.geteuid() != 0, reason="needs to become a user without rights"
)
# The child opens one file and ends; other threads of the test run do not matter to it.
may_fork = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


def code_as_nobody(place, **changes):
    """Return the code with which another user is refused: root may write everywhere."""
    source, target = os.pipe()
    child = os.fork()  # not a new program: a stranger may not be able to read this one
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
            place.open(**changes)
            os.write(target, b"opened")
        except LibraryUnavailable as problem:
            os.write(target, problem.code.encode())
        finally:
            os._exit(0)
    os.close(target)
    os.waitpid(child, 0)
    with os.fdopen(source, "rb") as answer:
        return answer.read().decode()


@pytest.fixture
def open_folders(tmp_path):
    """Let other users reach the temporary folder."""
    folders = [folder for folder in tmp_path.parents if folder.stat().st_mode & 0o5 != 0o5]
    modes = [folder.stat().st_mode for folder in folders]
    for folder in folders:
        folder.chmod(0o755)
    tmp_path.chmod(0o777)
    yield tmp_path
    for folder, mode in zip(folders, modes, strict=True):
        folder.chmod(mode)


@needs_root
@may_fork
def test_a_write_protected_file_is_named(filled_place, open_folders):
    filled_place.path.chmod(0o444)
    before = contents(open_folders)
    assert code_as_nobody(filled_place) == "read-only-file"
    assert contents(open_folders) == before


@needs_root
@may_fork
@pytest.mark.parametrize("mode", [0o444, 0o666])
def test_a_write_protected_folder_is_named(filled_place, open_folders, mode):
    filled_place.path.chmod(mode)
    open_folders.chmod(0o555)
    before = contents(open_folders)
    code = "read-only-folder" if mode == 0o666 else "read-only-file"
    assert code_as_nobody(filled_place) == code
    assert contents(open_folders) == before


@needs_root
@may_fork
def test_nothing_is_made_in_a_write_protected_folder(place, open_folders):
    open_folders.chmod(0o555)
    assert code_as_nobody(place, create=True) == "read-only-folder"
    assert contents(open_folders) == {}


@needs_root
@may_fork
def test_a_file_that_may_not_be_read_is_named(filled_place, open_folders):
    filled_place.path.chmod(0o000)
    assert code_as_nobody(filled_place) in {"unreachable", "read-only-file"}


def test_nothing_is_made_on_a_disk_without_a_log(place, monkeypatch):
    monkeypatch.setattr("tabletop.database.creation.use_log", lambda path: False)
    with pytest.raises(LibraryUnavailable, match="cannot hold a write-ahead log"):
        place.open(create=True)
    assert contents(place.path.parent) == {}
