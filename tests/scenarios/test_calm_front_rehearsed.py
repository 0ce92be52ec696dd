"""Calm Front without people: whatever chance decides, the story holds together."""

import random
from collections import Counter

import pytest

from tabletop.analysis.rehearsal import rehearse

RUNS = 150


@pytest.fixture(scope="module")
def rehearsals(calm_front):
    chances = map(random.Random, range(RUNS))
    return [rehearse(calm_front, runs=1, chance=chance) for chance in chances]


def test_every_inject_and_every_option_is_reached(rehearsals):
    injects, options = Counter(), Counter()
    for run in rehearsals:
        injects.update(run.injects)
        for decision_id, chosen in run.options.items():
            options.update({(decision_id, option): count for option, count in chosen.items()})
    assert [inject_id for inject_id, count in injects.items() if not count] == []
    assert [option for option, count in options.items() if not count] == []


@pytest.mark.parametrize("pair", [("I-15A", "I-15B"), ("I-20A", "I-20B")])
def test_every_run_plays_exactly_one_of_two_branches(rehearsals, pair):
    assert {sum(run.injects[inject_id] for inject_id in pair) for run in rehearsals} == {1}


def test_everything_outside_the_branches_is_played_in_every_run(rehearsals, calm_front):
    straight = [i.id for i in calm_front.injects if not i.contingency and not i.one_of]
    for run in rehearsals:
        assert [inject_id for inject_id in straight if run.injects[inject_id] != 1] == []


def test_without_an_option_in_d6_the_second_missile_crosses(rehearsals):
    ways = {
        (outcome in {"3", "4", "5", "6"}, run.injects["I-15B"])
        for run in rehearsals
        for outcome in run.outcomes["D6"]
    }
    assert ways == {(True, 1), (False, 0)}
    assert any("no_agreement" in run.outcomes["D6"] for run in rehearsals)


def test_the_day_fits_into_a_day_and_the_half_day_into_half_a_day(rehearsals, calm_front):
    assert all(300 <= run.planned_minutes[1] <= 390 for run in rehearsals)
    chance = random.Random(1)  # noqa: S311 - the same rehearsals every time
    half = rehearse(calm_front, runs=15, chance=chance, cut="half-day")
    assert half.planned_minutes[0] >= 180
    assert half.planned_minutes[2] <= 270
    assert half.never_injects == ()
