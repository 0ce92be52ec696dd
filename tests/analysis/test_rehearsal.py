"""Playing without people: what is reached, what never can be, how long it takes."""

import random

import pytest

from tabletop.analysis.rehearsal import rehearse
from tabletop.scenario_files.reader import scenario_from_text

OPTIONS = "[{id: a, title: A, position: 0}, {id: b, title: B, position: 3}]"
SCENARIO = f"""
tabletop: 1
id: small
title: Small
starts: 2031-03-04T06:00:00Z
scales: [{{id: s, title: S, levels: [{{value: 0, title: Low}}, {{value: 3, title: High}}]}}]
roles:
  - {{id: TUR, title: Türkiye, decides: true}}
  - {{id: GRC, title: Greece, decides: true}}
injects:
  - id: I-1
    title: Start
    minutes: 10
    decisions: [{{id: D1, title: One, scale: s, rule: {{kind: consensus}}, options: {OPTIONS}}}]
  - id: I-2A
    title: High road
    minutes: 20
    when: {{decision: D1, outcome: [b]}}
  - id: I-2B
    title: Low road
    minutes: 5
    when: {{not: {{decision: D1, outcome: [b]}}}}
  - {{id: I-9, title: Never, when: {{state: x, is: set}}}}
  - {{id: C-1, title: Spare, contingency: true, minutes: 1}}
state: [{{id: x, title: X, start: clear}}]
cuts: [{{id: short, title: Short, injects: [I-1]}}]
"""


def seeded(seed):
    return random.Random(seed)  # noqa: S311  # the same course on every run


@pytest.fixture(scope="module")
def scenario():
    read = scenario_from_text(SCENARIO)
    assert read.scenario is not None, read.findings
    return read.scenario


def test_the_highest_policy_takes_the_highest_option(scenario):
    found = rehearse(scenario, runs=3, chance=seeded(1), policy="highest")
    assert found.outcomes["D1"] == {"b": 3}
    assert (found.injects["I-2A"], found.injects["I-2B"]) == (3, 0)
    assert found.planned_minutes == (30, 30, 30)


def test_the_lowest_policy_takes_the_other_branch(scenario):
    found = rehearse(scenario, runs=1, chance=seeded(1), policy="lowest")
    assert found.outcomes["D1"] == {"a": 1}
    assert found.planned_minutes == (15, 15, 15)
    assert ("D1", "b") in found.never_options


def test_what_no_run_reaches_is_named(scenario):
    found = rehearse(scenario, runs=60, chance=seeded(1))
    assert found.never_injects == ("I-9",)
    assert found.injects["I-2A"] + found.injects["I-2B"] == 60
    assert found.injects["C-1"] > 0
    assert sum(found.outcomes["D1"].values()) == 60


def test_a_cut_is_played_alone_but_for_contingencies(scenario):
    found = rehearse(scenario, runs=2, chance=seeded(1), policy="middle", cut="short")
    assert list(found.injects) == ["I-1", "C-1"]
    assert found.planned_minutes == (10, 10, 10)


def test_the_same_seed_gives_the_same_counts(scenario):
    first = rehearse(scenario, runs=20, chance=seeded(7))
    assert first == rehearse(scenario, runs=20, chance=seeded(7))
    assert first != rehearse(scenario, runs=20, chance=seeded(8))


def test_no_runs_give_no_minutes(scenario):
    assert rehearse(scenario, runs=0, chance=seeded(1)).planned_minutes == (0, 0, 0)


def test_a_scenario_without_injects_can_be_rehearsed():
    text = "tabletop: 1\nid: empty\ntitle: Empty\nstarts: 2031-03-04T06:00:00Z\n"
    scenario = scenario_from_text(text).scenario
    found = rehearse(scenario, runs=1, chance=seeded(1))
    assert found.injects == {}
    assert found.minutes == (0,)


@pytest.mark.parametrize("policy", ["random", "lowest", "highest", "middle"])
def test_every_rule_can_be_rehearsed(demonstration, policy):
    found = rehearse(demonstration.scenario, runs=3, chance=seeded(3), policy=policy)
    assert found.runs == 3
    assert found.injects["I-01"] == 3
    assert found.planned_minutes[1] > 60
