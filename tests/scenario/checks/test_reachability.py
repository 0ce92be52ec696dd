"""Which conditions can never hold, and that those which can are left alone."""

import pytest

from tabletop.scenario.checks import check
from tabletop.scenario.model import Scenario


def option(name, **more):
    return {"id": name, "title": name, **more}


def decision(name, *options, rule="consensus", **more):
    return {"id": name, "title": name, "rule": {"kind": rule}, "options": list(options), **more}


def scenario(*injects, **more):
    times = (f"D+{number} 10:00" for number in range(100))
    return Scenario.model_validate(
        {
            "tabletop": 1,
            "id": "s",
            "title": "S",
            "marking": "EXERCISE",
            "starts": "2031-03-04T06:00:00Z",
            "roles": [{"id": "A", "title": "A", "decides": True}],
            "scales": [
                {
                    "id": "p",
                    "title": "P",
                    "levels": [{"value": 0, "title": "0"}, {"value": 6, "title": "6"}],
                }
            ],
            "state": [
                {"id": "basis", "start": "none"},
                {"id": "level", "start": "0", "maximum": 4},
                {"id": "count", "start": "1"},
            ],
            "injects": [{"at": next(times), "title": "T", **inject} for inject in injects],
            **more,
        }
    )


FIRST = {
    "id": "I-1",
    "decisions": [
        decision(
            "D1",
            option("a", position=0),
            option("b", position=3, sets={"basis": "art4", "level": {"at_least": 2}}),
            option("c", position=4, sets={"count": {"add": 1}}),
            scale="p",
        )
    ],
}


def never(condition, *between, **more):
    built = scenario(FIRST, *between, {"id": "I-2", "when": condition}, **more)
    return [finding for finding in check(built) if finding.code == "never"]


POSSIBLE = [
    {"decision": "D1", "outcome": ["a"]},
    {"decision": "D1", "status": "no_agreement"},
    {"all": [{"decision": "D1", "outcome": ["a", "b"]}, {"decision": "D1", "outcome": ["b", "c"]}]},
    {"not": {"decision": "D1", "outcome": ["a", "b", "c"]}},
    {"position": "p", "at_most": 0},
    {"position": "p", "above": 3, "at_most": 4},
    {"state": "basis", "is": "none"},
    {"state": "basis", "is_not": "none"},
    {"state": "level", "is": "2"},
    {"state": "count", "at_least": 500},
    {"state": "count", "above": 1, "below": 2},
    {"any": [{"position": "p", "at_least": 5}, {"state": "basis", "is": "art4"}]},
    {"not": {"all": [{"position": "p", "at_most": 4}, {"state": "basis", "is": "none"}]}},
    {"decision": "D1", "chosen": ["a"]},
    {"released": "I-1"},
]
IMPOSSIBLE = [
    {"all": [{"decision": "D1", "outcome": "a"}, {"not": {"decision": "D1", "outcome": "a"}}]},
    {"all": [{"decision": "D1", "outcome": "a"}, {"decision": "D1", "status": "no_agreement"}]},
    {"position": "p", "above": 4},
    {"position": "p", "above": 0, "below": 3},
    {"all": [{"position": "p", "at_most": 2}, {"position": "p", "at_least": 3}]},
    {"state": "basis", "is": "art5"},
    {"state": "level", "is": "1"},
    {"state": "count", "below": 1},
    {"any": [{"position": "p", "at_least": 5}, {"state": "basis", "is": "art5"}]},
    {"not": {"any": [{"position": "p", "at_most": 3}, {"position": "p", "at_least": 4}]}},
]


@pytest.mark.parametrize("condition", POSSIBLE)
def test_a_condition_that_may_hold_is_left_alone(condition):
    assert never(condition) == []


@pytest.mark.parametrize("condition", IMPOSSIBLE)
def test_a_condition_that_can_never_hold_is_found(condition):
    (finding,) = never(condition)
    assert finding.is_error
    assert finding.place == ("injects", 1, "when")
    assert finding.text.startswith("I-2 can never come up, because it can never be that ")


def test_a_status_that_the_rule_never_ends_in_is_found():
    built = scenario(FIRST, {"id": "I-2", "when": {"decision": "D1", "status": "ranked"}})
    assert [one.code for one in check(built)] == ["never-status"]


def test_a_position_set_by_a_decision_that_settles_nothing_does_not_count():
    advice = {"id": "I-0", "decisions": [decision("D0", option("x", position=6), settles=False)]}
    assert never({"position": "p", "at_least": 5}, advice)


def test_what_comes_later_in_the_file_cannot_have_happened():
    later = {"id": "I-3", "decisions": [decision("D3", option("x", position=6), scale="p")]}
    built = scenario(FIRST, {"id": "I-2", "when": {"position": "p", "at_least": 6}}, later)
    assert [one.code for one in check(built)] == ["never"]


def test_contingencies_may_be_played_at_any_time():
    contingency = {
        "id": "C-1",
        "contingency": True,
        "at": None,
        "when": {"decision": "D3", "outcome": "x"},
        "decisions": [decision("DC", option("x", position=6), scale="p")],
    }
    built = scenario(
        FIRST,
        {"id": "I-2", "when": {"position": "p", "at_least": 6}},
        {"id": "I-3", "when": {"released": "C-1"}, "decisions": [decision("D3", option("x"))]},
        contingency,
    )
    assert [one.code for one in check(built)] == []


def test_what_waits_for_an_unreachable_inject_is_unreachable_too():
    lost = {
        "id": "I-X1",
        "when": {"position": "p", "at_least": 6},
        "sets": {"basis": "art6"},
        "decisions": [decision("DX", option("x"))],
    }
    assert len(never({"decision": "DX", "outcome": "x"}, lost)) == 2
    assert len(never({"released": "I-X1"}, lost)) == 2
    assert len(never({"state": "basis", "is": "art6"}, lost)) == 2


def test_a_decision_may_wait_for_an_earlier_one_of_its_inject():
    second = decision("D3", option("x"), when={"decision": "D2", "outcome": "y"})
    inject = {"id": "I-5", "decisions": [decision("D2", option("y")), second]}
    assert check(scenario(inject)) == ()
    twisted = {"id": "I-5", "decisions": [second, decision("D2", option("y"))]}
    assert [one.code for one in check(scenario(twisted))] == ["later-decision"]


def test_a_variant_and_a_decision_that_can_never_be_used_are_named():
    impossible = {"state": "basis", "is": "art9"}
    inject = {
        "id": "I-7",
        "variants": [{"when": impossible, "title": "Other"}],
        "decisions": [decision("D7", option("x"), when=impossible)],
    }
    said = [finding.text for finding in check(scenario(inject))]
    assert [words.partition(",")[0] for words in said] == [
        "this variant of I-7 can never be used",
        "D7 can never be taken",
    ]


def test_a_cut_that_leaves_out_what_an_inject_waits_for_is_a_warning():
    cuts = [
        {"id": "whole", "title": "W", "injects": ["I-1", "I-2"]},
        {"id": "half", "title": "H", "injects": ["I-2"]},
    ]
    built = scenario(FIRST, {"id": "I-2", "when": {"decision": "D1", "outcome": "a"}}, cuts=cuts)
    (finding,) = check(built)
    assert (finding.code, finding.severity) == ("never-in-cut", "warning")
    assert finding.place == ("cuts", 1, "injects", 0)
    assert "in the cut half, I-2 can never come up" in finding.text
