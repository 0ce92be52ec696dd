"""Times that run backwards, on the line everybody plays and on branches."""

from tabletop.scenario.checks import check
from tabletop.scenario.model import Scenario


def findings(*injects):
    scenario = Scenario.model_validate(
        {
            "tabletop": 1,
            "id": "s",
            "title": "S",
            "marking": "EXERCISE",
            "starts": "2031-03-04T06:00:00Z",
            "roles": [{"id": "A", "title": "A", "decides": True}],
            "state": [{"id": "way", "start": "none"}],
            "injects": [
                {
                    "id": "I-0",
                    "title": "T",
                    "at": "D 08:00",
                    "decisions": [
                        {
                            "id": "D0",
                            "title": "D",
                            "rule": {"kind": "consensus"},
                            "options": [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}],
                        }
                    ],
                },
                *({"title": "T", **inject} for inject in injects),
            ],
        }
    )
    return [(one.code, one.severity) for one in check(scenario)]


LEFT = {"decision": "D0", "outcome": "a"}
RIGHT = {"decision": "D0", "outcome": "b"}


def test_equal_and_rising_times_are_fine():
    assert findings({"id": "I-1", "at": "D 08:00"}, {"id": "I-2", "at": "+3h"}) == []


def test_an_earlier_time_on_the_line_everybody_plays_is_an_error():
    assert findings({"id": "I-1", "at": "D 07:00"}) == [("time-backwards", "error")]


def test_a_contingency_has_no_place_in_time():
    assert findings({"id": "C-1", "contingency": True}) == []


def test_branches_that_exclude_each_other_need_not_be_in_order():
    left, right = {"id": "L", "at": "D+5 08:00", "when": LEFT}, {"id": "R", "at": "D+2 08:00"}
    assert findings(left, right | {"when": RIGHT}) == []
    assert findings(left, right | {"when": {"decision": "D0", "status": "not_taken"}}) == []
    assert findings(left | {"one_of": "x"}, right | {"one_of": "x", "when": LEFT}) == []


def test_branches_exclude_each_other_also_by_what_they_follow():
    assert findings(
        {"id": "L", "at": "D+2 08:00", "when": LEFT},
        {"id": "L2", "at": "D+5 08:00", "when": {"released": "L"}},
        {"id": "R", "at": "D+2 08:00", "when": RIGHT},
        {"id": "R2", "at": "D+3 08:00", "when": {"released": "R"}},
    ) == []  # fmt: skip


def test_an_earlier_time_on_the_same_branch_is_a_warning():
    left = {"id": "L", "at": "D+5 08:00", "when": LEFT}
    assert findings(left, {"id": "M", "at": "D+2 08:00", "when": LEFT}) == [
        ("time-backwards", "warning")
    ]
    assert findings(left, {"id": "M", "at": "D+2 08:00"}) == [("time-backwards", "warning")]


def test_a_long_chain_of_branches_is_followed_within_reason():
    chain = [
        {"id": f"I-{n}", "at": f"D+{n} 08:00", "when": {"released": f"I-{n - 1}"}}
        for n in range(1, 1500)
    ]
    assert findings(*chain, {"id": "Z", "at": "D+3 08:00", "when": LEFT}) == [
        ("time-backwards", "warning")
    ]


def test_a_decision_that_jumps_ahead_takes_the_clock_along():
    jump = {
        "id": "I-1",
        "at": "D+1 08:00",
        "decisions": [
            {"id": "D1", "title": "D", "at": "D+30 10:00", "rule": {"kind": "discussion"}}
        ],
    }
    assert findings(jump, {"id": "I-2", "at": "D+31 08:00"}) == []
    assert findings(jump, {"id": "I-2", "at": "D+20 08:00"}) == [("time-backwards", "error")]
    jump["decisions"][0]["at"] = "D 10:00"
    assert findings(jump) == [("time-backwards", "error")]
