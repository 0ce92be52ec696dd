"""The words that the chair put in place of an option's title are what is agreed."""

import pytest

from tabletop.exercise import commands as c
from tabletop.exercise.lateness import recorded_sentence, without_words_yet
from tabletop.exercise.suggestions import explained
from tabletop.scenario.conditions import DecisionIs

OWN = "Allies endorse for SIX hours only"
SILENCE = {"kind": "silence", "minutes": "5"}
CONSENSUS = {"kind": "consensus"}


def adopted_under_silence(decide_by, option="c", text=OWN):
    story = decide_by(SILENCE)
    story.circulate("D1", option, text)
    story.minutes_pass(5)
    return story


def adopted_by_consensus(decide_by, option="c", text=OWN):
    story = decide_by(CONSENSUS)
    story.propose("D1", option, text)
    for role in story.state.eligible(story.scenario.decisions_by_id["D1"]):
        story.stance(role, "D1", "supports")
    return story


def told(story):
    """Return what the log says of the last entry."""
    return recorded_sentence(story.entries[-1], story.state, story.scenario)


WAYS = pytest.mark.parametrize("adopted", [adopted_under_silence, adopted_by_consensus])


@WAYS
@pytest.mark.parametrize("option", ["c", None])
def test_the_text_that_was_put_is_what_was_agreed(decide_by, adopted, option):
    story = adopted(decide_by, option)
    assert story.computed("D1").text == OWN
    story.close("D1")
    outcome = story.run("D1").outcome
    assert (outcome.status, outcome.option, outcome.text) == ("adopted", option, OWN)
    assert story.state.standing_words("D1") == OWN


@WAYS
def test_the_log_says_the_words_that_were_agreed_with_their_option(decide_by, adopted):
    story = adopted(decide_by)
    story.close("D1")
    assert told(story) == f"D1 closed: “{OWN}” (option c) is adopted."


@WAYS
@pytest.mark.parametrize("option", ["c", None])
def test_the_log_says_the_words_of_what_is_declared_where_they_were_put(decide_by, adopted, option):
    story = adopted(decide_by, option)
    named = f"“{OWN}” (option c)" if option else f"“{OWN}”"
    story.send(c.CloseDecision("D1"))
    story.reopen("D1")
    if option:
        story.declare("D1", "c", "To be clear")
        assert story.run("D1").outcome.text == OWN
        assert told(story) == (
            f"D1 declared: {named} is adopted; by its rule: {named} is adopted; "
            "reason: To be clear."
        )
        story.reopen("D1")
    story.declare("D1", "b", "Heard otherwise")
    assert told(story) == (
        f"D1 declared: option b (Option b) is adopted; by its rule: {named} is adopted; "
        "reason: Heard otherwise."
    )


def test_the_log_says_no_words_that_were_put_and_failed(decide_by):
    story = decide_by(SILENCE)
    story.circulate("D1", "c", OWN)
    story.break_silence("HUN", "D1")
    story.declare("D1", "c", "They came round")
    assert told(story) == (
        "D1 declared: option c (Option c) is adopted; by its rule: no agreement; "
        "reason: They came round."
    )


@WAYS
@pytest.mark.parametrize("text", ["", "  ", "Option c"])
def test_an_option_put_as_it_stands_is_agreed_as_it_stands(decide_by, adopted, text):
    story = adopted(decide_by, "c", text)
    story.close("D1")
    assert story.run("D1").outcome.text == ""
    assert story.state.standing_words("D1") == "Option c"


def test_words_that_were_put_and_failed_are_not_agreed(decide_by):
    story = decide_by(SILENCE)
    story.circulate("D1", "c", OWN)
    story.break_silence("HUN", "D1")
    story.close("D1")
    assert story.run("D1").outcome.text == ""
    assert story.state.standing_words("D1") == ""


def test_another_option_declared_was_not_put_in_these_words(decide_by):
    story = adopted_under_silence(decide_by)
    story.declare("D1", "b")
    assert story.run("D1").outcome.text == ""
    assert story.state.standing_words("D1") == "Option b"


def test_taking_the_circulation_back_takes_its_words_along(decide_by):
    story = decide_by(SILENCE)
    story.circulate("D1", "c", "An earlier text")
    story.circulate("D1", "c", OWN)
    story.undo()
    story.minutes_pass(5)
    story.close("D1")
    assert story.run("D1").outcome.text == "An earlier text"


def test_a_condition_is_explained_by_the_words_that_were_agreed(decide_by):
    story = adopted_under_silence(decide_by)
    story.close("D1")
    condition = DecisionIs.model_validate({"decision": "D1", "outcome": ["c"]})
    words = explained(condition, story.state)
    assert words.endswith(f": yes; D1 agreed on “{OWN}” (option c)")


def test_a_stance_recorded_again_with_its_words_is_said_once(decide_by):
    story = decide_by(SILENCE)
    story.circulate("D1", "c")
    story.stance("GRC", "D1", "reservation")
    bare = story.state.head
    story.stance("HUN", "D1", "reservation")
    story.stance("GRC", "D1", "reservation", "The review date")
    assert without_words_yet(story.entries) == {bare}
    story.stance("GRC", "D1", "reservation", "Another one")
    assert without_words_yet(story.entries) == {bare}


def test_the_same_stance_on_a_text_put_anew_is_another_one(decide_by):
    story = decide_by(SILENCE)
    story.circulate("D1", "c")
    story.stance("GRC", "D1", "reservation")
    story.send(c.CirculateText("D1", "b"))
    story.stance("GRC", "D1", "reservation", "The review date")
    assert without_words_yet(story.entries) == frozenset()
