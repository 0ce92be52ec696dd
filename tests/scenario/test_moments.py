"""Scenario times as authors write them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tabletop.scenario.moments import day_and_time, moment

STARTS = datetime(2031, 3, 4, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("D+0 11:00", datetime(2031, 3, 4, 11, tzinfo=UTC)),
        ("D 05:00", datetime(2031, 3, 4, 5, tzinfo=UTC)),
        ("D-1 23:59", datetime(2031, 3, 3, 23, 59, tzinfo=UTC)),
        ("D+30 7:05", datetime(2031, 4, 3, 7, 5, tzinfo=UTC)),
        ("+5h", datetime(2031, 3, 4, 11, tzinfo=UTC)),
        ("+90m", datetime(2031, 3, 4, 7, 30, tzinfo=UTC)),
        ("+1d 2h", datetime(2031, 3, 5, 8, tzinfo=UTC)),
    ],
)
def test_a_time_counts_from_midnight_or_from_the_start(text, at):
    assert moment(text).after(STARTS) == at
    assert str(moment(text)) == text


@pytest.mark.parametrize("text", ["", "D", "D+1", "+", "5h", "D+1 24:00", "D+1 10:60", "D+٣ 10:00"])
def test_anything_else_is_refused_with_an_example(text):
    with pytest.raises(ValueError, match=r"write D\+2 10:00|hours go to 23"):
        moment(text)


def test_midnight_is_that_of_the_place_where_the_scenario_starts():
    starts = datetime(2031, 3, 4, 1, tzinfo=timezone(timedelta(hours=3)))
    assert moment("D 00:30").after(starts) == datetime(2031, 3, 3, 21, 30, tzinfo=UTC)
    assert day_and_time(datetime(2031, 3, 4, 22, tzinfo=UTC), starts) == "D+1 01:00"
    assert day_and_time(STARTS, STARTS) == "D-Day 06:00Z"
