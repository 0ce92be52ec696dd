import math
from collections import Counter
from itertools import chain

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tabletop.analysis import agreement

SCALE = tuple(range(7))
positions = st.lists(st.integers(0, 6), min_size=3, max_size=40)

PUBLISHED = [
    ("A all equal", (0, 0, 8, 0, 0, 0, 0), 1.000, 1.000, 1.000),
    ("B opposite ends", (4, 0, 0, 0, 0, 0, 4), 0.500, 0.644, 0.000),
    ("C clustered", (0, 1, 4, 2, 1, 0, 0), 0.500, 0.377, 0.810),
    ("D spread", (2, 1, 1, 1, 1, 1, 1), 0.250, 0.020, 0.417),
    ("E one far outlier", (0, 0, 7, 0, 0, 0, 1), 0.875, 0.806, 0.732),
    ("F three neighbours", (0, 1, 1, 1, 0, 0, 0), 0.333, 0.435, 0.825),
    ("G two neighbours", (0, 0, 4, 4, 0, 0, 0), 0.500, 0.644, 0.874),
]


def held(counts):
    return list(chain.from_iterable([value] * count for value, count in enumerate(counts)))


def tally(counts):
    return {str(option): count for option, count in enumerate(counts) if count}


def tally_of(answers):
    return Counter(map(str, answers))


@pytest.mark.parametrize(
    ("counts", "modal", "entropy", "consensus"),
    [case[1:] for case in PUBLISHED],
    ids=[case[0] for case in PUBLISHED],
)
def test_the_reference_cases_come_out_to_three_digits(counts, modal, entropy, consensus):
    assert round(agreement.modal_share(tally(counts)), 3) == modal
    assert round(agreement.entropy_agreement(tally(counts), 7), 3) == entropy
    assert round(agreement.consensus(held(counts), SCALE), 3) == consensus


def test_the_published_check_of_the_consensus_index_comes_out_to_seven_digits():
    counts = (30, 40, 210, 130, 530, 50, 10)
    assert round(agreement.consensus(held(counts), SCALE), 7) == 0.7256876


def test_convergence_inside_a_decision_as_in_the_worked_example():
    first = dict(zip("ABCDEF", (0, 1, 1, 2, 4, 5), strict=True))
    final = dict(zip("ABCDEF", (1, 2, 2, 2, 3, 3), strict=True))
    before, after = list(first.values()), list(final.values())

    assert (agreement.median(before), agreement.median(after)) == (1.5, 2)
    assert round(agreement.consensus(before, SCALE), 3) == 0.540
    assert round(agreement.consensus(after, SCALE), 3) == 0.856
    assert agreement.mean_absolute_deviation(before) == 1.5
    assert agreement.mean_absolute_deviation(after) == 0.5
    assert round(agreement.consensus_change(first, final, SCALE), 3) == round(0.856 - 0.540, 3)


@pytest.mark.parametrize(
    ("held_positions", "middle", "modal", "consensus", "deviation"),
    [
        ((1, 3, 1, 1, 2, 0), 1, 0.500, 0.792, 0.667),
        ((2, 4, 1, 2, 2, 0), 2, 0.500, 0.748, 0.833),
        ((3, 4, 2, 3, 4, 1), 3, 0.333, 0.759, 0.833),
        ((4, 5, 4, 4, 4, 3), 4, 0.667, 0.912, 0.333),
    ],
)
def test_the_worked_posture_example(held_positions, middle, modal, consensus, deviation):
    assert agreement.median(held_positions) == middle
    assert round(agreement.modal_share(tally_of(held_positions)), 3) == modal
    assert round(agreement.consensus(held_positions, SCALE), 3) == consensus
    assert round(agreement.mean_absolute_deviation(held_positions), 3) == deviation


def test_the_example_of_the_report_format():
    answers = {"b": 6, "c": 3}
    assert round(agreement.modal_share(answers), 3) == 0.667
    assert round(agreement.entropy_agreement(answers, 4), 3) == 0.541
    assert round(agreement.mean_absolute_deviation([1] * 6 + [2] * 3), 2) == 0.33


def test_below_three_answers_there_is_no_index_but_there_are_raw_values():
    assert agreement.modal_share({"a": 2}) is None
    assert agreement.entropy_agreement({"a": 1, "b": 1}, 4) is None
    assert agreement.consensus([1, 1], SCALE) is None
    assert agreement.mean_absolute_deviation([1, 4]) is None
    assert agreement.consensus_change({"A": 1, "B": 2}, {"A": 1, "B": 2, "C": 3}, SCALE) is None
    assert (agreement.median([1, 4]), agreement.minimum([1, 4])) == (2.5, 1)
    assert agreement.maximum([1, 4]) == 4


