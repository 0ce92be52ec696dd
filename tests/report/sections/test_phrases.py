import pytest

from tabletop.report.sections.phrases import (
    count_word,
    first_sentence,
    index,
    of_seats,
    sentenced,
    spread,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [("Too late", "Too late."), ("No?", "No?"), ("“Never.”", "“Never.”"), ("", ""), (" a ", "a.")],
)
def test_a_sentence_gets_its_full_stop_once(text, words):
    assert sentenced(text) == words


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
