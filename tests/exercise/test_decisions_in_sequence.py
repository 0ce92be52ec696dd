"""Decisions open, close, are declared and reopened; nothing closes by itself."""

import pytest

from tabletop.exercise import commands as c
from tabletop.exercise.events import DecisionNotTaken, DecisionOpened, ScenarioTimeJumped


def take_d4(story, option):
    story.position("SACEUR", "D4", option)
    return story.close("D4")


def test_a_decision_opens_when_its_inject_is_released(story):
    assert story.status("D1") == "not_opened"
    story.release("I-1")
    assert story.status("D1") == "open"


def test_each_opens_when_the_one_before_it_is_closed(story):
    story.release("I-5")
    assert [story.status(d) for d in ("D7", "D8", "D9")] == ["open", "not_opened", "not_opened"]
    story.minutes_pass(4)
    story.close("D7")
    assert [story.status(d) for d in ("D7", "D8", "D9")] == ["no_agreement", "open", "not_opened"]
    assert story.run("D8").opened_played == 240
    assert "opens with I-5" in story.refused(c.CloseDecision("D9"))


def test_a_false_condition_at_its_turn_is_not_taken(story):
    story.release("I-4")
    events = take_d4(story, "a")
    assert events[1:] == (DecisionNotTaken("D5"), DecisionOpened("D6"))
    assert story.status("D5") == "not_taken"
    assert "not taken" in story.refused(c.CloseDecision("D5"))
    assert story.worth({"decision": "D5", "status": "not_taken"}) is True


def test_opening_a_decision_with_a_time_jumps_the_scenario_clock(story):
    story.release("I-4")
    _, jumped, opened = take_d4(story, "b")
    assert isinstance(jumped, ScenarioTimeJumped)
    assert opened == DecisionOpened("D5")
    assert f"{story.scenario_time:%d.%m. %H:%M}" == "03.04. 10:00"


def test_a_decision_does_not_jump_back(story):
    story.release("I-4")
    story.send(c.JumpTo(story.scenario.starts.replace(year=2032)))
    assert take_d4(story, "b")[1:] == (DecisionOpened("D5"),)


def test_nothing_closes_by_itself(story):
    story.release("I-1")
    story.position("TUR", "D1", "c")
    story.release("I-2")
    story.circulate("D2", "b")
    story.minutes_pass(60)
    assert story.result("D1") == ("adopted", "c")
    assert story.result("D2") == ("adopted", "b")
    assert (story.status("D1"), story.status("D2")) == ("open", "open")
    assert story.variable("basis") == "none"


def test_open_at_endex_stays_open(story):
    story.release("I-1")
    story.position("TUR", "D1", "c")
    story.end()
    assert story.status("D1") == "open"
    assert "has ended" in story.refused(c.CloseDecision("D1"))
    assert "has ended" in story.refused(c.DeclareOutcome("D1", "c", "Late"))


def test_closing_twice_is_refused(story):
    story.release("I-1")
    story.close("D1")
    assert "already closed" in story.refused(c.CloseDecision("D1"))
    assert "already closed" in story.refused(c.DeclareOutcome("D1", "a", "No"))


def test_declaring_keeps_what_was_computed(story):
    story.release("I-1")
    story.position("TUR", "D1", "c")
    story.declare("D1", "a", "The chair heard it otherwise")
    outcome = story.run("D1").outcome
    assert (outcome.status, outcome.option) == ("adopted", "a")
    assert (outcome.computed_status, outcome.computed_option) == ("adopted", "c")
    assert (outcome.declared, outcome.reason) == (True, "The chair heard it otherwise")
    assert story.variable("basis") == "none"
    assert story.worth({"decision": "D1", "outcome": "a"}) is True


def test_declaring_no_agreement(story):
    story.release("I-1")
    story.position("TUR", "D1", "c")
    story.declare("D1", None)
    assert story.outcome("D1") == ("no_agreement", None)


def test_declaring_asks_for_a_reason_and_a_known_option(story):
    story.release("I-1")
    assert "needs a reason" in story.refused(c.DeclareOutcome("D1", "a", "  "))
    assert "offers a, b, c, d" in story.refused(c.DeclareOutcome("D1", "z", "Because"))


def test_reopening_takes_the_outcome_out_and_keeps_it_in_the_record(story):
    story.release("I-1")
    story.position("TUR", "D1", "c")
    story.close("D1")
    assert story.variable("basis") == "art4"
    story.reopen("D1", "Greece was not heard")
    assert story.status("D1") == "open"
    assert story.variable("basis") == "none"
    assert story.state.close_order == ()
    story.position("TUR", "D1", "a")
    story.close("D1")
    assert story.outcome("D1") == ("not_requested", "b")
    assert [o.option for o in story.run("D1").earlier_outcomes] == ["c"]


def test_reopening_lets_the_next_decision_wait_for_its_turn_again(story):
    story.release("I-4")
    take_d4(story, "b")
    assert story.status("D5") == "open"
    story.reopen("D4")
    assert story.status("D5") == "not_opened"
    assert [e for e in take_d4(story, "a") if isinstance(e, DecisionNotTaken)]
    assert story.status("D5") == "not_taken"
    assert story.status("D6") == "open"


def test_a_next_decision_with_answers_stays_open_until_its_turn_comes_to_nothing(story):
    story.release("I-4")
    take_d4(story, "b")
    story.position("USA", "D5", "a")
    story.reopen("D4")
    assert story.status("D5") == "open"
    take_d4(story, "a")
    assert story.status("D5") == "not_taken"
    assert not story.state.is_open("D5")
    assert story.run("D5").positions[0].option == "a"
    story.reopen("D4")
    take_d4(story, "b")
    assert story.status("D5") == "open"


