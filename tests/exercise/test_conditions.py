"""Conditions are true, false or not yet known."""

import pytest

from tabletop.exercise import commands as c
from tests.exercise.branches import D1, branching_story, close_with, inject


@pytest.fixture
def branching(tell, make_decision):
    return branching_story(tell, make_decision)


# --- decisions ----------------------------------------------------------------------------------


def test_a_decision_is_unknown_until_it_is_closed(branching):
    story = branching()
    asked = {"decision": "D1", "outcome": ["c"]}
    assert story.worth(asked) is None
    story.release("I-1")
    story.position("TUR", "D1", "c")
    assert story.worth(asked) is None
    assert story.worth({"not": asked}) is None
    story.close("D1")
    assert story.worth(asked) is True
    assert story.worth({"decision": "D1", "outcome": ["a", "b"]}) is False
    story.reopen("D1")
    assert story.worth(asked) is None


def test_the_default_that_stands_counts_as_outcome(branching):
    story = branching()
    story.release("I-1")
    story.close("D1")
    assert story.worth({"decision": "D1", "outcome": "a"}) is True
    assert story.worth({"decision": "D1", "status": "not_requested"}) is True
    assert story.worth({"decision": "D1", "status": "adopted"}) is False


def test_false_once_it_cannot_come_any_more(branching):
    story = branching()
    asked = {"decision": "D2", "outcome": "b"}
    assert story.worth(asked) is None
    story.release("I-1")
    story.close("D1")
    assert story.worth(asked) is False
    assert story.worth({"not": asked}) is True
    assert story.worth({"decision": "D2", "chosen": "b"}) is False
    assert story.worth({"breaks": "D2"}) is False
    assert story.worth({"decision": "D2", "status": "not_opened"}) is True


def test_it_can_come_again_when_the_branch_is_reopened_or_released_by_hand(branching):
    story = branching()
    asked = {"decision": "D2", "outcome": "b"}
    story.release("I-1")
    story.close("D1")
    story.release("I-2B", reason="We want to see it")
    assert story.worth(asked) is None
    story.recall("I-2B")
    assert story.worth(asked) is False
    story.reopen("D1")
    assert story.worth(asked) is None


@pytest.mark.parametrize("command", [c.SkipInject("I-2B"), c.EndExercise()])
def test_skipping_and_endex_rule_a_decision_out(branching, command):
    story = branching()
    story.release("I-1")
    story.send(command)
    assert story.worth({"decision": "D2", "outcome": "b"}) is False


def test_a_decision_outside_the_cut_cannot_come(branching):
    story = branching(cut="short")
    assert story.worth({"decision": "D2", "outcome": "b"}) is False
    assert story.worth({"decision": "D3", "outcome": "b"}) is None


def test_not_opened_is_unknown_while_it_may_open(branching):
    story = branching()
    assert story.worth({"decision": "D3", "status": "not_opened"}) is None
    story.release("I-3")
    assert story.worth({"decision": "D3", "status": "not_opened"}) is None
    assert story.worth({"decision": "D3", "status": "open"}) is True
    story.end()
    assert story.worth({"decision": "D3", "status": "open"}) is True
    assert story.status("D3") == "open"


def test_chosen_looks_at_final_positions_also_while_open(branching):
    story = branching()
    asked = {"decision": "D1", "chosen": ["b", "c"], "by": ["TUR", "GRC"], "seats": "2"}
    story.release("I-1")
    story.position("TUR", "D1", "b", "first")
    story.position("GRC", "D1", "b")
    story.position("USA", "D1", "b")
    assert story.worth(asked) is None
    story.position("TUR", "D1", "c")
    assert story.worth(asked) is True
    story.position("TUR", "D1", "a")
    story.close("D1")
    assert story.worth(asked) is False


def test_chosen_counts_an_early_position_from_the_opening(branching):
    story = branching()
    story.position("TUR", "D1", "c")
    asked = {"decision": "D1", "chosen": "c"}
    assert story.worth(asked) is None
    story.release("I-1")
    assert story.worth(asked) is True


def test_what_seats_hold_while_a_decision_is_open_rules_no_inject_out(tell, make_decision):
    story = tell(
        injects=[
            inject("I-1", make_decision("D1", D1, *"abc")),
            inject(
                "I-2",
                make_decision("D2", {"kind": "consensus"}, *"ab"),
                when={"not": {"decision": "D1", "chosen": "c"}},
            ),
        ],
        cuts=[],
    )
    story.release("I-1")
    story.position("TUR", "D1", "c")
    assert story.worth({"decision": "D2", "outcome": "a"}) is None
    story.close("D1")
    assert story.worth({"decision": "D2", "outcome": "a"}) is False


