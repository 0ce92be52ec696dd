from tabletop.plots.participation import Participation, participation_bars
from tabletop.plots.picture import Frame

FRAME = Frame("EXERCISE ONLY")
SIX = (("TUR", 7), ("USA", 12), ("GBR", 9), ("FRA", 4), ("DEU", 3), ("ITA", 1))


def test_bars_are_sorted_and_the_balance_is_given_from_six_seats_on():
    picture = participation_bars(Participation(SIX, "intervention", "interventions"), FRAME)
    assert [row[0] for row in picture.table.rows] == ["USA", "GBR", "TUR", "FRA", "DEU", "ITA"]
    assert picture.table.columns == ("Seat", "Interventions")
    assert "36 interventions by 6 seats" in picture.alt
    assert "Gini coefficient 0.35" in picture.alt


def test_five_seats_are_shown_without_a_coefficient():
    assert "Gini" not in participation_bars(Participation(SIX[:5]), FRAME).alt


def test_one_seat_is_not_compared_with_itself():
    assert participation_bars(Participation(SIX[:1]), FRAME).alt == "One bar: TUR with 7 entries."
