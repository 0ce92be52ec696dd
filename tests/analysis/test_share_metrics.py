import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.analysis.shares import Coverage, brier, coverage, gini, response_rate

amounts = st.lists(st.integers(0, 50), min_size=1, max_size=40).filter(any)


def test_balance_of_the_reference_interventions():
    assert round(gini((12, 9, 7, 4, 3, 1)), 4) == 0.3519


def test_calibration_of_the_reference_forecasts():
    assert round(brier((0.7, 0.6, 0.9, 0.4), (True, True, True, False)), 3) == 0.105


def test_nothing_said_and_nothing_judged_is_null():
    assert gini(()) is None
    assert gini((0, 0)) is None
    assert brier((), ()) is None
    assert response_rate(0, 0) is None


@given(amounts)
def test_balance_by_its_definition(given_amounts):
    count, total = len(given_amounts), sum(given_amounts)
    gaps = sum(abs(a - b) for a in given_amounts for b in given_amounts)
    assert gini(given_amounts) == pytest.approx(gaps / (2 * count * total))
    assert 0 <= gini(given_amounts) < 1


@given(st.data(), amounts)
def test_balance_does_not_ask_who(data, given_amounts):
    assert gini(data.draw(st.permutations(given_amounts))) == gini(given_amounts)


@given(st.integers(1, 50), st.integers(1, 40))
def test_equal_shares_are_perfect_balance(amount, seats):
    assert gini((amount,) * seats) == 0


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_calibration_stays_between_perfect_and_worst(judged):
    forecasts, outcomes = zip(*judged, strict=True)
    assert 0 <= brier(forecasts, outcomes) <= 1
    assert brier(tuple(map(float, outcomes)), outcomes) == 0
    assert brier((0.5,) * len(outcomes), outcomes) == 0.25


def test_impossible_shares_are_refused():
    with pytest.raises(ValueError, match="11 of 10"):
        response_rate(11, 10)
    with pytest.raises(ValueError, match="0 to 1"):
        brier((60,), (True,))
    with pytest.raises(ValueError, match="negative"):
        gini((1, -1))


@given(st.integers(1, 40).flatmap(lambda d: st.tuples(st.integers(0, d), st.just(d))))
def test_response_is_a_share_of_the_eligible(answers):
    answered, eligible = answers
    assert response_rate(answered, eligible) == answered / eligible
    assert 0 <= response_rate(answered, eligible) <= 1


def test_coverage_leaves_out_what_does_not_apply_or_was_not_assessed():
    counted = coverage(
        ["observed", "observed", "observed", "partial", "not_observed", "not_applicable", None]
    )
    assert counted == Coverage(3, 1, 1, 1, 1)
    assert counted.share == 0.6


def test_coverage_of_nothing_assessed_is_null():
    assert coverage(["not_applicable", None]).share is None
    assert coverage([]).share is None


def test_an_unknown_status_is_named():
    with pytest.raises(ValueError, match="missed"):
        coverage(["observed", "missed"])
