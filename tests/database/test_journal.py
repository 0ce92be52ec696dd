"""What only the journal on disk can suffer: protection, tampering, threads and a failing disk."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from tabletop.exercise.journal import JournalDamaged, JournalMoved, JournalUnavailable
from tabletop.exercise.verification import verify
from tests.database.samples import appended, created, filled, position

CHANGES = {
    "at": "at = '2031-03-04T06:00:09+00:00'",
    "command_id": "command_id = 'other'",
    "step": "step = 7",
    "actor": "actor = 'somebody'",
    "event": "event = replace(event, 'reason 1', 'reason 7')",
    "hash": "hash = replace(hash, substr(hash, 1, 4), 'beef')",
    "exercise_id": "exercise_id = 'ex-2'",
    "seq": "seq = 77",
}


def tamper(path, *statements):
    """Change the file as somebody would who knows about the triggers."""
    with closing(sqlite3.connect(path)) as connection:
        named = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for (trigger,) in connection.execute(named).fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET actor = 'somebody' WHERE seq = 2",
        "DELETE FROM journal WHERE seq = 3",
        "INSERT INTO journal VALUES ('ex-1', 9, 'now', 'x', 0, 'f', '{}', 'hash')",
        "DELETE FROM exercise",
        "DELETE FROM scenario_source",
    ],
)
def test_the_file_itself_refuses_to_change_what_was_recorded(on_disk, statement):
    filled(on_disk, 3)
    with closing(sqlite3.connect(on_disk.path)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)
    assert verify(on_disk.raw_record("ex-1")) == ()


def test_entries_are_protected_again_after_an_exercise_was_forgotten(on_disk):
    filled(on_disk, 3, "ex-1")
    filled(on_disk, 3, "ex-2")
    on_disk.forget("ex-1", names_only=False)
    connection = sqlite3.connect(on_disk.path)
    with closing(connection), pytest.raises(sqlite3.IntegrityError, match="never deleted"):
        connection.execute("DELETE FROM journal")


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_an_altered_entry_is_not_read_and_its_place_is_named(on_disk, change):
    journal = filled(on_disk, 4)
    tamper(on_disk.path, f"UPDATE journal SET {change} WHERE seq = 3")  # noqa: S608 (ours)
    with pytest.raises(JournalDamaged, match="entry 3") as told:
        tuple(journal.entries())
    assert told.value.seq == 3
    problems = verify(on_disk.raw_record("ex-1"))
    assert problems[0].first == 3


def test_a_cut_end_is_named(on_disk):
    journal = filled(on_disk, 4)
    tamper(on_disk.path, "DELETE FROM journal WHERE seq > 3")
    with pytest.raises(JournalDamaged, match="entry 4 is missing"):
        tuple(journal.entries())
    assert [p.kind for p in verify(on_disk.raw_record("ex-1"))] == ["cut"]


def test_nothing_is_recorded_behind_a_cut_end(on_disk):
    journal = filled(on_disk, 4)
    with closing(sqlite3.connect(on_disk.path)) as connection:
        connection.execute("DROP TRIGGER journal_entries_stay")
        connection.execute("DELETE FROM journal WHERE seq = 5")
        connection.commit()
    with pytest.raises(JournalUnavailable, match=r"NOT recorded.*numbered without gaps") as told:
        appended(journal, command_id="later")
    assert told.value.code == "damaged"


def test_an_entry_behind_the_end_is_named(on_disk):
    journal = filled(on_disk, 4)
    tamper(
        on_disk.path,
        "INSERT INTO journal SELECT exercise_id, 6, at, 'x', 0, actor, event, hash FROM journal"
        " WHERE seq = 5",
    )
    with pytest.raises(JournalDamaged, match="entry 6"):
        tuple(journal.entries())


def test_text_that_is_no_text_any_more_is_damage_and_can_still_be_examined(on_disk):
    journal = filled(on_disk, 4)
    tamper(on_disk.path, "UPDATE journal SET event = CAST(X'7B22FF' AS TEXT) WHERE seq = 3")
    with pytest.raises(JournalUnavailable, match="damaged"):
        tuple(journal.entries())
    assert [(p.kind, p.first, p.last) for p in verify(on_disk.raw_record("ex-1"))] == [
        ("altered", 3, 3)
    ]


def test_an_entry_of_a_newer_version_is_named_as_such(on_disk, monkeypatch):
    journal = filled(on_disk, 2)
    monkeypatch.setattr("tabletop.exercise.serialisation._SHAPES", {})
    with pytest.raises(JournalUnavailable, match="newer version") as told:
        tuple(journal.entries())
    assert told.value.code == "newer"


def test_a_long_journal_is_read_in_parts(on_disk, monkeypatch):
    monkeypatch.setattr("tabletop.database.journal._CHUNK", 3)
    journal = filled(on_disk, 11)
    for after in range(14):
        assert [entry.seq for entry in journal.entries(after)] == list(range(after + 1, 13))


def test_threads_may_share_a_journal(on_disk):
    journal = created(on_disk).journal

    def work(worker):
        for number in range(20):
            appended(journal, position(number), command_id=f"{worker}-{number}")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    entries = tuple(journal.entries())
    assert len(entries) == 81
    assert len({entry.command_id for entry in entries}) == 81
    assert verify(on_disk.raw_record("ex-1")) == ()


def test_a_journal_notices_what_another_one_added_and_stays_where_it_is(on_disk):
    created(on_disk)
    here, there = (on_disk.open("ex-1").journal for _ in range(2))
    assert not here.has_more()

    appended(there, position(1), command_id="a")

    assert here.has_more()
    assert here.head.seq == 1
    with pytest.raises(JournalMoved):
        appended(here, position(2), command_id="b")
    assert len(tuple(here.entries(1))) == 1
    assert not here.has_more()
    assert not there.has_more()


def test_a_journal_whose_exercise_was_forgotten_says_so_when_it_looks_for_more(on_disk):
    created(on_disk)
    journal = on_disk.open("ex-1").journal
    on_disk.forget("ex-1", names_only=False)

    with pytest.raises(JournalUnavailable) as raised:
        journal.has_more()

    assert raised.value.code == "missing"


def test_two_windows_race_and_one_wins_each_entry(on_disk):
    created(on_disk)
    journals = [on_disk.open("ex-1").journal for _ in range(3)]

    def work(window):
        journal = journals[window]
        for number in range(15):
            while True:
                try:
                    appended(journal, position(number), command_id=f"{window}-{number}")
                    break
                except JournalMoved:
                    tuple(journal.entries(journal.head.seq))

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(work, range(3)))
    assert len(tuple(on_disk.open("ex-1").journal.entries())) == 46
    assert verify(on_disk.raw_record("ex-1")) == ()


def test_a_lock_of_another_program_is_told_and_passes(place):
    with place.open(create=True) as library:
        journal = created(library).journal
        with closing(sqlite3.connect(place.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(JournalUnavailable, match=r"NOT recorded.*locked") as told:
                appended(journal)
            assert told.value.code == "locked"
        appended(journal)
        assert [entry.seq for entry in journal.entries()] == [1, 2]


@pytest.mark.parametrize("how", ["renamed", "deleted", "replaced"])
def test_entries_do_not_go_into_a_file_that_is_no_longer_there(on_disk, how):
    journal = created(on_disk).journal
    away = on_disk.path.with_name("away.db")
    on_disk.path.rename(away)
    if how == "deleted":
        away.unlink()
    elif how == "replaced":
        on_disk.path.write_bytes(b"another file")
    with pytest.raises(JournalUnavailable, match=r"NOT recorded.*moved, deleted or replaced"):
        appended(journal)
    if how == "renamed":
        away.rename(on_disk.path)
        assert [entry.seq for entry in appended(journal)] == [2]
