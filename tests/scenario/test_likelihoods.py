"""Words of likelihood, and sentences that mix them with confidence."""

from itertools import pairwise

import pytest

from tabletop.scenario.likelihoods import LIKELIHOODS, likelihood_range, mixed_sentence
from tabletop.scenario.part import Localised


def test_the_scale_covers_1_to_99_percent_without_gaps():
    ranges = sorted(set(LIKELIHOODS.values()))
    assert ranges[0][0] == 1
    assert ranges[-1][1] == 99
    assert all(low[1] == high[0] for low, high in pairwise(ranges))


@pytest.mark.parametrize(
    ("term", "percent"),
    [("likely", (55, 80)), ("Very  Likely", (80, 95)), ("roughly even odds", (45, 55)),
     ("possible", None), ("", None)],
)  # fmt: skip
def test_terms_are_found_whatever_their_case(term, percent):
    assert likelihood_range(term) == percent


@pytest.mark.parametrize(
    "text",
    [
        "It is likely, with high confidence, that it was aimed.",
        "We judge with moderate confidence that an error is very unlikely; more follows.",
        "An accident is probable (confidence: low).",
        "Confidence is low, and yet it is almost certain.",
        "They are highly confident it was likely.",
    ],
)
def test_likelihood_and_confidence_in_one_sentence_are_found(text):
    assert mixed_sentence(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "It is likely. Confidence is low.",
        "That Ally has “high confidence”. The division now says “unlikely”. Its confidence is low.",
        "Keep likely and confidence apart.",
        "- likely\n- low confidence\n",
        "It is likely\n\nconfidence low",
        "Unlikely?) Confidence is high.",
    ],
)
def test_two_sentences_are_not_one(text):
    assert mixed_sentence(text) is None


def test_only_english_is_looked_at():
    text = Localised({"en": "Fine.", "fr": "likely with high confidence"}, "fr")
    assert mixed_sentence(text) is None
