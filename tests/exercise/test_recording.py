"""The record: requests, observations, ticks, ratings, actions and corrections."""

import pytest

from tabletop.exercise import commands as c


def test_requests_are_asked_answered_and_answered_again(story):
    story.release("I-1")
    story.minutes_pass(2)
    story.send(c.MakeRequest("R1", "TUR", "Radar tracks?"))
    story.minutes_pass(3)
    story.send(c.AnswerRequest("R1", "After the briefing."))
    request = story.state.requests["R1"]
    assert (request.asked_played, request.answered_played, request.inject_id) == (120, 300, "I-1")
    assert "another id" in story.refused(c.MakeRequest("R1", "GRC", "Radar?"))
    assert "needs a text" in story.refused(c.AnswerRequest("R1", ""))
    story.send(c.AnswerRequest("R1", "Here they are."))
    story.undo()
    assert story.state.requests["R1"].answer == "After the briefing."
    story.undo()
    assert "not answered" in story.refused(c.ReopenRequest("R1"))


def test_a_request_belongs_to_the_inject_before_the_room(story):
    story.release("I-1")
    story.release("I-2")
    story.recall("I-2")
    story.send(c.MakeRequest("R1", "TUR", "Radar tracks?"))
    assert story.state.requests["R1"].inject_id == "I-1"


def test_a_refused_request_needs_no_words(story):
    story.send(c.MakeRequest("R1", "TUR", "The source?"))
    story.send(c.AnswerRequest("R1", "", refused=True))
    assert story.state.requests["R1"].refused
    assert story.state.requests["R1"].answered_at is not None


def test_an_observation_never_overwrites_another(story):
    story.send(c.Observe("N1", "Ankara was asked first", "strength", "O1", "TUR"))
    assert "another id" in story.refused(c.Observe("N1", "Something else"))
    assert "another id" not in story.refused(c.Observe("N2", " "))
    assert "no objective “O9”" in story.refused(c.Observe("N2", "x", objective="O9"))
    story.send(c.ParkIssue("P1", "Who briefs the press?"))
    assert "another id" in story.refused(c.ParkIssue("P1", "Again"))


@pytest.mark.parametrize("kind", ["request", "observation", "issue", "action"])
def test_an_item_is_withdrawn_once_and_stays_in_the_record(story, kind):
    story.send(c.MakeRequest("x", "TUR", "?"))
    story.send(c.Observe("x", "!"))
    story.send(c.ParkIssue("x", "."))
    story.send(c.PlanAction("x", "Live feed"))
    shelf = {
        "request": "requests",
        "observation": "observations",
        "issue": "issues",
        "action": "actions",
    }[kind]
    assert "is not withdrawn" in story.refused(c.RestoreItem(kind, "x"))
    story.send(c.WithdrawItem(kind, "x"))
    assert getattr(story.state, shelf)["x"].withdrawn
    assert "already withdrawn" in story.refused(c.WithdrawItem(kind, "x"))
    assert "There is no" in story.refused(c.WithdrawItem(kind, "y"))


def test_planning_an_action_again_replaces_it(story):
    story.send(c.PlanAction("A1", "Live feed", "O1", "Air Command"))
    story.send(c.PlanAction("A1", "Live feed for all", "O1", "Air Command", due="2027-03-31"))
    assert story.state.actions["A1"].text == "Live feed for all"
    story.undo()
    assert story.state.actions["A1"].text == "Live feed"


def test_ticks_and_ratings(story):
    story.send(c.TickExpected("I-1", "ask", "partial", "Late"))
    assert story.state.ticks["I-1", "ask"].comment == "Late"
    story.send(c.TickExpected("I-1", "ask", "not_assessed"))
    assert story.state.ticks == {}
    story.send(c.RateObjective("O1", "S", "Decided late"))
    assert story.state.ratings["O1"].rating == "S"
    story.send(c.RateObjective("O1", None))
    assert story.state.ratings == {}
    assert "no expected action" in story.refused(c.TickExpected("I-1", "task", "observed"))


def test_a_correction_stands_beside_the_entry(story):
    story.release("I-1")
    before = story.entries[1]
    story.send(c.CorrectEntry(2, "Released at 09:01", "The clock was slow"))
    assert story.entries[1] == before
    assert story.state.corrections[0].text == "Released at 09:01"
    assert "from 1 to" in story.refused(c.CorrectEntry(99, "x"))
    assert "needs a text" in story.refused(c.CorrectEntry(2, ""))
