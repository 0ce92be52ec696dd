"""What stands beside an entry that came out of its time."""

import pytest

from tabletop.exercise import commands as c
from tabletop.exercise.lateness import moment_remark, recorded_sentence

LATE = "Late: recorded after the closing, changes nothing."


def last(story):
    return recorded_sentence(story.entries[-1], story.state, story.scenario)


def remark(story):
    return moment_remark(story.entries[-1], story.state)


@pytest.mark.parametrize(
    ("seconds", "said"), [(299, ""), (300, "Void: recorded after the deadline.")]
)
def test_a_break_at_the_deadline_is_called_void(story, seconds, said):
    story.release("I-2")
    story.circulate("D2", "b")
    story.seconds_pass(seconds)
    story.break_silence("HUN", "D2")
    assert remark(story) == said
    assert last(story) == f"Silence on D2 broken by HUN: Review date missing. {said}".rstrip()


def test_a_position_is_called_early_then_nothing_then_late(story):
    story.position("HUN", "D1", "a")
    assert remark(story) == "Early: counts from the opening."
    story.release("I-1")
    story.position("HUN", "D1", "b")
    assert remark(story) == ""
    story.close("D1")
    story.position("HUN", "D1", "a")
    assert last(story) == f"HUN chooses option a (Option a) in D1. {LATE}"


def test_a_position_on_a_recalled_inject_says_so(story):
    story.release("I-1")
    story.recall("I-1", "Wrong text")
    story.position("HUN", "D1", "b")
    assert remark(story) == "Recorded while the inject was recalled."


def test_a_late_stance_is_called_late(story):
    story.release("I-1")
    story.stance("GRC", "D1", "notes")
    assert remark(story) == ""
    story.close("D1")
    story.stance("GRC", "D1", "regrets")
    assert remark(story) == LATE


def test_a_late_ranking_is_called_late(decide_by):
    story = decide_by({"kind": "ranking"}, *"abc")
    story.rank("TUR", "D1", "a", "b", "c")
    assert remark(story) == ""
    story.close("D1")
    story.rank("TUR", "D1", "c", "b", "a")
    assert remark(story) == LATE


def test_what_was_late_stays_late_in_the_words_of_its_moment(story):
    story.release("I-1")
    story.close("D1")
    story.position("TUR", "D1", "c")
    late = story.entries[-1]
    story.send(c.PauseExercise())
    assert moment_remark(late, story.state) == LATE
