from tabletop.plots.picture import Frame, Level, Scale
from tabletop.plots.shift import SeatShift, Shift, position_shift

SCALE = Scale(tuple(map(Level, range(7))))
FRAME = Frame("EXERCISE ONLY")


def shift(*seats):
    return position_shift(Shift("D6", "Where do we stand?", seats, SCALE), FRAME)


def test_the_words_say_who_moved_and_where_the_middle_went():
    alt = shift(SeatShift("TUR", 1, 2), SeatShift("GRC", 2, 2), SeatShift("POL", 2, 4)).alt
    assert "2 seats moved; the median stayed at 2." in alt
    assert "the median went from 1 to 3." in shift(SeatShift("TUR", 1, 3)).alt


def test_without_first_positions_nobody_is_said_to_have_moved():
    alt = shift(SeatShift("TUR", None, 3), SeatShift("GRC", None, 5)).alt
    assert "moved" not in alt
    assert "The median is 4." in alt


def test_the_table_keeps_stances_and_gaps():
    table = shift(SeatShift("TUR", 1, None, "can_accept"), SeatShift("GRC", None, 2)).table
    assert table.rows == (("TUR", "1", "no answer", "can accept"), ("GRC", "–", "2", "–"))


def test_each_decision_has_a_picture_name_of_its_own():
    assert shift(SeatShift("TUR", 1, 2)).name == "position-shift-D6"
