from dataclasses import asdict, replace

import pytest

from tabletop.analysis.metrics import Answers, decision_metrics

LEVELS = tuple(range(7))
SEATS = ("TUR", "USA", "GBR", "FRA", "DEU", "ITA", "POL", "ROU", "GRC")
ANSWERS = Answers(
    eligible=10,
    options=4,
    choices={seat: ("b" if number < 6 else "c",) for number, seat in enumerate(SEATS)},
    final={seat: 1 if number < 6 else 2 for number, seat in enumerate(SEATS)},
    first=dict.fromkeys(SEATS, 1),
    levels=LEVELS,
    seconds=900,
)
INDICES = (
    "modal_share",
    "entropy_agreement",
    "consensus",
    "consensus_change",
    "mean_absolute_deviation",
    "kendall_w",
)


def test_a_decision_as_the_report_shows_it():
    metrics = decision_metrics(ANSWERS)
    assert ANSWERS.tally == {"b": 6, "c": 3}
    assert metrics.seconds == 900
    assert metrics.response_rate == 0.9
    assert round(metrics.modal_share, 3) == 0.667
    assert round(metrics.entropy_agreement, 3) == 0.541
    assert (metrics.median, metrics.minimum, metrics.maximum) == (1, 1, 2)
    assert metrics.mean_absolute_deviation == pytest.approx(1 / 3)
    assert metrics.consensus_change == pytest.approx(metrics.consensus - 1)
    assert metrics.kendall_w is None


def test_two_answers_have_raw_values_and_no_index():
    metrics = decision_metrics(
        replace(
            ANSWERS,
            choices={"TUR": ("a", "b"), "USA": ("b", "c")},
            final={"TUR": 1, "USA": 2},
            rankings=((1, 2), (2, 1)),
        )
    )
    assert [getattr(metrics, name) for name in INDICES] == [None] * len(INDICES)
    assert (metrics.response_rate, metrics.median) == (0.2, 1.5)


def test_without_a_scale_only_the_options_count():
    metrics = decision_metrics(replace(ANSWERS, levels=()))
    assert metrics.modal_share is not None
    assert metrics.entropy_agreement is not None
    assert metrics.consensus is metrics.median is metrics.minimum is metrics.maximum is None
    assert metrics.mean_absolute_deviation is metrics.consensus_change is None


def test_under_silence_nobody_had_to_answer():
    assert decision_metrics(replace(ANSWERS, is_silence=True)).response_rate is None


def test_an_abstention_is_an_answer_and_no_choice():
    abstaining = replace(ANSWERS, choices=dict(ANSWERS.choices) | {"NLD": ()})
    assert abstaining.tally == ANSWERS.tally
    assert decision_metrics(abstaining).response_rate == 1


def test_a_ranking_counts_its_rankings():
    rankings = ((1, 2, 3), (1, 2, 3), (1, 3, 2))
    metrics = decision_metrics(Answers(eligible=4, options=3, rankings=rankings))
    assert metrics.response_rate == 0.75
    assert metrics.kendall_w == pytest.approx(7 / 9)
    assert metrics.modal_share is None


def test_a_decision_nobody_answered_is_null_all_through():
    metrics = asdict(decision_metrics(Answers(eligible=0, options=3, levels=LEVELS)))
    assert set(metrics.values()) == {None}
