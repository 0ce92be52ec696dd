"""What the next undo will do is said in words, and several answers are one step."""

from dataclasses import replace

import pytest

from tabletop.exercise import commands as c
from tabletop.exercise.folding import replay


def test_the_step_says_what_undo_will_do(story):
    story.release("I-1")
    assert story.state.undo_steps[-1].label == "Take back the release of I-1"
    story.position("TUR", "D1", "c")
    assert story.state.undo_steps[-1].label == "Take back the position of TUR in D1"


def positions(*roles, option="a"):
    return c.TakePositions(tuple(c.TakePosition("D1", role, option) for role in roles))


def test_several_positions_are_one_step_that_counts_them(story):
    story.release("I-1")
    story.send(positions("TUR", "GRC", "USA"))
    assert story.state.undo_steps[-1].label == "Take back 3 positions in D1"
    story.undo()
    assert story.run("D1").standing("final") == {}
    assert story.state.undo_steps[-1].label == "Take back the release of I-1"
    assert story.log[-1] == "Entry 6 undone: Take back 3 positions in D1."


def test_one_position_in_a_group_is_named_as_by_itself(story):
    story.release("I-1")
    story.send(positions("TUR"))
    assert story.state.undo_steps[-1].label == "Take back the position of TUR in D1"


def test_positions_on_two_decisions_are_counted_without_a_place(story):
    story.release("I-1")
    story.send(
        c.TakePositions((c.TakePosition("D1", "TUR", "a"), c.TakePosition("D3", "TUR", "a")))
    )
    assert story.state.undo_steps[-1].label == "Take back 2 positions"


def test_undo_takes_back_the_step_that_is_meant_or_none(story):
    story.release("I-1")
    story.position("TUR", "D1", "a")
    meant = story.state.undo_steps[-1].seq
    story.position("GRC", "D1", "a")
    assert "now: Take back the position of GRC in D1" in story.refused(c.Undo(meant))
    story.undo()
    story.send(c.Undo(meant))
    assert story.run("D1").standing("final") == {}
    story.undo()
    assert "nothing to undo" in story.refused(c.Undo(meant))


def test_a_round_that_an_older_journal_reveals_twice_is_hidden_in_one_step(story):
    story.release("I-1")
    story.send(c.RevealPositions("D1"))
    twice = replace(story.entries[-1], seq=story.state.head + 1, command_id="twice")
    story.state = replay(story.state, [twice])
    story.entries.append(twice)
    story.undo()
    assert story.run("D1").revealed == frozenset()
    assert story.state.undo_steps[-1].label == "Take back the release of I-1"


@pytest.mark.parametrize(
    ("done", "label"),
    [
        (c.TickExpected("I-1", "ask", "observed"), "Take back the tick on “Ask Ankara”"),
        (c.GiveHandout("I-1", "order", ("TUR",)), "Take back the hand-out “Order”"),
        (c.TakeHandoutBack("I-1", "order", ("USA",)), "Give the hand-out “Order” again"),
    ],
)
def test_undo_names_papers_and_expected_actions_by_their_words(story, done, label):
    story.release("I-1")
    story.send(done)

    assert story.state.undo_steps[-1].label == label