def test_reopening_what_is_not_closed_is_refused(story):
    story.release("I-1")
    assert "not closed" in story.refused(c.ReopenDecision("D1"))


def test_a_decision_of_a_recalled_inject_waits_for_its_release(story):
    story.release("I-1")
    story.recall("I-1")
    assert story.status("D1") == "not_opened"
    assert "was recalled" in story.refused(c.CloseDecision("D1"))
    story.release("I-1")
    story.close("D1")


# --- positions early, late, recalled ------------------------------------------------------------


def test_an_early_position_counts_from_the_opening(story):
    story.position("TUR", "D1", "c")
    assert story.run("D1").positions[0].early
    story.release("I-1")
    assert story.result("D1") == ("adopted", "c")


def test_a_late_position_is_recorded_marked_and_changes_nothing(story):
    story.release("I-1")
    story.close("D1")
    story.position("TUR", "D1", "c")
    assert story.run("D1").positions[0].late
    assert story.run("D1").standing("final") == {}
    story.reopen("D1")
    assert story.result("D1") == ("not_requested", "b")


def test_after_endex_a_position_on_an_open_decision_is_late(story):
    story.release("I-1")
    story.end()
    story.position("TUR", "D1", "c")
    assert story.run("D1").positions[0].late
    assert story.result("D1") == ("not_requested", "b")


def test_a_position_on_a_recalled_inject_is_recorded_and_marked(story):
    story.release("I-1")
    story.recall("I-1")
    story.position("TUR", "D1", "c")
    assert story.run("D1").positions[0].on_recalled


def test_changing_ones_mind_overwrites_nothing(story):
    story.release("I-1")
    story.position("TUR", "D1", "a", confidence="low", reason="Facts first")
    story.position("TUR", "D1", "c")
    assert [p.option for p in story.run("D1").positions] == ["a", "c"]
    assert story.run("D1").standing("final")["TUR"].option == "c"


def test_after_closing_only_a_late_position_can_be_taken_back(story):
    story.release("I-1")
    story.position("TUR", "D1", "c")
    story.close("D1")
    assert "can be taken back" in story.refused(c.WithdrawPosition("D1", "TUR"))
    story.position("TUR", "D1", "a")
    story.send(c.WithdrawPosition("D1", "TUR"))
    assert story.run("D1").standing("final")["TUR"].option == "c"


def test_a_late_stance_is_kept_and_changes_nothing(story):
    story.release("I-3")
    story.propose("D3", "b")
    for role in ("TUR", "GRC", "USA", "HUN"):
        story.stance(role, "D3", "supports")
    story.close("D3")
    story.stance("GRC", "D3", "objects", "After all")
    assert story.run("D3").standing_stances["GRC"].stance == "supports"
    assert story.run("D3").stance_log[-1].late


def test_a_late_ranking_changes_nothing(decide_by):
    story = decide_by({"kind": "ranking"}, *"ab")
    story.rank("TUR", "D1", "a", "b")
    story.close("D1")
    story.rank("TUR", "D1", "b", "a")
    assert [r.option for r in story.computed("D1").order] == ["a", "b"]
    assert story.run("D1").rankings[-1].late


def test_first_positions_are_revealed_by_hand(story):
    story.release("I-1")
    story.position("TUR", "D1", "a", "first")
    assert story.run("D1").revealed == frozenset()
    story.send(c.RevealPositions("D1", "first"))
    assert story.run("D1").revealed == {"first"}


def test_positions_are_revealed_once_and_hidden_again_by_hand(story):
    story.release("I-1")
    story.send(c.RevealPositions("D1"))
    sentence = story.refused(c.RevealPositions("D1"))
    assert sentence == "The final positions of D1 are already revealed to the room."
    story.send(c.CancelReveal("D1"))
    assert story.run("D1").revealed == frozenset()
    assert "not revealed" in story.refused(c.CancelReveal("D1"))
    assert [s.label for s in story.state.undo_steps] == ["Take back the release of I-1"]


def test_undo_after_revealing_takes_nothing_else_back(story):
    story.release("I-1")
    story.send(c.Observe("N1", "Ankara was asked first"))
    story.end()
    story.send(c.RevealPositions("D1"))
    assert story.state.undo_steps[-1].label == "Hide the final positions in D1"
    story.undo()
    assert story.run("D1").revealed == frozenset()
    assert story.state.ended_at is not None


def test_judging_facts(story):
    story.release("I-1")
    story.send(c.JudgeFact("D1", "TUR", "Q1", 60, "low"))
    story.send(c.JudgeFact("D1", "TUR", "Q1", 70))
    assert [j.likelihood for j in story.run("D1").judged] == [60, 70]
    for likelihood in (0, 100, -5):
        assert "1 to 99" in story.refused(c.JudgeFact("D1", "TUR", "Q1", likelihood))
    assert "no question “Q2”" in story.refused(c.JudgeFact("D1", "TUR", "Q2", 50))


@pytest.mark.parametrize(
    ("command", "word"),
    [
        (c.TakePosition("D1", "TUR", "a", "third"), "round"),
        (c.TakePosition("D1", "TUR", "a", confidence="sure"), "confidence"),
        (c.TakeStance("D1", "TUR", "votes for"), "stance"),
        (c.RateObjective("O1", "A"), "rating"),
        (c.TickExpected("I-1", "ask", "seen"), "status"),
        (c.WithdrawItem("thing", "x"), "kind"),
        (c.ChangeClock("fast"), "mode"),
    ],
)
def test_words_that_nobody_knows_are_refused(story, command, word):
    assert f"is no {word} that" in story.refused(command)
