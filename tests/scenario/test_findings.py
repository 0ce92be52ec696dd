"""Suggestions: what an author probably meant."""

import pytest

from tabletop.scenario.findings import closest, did_you_mean


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("I-O1", ("I-21", "I-01", "I-11"), "I-01"),
        ("GS", ("TUR", "SG", "SACEUR"), "SG"),
        ("TRU", ("USA", "TUR"), "TUR"),
        ("postrue", ("posture", "pressure"), "posture"),
        ("Posture", ("posture",), "posture"),
        # Letters that fit two words say nothing; the nearest one is found.
        ("abcd", ("dcba", "abdc"), "abdc"),
        ("zzz", ("TUR", "USA"), None),
    ],
)
def test_the_word_that_was_probably_meant_is_found(typed, known, meant):
    assert closest(typed, known) == meant


def test_without_a_likely_word_all_are_named():
    assert did_you_mean("xy", ("ab", "cd")) == "; there are: ab, cd"
