"""A disk that fills up: told at once, nothing half recorded, and on it goes with new space."""

import signal
from contextlib import contextmanager

import pytest

from tabletop.exercise.journal import JournalUnavailable, LibraryUnavailable, StorageProblem
from tabletop.exercise.verification import verify
from tests.database.samples import PEOPLE, appended, created, filled, position

resource = pytest.importorskip("resource", reason="this system cannot limit the size of files")


@contextmanager
def largest_file(size):
    """Let every write beyond a size fail, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


def limit_pages(library, count):
    """Let the database itself refuse to grow; 0 lets it grow again."""
    raw = library._store.reader.raw_connection()
    raw.cursor().execute(f"PRAGMA max_page_count={count or 1073741823}")
    raw.close()


def refusal_of(attempt):
    """Repeat an attempt until it is refused; return the refusal and the number of the attempt."""
    for number in range(1000):
        try:
            attempt(number)
        except StorageProblem as problem:
            return problem, number
    raise AssertionError("nothing was refused")


def append_one(journal, number, acknowledged):
    """Record a large command of two entries and remember that it was acknowledged."""
    events = (position(number), position(number, reason="y" * 3000))
    appended(journal, *events, command_id=f"full-{number}", participants=PEOPLE)
    acknowledged += [f"full-{number}"] * 2


def test_a_full_database_says_not_recorded_and_keeps_what_was(on_disk):
    journal = filled(on_disk, 3)
    limit_pages(on_disk, 1)  # the smallest that is allowed: the pages it has
    acknowledged = [entry.command_id for entry in journal.entries()]
    refusal, _ = refusal_of(lambda number: append_one(journal, number, acknowledged))
    assert refusal.code == "full"
    assert "Free some space" in str(refusal)
    assert [entry.command_id for entry in on_disk.open("ex-1").journal.entries()] == acknowledged
    assert journal.head.seq == len(acknowledged)
    with pytest.raises(JournalUnavailable):
        appended(journal, position(reason="x" * 9000), command_id="again")
    limit_pages(on_disk, 0)
    appended(journal, position(reason="x" * 9000), command_id="again")
    assert journal.head.seq == len(acknowledged) + 1
    assert verify(on_disk.raw_record("ex-1")) == ()
    on_disk.check()


@pytest.mark.parametrize("room", range(0, 20 * 1024, 700))
def test_wherever_the_write_fails_nothing_is_half_recorded(on_disk, room):
    journal = filled(on_disk, 2)
    log = on_disk.path.with_name("exercises.db-wal")
    acknowledged = [entry.command_id for entry in journal.entries()]
    with largest_file(log.stat().st_size + room):
        refusal, number = refusal_of(lambda number: append_one(journal, number, acknowledged))
    assert isinstance(refusal, JournalUnavailable)
    assert str(refusal).startswith("NOT recorded. ")
    on_disk.check()
    commands = [entry.command_id for entry in on_disk.open("ex-1").journal.entries()]
    assert commands == acknowledged
    retried = appended(journal, position(1), position(2), command_id=f"full-{number}")
    assert [entry.seq for entry in retried] == [len(acknowledged) + 1, len(acknowledged) + 2]
    assert verify(on_disk.raw_record("ex-1")) == ()


def test_an_exercise_that_does_not_fit_is_not_half_there(on_disk):
    created(on_disk, "ex-1")
    with largest_file(on_disk.path.stat().st_size):
        refusal, number = refusal_of(lambda number: created(on_disk, f"full-{number}"))
    assert isinstance(refusal, LibraryUnavailable)
    known = [summary.id for summary in on_disk.exercises()]
    assert f"full-{number}" not in known
    for exercise_id in known:
        assert verify(on_disk.raw_record(exercise_id)) == ()


def test_a_database_that_does_not_fit_is_not_half_there(place):
    with largest_file(8 * 1024), pytest.raises(LibraryUnavailable):
        place.open(create=True)
    assert list(place.path.parent.iterdir()) == []
