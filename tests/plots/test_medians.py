"""The cover's figure."""

import pytest

from tabletop.plots.medians import MedianPath, MedianPoint, median_path
from tabletop.plots.picture import Level, Scale

SCALE = Scale(tuple(Level(value, f"Level {value}") for value in (0, 2, 6)))


def path(*medians, scale=SCALE):
    points = (MedianPoint(f"D{n}", median, 8) for n, median in enumerate(medians, start=1))
    return MedianPath(tuple(points), scale)


def test_the_numbers_stand_in_the_table_and_the_ends_in_the_words(frame):
    picture = median_path(path(0, 2.5, 6), frame)
    assert picture.table.rows == (("D1", "0", "8"), ("D2", "2.5", "8"), ("D3", "6", "8"))
    assert "0 in D1 and 6 in D3; lowest 0, highest 6." in picture.alt
    assert not picture.is_empty


def test_one_decision_is_enough(frame):
    alt = median_path(path(2), frame).alt
    assert alt.startswith("The median final position in D1 was 2 on the scale")


@pytest.mark.parametrize("data", [path(), path(1, scale=Scale(()))])
def test_without_data_the_picture_says_so(frame, data):
    assert median_path(data, frame).alt.startswith("No data.")


def test_many_decisions_fit_and_the_bytes_are_the_same_each_time(frame):
    data = path(*([0, 2, 4, 6] * 15))
    one, other = median_path(data, frame), median_path(data, frame)
    assert (one.svg, one.png) == (other.svg, other.png)
    assert one.width_mm == 170


def test_a_scale_of_many_levels_stays_low(frame):
    scale = Scale(tuple(Level(value, f"Level {value}") for value in range(40)))
    assert median_path(path(3, 39, scale=scale), frame).height_mm < 120
