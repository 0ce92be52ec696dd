"""Reopening a decision: what was said since decides whether it can be closed as it was."""

import pytest

from tabletop.exercise import commands as c
from tabletop.exercise import events as e
from tabletop.exercise.lateness import recorded_sentence

ALL = ("TUR", "GRC", "USA", "HUN")
AGAIN = c.CancelReopening("D1")


@pytest.fixture
def reopened(decide_by):
    """Close and reopen a decision after some commands on it."""

    def begin(rule, *before):
        story = decide_by(rule)
        for command in before:
            story.send(command)
            story.seconds_pass(30)
        story.close("D1")
        closed = story.run("D1").outcome
        story.minutes_pass(2)
        story.reopen("D1")
        return story, closed

    return begin


CONSENSUS = {"kind": "consensus"}
SILENCE = {"kind": "silence", "minutes": "5"}
REQUEST = {"kind": "on_request", "triggers": ["c"]}
PUT = (c.PutProposal("D1", "b", "Old words"), *(c.TakeStance("D1", r, "supports") for r in ALL))
SILENT = (c.CirculateText("D1", "b"), c.TakeStance("D1", "GRC", "reservation"))
BROKEN = (*SILENT, c.BreakSilence("D1", "HUN"))
WITHDRAWN = (*SILENT, c.WithdrawText("D1"))
ASKED = (c.TakePosition("D1", "TUR", "a"), c.TakePosition("D1", "TUR", "c"))
RANKED = (c.RankOptions("D1", "TUR", ("a", "b", "c", "d")),)

DONE = [
    (REQUEST, ASKED, c.TakePosition("D1", "GRC", "b")),
    (REQUEST, ASKED, c.TakePosition("D1", "TUR", "c", "first")),
    (REQUEST, ASKED, c.WithdrawPosition("D1", "TUR")),
    (REQUEST, ASKED, c.WithdrawPosition("D1", "TUR", last_only=True)),
    ({"kind": "ranking"}, RANKED, c.RankOptions("D1", "GRC", ("d", "c", "b", "a"))),
    ({"kind": "ranking"}, RANKED, c.WithdrawRanking("D1", "TUR")),
    (CONSENSUS, PUT, c.PutProposal("D1", "b", "Old words")),
    (CONSENSUS, PUT, c.TakeStance("D1", "HUN", "objects")),
    (CONSENSUS, PUT, c.WithdrawStance("D1", "HUN")),
    (SILENCE, SILENT, c.CirculateText("D1", "b")),
    (SILENCE, SILENT, c.BreakSilence("D1", "HUN")),
    (SILENCE, SILENT, c.ExtendSilence("D1", 9)),
    (SILENCE, SILENT, c.WithdrawText("D1")),
    (SILENCE, SILENT, c.TakeStance("D1", "GRC", "reservation", "Its date")),
]
# What only takes something back leaves no step of its own.
TAKEN_BACK = [
    (CONSENSUS, PUT, c.WithdrawProposal("D1")),
    (SILENCE, SILENT, c.CancelCirculation("D1")),
    (SILENCE, BROKEN, c.CancelBreak("D1", "HUN")),
    (SILENCE, WITHDRAWN, c.CancelWithdrawal("D1")),
    (SILENCE, (*SILENT, c.ExtendSilence("D1", 9)), c.CancelExtension("D1")),
]


def each(changes):
    """Return a mark that runs a test with each change, under its name."""
    names = [type(change).__name__ for _, _, change in changes]
    return pytest.mark.parametrize(("rule", "before", "change"), changes, ids=names)


@each([*DONE, *TAKEN_BACK])
def test_a_decision_is_not_closed_as_it_was_once_what_it_rested_on_has_changed(
    reopened, rule, before, change
):
    story, _ = reopened(rule, *before)
    story.send(change)
    assert "has changed since" in story.refused(AGAIN)
    story.close("D1")
    assert "was not reopened" in story.refused(AGAIN)


@each([*DONE, *TAKEN_BACK])
def test_a_reopening_alone_is_taken_back_by_name(reopened, rule, before, change):
    story, closed = reopened(rule, *before)
    story.send(AGAIN)
    assert story.run("D1").outcome == closed


@each(DONE)
def test_what_was_changed_and_undone_stands_in_the_way_of_nothing(reopened, rule, before, change):
    story, closed = reopened(rule, *before)
    story.send(change)
    story.undo()
    story.undo()
    assert story.run("D1").outcome == closed


