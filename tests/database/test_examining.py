"""A record that somebody tampered with can still be read, and says what was done to it."""

import os
import sqlite3
from contextlib import closing
from hashlib import sha256

import pytest

from tabletop.database.examining import examined_record
from tabletop.exercise.journal import LibraryUnavailable
from tabletop.exercise.verification import verify
from tests.database.samples import appended, created, position


def first(listed):
    return listed[0]


def tampered(place, *statements):
    """Do things to a closed database as somebody with a database browser would."""
    with closing(sqlite3.connect(place.path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.execute("PRAGMA journal_mode=DELETE")


def unprotected(place, *statements):
    with closing(sqlite3.connect(place.path)) as connection:
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        names = [row[0] for row in connection.execute(query)]
    tampered(place, *(f"DROP TRIGGER {name}" for name in names), *statements)


def found(place):
    return verify(examined_record(place.path, first))


def test_an_untouched_record_is_whole(filled_place):
    assert found(filled_place) == ()


def test_nothing_is_written_and_no_file_is_left_beside(filled_place):
    before = sha256(filled_place.path.read_bytes()).hexdigest()

    examined_record(filled_place.path, first)

    assert [path.name for path in filled_place.path.parent.iterdir()] == ["exercises.db"]
    assert sha256(filled_place.path.read_bytes()).hexdigest() == before


def test_missing_protection_is_a_problem_of_its_own(filled_place):
    tampered(filled_place, "DROP TRIGGER journal_entries_stay")

    (problem,) = found(filled_place)

    assert (problem.kind, problem.first) == ("store", 0)
    assert "journal_entries_stay" in problem.text
    with pytest.raises(LibraryUnavailable, match="tabletop verify"):
        filled_place.open()


def test_an_altered_entry_is_located_when_the_protection_was_taken_away(filled_place):
    unprotected(
        filled_place,
        "UPDATE journal SET event = replace(event, 'reason 41', 'reason 14') WHERE seq = 43",
    )

    problems = found(filled_place)

    assert [p.kind for p in problems] == ["store"] * 4 + ["altered"]
    assert (problems[-1].first, problems[-1].last) == (43, 43)


def test_deleted_entries_are_located_when_the_protection_was_taken_away(filled_place):
    unprotected(filled_place, "DELETE FROM journal WHERE seq BETWEEN 100 AND 109")

    missing = [p for p in found(filled_place) if p.kind == "missing"]

    assert [(p.first, p.last) for p in missing] == [(100, 109)]


def test_a_text_that_is_no_text_is_located(filled_place):
    unprotected(filled_place, "UPDATE journal SET event = CAST(x'ff' AS TEXT) WHERE seq = 7")

    assert ("altered", 7, 7) in [(p.kind, p.first, p.last) for p in found(filled_place)]


@pytest.mark.parametrize(
    ("statement", "word"),
    [
        ("UPDATE exercise SET name = 'Another course'", "list of exercises"),
        ("UPDATE participant SET name = 'Somebody else' WHERE id = 'p1'", "list of people"),
        ("DELETE FROM attachment", "attachment"),
    ],
)
def test_what_no_entry_shows_has_seals(filled_place, statement, word):
    tampered(filled_place, statement)

    (problem,) = found(filled_place)

    assert problem.kind == "store"
    assert word in problem.text


def test_another_scenario_than_the_frozen_one_is_told(filled_place):
    tampered(filled_place, "UPDATE scenario_source SET text = 'tabletop: 1'")
    assert [p.kind for p in found(filled_place)] == ["scenario"]


def test_it_reads_beside_a_running_exercise(place):
    with place.open(create=True, busy_seconds=5) as library:
        journal = created(library).journal
        for number in range(20):
            appended(journal, position(number), command_id=f"c{number}")
            record = examined_record(place.path, first)
            assert len(record.rows) == number + 2
            assert verify(record) == ()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is closed to this user")
def test_a_write_protected_copy_can_be_proved(filled_place):
    folder = filled_place.path.parent
    filled_place.path.chmod(0o400)
    folder.chmod(0o500)
    try:
        assert found(filled_place) == ()
    finally:
        folder.chmod(0o700)


def test_what_is_missing_or_foreign_is_told_and_not_made(place):
    with pytest.raises(LibraryUnavailable, match="Nothing was created"):
        examined_record(place.path, first)
    assert not place.path.exists()
    place.path.write_bytes(b"no database" * 100)
    with pytest.raises(LibraryUnavailable, match="not a database of exercises"):
        examined_record(place.path, first)


def test_a_database_without_its_tables_is_damaged(filled_place):
    unprotected(filled_place, "DROP TABLE journal")
    with pytest.raises(LibraryUnavailable, match="the table journal is missing"):
        examined_record(filled_place.path, first)
