"""Files of every released version are lifted whole, and what was done to them shows."""

import os
import shutil
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tabletop.database.examining import examined_record
from tabletop.database.migrations import STEPS, Step
from tabletop.database.sqlite import TRIGGERS
from tabletop.exercise.journal import JournalDamaged, LibraryUnavailable
from tabletop.exercise.verification import verify
from tests.database.samples import PACKAGE, PEOPLE, appended, chain, position

SAMPLES = Path(__file__).parents[1] / "samples"
RECORDED = chain(*(position(number) for number in range(12)))
NEXT_NUMBER = (
    "INSERT OR REPLACE INTO journal SELECT exercise_id, 14, at, command_id, step, actor, event,"
    " hash FROM journal WHERE exercise_id = 'ex-1' AND seq = 5"
)
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
# The child opens one file and is killed; other threads of the test run do not matter to it.
may_fork = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


@pytest.fixture
def first_place(place):
    """A database that version 1 wrote: ex-1 with 13 entries, ex-2 with 4."""
    shutil.copy(SAMPLES / "exercises-version-1.db", place.path)
    return place


def run(path, *statements):
    """Do things to a database as somebody with an SQL shell would."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def asked(path, query):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def version(path):
    return asked(path, "PRAGMA user_version")[0][0]


def triggers(path):
    return dict(asked(path, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))


def shape(path):
    return set(asked(path, "SELECT type, name, sql FROM sqlite_master"))


def found(path, exercise_id="ex-1"):
    return verify(
        examined_record(path, lambda listed: next(e for e in listed if e.id == exercise_id))
    )


def test_lifting_keeps_every_entry_and_the_chain(first_place):
    with first_place.open() as library:
        stored = library.open("ex-1")
        assert tuple(stored.journal.entries()) == RECORDED
        assert (stored.package, stored.participants) == (PACKAGE, PEOPLE)
        assert [summary.entries for summary in library.exercises()] == [4, 13]
        appended(stored.journal, command_id="after the upgrade")
        assert verify(library.raw_record("ex-1")) == ()
        assert verify(library.raw_record("ex-2")) == ()
        library.check()
    assert version(first_place.path) == 2


def test_a_lifted_database_has_the_shape_of_a_new_one(first_place, tmp_path):
    first_place.open().close()
    lifted = shape(first_place.path)
    first_place.path = tmp_path / "new.db"
    first_place.open(create=True).close()
    assert lifted == shape(first_place.path)
    assert triggers(first_place.path) == TRIGGERS


def test_the_backup_is_what_was_there_before(first_place):
    before = first_place.path.with_name("before.db")
    shutil.copy(first_place.path, before)
    first_place.open().close()
    backup = first_place.path.with_name("exercises.db.version-1.backup")
    assert version(backup) == 1
    assert shape(backup) == shape(before)
    entries = "SELECT * FROM journal ORDER BY exercise_id, seq"
    assert asked(backup, entries) == asked(before, entries)
    assert found(backup) == ()


@pytest.mark.parametrize("how", ["new", "lifted", "lifted after a forgetting"])
@pytest.mark.parametrize(
    "statement",
    [
        NEXT_NUMBER,
        NEXT_NUMBER.replace(" 14,", " 5,"),
        NEXT_NUMBER.replace("INSERT OR REPLACE", "REPLACE"),
        NEXT_NUMBER.replace("OR REPLACE", "OR IGNORE"),
        NEXT_NUMBER.replace("INSERT OR REPLACE", "INSERT")
        + " ON CONFLICT DO UPDATE SET event = '{}'",
        "UPDATE OR REPLACE journal SET seq = 6 WHERE seq = 5",
    ],
)
def test_no_entry_can_be_replaced(first_place, statement, how):
    if how == "new":
        first_place.path.unlink()
        with first_place.open(create=True) as library:
            library.record("ex-1", PACKAGE, RECORDED, status="running", participants=PEOPLE)
    else:
        with first_place.open() as library:
            if how != "lifted":
                library.forget("ex-2", names_only=False)
    with pytest.raises(sqlite3.IntegrityError, match=r"never (replaced|changed)|without gaps"):
        run(first_place.path, statement)
    with first_place.open() as library:
        assert tuple(library.open("ex-1").journal.entries()) == RECORDED


def test_the_number_of_an_entry_that_is_there_is_refused_even_without_the_dense_numbers(place):
    with place.open(create=True) as library:
        library.record("ex-1", PACKAGE, RECORDED, status="running")
    run(place.path, "DROP TRIGGER journal_numbers_are_dense")
    old_number = NEXT_NUMBER.replace("14, at, command_id", "5, at, 'another'")
    with pytest.raises(sqlite3.IntegrityError, match="never replaced"):
        run(place.path, old_number)


def test_a_command_sent_again_is_answered_from_a_lifted_journal(first_place):
    with first_place.open() as library:
        journal = library.open("ex-1").journal
        assert tuple(journal.entries()) == RECORDED
        assert appended(journal, position(99), command_id="c4") == (RECORDED[4],)
        assert journal.head.seq == 13


def test_a_whole_file_of_the_first_version_is_proved_whole_and_not_lifted(first_place):
    assert found(first_place.path) == ()
    assert version(first_place.path) == 1
    assert not list(first_place.path.parent.glob("*.backup"))


@pytest.mark.parametrize("is_lifted", [False, True])
def test_an_entry_that_was_replaced_in_the_first_version_is_named(first_place, is_lifted):
    run(first_place.path, NEXT_NUMBER)
    if is_lifted:
        with first_place.open() as library:
            with pytest.raises(JournalDamaged, match="entry 5 is missing"):
                tuple(library.open("ex-1").journal.entries())
            assert len(tuple(library.open("ex-2").journal.entries())) == 4
    problems = found(first_place.path)
    assert ("missing", 5, 5) in [(p.kind, p.first, p.last) for p in problems]
    assert 14 in [p.first for p in problems]
    assert found(first_place.path, "ex-2") == ()


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_each_trigger_that_was_dropped_is_found(first_place, trigger):
    first_place.open().close()
    run(first_place.path, f"DROP TRIGGER {trigger}")
    (problem,) = found(first_place.path)
    assert (problem.kind, trigger in problem.text) == ("store", True)
    with pytest.raises(LibraryUnavailable, match=trigger):
        first_place.open()


def test_a_trigger_of_that_name_that_somebody_else_made_gives_way(first_place):
    name = "journal_entries_are_not_replaced"
    run(
        first_place.path,
        f"CREATE TRIGGER {name} BEFORE INSERT ON journal WHEN 0 BEGIN SELECT 1; END",
    )
    first_place.open().close()
    assert triggers(first_place.path) == TRIGGERS


def killed(place, steps):
    """Open a database in a process of its own that is killed in one of the steps."""
    child = os.fork()
    if child == 0:
        try:
            place.open(steps=steps)
        finally:
            os._exit(3)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL


@needs_fork
@may_fork
@pytest.mark.parametrize("is_step_done", [False, True])
def test_a_kill_in_the_middle_of_lifting_loses_nothing(first_place, is_step_done):
    def lift_and_die(connection):
        if is_step_done:
            STEPS[0].lift(connection)
        os.kill(os.getpid(), signal.SIGKILL)

    killed(first_place, (Step("deadly", lift_and_die),))
    backup = first_place.path.with_name("exercises.db.version-1.backup")
    for path in (first_place.path, backup):
        assert version(path) == 1
        assert len(triggers(path)) == 3
        assert (found(path), found(path, "ex-2")) == ((), ())
    with first_place.open() as library:
        assert tuple(library.open("ex-1").journal.entries()) == RECORDED
    assert version(first_place.path) == 2


@needs_fork
@may_fork
def test_a_kill_between_two_steps_keeps_the_first_one(first_place):
    def die(connection):
        os.kill(os.getpid(), signal.SIGKILL)

    killed(first_place, (*STEPS, Step("deadly", die)))
    assert version(first_place.path) == 2
    with first_place.open() as library:
        assert tuple(library.open("ex-1").journal.entries()) == RECORDED
    with pytest.raises(sqlite3.IntegrityError, match="never replaced"):
        run(first_place.path, NEXT_NUMBER)
