"""What is taken back by name leaves no step behind that undo could not carry out."""

import pytest

from tabletop.exercise import commands as c
from tabletop.exercise import events as e
from tabletop.exercise.folding import replay
from tabletop.exercise.state import initial_state


def labels(story):
    return [step.label for step in story.state.undo_steps]


def unwind(story):
    """Undo everything there is; return what could not be undone."""
    kept = []
    while story.state.undo_steps:
        left = story.state.undo_steps[:-1]
        story.undo()
        assert story.state.undo_steps == left
        if isinstance(story.entries[-1].event, e.EntryKept):
            kept.append(story.entries[-1].event)
    return kept


PUT = (c.PutProposal("D3", "b"), c.TakeStance("D3", "GRC", "objects"))
TEXT = (c.CirculateText("D2", "b"), c.TakeStance("D2", "GRC", "reservation"))
ASKED = (c.MakeRequest("R1", "TUR", "Radar tracks?"), c.AnswerRequest("R1", "Yes"))

BY_NAME = [
    ("I-3", PUT, c.WithdrawProposal("D3"), 0),
    ("I-3", (*PUT, c.TakeStance("D3", "GRC", "supports")), c.WithdrawProposal("D3"), 0),
    ("I-3", (*PUT, c.WithdrawStance("D3", "GRC")), c.WithdrawProposal("D3"), 0),
    ("I-3", (*PUT, *PUT), c.WithdrawProposal("D3"), 2),
    ("I-3", (PUT[1], *PUT), c.WithdrawProposal("D3"), 1),
    ("I-3", (*PUT, c.TakePosition("D3", "GRC", "a")), c.WithdrawProposal("D3"), 1),
    ("I-2", TEXT, c.CancelCirculation("D2"), 0),
    ("I-2", (*TEXT, c.BreakSilence("D2", "HUN")), c.CancelCirculation("D2"), 0),
    ("I-2", (*TEXT, c.ExtendSilence("D2", 9)), c.CancelCirculation("D2"), 0),
    ("I-2", (*TEXT, c.WithdrawText("D2")), c.CancelCirculation("D2"), 0),
    ("I-2", (*TEXT, *TEXT), c.CancelCirculation("D2"), 2),
    ("I-1", ASKED, c.ReopenRequest("R1"), 1),
    ("I-1", (*ASKED, c.AnswerRequest("R1", "No")), c.ReopenRequest("R1"), 1),
    ("I-1", (c.JudgeFact("D1", "TUR", "Q1", 60),), c.WithdrawJudgement("D1", "TUR", "Q1"), 0),
]


@pytest.mark.parametrize(("inject", "before", "by_name", "left"), BY_NAME)
def test_all_steps_that_belong_to_the_thing_go_with_it(story, inject, before, by_name, left):
    story.release(inject)
    for command in before:
        story.send(command)
    story.send(by_name)
    assert len(story.state.undo_steps) == 1 + left
    assert unwind(story) == []
    fresh, unsaid = type(story)(story.scenario), {"said": None}
    assert story.seen() | unsaid == story.seen(fresh.state) | unsaid


def test_what_an_undo_took_out_and_a_name_puts_back_is_undone_again(story):
    story.release("I-1")
    story.send(c.Observe("N1", "Ankara was asked first"))
    story.undo()
    story.send(c.RestoreItem("observation", "N1"))
    assert labels(story)[-1] == "Take back the observation “Ankara was asked first”"
    story.undo()
    assert story.state.observations["N1"].withdrawn
    story.send(c.RestoreItem("observation", "N1"))
    story.send(c.WithdrawItem("observation", "N1"))
    story.send(c.RestoreItem("observation", "N1"))
    assert len(labels(story)) == 2


def test_an_action_planned_anew_by_mistake_is_the_one_it_was(story):
    story.send(c.PlanAction("A1", "Feed", owner="Air Command"))
    planned = story.state.actions
    story.send(c.PlanAction("A1", "Food"))
    story.undo()
    assert story.state.actions == planned
    story.send(c.WithdrawItem("action", "A1"))
    story.send(c.PlanAction("A1", "Food"))
    story.undo()
    story.undo()
    assert story.state.actions == planned


def test_undoing_a_closing_that_moved_the_clock_takes_no_other_step_of_the_clock_along(story):
    story.release("I-4")
    story.send(c.ChangeClock("stepped"))
    story.position("SACEUR", "D4", "b")
    steps = story.state.undo_steps
    story.close("D4")
    story.undo()
    assert story.state.undo_steps == steps


def test_an_inject_changed_since_its_recall_is_not_out_as_it_was(story):
    story.release("I-1")
    story.recall("I-1")
    story.send(c.AmendInject("I-1", "New"))
    again = c.CancelRecall("I-1")
    assert "changed since it was recalled" in story.refused(again)
    story.undo()
    story.release("I-2")
    story.send(again)
    assert story.state.inject_run("I-1").is_released


# --- what can no longer be undone ---------------------------------------------------------------


@pytest.fixture
def stuck(story):
    """A story whose last step nothing can take back: what the outcome rested on is gone."""
    story.release("I-3")
    story.propose("D3", "b")
    story.close("D3")
    story.reopen("D3")
    story.send(c.WithdrawProposal("D3"))
    return story


def test_a_step_that_is_refused_is_told_and_offered_no_more(stuck):
    reopened = stuck.state.undo_steps[-1].seq
    assert labels(stuck) == ["Take back the release of I-3", "Reopen D3", "Close D3 again"]
    before = stuck.seen()
    stuck.undo()
    assert stuck.seen() == before
    assert labels(stuck) == ["Take back the release of I-3", "Reopen D3"]
    assert stuck.log[-1] == (
        f"Entry {reopened} can no longer be undone (Close D3 again): What was put or answered in "
        "D3 has changed since it was reopened. Close it instead."
    )
    assert reopened not in stuck.state.undone
    assert stuck.state.head in stuck.state.undoing


def test_what_cannot_be_undone_keeps_nothing_before_it_from_being_undone(stuck):
    assert [kept.label for kept in unwind(stuck)] == ["Close D3 again", "Reopen D3"]
    assert stuck.state.status == "ready"
    assert replay(initial_state(stuck.scenario), stuck.entries) == stuck.state
