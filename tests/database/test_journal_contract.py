"""What every journal and library promises; each test runs on the memory and on the disk."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tabletop.exercise.events import ExerciseStarted, SeatPresent
from tabletop.exercise.journal import (
    FIRST_HASH,
    Head,
    JournalDamaged,
    JournalMoved,
    JournalUnavailable,
    LibraryUnavailable,
    Participant,
    raw_row,
)
from tabletop.exercise.verification import verify
from tests.database.samples import (
    CREATED,
    PACKAGE,
    PEOPLE,
    STARTEX,
    appended,
    chain,
    created,
    filled,
    position,
)


def test_a_new_exercise_begins_with_its_first_entry(library):
    stored = created(library)
    assert [entry.event for entry in stored.journal.entries()] == [CREATED]
    assert stored.summary.status == "ready"
    assert stored.summary.name == "Spring course"
    assert stored.summary.scenario_title == "Calm Front – Ήρεμο Μέτωπο"
    assert stored.journal.head == Head(1, stored.summary.head)


def test_what_was_appended_is_read_back(library):
    journal = created(library).journal
    written = appended(journal, ExerciseStarted(), position(1))
    assert [entry.seq for entry in written] == [2, 3]
    assert [entry.step for entry in written] == [0, 1]
    assert tuple(library.open("ex-1").journal.entries(after=1)) == written


def test_the_library_knows_status_and_head_after_each_append(library):
    journal = created(library).journal
    appended(journal, status="paused")
    summary = library.exercises()[0]
    assert (summary.status, summary.entries, summary.head) == ("paused", 2, journal.head.hash)


def test_a_retried_command_returns_its_entries_and_writes_nothing(library):
    journal = filled(library, 3)
    first = next(e for e in journal.entries() if e.command_id == "c1")
    assert appended(journal, position(99), command_id="c1") == (first,)
    assert journal.head.seq == 4
    assert [e.command_id for e in journal.entries()] == ["start", "c0", "c1", "c2"]


def test_a_command_retried_in_another_window_returns_its_entries(library):
    early = created(library).journal
    late = library.open("ex-1").journal
    written = appended(early)
    assert appended(late) == written
    assert late.head == early.head


def test_a_retry_of_an_older_command_does_not_hide_what_came_between(library):
    early = created(library).journal
    late = library.open("ex-1").journal
    appended(early, command_id="c1")
    second = appended(early, command_id="c2")
    assert appended(late, command_id="c2") == second
    assert late.head.seq == 1
    with pytest.raises(JournalMoved):
        appended(late, command_id="c3")


def test_a_journal_that_has_moved_refuses_until_it_is_read_on(library):
    ours = created(library).journal
    theirs = library.open("ex-1").journal
    appended(theirs, command_id="theirs")
    with pytest.raises(JournalMoved, match="grown past entry 1"):
        appended(ours, command_id="ours")
    assert [entry.command_id for entry in ours.entries(after=1)] == ["theirs"]
    appended(ours, command_id="ours")
    commands = [entry.command_id for entry in theirs.entries()]
    assert commands == ["start", "theirs", "ours"]


def test_reading_only_the_end_does_not_count_as_having_read_all(library):
    ours = created(library).journal
    theirs = library.open("ex-1").journal
    appended(theirs, command_id="a")
    appended(theirs, command_id="b")
    assert [entry.seq for entry in ours.entries(after=2)] == [3]
    with pytest.raises(JournalMoved):
        appended(ours, command_id="ours")


def test_a_command_without_events_writes_nothing(library):
    journal = created(library).journal
    assert journal.append((), at=STARTEX, command_id="x", actor="f", status="running") == ()
    assert library.exercises()[0].status == "ready"


@pytest.mark.parametrize(
    "text", ["", "Ω≈ç√ İstanbul 🜂", "\0\x1b\u2028", "half \ud83d a sign", "\r\n"]
)
def test_odd_text_in_an_event_is_kept_as_it_is(library, text):
    journal = created(library).journal
    appended(journal, position(reason=text))
    assert [e.event.reason for e in library.open("ex-1").journal.entries(after=1)] == [text]


def test_an_id_with_a_line_break_is_a_mistake_of_the_caller(library):
    journal = created(library).journal
    with pytest.raises(ValueError, match="command id"):
        appended(journal, command_id="a\nb")
    assert journal.head.seq == 1


def test_a_time_without_a_zone_is_a_mistake_of_the_caller(library):
    journal = created(library).journal
    with pytest.raises(ValueError, match="time zone"):
        journal.append(
            (position(),), at=STARTEX.replace(tzinfo=None), command_id="c", actor="f", status="s"
        )


def test_people_stand_apart_in_the_order_of_their_arrival(library):
    journal = created(library, participants=PEOPLE).journal
    late = Participant("p0", "FRA", "C. Moreau")
    appended(journal, SeatPresent("FRA", "p0"), participants=[late])
    corrected = replace(PEOPLE[0], name="A. Demirel")
    appended(journal, SeatPresent("TUR", "p1"), command_id="c2", participants=[corrected])
    assert library.participants("ex-1") == (corrected, PEOPLE[1], late)
    assert library.open("ex-1").participants == (corrected, PEOPLE[1], late)
    assert journal.people() == (corrected, PEOPLE[1], late)


def test_forgetting_names_keeps_seats_and_entries(library):
    journal = filled(library, 2)
    library.forget("ex-1", names_only=True)
    assert [(p.id, p.role, p.name, p.organisation) for p in library.participants("ex-1")] == [
        ("p1", "TUR", "", ""),
        ("p2", "GRC", "", ""),
    ]
    appended(journal, command_id="after")
    assert verify(library.raw_record("ex-1")) == ()


def test_forgetting_an_exercise_leaves_the_others_alone(library):
    kept = filled(library, 2, "ex-1")
    gone = filled(library, 2, "ex-2")
    library.forget("ex-2", names_only=False)
    assert [summary.id for summary in library.exercises()] == ["ex-1"]
    assert library.open("ex-1").package == PACKAGE
    appended(kept, command_id="after")
    for unknown in (library.open, library.participants, library.raw_record):
        with pytest.raises(KeyError):
            unknown("ex-2")
    with pytest.raises(JournalUnavailable, match="removed from the library") as told:
        appended(gone, command_id="after")
    assert told.value.code == "missing"
    with pytest.raises(JournalUnavailable, match="removed from the library"):
        tuple(gone.entries())


def test_an_unknown_exercise_cannot_be_forgotten(library):
    with pytest.raises(KeyError):
        library.forget("nothing", names_only=True)


def test_an_id_is_taken_once(library):
    journal = created(library).journal
    appended(journal)
    with pytest.raises(LibraryUnavailable, match="already in the library") as told:
        created(library)
    assert told.value.code == "exists"
    assert library.exercises()[0].entries == 2


def test_an_exercise_begins_with_its_creation_only(library):
    with pytest.raises(JournalDamaged, match="does not create the exercise"):
        library.create(
            "ex-1", PACKAGE, ExerciseStarted(), at=STARTEX, command_id="c", actor="facilitator"
        )
    assert library.exercises() == ()


def test_a_scenario_that_is_not_the_frozen_one_is_refused(library):
    other = replace(PACKAGE, source="tabletop: 1\n")
    with pytest.raises(JournalDamaged, match="not the one that the first entry froze"):
        library.create("ex-1", other, CREATED, at=STARTEX, command_id="c", actor="facilitator")


def test_a_whole_exercise_is_taken_in_at_once(library):
    entries = chain(position(1), position(2), position(3))
    stored = library.record("ex-1", PACKAGE, entries, status="ended", participants=PEOPLE)
    assert tuple(stored.journal.entries()) == entries
    assert stored.summary.status == "ended"
    assert stored.summary.created_at == STARTEX
    assert stored.participants == PEOPLE
    appended(stored.journal, command_id="later", minutes=9)
    assert verify(library.raw_record("ex-1")) == ()


def test_an_exercise_travels_as_raw_rows(library):
    rows = tuple(raw_row(entry) for entry in chain(position(1)))
    library.record("ex-1", PACKAGE, rows, status="ended")
    assert library.raw_record("ex-1").rows == rows


@pytest.mark.parametrize("spoil", ["leave out", "alter", "double", "other exercise", "nothing"])
def test_a_record_that_is_not_whole_is_not_taken_in(library, spoil):
    entries = list(chain(position(1), position(2), position(3)))
    if spoil == "leave out":
        del entries[1]
    elif spoil == "alter":
        entries[1] = replace(entries[1], event=position(9))
    elif spoil == "double":
        entries.insert(1, entries[1])
    elif spoil == "other exercise":
        entries = list(chain(position(1), exercise_id="ex-2"))
    else:
        entries = []
    with pytest.raises(JournalDamaged):
        library.record("ex-1", PACKAGE, entries, status="ended")
    assert library.exercises() == ()


def test_the_exercise_that_came_last_stands_first(library):
    created(library, "younger")
    created(library, "older", at=STARTEX - timedelta(days=300))
    assert [summary.id for summary in library.exercises()] == ["older", "younger"]


def test_the_raw_record_holds_rows_head_and_scenario(library):
    journal = filled(library, 2)
    record = library.raw_record("ex-1")
    assert record.rows == tuple(raw_row(entry) for entry in journal.entries())
    assert [(kept.place, kept.head) for kept in record.heads] == [
        ("the list of exercises", journal.head)
    ]
    assert record.scenario_source == PACKAGE.source
    assert record.rows[0].hash != FIRST_HASH
