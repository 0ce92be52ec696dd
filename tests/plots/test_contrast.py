import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.plots.contrast import between, contrast, luminance, readable_ink

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


def test_black_and_white_stand_as_far_apart_as_colours_can():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@given(colours, colours)
def test_contrast_does_not_depend_on_the_order(one, other):
    assert contrast(one, other) == contrast(other, one) >= 1


@given(colours, colours)
def test_the_ends_of_a_way_are_its_colours(start, end):
    assert between(start, end, 0) == start
    assert between(start, end, 1) == end


@given(colours)
def test_halfway_from_a_colour_to_itself_is_the_colour(colour):
    drift = [
        abs(int(colour[n : n + 2], 16) - int(between(colour, colour, 0.5)[n : n + 2], 16))
        for n in (1, 3, 5)
    ]
    assert max(drift) <= 1


def test_halfway_from_black_to_white_is_darker_than_half_the_light():
    assert 0.1 < luminance(between("#000000", "#FFFFFF", 0.5)) < 0.25


@given(colours)
def test_black_or_white_reads_on_every_colour(fill):
    assert contrast(fill, readable_ink(fill, "#000000", "#FFFFFF")) >= 4.5


def test_the_first_ink_that_reads_is_taken():
    assert readable_ink("#FFFFFF", "#14181F", "#000000") == "#14181F"
