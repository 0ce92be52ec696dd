import pytest

from tabletop.plots.heat_map import Cell, Column, HeatMap, _keys, _notes, posture_heat_map
from tabletop.plots.picture import Frame, Level, Scale

SCALE = Scale((Level(0, "Home"), Level(2, "Consult"), Level(6, "Defence")))
FRAME = Frame("EXERCISE ONLY")
DATA = HeatMap(
    ("TUR", "GRC"),
    (
        Column("D1", (Cell(2, first=0), Cell(None)), "adopted", 2, 1),
        Column("D2", (Cell(6, first=6), Cell(has_say=False)), "no_agreement"),
    ),
    SCALE,
)


def test_the_table_says_what_the_grid_shows():
    table = posture_heat_map(DATA, FRAME).table
    assert table.columns == ("Seat", "D1", "D2")
    assert table.rows == (
        ("TUR", "2 (first 0)", "6"),
        ("GRC", "no answer", "not eligible"),
        ("Outcome", "adopted, 2", "no agreement"),
        ("Evidence", "1", "–"),
    )


def test_the_words_name_scale_extent_and_outcomes():
    alt = posture_heat_map(DATA, FRAME).alt
    assert "2 seats and 2 decisions" in alt
    assert "from 0, Home, to 6, Defence" in alt
    assert "The positions run from 2 to 6." in alt
    assert "1 adopted, 1 no agreement" in alt


def test_a_seat_without_a_cell_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="zip"):
        posture_heat_map(HeatMap(("TUR",), DATA.columns, SCALE), FRAME)


def test_more_than_thirty_decisions_continue_below(exercise, frame):
    thirty = posture_heat_map(exercise(4, 30).heat_map(), frame)
    more = posture_heat_map(exercise(4, 31).heat_map(), frame)
    assert more.height_mm > 1.5 * thirty.height_mm
    assert len(more.table.columns) == 32


def test_positions_off_the_levels_and_long_names_are_drawn():
    seats = ("Secretary General of the Council and Chair of the Committee", "Ωμέγα & <İğdır> $x$")
    columns = tuple(
        Column(f"D{number}-long-id", (Cell(99.5), Cell(-1)), "adopted", 99.5)
        for number in range(12)
    )
    assert not posture_heat_map(HeatMap(seats, columns, SCALE), FRAME).is_empty


def test_where_nobody_had_to_take_a_position_none_is_missing():
    columns = (
        Column("D1", (Cell(2), Cell(None)), "adopted"),
        Column("D2", (Cell(6, was_asked=False), Cell(None, was_asked=False)), "adopted"),
    )
    data = HeatMap(("TUR", "GRC"), columns, SCALE)
    assert posture_heat_map(data, FRAME).table.rows[1] == ("GRC", "no answer", "not asked")
    assert "1 answer on this scale is missing." in _notes(data)[0]
    assert [key.words for key in _keys(data)][:2] == ["no answer", "not asked, under silence"]
