"""Every condition can be said in words."""

import pytest
from pydantic import TypeAdapter

from tabletop.scenario.conditions import Condition
from tabletop.scenario.model import Scenario
from tabletop.scenario.wording import condition_in_words

SCENARIO = Scenario.model_validate(
    {
        "tabletop": 1,
        "id": "words",
        "title": "Words",
        "starts": "2031-03-04T06:00:00Z",
        "scales": [
            {
                "id": "posture",
                "title": "Consultation to collective defence",
                "levels": [{"value": 0, "title": "Low"}, {"value": 6, "title": "High"}],
            }
        ],
        "state": [
            {"id": "basis", "title": "Treaty basis"},
            {"id": "line", "title": "The line", "values": {"art5c": "Article 5 on a condition"}},
            {"id": "tension", "start": "0"},
        ],
    }
)
ONE = {"released": "I-1"}
TWO = {"breaks": "D2"}
OFTEN = "silence on D7 was broken at least 3 times"
BROKEN = ("silence on D2 was broken at least once", "silence on D5 was broken at least once")


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ({"decision": "D1", "outcome": ["c", "d"]}, "D1 came out as c or d"),
        ({"decision": "D1", "outcome": "c"}, "D1 came out as c"),
        ({"decision": "D1", "status": "no_agreement"}, "D1 ended without agreement"),
        (
            {"decision": "D1", "status": ["open", "withdrawn"]},
            "D1 is still open or was withdrawn",
        ),
        ({"decision": "D1", "chosen": ["a"]}, "some seat chose a on D1"),
        (
            {"decision": "B", "chosen": ["c", "d"], "by": ["FIN", "EST"]},
            "FIN or EST chose c or d on B",
        ),
        (
            {"decision": "B", "chosen": "c", "by": ["FIN", "EST"], "seats": 2},
            "at least 2 of FIN, EST chose c on B",
        ),
        ({"breaks": "D19"}, "silence on D19 was broken at least once"),
        ({"breaks": "D19", "at_least": 2}, "silence on D19 was broken at least twice"),
        ({"state": "basis", "is": "art4"}, "Treaty basis is art4"),
        ({"state": "basis", "is_not": "art4"}, "Treaty basis is not art4"),
        ({"state": "tension", "at_least": 3, "below": 5}, "tension is 3 or above and below 5"),
        (
            {"position": "posture", "at_most": 2},
            "the group stands at 2 or below on “Consultation to collective defence”",
        ),
        (ONE, "I-1 has been released"),
        ({"all": [ONE, TWO]}, "I-1 has been released and silence on D2 was broken at least once"),
        (
            {"any": [ONE, {"all": [ONE, ONE]}]},
            "I-1 has been released or (I-1 has been released and I-1 has been released)",
        ),
        (
            {"any": [TWO, {"breaks": "D5"}, {"breaks": "D7", "at_least": 3}]},
            f"silence on D2 or D5 was broken at least once or {OFTEN}",
        ),
        (
            {"any": [{"decision": d, "chosen": "6"} for d in ("D6", "D12A", "D12B")]},
            "some seat chose 6 on D6, D12A or D12B",
        ),
        (
            {"any": [{"decision": "D1", "chosen": "a"}, {"decision": "D2", "chosen": "b"}]},
            "some seat chose a on D1 or some seat chose b on D2",
        ),
        ({"state": "line", "is": "art5c"}, "The line is Article 5 on a condition"),
        ({"state": "line", "is_not": "art4"}, "The line is not art4"),
        (
            {"any": [{"decision": d, "status": "no_agreement"} for d in ("D6", "D9", "D15")]},
            "D6, D9 or D15 ended without agreement",
        ),
        ({"all": [TWO, {"breaks": "D5"}]}, " and ".join(BROKEN)),
    ],
)
def test_a_condition_is_said_in_words(condition, words):
    parsed = TypeAdapter(Condition).validate_python(condition)
    assert condition_in_words(parsed, SCENARIO) == words


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (ONE, "I-1 has not been released"),
        (TWO, "silence on D2 was not broken"),
        ({"breaks": "D2", "at_least": 2}, "silence on D2 was broken fewer than 2 times"),
        ({"decision": "D1", "outcome": ["c", "d"]}, "D1 did not come out as c or d"),
        (
            {"decision": "D1", "status": ["open", "withdrawn"]},
            "D1 is no longer open and was not withdrawn",
        ),
        ({"decision": "D1", "chosen": "a"}, "no seat chose a on D1"),
        ({"decision": "D1", "chosen": "a", "seats": 2}, "fewer than 2 seats chose a on D1"),
        ({"decision": "D1", "chosen": "a", "by": ["FIN", "EST"]}, "none of FIN, EST chose a on D1"),
        ({"state": "basis", "is": "art4"}, "Treaty basis is not art4"),
        ({"state": "basis", "is_not": "art4"}, "Treaty basis is art4"),
        ({"state": "tension", "at_least": 3, "below": 5}, "tension is below 3 or 5 or above"),
        (
            {"position": "posture", "above": 2},
            "the group stands at 2 or below on “Consultation to collective defence”",
        ),
        ({"all": [ONE, TWO]}, "I-1 has not been released or silence on D2 was not broken"),
        ({"any": [ONE, TWO]}, "I-1 has not been released and silence on D2 was not broken"),
        ({"not": ONE}, "I-1 has been released"),
    ],
)
def test_a_negation_is_said_in_its_own_verb(condition, words):
    parsed = TypeAdapter(Condition).validate_python({"not": condition})
    assert condition_in_words(parsed, SCENARIO) == words
