from hypothesis import given
from hypothesis import strategies as st

from tabletop.plots.picture import Frame
from tabletop.plots.times import (
    _DOT,
    DecisionTimes,
    SeatTime,
    Times,
    _lanes,
    _notes,
    time_to_decision,
)

FRAME = Frame("EXERCISE ONLY")
SEATS = (SeatTime("TUR", 120), SeatTime("GRC", 240), SeatTime("POL"))


def test_the_table_names_who_did_not_answer():
    picture = time_to_decision(Times((DecisionTimes("D1", "Form", SEATS, 600, 15),)), FRAME)
    assert picture.table.rows == (("D1", "10 min", "15 min", "3 min", "2 min", "4 min", "POL"),)
    assert "D1 was closed after 10 min." in picture.alt


def test_missing_answers_are_counted_without_a_whole_that_the_report_counts_otherwise():
    # Under silence nobody is asked, and yet who took a position stands in the figure.
    rows = (DecisionTimes("D1", "", SEATS, 600), DecisionTimes("D5", "", SEATS[:2], 600))
    assert _notes(Times(rows), rows)[0].endswith("1 answer is missing.")


def test_an_open_decision_is_called_open():
    picture = time_to_decision(Times((DecisionTimes("D1", "Form", SEATS),)), FRAME)
    assert picture.table.rows[0][1] == "open"
    assert "None is closed." in picture.alt


def test_quickest_and_slowest_are_named():
    rows = (DecisionTimes("D1", "", SEATS, 600), DecisionTimes("D2", "", SEATS, 3700))
    alt = time_to_decision(Times(rows), FRAME).alt
    assert "The quickest was closed after 10 min (D1), the slowest after 1 h 2 min (D2)" in alt


def test_a_decision_nobody_touched_is_left_out_and_one_at_once_is_drawn():
    rows = (DecisionTimes("D1", "", (SeatTime("TUR"),)), DecisionTimes("D2", "", SEATS, 0.5))
    picture = time_to_decision(Times(rows), FRAME)
    assert [row[0] for row in picture.table.rows] == ["D2"]


@given(st.lists(st.floats(0, 100), max_size=40), st.sampled_from([1, 3, 5]))
def test_no_dot_covers_another_while_a_lane_is_free(places, most):
    places = sorted(places)
    lanes = _lanes(places, most)
    assert all(abs(lane) <= most // 2 for lane in lanes)
    for index, (across, lane) in enumerate(zip(places, lanes, strict=True)):
        near = [other for other in range(index) if across - places[other] < _DOT]
        if len(near) < most:
            assert lane not in {lanes[other] for other in near}
