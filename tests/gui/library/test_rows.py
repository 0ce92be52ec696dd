"""What the library shows, from what it lists."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tabletop.gui.library.cache import Contents, day
from tabletop.gui.library.rows import (
    DEFAULT_MARKING,
    card_rows,
    exercise_count,
    exercise_rows,
    hours,
    marking_of,
    matching,
    running_row,
    scenario_count,
)
from tests.gui.library.samples import CALM_FRONT, COLD_BERTH, SHIPPED, TYPICAL, exercise


def test_a_card_counts_and_names_its_rules():
    (card,) = card_rows([CALM_FRONT])
    assert card.counts == (("26", "injects"), ("10", "seats"))
    assert card.length == "6 h or half-day version"
    assert card.rules == ("consensus", "silence", "on request", "each")
    assert card.story_line == "5 phases, 21 decisions; branches dashed"
    assert card.spoken == "Calm Front. 26 injects, 10 seats, 6 h or half-day version."


def test_one_of_a_kind_is_not_many():
    small = COLD_BERTH._replace(injects=1, seats=1, decisions=1, story=((0, 1, False),))
    (card,) = card_rows([small])
    assert card.counts == (("1", "inject"), ("1", "seat"))
    assert card.story_line == "1 phase, 1 decision"


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, ""), (45, "45 min"), (60, "1 h"), (150, "2 h 30"), (365, "6 h 05")]
)
def test_lengths_are_said_as_people_say_them(minutes, words):
    assert hours(minutes) == words


def test_search_finds_words_anywhere_in_any_order():
    assert [card.title for card in card_rows(SHIPPED, "baltic cables")] == ["Silent Strand"]
    assert [card.title for card in card_rows(SHIPPED, "RANKING")] == ["Cold Berth"]
    assert card_rows(SHIPPED, "volcano") == ()


def test_an_exercise_offers_what_fits_its_state():
    rows = exercise_rows(TYPICAL.exercises)
    assert [(row.status_word, row.action, row.action_word) for row in rows] == [
        ("Running", "resume", "Resume"),
        ("Paused", "resume", "Resume"),
        ("Ended", "report", "Report"),
        ("Ended", "report", "Report"),
        ("Ended", "report", "Report"),
        ("Rehearsal, ended", "report", "Report"),
        ("Ready", "resume", "Open"),
    ]


def test_the_scenario_is_named_where_the_exercise_is_not_named_after_it():
    rows = {row.name: row.detail for row in exercise_rows(TYPICAL.exercises)}
    assert rows["Council away day"] == "Ready · Calm Front · 2 Apr 2026"
    assert rows["Cold Berth, city staff"] == "Ended · 3 Nov 2026"


def test_a_row_says_all_of_it_to_those_who_listen():
    row = exercise_rows(TYPICAL.exercises)[2]
    assert row.spoken == "Cold Berth, city staff. Ended, 3 Nov 2026. Report: Enter. Open: O."


def test_exercises_are_found_by_name_state_and_day():
    rows = exercise_rows(TYPICAL.exercises)
    assert [row.name for row in matching(rows, "paused")] == ["Silent Strand, Tallinn"]
    assert [row.name for row in matching(rows, "apr 2026 ended")] == [
        "Quiet Runway, aviation cell",
        "Calm Front, dry run",
    ]


def test_a_demonstration_is_named_as_one_and_kept_apart():
    shown = exercise(1, "Calm Front, autumn course", "ended", "12 Nov 2026", kind="demonstration")
    (row,) = exercise_rows([shown])
    assert row.detail == "Demonstration · 12 Nov 2026"
    assert row.icon == "status-conditional"
    assert matching([row], "demonstration") == (row,)


@pytest.mark.parametrize("kind", ["exercise", "rehearsal"])
def test_a_damaged_exercise_is_marked_as_such(kind):
    (row,) = exercise_rows([exercise(1, "Calm Front", "damaged", "1 May 2026", kind=kind)])
    assert (row.icon, row.role, row.action) == ("warning", "danger", "resume")
    assert "damaged" in row.detail.lower()
    assert not row.can_also_open


def test_a_running_exercise_stands_out_before_a_running_rehearsal():
    rehearsal = exercise(1, "Calm Front, dry run", "running", "1 May 2026", kind="rehearsal")
    real = exercise(2, "Calm Front, Brussels", "running", "1 May 2026")
    assert running_row(exercise_rows([rehearsal, real])).id == real.id
    assert running_row(exercise_rows([rehearsal])).id == rehearsal.id
    assert running_row(exercise_rows(TYPICAL.exercises[1:])) is None


def test_a_state_of_a_later_version_is_still_listed():
    (row,) = exercise_rows([exercise(1, "Calm Front", "archived", "1 May 2026")])
    assert (row.status_word, row.action) == ("archived", "resume")


def test_the_marking_is_that_of_all_scenarios():
    other = COLD_BERTH._replace(marking="TLP:AMBER – EXERCISE")
    assert marking_of(Contents(SHIPPED)) == DEFAULT_MARKING
    assert marking_of(Contents((CALM_FRONT, other))) == f"{DEFAULT_MARKING} · TLP:AMBER – EXERCISE"
    assert marking_of(Contents()) == DEFAULT_MARKING


def test_counts_say_how_much_the_search_left():
    assert scenario_count(4, 4) == "4 ready to run"
    assert scenario_count(1, 4) == "1 of 4"
    assert scenario_count(0, 4) == "None holds these words"
    assert scenario_count(0, 0, is_read=False) == ""
    assert scenario_count(0, 0).startswith("None found.")
    assert exercise_count(7, 7) == "newest first"
    assert exercise_count(2, 7) == "2 of 7"


def test_days_are_local():
    late = datetime(2026, 11, 12, 23, 30, tzinfo=UTC)
    assert day(late, UTC) == "12 Nov 2026"
    assert day(late, timezone(timedelta(hours=3))) == "13 Nov 2026"


@pytest.mark.parametrize(
    ("kind", "status", "word"),
    [
        ("demonstration", "ended", "Demonstration"),
        ("demonstration", "paused", "Demonstration, paused"),
        ("rehearsal", "ended", "Rehearsal, ended"),
    ],
)
def test_what_is_kept_apart_says_so_in_as_few_words_as_do(kind, status, word):
    (row,) = exercise_rows([exercise(1, "Calm Front", status, "12 Nov 2026", kind=kind)])
    assert row.detail == f"{word} · 12 Nov 2026"
    assert matching([row], f"{kind} {status}") == (row,)