def test_nothing_at_all_is_null_everywhere():
    assert agreement.modal_share({}) is None
    assert agreement.entropy_agreement({}, 3) is None
    assert agreement.consensus([], SCALE) is None
    assert agreement.median([]) is agreement.minimum([]) is agreement.maximum([]) is None
    assert not agreement.is_unanimous({}, 0)


def test_without_a_choice_or_a_span_the_indices_mean_nothing():
    assert agreement.entropy_agreement({"a": 5}, 1) is None
    assert agreement.consensus([2, 2, 2], (2,)) is None
    assert agreement.consensus([2, 2, 2], ()) is None
    assert agreement.consensus([1, 2, 7], SCALE) is None


def test_what_was_not_offered_cannot_have_been_chosen():
    with pytest.raises(ValueError, match="only 2 were offered"):
        agreement.entropy_agreement({"a": 1, "b": 1, "c": 1}, 2)


def test_change_counts_only_the_seats_that_gave_both():
    first = {"A": 0, "B": 3, "C": 6, "D": 0}
    final = {"A": 3, "B": 3, "C": 3, "E": 6}
    expected = 1 - agreement.consensus([0, 3, 6], SCALE)
    assert agreement.consensus_change(first, final, SCALE) == pytest.approx(expected)


def test_unanimity_needs_every_eligible_seat():
    assert agreement.is_unanimous({"a": 9}, 9)
    assert not agreement.is_unanimous({"a": 9}, 10)
    assert not agreement.is_unanimous({"a": 8, "b": 1}, 9)


@given(positions)
def test_every_index_stays_between_nothing_and_one(answers):
    assert 0 < agreement.modal_share(tally_of(answers)) <= 1
    assert 0 <= agreement.entropy_agreement(tally_of(answers), 7) <= 1
    assert 0 <= agreement.consensus(answers, SCALE) <= 1
    assert 0 <= agreement.mean_absolute_deviation(answers) <= 3


@given(st.data(), positions)
def test_the_order_of_the_answers_does_not_matter(data, answers):
    other = data.draw(st.permutations(answers))
    assert agreement.consensus(other, SCALE) == agreement.consensus(answers, SCALE)
    assert agreement.modal_share(tally_of(other)) == agreement.modal_share(tally_of(answers))
    assert agreement.entropy_agreement(tally_of(other), 7) == (
        agreement.entropy_agreement(tally_of(answers), 7)
    )
    assert agreement.mean_absolute_deviation(other) == agreement.mean_absolute_deviation(answers)


@given(st.integers(0, 6), st.integers(3, 40))
def test_all_the_same_is_full_agreement(position, seats):
    answers = [position] * seats
    assert agreement.modal_share(tally_of(answers)) == 1
    assert agreement.entropy_agreement(tally_of(answers), 7) == 1
    assert agreement.consensus(answers, SCALE) == 1
    assert agreement.mean_absolute_deviation(answers) == 0


@given(positions)
def test_anything_but_all_the_same_is_less_than_full_agreement(answers):
    assume(len(set(answers)) > 1)
    assert agreement.consensus(answers, SCALE) < 1
    assert agreement.entropy_agreement(tally_of(answers), 7) < 1


@given(st.integers(2, 20))
def test_half_at_each_end_is_no_consensus_and_an_even_spread_has_no_mode(half):
    assert agreement.consensus([0] * half + [6] * half, SCALE) == 0
    even = {str(option): half for option in range(7)}
    assert agreement.entropy_agreement(even, 7) == pytest.approx(0, abs=1e-12)


@given(positions)
def test_turning_the_scale_round_changes_no_index_of_spread(answers):
    turned = [6 - answer for answer in answers]
    assert agreement.consensus(turned, SCALE) == pytest.approx(agreement.consensus(answers, SCALE))
    assert agreement.mean_absolute_deviation(turned) == pytest.approx(
        agreement.mean_absolute_deviation(answers)
    )
    assert agreement.median(turned) == 6 - agreement.median(answers)


@given(positions)
def test_the_median_has_as_many_below_as_above(answers):
    middle = agreement.median(answers)
    assert agreement.minimum(answers) <= middle <= agreement.maximum(answers)
    assert 2 * sum(answer < middle for answer in answers) <= len(answers)
    assert 2 * sum(answer > middle for answer in answers) <= len(answers)


@given(positions, st.dictionaries(st.text(max_size=3), st.integers(0, 6), max_size=8))
def test_nobody_moving_is_no_change(answers, more):
    seats = {str(seat): answer for seat, answer in enumerate(answers)} | more
    assert agreement.consensus_change(seats, seats, SCALE) == 0


@given(st.lists(st.floats(0, 1), min_size=3, max_size=20))
def test_positions_need_not_be_whole_numbers(answers):
    index = agreement.consensus(answers, (0, 1))
    assert 0 <= index <= 1
    assert math.isfinite(index)