def test_breaks_in_time_are_counted_over_all_texts(story):
    story.release("I-2")
    assert story.worth({"breaks": "D2", "at_least": "2"}) is None
    story.circulate("D2", "b")
    story.break_silence("HUN", "D2")
    story.circulate("D2", "c")
    story.minutes_pass(5)
    story.break_silence("GRC", "D2")
    assert story.worth({"breaks": "D2"}) is True
    assert story.worth({"breaks": "D2", "at_least": "2"}) is None
    story.close("D2")
    assert story.worth({"breaks": "D2", "at_least": "2"}) is False


# --- state, position, releases ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ({"is": "none"}, True),
        ({"is": "None"}, False),
        ({"is_not": "art4"}, True),
    ],
)
def test_a_text_compares_exactly(story, asked, value):
    assert story.worth({"state": "basis"} | asked) is value


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ({"is": "1.0"}, True),
        ({"is_not": "1"}, False),
        ({"at_least": "1", "at_most": "1"}, True),
        ({"above": "1"}, False),
        ({"below": "1"}, False),
        ({"below": "1.5"}, True),
    ],
)
def test_a_number_compares_as_a_number(story, asked, value):
    assert story.worth({"state": "tension"} | asked) is value


def test_where_the_group_stands_is_not_known_before_a_settling_decision_closed(tell, make_decision):
    consensus = {"kind": "consensus"}
    story = tell(
        injects=[
            inject("I-1", make_decision("D1", consensus, *"abcde")),
            inject("I-2", make_decision("D2", consensus, *"abcde", settles="false")),
            inject("I-3", make_decision("D3", consensus, *"abcde")),
        ],
        cuts=[],
    )
    asked = {"position": "posture", "at_most": "2"}
    for name in ("I-1", "I-2", "I-3"):
        story.release(name)
    assert story.worth(asked) is None
    close_with(story, "D2", "e")
    assert story.worth(asked) is None
    close_with(story, "D3", "b")
    assert story.worth(asked) is True
    close_with(story, "D1", "d")
    assert story.worth(asked) is False, "closed last, not standing last in the file"
    story.reopen("D1")
    assert story.worth(asked) is True
    story.position("TUR", "D1", "a")
    story.close("D1")
    assert story.outcome("D1") == ("no_agreement", None)
    assert story.worth(asked) is True, "a closing without an option changes nothing"


def test_released_is_always_known(branching):
    story = branching()
    assert story.worth({"released": "I-1"}) is False
    story.release("I-1")
    assert story.worth({"released": "I-1"}) is True
    story.recall("I-1")
    assert story.worth({"released": "I-1"}) is False


TRUE, FALSE, UNKNOWN = (
    {"released": "I-1"},
    {"released": "I-3"},
    {"decision": "D1", "outcome": "c"},
)


@pytest.mark.parametrize(
    ("condition", "value"),
    [
        ({"all": [TRUE, TRUE]}, True),
        ({"all": [TRUE, UNKNOWN]}, None),
        ({"all": [FALSE, UNKNOWN]}, False),
        ({"any": [FALSE, FALSE]}, False),
        ({"any": [FALSE, UNKNOWN]}, None),
        ({"any": [TRUE, UNKNOWN]}, True),
        ({"not": UNKNOWN}, None),
        ({"not": TRUE}, False),
        ({"not": FALSE}, True),
    ],
)
def test_three_values_combine(branching, condition, value):
    story = branching()
    story.release("I-1")
    assert story.worth(condition) is value


def test_branches_that_wait_for_each_other_are_never_ruled_out(tell, make_decision):
    def chosen(id_, **further):
        return make_decision(id_, {"kind": "consensus"}, *"ab", **further)

    def after(id_):
        return {"decision": id_, "outcome": "a"}

    story = tell(
        injects=[
            inject("I-1", chosen("D1", when=after("D2"))),
            inject("I-2", chosen("D2"), when=after("D1")),
            inject("I-3", chosen("D3"), when=after("D3")),
        ],
        cuts=[],
    )
    for decision_id in ("D1", "D2", "D3"):
        assert story.worth(after(decision_id)) is None
    assert story.next == "I-1"


def test_a_long_chain_of_branches_is_followed_to_its_end(tell, make_decision):
    def link(number):
        when = {"decision": f"D{number - 1}", "outcome": "a"} if number else None
        chosen = make_decision(f"D{number}", {"kind": "consensus"}, *"ab")
        return inject(f"I-{number}", chosen, **({"when": when} if when else {}))

    story = tell(injects=[link(number) for number in range(600)], cuts=[])
    asked = {"decision": "D599", "outcome": "a"}
    assert story.worth(asked) is None
    story.send(c.SkipInject("I-0"))
    assert story.worth(asked) is False
