import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.analysis.rankings import kendall_w, ranks
from tabletop.analysis.reliability import krippendorff_alpha

FOUR_CODERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
THREE_EVALUATORS = ((1, 2, 2, 3, 4), (1, 2, 3, 3, 4), (2, 2, 2, 3, None))

rankings = st.integers(2, 7).flatmap(
    lambda options: st.lists(
        st.lists(st.integers(1, options), min_size=options, max_size=options),
        min_size=3,
        max_size=12,
    )
)
rating_tables = st.integers(2, 8).flatmap(
    lambda units: st.lists(
        st.lists(st.none() | st.integers(1, 4), min_size=units, max_size=units),
        min_size=2,
        max_size=5,
    )
)


def test_concordance_of_the_reference_rankings():
    table = ((1, 2, 3, 4, 5, 6), (2, 1, 3, 4, 6, 5), (1, 3, 2, 5, 4, 6), (1, 2, 4, 3, 5, 6))
    assert [sum(column) for column in zip(*table, strict=True)] == [5, 8, 12, 16, 20, 23]
    assert round(kendall_w(table), 4) == 0.8643


def test_orders_become_ranks():
    assert ranks(("c", "a", "b"), ("a", "b", "c")) == (2, 3, 1)
    with pytest.raises(ValueError, match="every option exactly once"):
        ranks(("c", "a"), ("a", "b", "c"))


def test_ties_are_corrected_however_they_are_written():
    # By hand: rank sums 5, 5, 8; S = 6; 12·6 / (9·24 − 3·(0 + 0 + 6)) = 72 / 198.
    assert kendall_w(((1, 2, 3), (2, 1, 3), (1, 1, 2))) == pytest.approx(
        12 * (2 * 1.5**2 + 3.0**2 - 0) / (9 * 24 - 3 * 6)
    )
    assert kendall_w(((1, 2, 3), (2, 1, 3), (1.5, 1.5, 3))) == (
        kendall_w(((1, 2, 3), (2, 1, 3), (1, 1, 2)))
    )


def test_concordance_needs_three_seats_and_two_options():
    assert kendall_w(()) is None
    assert kendall_w(((1, 2), (1, 2))) is None
    assert kendall_w(((1,), (1,), (1,))) is None
    assert kendall_w(((1, 1), (1, 1), (1, 1))) is None


def test_rankings_of_different_lengths_are_refused():
    with pytest.raises(ValueError, match="same options"):
        kendall_w(((1, 2), (1, 2, 3), (1, 2)))


@given(rankings)
def test_concordance_stays_between_nothing_and_one(table):
    index = kendall_w(table)
    assert index is None or 0 <= index <= 1


@given(st.permutations(range(1, 7)), st.integers(3, 12))
def test_the_same_ranking_everywhere_is_full_concordance(ranking, seats):
    assert kendall_w((tuple(ranking),) * seats) == 1


@given(st.data(), rankings)
def test_neither_the_seats_nor_the_options_have_an_order(data, table):
    seats = data.draw(st.permutations(table))
    options = data.draw(st.permutations(range(len(table[0]))))
    turned = [[row[option] for option in options] for row in seats]
    assert kendall_w(turned) == (
        None if kendall_w(table) is None else pytest.approx(kendall_w(table))
    )


def test_alpha_of_the_published_four_coders():
    assert round(krippendorff_alpha(FOUR_CODERS, level="nominal"), 3) == 0.743
    assert round(krippendorff_alpha(FOUR_CODERS, level="ordinal"), 3) == 0.815


def test_alpha_of_three_evaluators_with_a_missing_rating():
    assert round(krippendorff_alpha(THREE_EVALUATORS, level="ordinal"), 3) == 0.813
    assert round(krippendorff_alpha(THREE_EVALUATORS, level="nominal"), 3) == 0.618


def test_alpha_is_undefined_when_nothing_differs_or_nothing_can_be_paired():
    assert krippendorff_alpha(((2, 2, 2), (2, 2, 2)), level="ordinal") is None
    assert krippendorff_alpha(((1, None, 3), (None, 2, None)), level="nominal") is None
    assert krippendorff_alpha((), level="nominal") is None
    assert krippendorff_alpha(((1, 2, 3),), level="nominal") is None


@given(rating_tables, st.sampled_from(["nominal", "ordinal"]))
def test_alpha_never_exceeds_one(table, level):
    alpha = krippendorff_alpha(table, level=level)
    assert alpha is None or alpha <= 1


@given(st.lists(st.integers(1, 4), min_size=2, max_size=10), st.integers(2, 5))
def test_the_same_ratings_everywhere_are_full_reliability(ratings, evaluators):
    alpha = krippendorff_alpha((ratings,) * evaluators, level="ordinal")
    assert alpha == (1 if len(set(ratings)) > 1 else None)


@given(st.data(), rating_tables, st.sampled_from(["nominal", "ordinal"]))
def test_alpha_asks_neither_who_rated_nor_in_which_order(data, table, level):
    evaluators = data.draw(st.permutations(table))
    units = data.draw(st.permutations(range(len(table[0]))))
    turned = [[row[unit] for unit in units] for row in evaluators]
    alpha = krippendorff_alpha(table, level=level)
    assert krippendorff_alpha(turned, level=level) == (
        None if alpha is None else pytest.approx(alpha)
    )
