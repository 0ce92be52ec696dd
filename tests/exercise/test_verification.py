"""Whatever is changed in a record is found, and the place is named."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tabletop.exercise.events import ExerciseCreated, ExerciseStarted, PositionTaken
from tabletop.exercise.journal import (
    FIRST_HASH,
    Head,
    KeptHead,
    RawRecord,
    RawRow,
    new_entries,
    raw_row,
)
from tabletop.exercise.verification import row_hash, verify

SOURCE = "tabletop: 1\nid: calm-front\n"
STARTEX = datetime(2031, 3, 4, 6, 0, tzinfo=UTC)
CREATED = ExerciseCreated(
    "Course", "exercise", "calm-front", "1", sha256(SOURCE.encode()).hexdigest(), None, ("TUR",)
)
COLUMNS = [field.name for field in fields(RawRow)]


def record_of(*events):
    head, rows = Head(0, FIRST_HASH), []
    for number, event in enumerate((CREATED, *events)):
        entries = new_entries(
            (event, ExerciseStarted()) if number % 3 == 1 else (event,),
            exercise_id="ex-1",
            head=head,
            at=STARTEX + timedelta(seconds=number),
            command_id=f"c{number}",
            actor="facilitator",
        )
        head = Head(entries[-1].seq, entries[-1].hash)
        rows.extend(raw_row(entry) for entry in entries)
    heads = (KeptHead("the list of exercises", head),)
    return RawRecord("ex-1", tuple(rows), heads, SOURCE)


def positions(reasons):
    return [PositionTaken("D1", "TUR", "final", "c", reason=reason) for reason in reasons]


records = st.lists(st.text(), min_size=1, max_size=5).map(
    lambda reasons: record_of(*positions(reasons))
)
RECORD = record_of(*positions("abcdefg"))
LAST = len(RECORD.rows)


def found(record):
    return [(problem.kind, problem.first, problem.last) for problem in verify(record)]


def with_rows(record, *rows):
    return replace(record, rows=tuple(rows))


def with_row(record, index, **changes):
    rows = list(record.rows)
    rows[index] = replace(rows[index], **changes)
    return with_rows(record, *rows)


def forged(rows):
    """Chain rows anew, as somebody would who knows how."""
    previous, made = FIRST_HASH, []
    for row in rows:
        previous = row_hash(row, previous)
        made.append(replace(row, hash=previous))
    return made


@given(records)
def test_a_record_as_it_was_written_is_whole(record):
    assert verify(record) == ()


@given(records, st.data())
def test_any_changed_character_is_located(record, data):
    index = data.draw(st.integers(0, len(record.rows) - 1))
    column = data.draw(st.sampled_from([name for name in COLUMNS if name not in {"seq", "step"}]))
    text = getattr(record.rows[index], column)
    place = data.draw(st.integers(0, len(text) - 1))
    sign = data.draw(st.characters(codec=None).filter(lambda other: other != text[place]))
    spoilt = with_row(record, index, **{column: text[:place] + sign + text[place + 1 :]})
    # The name of another command makes that one stand twice, which is told of both.
    changed = spoilt.rows[index].command_id
    assume(column != "command_id" or changed not in {row.command_id for row in record.rows})
    assert ("altered", index + 1, index + 1) in found(spoilt)
    assert {first for _, first, _ in found(spoilt)} == {index + 1}


@given(records, st.data())
def test_any_left_out_or_added_character_is_located(record, data):
    index = data.draw(st.integers(0, len(record.rows) - 1))
    column = data.draw(st.sampled_from([name for name in COLUMNS if name not in {"seq", "step"}]))
    text = getattr(record.rows[index], column)
    place = data.draw(st.integers(0, len(text)))
    other = data.draw(st.sampled_from([text[:place] + "\n" + text[place:], text[:-1], text + " "]))
    spoilt = with_row(record, index, **{column: other})
    assert {first for _, first, _ in found(spoilt)} == {index + 1}


@given(records, st.data(), st.sampled_from([None, b"bytes", 1.5, "2", -1, 0, True, 10**30]))
def test_a_number_of_another_kind_is_located(record, data, other):
    index = data.draw(st.integers(0, len(record.rows) - 1))
    spoilt = with_row(record, index, step=other)
    if type(other) is int and other == record.rows[index].step:
        assert verify(spoilt) == ()
    else:
        assert ("altered", index + 1, index + 1) in found(spoilt)
    renumbered = with_row(record, index, seq=other)
    located = [(first, last) for _, first, last in found(renumbered)]
    assert any(first <= index + 1 <= last for first, last in located)


@given(records, st.data())
def test_a_text_of_another_kind_is_located(record, data):
    index = data.draw(st.integers(0, len(record.rows) - 1))
    column = data.draw(st.sampled_from([name for name in COLUMNS if name not in {"seq", "step"}]))
    spoilt = with_row(record, index, **{column: data.draw(st.sampled_from([None, b"x", 7]))})
    assert {first for _, first, _ in found(spoilt)} == {index + 1}


@given(records, st.data())
def test_a_missing_entry_is_located(record, data):
    index = data.draw(st.integers(0, len(record.rows) - 1))
    rows = list(record.rows)
    del rows[index]
    kind = "cut" if index == len(rows) else "missing"
    assert found(with_rows(record, *rows)) == [(kind, index + 1, index + 1)]


@given(records, st.data())
def test_a_cut_end_is_located(record, data):
    kept = data.draw(st.integers(0, len(record.rows) - 1))
    spoilt = with_rows(record, *record.rows[:kept])
    assert found(spoilt) == [("cut", kept + 1, len(record.rows))]


@given(records, st.data())
def test_two_entries_in_each_others_place_are_located(record, data):
    last = len(record.rows) - 1
    first, second = sorted(data.draw(st.sets(st.integers(0, last), min_size=2, max_size=2)))
    rows = list(record.rows)
    rows[first], rows[second] = rows[second], rows[first]
    shuffled = {number for kind, number, _ in found(with_rows(record, *rows))}
    assert shuffled <= set(range(first + 1, second + 2))
    assert shuffled
    rows[first] = replace(rows[first], seq=first + 1)
    rows[second] = replace(rows[second], seq=second + 1)
    renumbered = [(low, high) for _, low, high in found(with_rows(record, *rows))]
    for number in (first + 1, second + 1):
        assert any(low <= number <= high for low, high in renumbered)


@given(records, st.data())
def test_a_doubled_entry_is_located(record, data):
    index = data.draw(st.integers(0, len(record.rows) - 1))
    rows = list(record.rows)
    rows.insert(index, rows[index])
    assert ("added", index + 1, index + 1) in found(with_rows(record, *rows))


@given(records, st.data())
def test_an_entry_pushed_in_between_is_located(record, data):
    index = data.draw(st.integers(1, len(record.rows) - 1))
    new = replace(record.rows[index], event='{"event":"ExerciseEnded"}', command_id="new")
    later = [replace(row, seq=row.seq + 1) for row in record.rows[index:]]
    spoilt = with_rows(record, *record.rows[:index], new, *later)
    assert any(first <= index + 1 <= last for _, first, last in found(spoilt))


def test_an_entry_behind_the_end_is_located():
    rows = [*RECORD.rows, replace(RECORD.rows[-1], seq=LAST + 1, command_id="new")]
    assert ("added", LAST + 1, LAST + 1) in found(with_rows(RECORD, *forged(rows)))


@pytest.mark.parametrize("index", range(LAST))
def test_a_chain_forged_to_its_end_is_convicted_by_a_kept_head(index):
    rows = list(RECORD.rows)
    rows[index] = replace(rows[index], actor="somebody")
    spoilt = with_rows(RECORD, *forged(rows))
    assert found(spoilt) == [("head", LAST, LAST)]


def test_a_forger_who_also_changed_the_list_is_convicted_by_the_printed_report():
    rows = forged([*RECORD.rows[:3], replace(RECORD.rows[3], actor="x"), *RECORD.rows[4:]])
    theirs = KeptHead("the list of exercises", Head(LAST, rows[-1].hash))
    early = KeptHead("report A", Head(3, RECORD.rows[2].hash), current=False)
    later = KeptHead("report B", Head(5, RECORD.rows[4].hash), current=False)
    assert verify(replace(RECORD, rows=tuple(rows), heads=(theirs,))) == ()
    (problem,) = verify(replace(RECORD, rows=tuple(rows), heads=(theirs, early, later)))
    assert (problem.kind, problem.first) == ("head", 5)
    assert "report B" in problem.text


def test_an_older_report_does_not_contradict_a_longer_journal():
    older = KeptHead("the report", Head(2, RECORD.rows[1].hash), current=False)
    assert verify(replace(RECORD, heads=(*RECORD.heads, older))) == ()
    assert verify(replace(RECORD, heads=(replace(older, current=True),))) != ()


@pytest.mark.parametrize("head", [Head(LAST, "0" * 64), Head(LAST - 1, RECORD.rows[-2].hash)])
def test_an_altered_head_is_named_with_its_place(head):
    (problem,) = verify(replace(RECORD, heads=(KeptHead("the side journal", head),)))
    assert "the side journal" in problem.text


def test_an_altered_hash_of_the_last_entry_is_told_from_an_altered_entry():
    assert found(with_row(RECORD, LAST - 1, hash="0" * 64)) == [("altered", LAST, LAST)]


def test_many_altered_neighbours_are_one_finding():
    rows = [replace(row, actor="x") if 2 <= row.seq <= 6 else row for row in RECORD.rows]
    (problem,) = verify(with_rows(RECORD, *rows))
    assert problem.text == "Entries 2 to 6 are not what was written there."


def test_a_step_recorded_twice_is_found_in_a_sound_chain():
    again = replace(RECORD.rows[2], seq=LAST + 1)
    (problem,) = verify(replace(with_rows(RECORD, *forged([*RECORD.rows, again])), heads=()))
    assert problem.text == f"Entry {LAST + 1} records again what entry 3 records."


def test_another_scenario_than_the_frozen_one_is_found():
    (problem,) = verify(replace(RECORD, scenario_source=SOURCE + "#"))
    assert problem.kind == "scenario"
    assert verify(replace(RECORD, scenario_source=None)) == ()


def test_a_record_of_nothing_is_cut_off():
    assert found(with_rows(RECORD)) == [("cut", 1, LAST)]
    assert verify(RawRecord("ex-1", (), ())) == ()
