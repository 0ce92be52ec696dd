"""What is typed in the console, read without a window."""

import pytest

from tabletop.exercise import commands as c
from tabletop.gui.console.rows.clocks import jump_target
from tabletop.gui.console.rows.quick_log import log_command, log_draft
from tabletop.scenario.moments import day_and_time


@pytest.mark.parametrize(
    ("typed", "to"),
    [
        ("D+1 07:00", "D+1 07:00Z"),
        ("D+1 07:00Z", "D+1 07:00Z"),
        ("D-Day 20:00z", "D-Day 20:00Z"),
        ("+2h", "D-Day 12:30Z"),
    ],
)
def test_a_scenario_time_is_read_as_it_stands_on_the_screen_and_counts_from_now(live, typed, to):
    state = live.state
    now = state.scenario.starts.replace(hour=10, minute=30)

    assert day_and_time(jump_target(typed, state, now), state.scenario.starts) == to


def test_a_scenario_time_that_is_none_says_what_could_be_written(live):
    state = live.state
    with pytest.raises(ValueError, match=r"write D\+2 10:00"):
        jump_target("tomorrow", state, state.scenario.starts)


@pytest.mark.parametrize(
    ("line", "kind", "reading", "problem"),
    [
        ("+ Ankara first @tur #o1", "strength", "TUR, O1", ""),
        ("- Nobody asked #O2", "improvement", "O2", ""),
        ("? Range? @POL", "request", "R1, POL", ""),
        ("? Range?", "request", "R1", "Whose request is it? Add @ and the seat"),
        ("! Next week", "parked issue", "", ""),
        ("just a note", "note", "", ""),
        ("mail a@b.example", "note", "", ""),
        ("+ well @XYZ", "strength", "", "No seat XYZ"),
        ("+", "strength", "", "Nothing is written yet"),
    ],
)
def test_a_line_of_the_log_is_read_before_it_is_recorded(live, line, kind, reading, problem):
    draft = log_draft(line, live.state)

    assert (draft.kind, draft.reading, draft.problem) == (kind, reading, problem)


def test_a_parked_issue_becomes_its_command(live):
    assert log_command(log_draft("! Later", live.state), "id1") == c.ParkIssue("id1", "Later")
