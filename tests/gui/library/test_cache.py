"""What the library listed last, kept for the next start."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tabletop.gui.library.cache import Contents, kept, read_cache, write_cache
from tests.gui.library.samples import TYPICAL, full, summary_of


def test_what_was_listed_comes_back(tmp_path):
    file = tmp_path / "new" / "library.json"
    contents = TYPICAL._replace(places=(("e1", 101, "In the room: I-09."),))
    write_cache(file, contents)
    assert read_cache(file) == contents


def test_of_many_exercises_only_the_newest_are_kept(tmp_path):
    file = tmp_path / "library.json"
    write_cache(file, full(exercises=400))
    again = read_cache(file)
    assert again.exercises == full(exercises=400).exercises[: len(again.exercises)]
    assert len(again.exercises) < 100
    assert len(again.scenarios) == 24


BROKEN = {
    "empty": "",
    "no JSON": "{",
    "a list": "[]",
    "another format": '{"format": 2, "scenarios": [], "exercises": [], "places": []}',
    "nothing in it": '{"format": 1}',
    "a text where a list should be": '{"format": 1, "scenarios": 5, "exercises": [], "places": []}',
    "a scenario without a title": '{"format": 1, "scenarios": [{}], "exercises": [], "places": []}',
    "a number for a name": json.dumps(
        {
            "format": 1,
            "scenarios": [],
            "exercises": [{**TYPICAL.exercises[0]._asdict(), "name": 7}],
            "places": [],
        }
    ),
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_a_file_that_cannot_be_used_is_as_good_as_none(tmp_path, text):
    file = tmp_path / "library.json"
    file.write_text(text, encoding="utf-8")
    assert read_cache(file) is None


def test_no_file_is_no_cache(tmp_path):
    assert read_cache(tmp_path / "none.json") is None


def demonstration(exercise_id, created_at):
    row = summary_of(TYPICAL.exercises[2])
    return replace(row, id=exercise_id, name="Autumn course", created_at=created_at)


def test_exercises_of_one_name_are_told_apart_by_the_time_and_at_one_time_by_the_id():
    early, late = datetime(2026, 11, 12, 8, 5, tzinfo=UTC), datetime(2026, 11, 12, 14, tzinfo=UTC)
    summaries = (
        summary_of(TYPICAL.exercises[0]),
        demonstration("1eb7a3dbfc304cd2", late),
        demonstration("9c3d5f55aa004cd2", early),
        demonstration("3f7e4ad67c304cd2", early),
    )

    assert [one.day for one in kept(summaries, (), UTC)] == [
        "12 Nov 2026",
        "12 Nov 2026 14:00",
        "9c3d · 12 Nov 2026",
        "3f7e · 12 Nov 2026",
    ]


def test_a_place_that_cannot_be_written_costs_nothing(tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    write_cache(in_the_way / "library.json", TYPICAL)
    assert read_cache(in_the_way / "library.json") is None


def test_a_place_counts_only_while_nothing_was_recorded_since():
    summaries = [summary_of(one) for one in TYPICAL.exercises[:2]]
    places = (("e1", 101, "In the room: I-09."), ("e2", 3, "In the room: I-02."))
    rows = kept(summaries, places, UTC)
    assert [row.place for row in rows] == ["In the room: I-09.", ""]
    assert rows[0].day == "12 Nov 2026"


def test_nothing_listed_is_kept_too(tmp_path):
    file = tmp_path / "library.json"
    write_cache(file, Contents())
    assert read_cache(file) == Contents()
