"""What only the library on disk can suffer or must do: forgetting for good, tampering, copies."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from tabletop.exercise.journal import JournalUnavailable, LibraryUnavailable
from tabletop.exercise.verification import verify
from tabletop.scenario.package import Attachment
from tests.database.samples import CREATED, PACKAGE, PEOPLE, STARTEX, created, filled


def bytes_on_disk(path):
    beside = [path.with_name(path.name + suffix) for suffix in ("", "-wal")]
    return b"".join(file.read_bytes() for file in beside if file.exists())


def test_a_forgotten_name_is_gone_from_the_disk(on_disk):
    filled(on_disk, 3)
    assert b"Demir" in bytes_on_disk(on_disk.path)
    on_disk.forget("ex-1", names_only=True)
    assert b"Demir" not in bytes_on_disk(on_disk.path)
    assert b"Foreign Affairs" not in bytes_on_disk(on_disk.path)


def test_a_forgotten_exercise_is_gone_from_the_disk(on_disk):
    filled(on_disk, 30)
    on_disk.forget("ex-1", names_only=False)
    left = bytes_on_disk(on_disk.path)
    for word in (b"reason 1", b"Demir", b"Calm Front", b"<svg/>"):
        assert word not in left


def test_a_scenario_that_another_exercise_uses_stays(on_disk):
    created(on_disk, "ex-1")
    created(on_disk, "ex-2")
    on_disk.forget("ex-1", names_only=False)
    assert on_disk.open("ex-2").package == PACKAGE


def test_attachments_of_one_scenario_may_differ_between_exercises(on_disk):
    other = replace(PACKAGE, attachments=(Attachment("map.svg", b"<svg>new</svg>"),))
    created(on_disk, "ex-1")
    on_disk.create("ex-2", other, CREATED, at=STARTEX, command_id="c", actor="facilitator")
    assert on_disk.open("ex-1").package == PACKAGE
    assert on_disk.open("ex-2").package == other


def test_a_forgetting_that_fails_changes_nothing(on_disk, monkeypatch):
    filled(on_disk, 3)

    def fail(connection):
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("tabletop.database.library.drop_unused", fail)
    with pytest.raises(sqlite3.OperationalError):
        on_disk.forget("ex-1", names_only=False)
    assert verify(on_disk.raw_record("ex-1")) == ()
    connection = sqlite3.connect(on_disk.path)
    with closing(connection), pytest.raises(sqlite3.IntegrityError, match="never deleted"):
        connection.execute("DELETE FROM journal")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE exercise SET name = 'Autumn course'",
        "UPDATE exercise SET status = 'ended'",
        "UPDATE exercise SET head_seq = 3",
        "UPDATE exercise SET created_at = 'yesterday'",
        "UPDATE participant SET name = 'B. Demir' WHERE id = 'p1'",
        "UPDATE participant SET role = 'USA' WHERE id = 'p1'",
        "UPDATE scenario_source SET text = text || ' '",
        "UPDATE attachment_content SET content = X'00'",
        "UPDATE attachment SET name = 'other.svg'",
        "DELETE FROM attachment_content",
    ],
)
def test_what_stands_beside_the_journal_is_not_changed_unseen(on_disk, statement):
    filled(on_disk, 3)
    with closing(sqlite3.connect(on_disk.path)) as connection:
        connection.execute(statement)
        connection.commit()
    with pytest.raises(LibraryUnavailable) as told:
        on_disk.open("ex-1")
    assert told.value.code == "damaged"


@pytest.mark.parametrize(
    "change",
    [
        "name = 'Autumn course'",
        "name = CAST(x'ff41' AS TEXT)",
        "name = x'00'",
        "name = ''",
        "id = 'ex-9'",
        "id = x'ff'",
        "kind = 'party'",
        "cut = 3.5",
        "created_at = 'yesterday'",
        "created_at = '0001-01-01T00:00:00+00:00'",
        "created_at = '9999-12-31T23:59:59-12:00'",
        "created_at = '2031-03-04T06:00:00'",
        "status = 'ended'",
        "head_seq = 'many'",
        "head_hash = 'beef'",
        "seal = ''",
    ],
)
def test_one_changed_row_is_listed_as_damaged_and_the_others_stay_in_reach(on_disk, change):
    whole = filled(on_disk, 3, "ex-2")
    created(on_disk, "ex-1")
    with closing(sqlite3.connect(on_disk.path)) as connection:
        connection.execute(f"UPDATE exercise SET {change} WHERE id = 'ex-1'")  # noqa: S608 (ours)
        connection.commit()

    damaged, other = on_disk.exercises()

    assert damaged.status == "damaged"
    assert f"The exercise {damaged.id} is damaged" in damaged.damage
    assert damaged.name.isprintable()
    assert damaged.name
    for hours in (-14, 14):
        assert damaged.created_at.astimezone(timezone(timedelta(hours=hours))).year > 1969
    assert isinstance(damaged.entries, int)
    assert (other.id, other.status, other.damage) == ("ex-2", "running", "")
    assert tuple(on_disk.open("ex-2").journal.entries()) == tuple(whole.entries())
    with pytest.raises((LibraryUnavailable, KeyError)):
        on_disk.open("ex-1")


def test_a_copy_is_taken_while_an_exercise_runs(on_disk, place, tmp_path):
    journal = filled(on_disk, 20)
    on_disk.back_up(tmp_path / "copy.db")
    place.path = tmp_path / "copy.db"
    with place.open() as copy:
        assert tuple(copy.open("ex-1").journal.entries()) == tuple(journal.entries())
        assert copy.open("ex-1").participants == PEOPLE
        copy.check()
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"exercises.db", "exercises.db-wal", "exercises.db-shm", "copy.db"}


def test_a_copy_never_replaces_a_file(on_disk, tmp_path):
    (tmp_path / "copy.db").write_text("mine")
    with pytest.raises(LibraryUnavailable, match="is there already") as told:
        on_disk.back_up(tmp_path / "copy.db")
    assert told.value.code == "exists"
    assert (tmp_path / "copy.db").read_text() == "mine"
    assert not list(tmp_path.glob(".copy*"))


def test_a_copy_to_a_folder_that_is_not_there_is_refused(on_disk, tmp_path):
    with pytest.raises(LibraryUnavailable, match="does not exist"):
        on_disk.back_up(tmp_path / "stick" / "copy.db")


def test_a_copy_of_a_damaged_database_is_not_made(place, tmp_path):
    with place.open(create=True) as library:
        filled(library, 200)
    with place.path.open("r+b") as file:
        file.seek(-3 * 4096, 2)
        file.write(b"noise" * 800)
    with place.open() as library:
        with pytest.raises(LibraryUnavailable) as told:
            library.back_up(tmp_path / "copy.db")
        assert told.value.code == "damaged"
        assert not (tmp_path / "copy.db").exists()
        with pytest.raises(LibraryUnavailable):
            library.check()


def test_damage_that_shows_while_an_exercise_is_read_is_told(place):
    with place.open(create=True) as library:
        filled(library, 200)
    with place.path.open("r+b") as file:
        file.seek(-4096, 2)
        file.write(b"\xff" * 4096)
    with pytest.raises((LibraryUnavailable, JournalUnavailable)) as told, place.open() as library:
        tuple(library.open("ex-1").journal.entries())
    assert told.value.code == "damaged"