def test_an_answer_taken_and_taken_back_by_name_since_then_stands_in_the_way(reopened):
    story, _ = reopened(SILENCE, *SILENT)
    story.minutes_pass(9)
    story.break_silence("HUN", "D1")
    assert "has changed since" in story.refused(AGAIN)
    story.send(c.CancelBreak("D1", "HUN"))
    story.send(AGAIN)


def test_a_decision_is_not_closed_as_it_was_after_endex(reopened):
    story, _ = reopened(REQUEST, *ASKED)
    story.end()
    assert "has ended" in story.refused(AGAIN)


def test_what_came_too_late_for_the_outcome_is_no_change(reopened):
    story, _ = reopened(REQUEST, *ASKED)
    story.send(AGAIN)
    story.position("GRC", "D1", "b")
    story.reopen("D1")
    story.send(AGAIN)
    assert story.outcome("D1") == ("adopted", "c")


# --- what the room sees -------------------------------------------------------------------------


@pytest.fixture
def revealed(decide_by):
    story = decide_by(REQUEST)
    story.position("TUR", "D1", "c")
    story.send(c.RevealPositions("D1", "first"))
    story.send(c.RevealPositions("D1", "final"))
    story.close("D1")
    return story


def test_a_reopened_decision_hides_its_final_positions_until_they_are_revealed_anew(revealed):
    revealed.reopen("D1", "More to say")
    assert revealed.run("D1").revealed == {"first"}
    assert recorded_sentence(revealed.entries[-1], revealed.state, revealed.scenario) == (
        "D1 reopened: More to say. The final positions in D1 are hidden from the room again."
    )
    revealed.send(c.RevealPositions("D1", "final"))
    assert revealed.run("D1").revealed == {"first", "final"}


def test_a_decision_nobody_has_seen_hides_nothing_as_it_is_reopened(reopened):
    story, _ = reopened(REQUEST, *ASKED)
    assert story.entries[-1].event == e.DecisionReopened("D1")


def test_taking_the_reopening_back_shows_what_it_hid(revealed):
    revealed.reopen("D1")
    revealed.undo()
    assert revealed.run("D1").revealed == {"first", "final"}
    revealed.reopen("D1")
    revealed.send(AGAIN)
    assert revealed.run("D1").revealed == {"first", "final"}


def test_undoing_a_closing_hides_nothing(revealed):
    revealed.undo()
    assert revealed.status("D1") == "open"
    assert revealed.run("D1").revealed == {"first", "final"}


# --- the decisions that follow ------------------------------------------------------------------


def turns(story, *ids):
    return [(story.status(i), story.run(i).opened_at) for i in ids]


def test_a_decision_opened_twice_has_its_first_turn_back_once_all_is_undone(story):
    story.release("I-4")
    story.close("D4")
    first = turns(story, "D5", "D6")
    story.minutes_pass(2)
    story.reopen("D4")
    waiting = turns(story, "D5", "D6")
    story.minutes_pass(2)
    story.close("D4")
    story.undo()
    assert turns(story, "D5", "D6") == waiting
    story.undo()
    assert turns(story, "D5", "D6") == first
    assert [status for status, _ in first] == ["not_taken", "open"]


def test_a_decision_taken_after_all_is_not_taken_once_that_is_undone(story):
    story.release("I-4")
    story.close("D4")
    story.position("GRC", "D5", "a")
    story.reopen("D4")
    assert story.status("D5") == "not_taken"
    story.declare("D4", "b")
    assert story.status("D5") == "open"
    story.undo()
    assert story.status("D5") == "not_taken"
    while story.state.undo_steps:
        story.undo()
    assert story.status("D5") == "not_opened"


def test_undoing_a_closing_leaves_the_turns_that_another_one_brought(story):
    story.release("I-5")
    story.close("D7")
    story.close("D8")
    story.reopen("D7")
    story.reopen("D8")
    story.close("D8")
    before = turns(story, "D7", "D8", "D9")
    story.close("D7")
    story.undo()
    assert turns(story, "D7", "D8", "D9") == before


def test_a_reason_that_says_undone_makes_no_slip_of_a_reopening(story):
    story.release("I-4")
    story.close("D4")
    story.reopen("D4", "undone")
    assert story.status("D6") == "not_opened"
