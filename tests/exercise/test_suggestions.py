"""What comes next, and in which words, follows from the conditions."""

import pytest

from tabletop.exercise import commands as c
from tabletop.exercise.suggestions import explained
from tabletop.scenario.model import Scenario
from tests.exercise.branches import branching_story, close_with, inject


@pytest.fixture
def branching(tell, make_decision):
    return branching_story(tell, make_decision)


def test_next_follows_the_branch_taken(branching):
    story = branching()
    assert story.next == "I-1"
    story.release("I-1")
    assert story.next == "I-3", "I-2A and I-2B are not yet known"
    story.position("TUR", "D1", "c")
    story.close("D1")
    assert story.next == "I-2B"
    story.send(c.SkipInject("I-2B", "Short of time"))
    assert story.next == "I-3"
    story.send(c.UnskipInject("I-2B"))
    assert story.next == "I-2B"


def test_a_recalled_inject_is_next_again(branching):
    story = branching()
    story.release("I-1")
    story.recall("I-1")
    assert story.next == "I-1"


def test_of_one_kind_the_first_released_takes_the_others_out(branching):
    story = branching()
    for name in ("I-1", "I-3", "I-4B"):
        story.release(name)
    story.position("TUR", "D1", "c")
    story.close("D1")
    story.release("I-2B")
    close_with(story, "D2", "b")
    assert story.worth({"decision": "D2", "outcome": "b"}) is True
    assert story.next is None, "I-4A would be next, were it not taken out"
    story.recall("I-4B")
    assert story.next == "I-4A"


def test_a_cut_leaves_out_injects_but_no_contingency(branching):
    story = branching(cut="short")
    story.release("I-1")
    story.position("TUR", "D1", "c")
    story.close("D1")
    assert story.next == "I-3"
    assert story.contingencies == ["C-1"]
    story.release("I-3")
    assert story.next is None


def test_a_contingency_is_put_forward_while_its_condition_is_true(branching):
    story = branching()
    assert story.contingencies == []
    story.release("I-1")
    story.position("TUR", "D1", "c")
    story.close("D1")
    assert story.contingencies == ["C-1"]
    story.release("C-1")
    assert story.contingencies == []


def test_conditions_suggest_and_forbid_nothing(branching):
    story = branching()
    released = story.release("I-2B", reason="The room is quicker than the plan")[1]
    assert released.against_condition
    assert story.state.inject_run("I-2B").reason == "The room is quicker than the plan"
    story.release("I-1")
    assert not story.state.inject_run("I-1").against_condition


def test_a_suggestion_says_why(branching):
    story = branching()
    scenario: Scenario = story.scenario
    when = scenario.injects_by_id["I-2B"].when
    assert explained(when, story.state).endswith("not yet known, D1 is still to come")
    story.release("I-1")
    assert explained(when, story.state) == (
        "released if D1 came out as c: not yet known, D1 is open"
    )
    story.close("D1")
    assert explained(when, story.state).endswith(": no")


# --- variants -----------------------------------------------------------------------------------


def test_the_first_variant_that_holds_at_release_is_kept(tell):
    story = tell(
        injects=[
            inject(
                "I-1",
                sets={"basis": "art4"},
                handouts=[{"id": "plain", "to": ["GRC"], "title": "Plain"}],
                variants=[
                    {"when": {"state": "basis", "is": "art4"}, "title": "Never"},
                    {
                        "when": {"state": "basis", "is": "none"},
                        "handouts": [
                            {"id": "special", "to": ["TUR"], "title": "Special"},
                            {"id": "later", "to": ["TUR"], "title": "Later", "held": "true"},
                        ],
                    },
                    {"when": {"state": "tension", "at_least": "0"}, "title": "Too late"},
                ],
            )
        ],
        cuts=[],
    )
    story.release("I-1")
    assert story.state.inject_run("I-1").variant == 1
    assert [h.handout_id for h in story.state.handouts] == ["special"]
    story.send(c.GiveHandout("I-1", "later"))
    assert [h.handout_id for h in story.state.handouts] == ["special", "later"]
