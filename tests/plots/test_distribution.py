from tabletop.plots.distribution import Distribution, Row, Share, position_distribution
from tabletop.plots.picture import Frame, Level, Scale

SCALE = Scale((Level(0, "Home"), Level(2, "Consult"), Level(6, "Defence")))
FRAME = Frame("EXERCISE ONLY")


def test_shares_stand_in_the_order_of_the_scale_and_without_one_last():
    row = Row("D1", "", (Share("z", 1), Share("c", 2, 6), Share("a", 3, 0), Share("b", 0, 2)), 6, 8)
    assert [share.option for share in row.held] == ["a", "c", "z"]
    picture = position_distribution(Distribution((row,), SCALE), FRAME)
    assert picture.table.rows == (
        ("D1", "a (position 0): 3; c (position 6): 2; z: 1; no answer: 2", "6 of 8"),
    )


def test_a_decision_that_allows_several_options_may_count_more_than_its_seats():
    row = Row("D7", "Offers", (Share("a", 4), Share("b", 5)), 5, 5)
    assert row.steps == 9
    assert not position_distribution(Distribution((row,)), FRAME).is_empty


def test_decisions_without_seats_are_left_out():
    rows = (Row("D1", "", (), 0, 0), Row("D2", "", (Share("a", 3, 2),), 3, 3))
    picture = position_distribution(Distribution(rows, SCALE), FRAME)
    assert [row[0] for row in picture.table.rows] == ["D2"]
    assert "All answers were the same in D2." in picture.alt
