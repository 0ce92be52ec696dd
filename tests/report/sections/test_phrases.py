import pytest

from tabletop.report.sections.phrases import (
    capital,
    change,
    count_word,
    first_sentence,
    index,
    of_seats,
    part_of,
    quoted,
    spread,
)


def test_small_counts_begin_a_sentence_as_words():
    assert [count_word(n) for n in (1, 3, 11)] == ["One", "Three", "11"]


def test_seats_are_counted_of_their_whole():
    assert of_seats(7, 8) == "7 of 8 seats"
    assert of_seats(1, 1) == "1 of 1 seat"


def test_an_index_has_two_decimals_or_is_missing():
    assert [index(v) for v in (0.85303, -0.1, None)] == ["0.85", "−0.10", "–"]


def test_a_spread_of_one_value_is_that_value():
    assert [spread(v) for v in ([2, 2], [3, 1], [2.5, 1])] == ["2", "1 to 3", "1 to 2.5"]


def test_the_first_sentence_is_whole():
    assert first_sentence("One thing. Another.") == "One thing."
    assert first_sentence("No stop") == "No stop"


@pytest.mark.parametrize(
    ("count", "whole", "words"),
    [
        (0, 1, "no seat"),
        (0, 5, "no seat"),
        (1, 1, "the one seat"),
        (2, 2, "both seats"),
        (5, 5, "all 5 seats"),
        (1, 2, "1 of 2 seats"),
    ],
)
def test_a_part_is_said_as_people_say_it(count, whole, words):
    assert part_of(count, whole, "seat", "seats") == words


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Consult", "“Consult”"),
        ("“Under investigation”", "“Under investigation”"),
        ("“From Kestria”, nothing more", "“‘From Kestria’, nothing more”"),
        ("“Yes” and “no”", "“‘Yes’ and ‘no’”"),
    ],
)
def test_a_title_stands_in_one_pair_of_quotation_marks(title, words):
    assert quoted(title) == words


def test_a_change_of_an_index_has_its_sign():
    assert [change(v) for v in (0.04, -0.1, 0.0, None)] == ["+0.04", "−0.10", "0.00", "–"]


def test_a_sentence_begins_with_a_capital():
    assert [capital(text) for text in ("both were", "", "I-1")] == ["Both were", "", "I-1"]
