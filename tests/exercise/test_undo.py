"""Undo takes back exactly what was done, step by step, and leaves the journal as it is."""

from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest

from tabletop.exercise import commands as c
from tabletop.exercise import events as e
from tabletop.exercise.journal import PREPARATION
from tabletop.exercise.lateness import recorded_sentence


def taken(option, round_="final"):
    return c.TakePosition("D1", "TUR", option, round_)


OPEN = (c.ReleaseInject("I-1"),)
TAKEN_UP = (*OPEN, c.TakeUpExercise(datetime(2026, 1, 1, tzinfo=UTC)))
CLOSED = (*OPEN, taken("c"), c.CloseDecision("D1"))
SILENT = (c.ReleaseInject("I-2"), c.CirculateText("D2", "b"))
PUT = (c.ReleaseInject("I-3"), c.PutProposal("D3", "b"))
RANKING = (c.ReleaseInject("I-5"), c.CloseDecision("D7"))
ASKED = (c.MakeRequest("R1", "TUR", "Radar tracks?"),)
RANKED = c.RankOptions("D8", "TUR", ("a", "b", "c"))

UNDOABLE = [
    # The exercise and its clocks
    (OPEN, c.PauseExercise("Coffee"), e.ExercisePaused),
    ((*OPEN, c.PauseExercise("Coffee")), c.ResumeExercise(), e.ExerciseResumed),
    (OPEN, c.EndExercise(), e.ExerciseEnded),
    ((*OPEN, c.PauseExercise("Coffee")), c.EndExercise(), e.ExerciseEnded),
    ((*OPEN, c.EndExercise()), c.ContinueExercise(), e.ExerciseContinued),
    (OPEN, c.JumpTo(datetime(2031, 3, 13, tzinfo=UTC)), e.ScenarioTimeJumped),
    (OPEN, c.ChangeClock("running", 60), e.ClockChanged),
    ((*OPEN, c.ChangeClock("running", 60)), c.ChangeClock("stepped"), e.ClockChanged),
    (
        (*OPEN, c.ChangeClock("running", 60)),
        c.SetClockBack(datetime(2031, 3, 5, tzinfo=UTC), 0, "stepped", 1),
        e.ClockSetBack,
    ),
    # Injects
    (OPEN, c.ReleaseInject("I-2"), e.InjectReleased),
    ((), c.ReleaseInject("C-1", "Against its condition"), e.InjectReleased),
    ((*OPEN, c.RecallInject("I-1", "Wrong")), c.ReleaseInject("I-1"), e.InjectReleased),
    ((*OPEN, c.SkipInject("I-2", "Late")), c.ReleaseInject("I-2"), e.InjectReleased),
    (OPEN, c.RecallInject("I-1", "Wrong"), e.InjectRecalled),
    (CLOSED, c.RecallInject("I-1", "Wrong"), e.InjectRecalled),
    (OPEN, c.SkipInject("I-2", "Late"), e.InjectSkipped),
    ((c.SkipInject("I-2", "Late"),), c.UnskipInject("I-2"), e.InjectUnskipped),
    (OPEN, c.ImproviseInject("A call", "Hello"), e.InjectImprovised),
    ((), c.AmendInject("I-1", "New"), e.InjectAmended),
    ((c.AmendInject("I-1", "New"),), c.AmendInject("I-1", "Newer"), e.InjectAmended),
    ((*OPEN, c.GiveCard("GRC", "cautious")), c.GiveHandout("I-1", "secret"), e.HandoutGiven),
    (OPEN, c.TakeHandoutBack("I-1", "order", ("USA",)), e.HandoutTakenBack),
    (
        (*OPEN, c.TakeHandoutBack("I-1", "order", ("USA",))),
        c.RestoreHandout("I-1", "order", ("USA",), 4),
        e.HandoutRestored,
    ),
    # Seats
    ((), c.MarkPresent("TUR", "p-1"), e.SeatPresent),
    ((c.MarkPresent("TUR", "p-1"),), c.MarkPresent("TUR", "p-2"), e.SeatPresent),
    ((c.MarkPresent("TUR", "p-1"), c.MarkAbsent("TUR")), c.MarkPresent("TUR"), e.SeatPresent),
    ((), c.MarkAbsent("TUR"), e.SeatAbsent),
    ((), c.GiveCard("GRC", "cautious"), e.CardGiven),
    ((c.GiveCard("TUR", "cautious"),), c.GiveCard("TUR", "host"), e.CardGiven),
    ((c.GiveCard("TUR", "host"),), c.TakeCardBack("TUR", "host"), e.CardTakenBack),
    # Answers
    (OPEN, taken("a"), e.PositionTaken),
    ((*OPEN, taken("a")), taken("c"), e.PositionTaken),
    ((*OPEN, taken("a")), taken("c", "first"), e.PositionTaken),
    ((), taken("c"), e.PositionTaken),
    (CLOSED, taken("a"), e.PositionTaken),
    ((c.ReleaseInject("I-5"),), c.Abstain("D7", "TUR"), e.PositionTaken),
    (
        (c.ReleaseInject("I-5"), c.Abstain("D7", "TUR")),
        c.TakePosition("D7", "TUR", "a"),
        e.PositionTaken,
    ),
    ((*OPEN, taken("a"), taken("c")), c.WithdrawPosition("D1", "TUR"), e.PositionWithdrawn),
    (RANKING, RANKED, e.RankingGiven),
    ((*RANKING, RANKED), c.RankOptions("D8", "TUR", ("c", "b", "a")), e.RankingGiven),
    ((*RANKING, RANKED), c.WithdrawRanking("D8", "TUR"), e.RankingWithdrawn),
    (
        (*RANKING, RANKED, c.RankOptions("D8", "TUR", ("c", "b", "a"))),
        c.WithdrawRanking("D8", "TUR"),
        e.RankingWithdrawn,
    ),
    ((c.ReleaseInject("I-3"),), c.PutProposal("D3", "b"), e.ProposalPut),
    ((*PUT, c.TakeStance("D3", "TUR", "supports")), c.PutProposal("D3", "c"), e.ProposalPut),
    (PUT, c.TakeStance("D3", "TUR", "objects", "No"), e.StanceTaken),
    (
        (*PUT, c.TakeStance("D3", "TUR", "objects", "No")),
        c.TakeStance("D3", "TUR", "supports"),
        e.StanceTaken,
    ),
    (
        (*PUT, c.TakeStance("D3", "TUR", "objects", "No")),
        c.WithdrawStance("D3", "TUR"),
        e.StanceWithdrawn,
    ),
    (
        (*PUT, c.TakeStance("D3", "TUR", "objects", "No"), c.WithdrawStance("D3", "TUR")),
        c.RestoreStance("D3", "TUR", 6),
        e.StanceRestored,
    ),
    (
        (*OPEN, taken("a")),
        c.TakePositions((taken("c"), c.TakePosition("D1", "GRC", "a"), taken("b", "first"))),
        e.PositionTaken,
    ),
    # The clocks
    (TAKEN_UP, c.PauseTimeAway(), e.AwayPaused),
    # Silence
    ((c.ReleaseInject("I-2"),), c.CirculateText("D2", "b"), e.TextCirculated),
    (
        (*SILENT, c.TakeStance("D2", "GRC", "reservation", "Note")),
        c.CirculateText("D2", "c"),
        e.TextCirculated,
    ),
    (SILENT, c.BreakSilence("D2", "HUN", "No"), e.SilenceBroken),
    (SILENT, c.ExtendSilence("D2", 9), e.SilenceExtended),
    (SILENT, c.WithdrawText("D2", "Again"), e.SilenceWithdrawn),
    # Outcomes
    ((*OPEN, taken("c")), c.CloseDecision("D1"), e.DecisionClosed),
    ((*OPEN, taken("c")), c.DeclareOutcome("D1", "d", "Heard so"), e.OutcomeDeclared),
    (CLOSED, c.ReopenDecision("D1", "Again"), e.DecisionReopened),
    ((c.ReleaseInject("I-5"),), c.CloseDecision("D7"), e.DecisionClosed),
    (RANKING, c.ReopenDecision("D7"), e.DecisionReopened),
    ((*RANKING, c.CloseDecision("D8")), c.ReopenDecision("D7"), e.DecisionReopened),
    ((c.ReleaseInject("I-4"),), c.CloseDecision("D4"), e.DecisionClosed),
    ((c.ReleaseInject("I-4"), c.CloseDecision("D4")), c.ReopenDecision("D4"), e.DecisionReopened),
    (
        (c.ReleaseInject("I-4"), c.TakePosition("D4", "SACEUR", "b")),
        c.CloseDecision("D4"),
        e.ScenarioTimeJumped,
    ),
    (OPEN, c.RevealPositions("D1", "first"), e.PositionsRevealed),
    ((*CLOSED, c.EndExercise()), c.RevealPositions("D1"), e.PositionsRevealed),
    (OPEN, c.JudgeFact("D1", "TUR", "Q1", 60), e.FactJudged),
    ((*OPEN, c.JudgeFact("D1", "TUR", "Q1", 60)), c.JudgeFact("D1", "TUR", "Q1", 9), e.FactJudged),
    # The record
    ((), ASKED[0], e.RequestMade),
    (ASKED, c.AnswerRequest("R1", "Yes"), e.RequestAnswered),
    ((*ASKED, c.AnswerRequest("R1", "Yes")), c.AnswerRequest("R1", "No"), e.RequestAnswered),
    (ASKED, c.WithdrawItem("request", "R1"), e.ItemWithdrawn),
    ((), c.Observe("N1", "Good", "strength", "O1"), e.ObservationMade),
    ((), c.ParkIssue("P1", "Press"), e.IssueParked),
    ((), c.PlanAction("A1", "Feed"), e.ActionPlanned),
    ((c.PlanAction("A1", "Feed"),), c.PlanAction("A1", "Other"), e.ActionPlanned),
    ((), c.TickExpected("I-1", "ask", "observed"), e.ExpectedTicked),
    (
        (c.TickExpected("I-1", "ask", "partial", "Late"),),
        c.TickExpected("I-1", "ask", "observed"),
        e.ExpectedTicked,
    ),
    ((), c.RateObjective("O1", "S"), e.ObjectiveRated),
    ((c.RateObjective("O1", "M", "Late"),), c.RateObjective("O1", "S"), e.ObjectiveRated),
    ((c.RateObjective("O1", "M", "Late"),), c.RateObjective("O1", None), e.ObjectiveRated),
]

# What leaves no step of its own, or none but that of what it takes back.
WITHOUT_STEP = {
    c.StartExercise,
    c.TakeUpExercise,
    c.PlayTimeAway,
    c.CancelContinuing,
    c.CancelReveal,
    c.CorrectEntry,
    c.Undo,
    c.CancelRecall,
    c.RestorePosition,
    c.RestoreRanking,
    c.WithdrawProposal,
    c.CancelCirculation,
    c.CancelBreak,
    c.CancelExtension,
    c.CancelWithdrawal,
    c.CancelReopening,
    c.WithdrawJudgement,
    c.ReopenRequest,
    c.RestoreItem,
}

# What has no inverse: what only takes something back, what goes with another event of its
# command, and what the evaluator says about the record.
WITHOUT_INVERSE = {
    e.ExerciseCreated,
    e.ExerciseStarted,
    e.ExerciseTakenUp,
    e.AwayPlayed,
    e.ContinuingCancelled,
    e.DecisionOpened,
    e.DecisionNotTaken,
    e.RevealCancelled,
    e.EntryCorrected,
    e.EntryUndone,
    e.EntryKept,
    e.RecallCancelled,
    e.PositionRestored,
    e.RankingRestored,
    e.ProposalWithdrawn,
    e.CirculationCancelled,
    e.BreakCancelled,
    e.ExtensionCancelled,
    e.WithdrawalCancelled,
    e.ReopeningCancelled,
    e.JudgementWithdrawn,
    e.RequestReopened,
    e.ItemRestored,
}


def test_every_command_is_undone_in_a_test_or_leaves_no_step():
    assert {type(command) for _, command, _ in UNDOABLE} | WITHOUT_STEP == set(get_args(c.Command))


@pytest.mark.parametrize(
    ("before", "command", "kind"),
    UNDOABLE,
    ids=[f"{n}-{kind.__name__}" for n, (_, _, kind) in enumerate(UNDOABLE)],
)
def test_what_undo_will_do_has_a_name_that_says_what_and_where(story, before, command, kind):
    for each in (*before, command):
        story.send(each)
    label = story.state.undo_steps[-1].label
    assert len(label.split()) > 1 or label == "Resume"
    assert getattr(command, "decision_id", "") in label
    assert getattr(command, "inject_id", "") in label or kind in NAMED_BY_THEIR_OWN_ID
    assert not any(f" {hidden}" in label for hidden in ("N1", "P1", "A1"))


NAMED_BY_THEIR_OWN_ID = (e.HandoutGiven, e.HandoutTakenBack, e.HandoutRestored, e.ExpectedTicked)


def test_what_an_observation_said_names_it_and_its_id_never_shows(story):
    story.send(c.Observe("5f0c1a", "Ankara was asked first, and by all who had read the note"))
    quoted = "observation “Ankara was asked first, and by all who…”"
    assert story.state.undo_steps[-1].label == f"Take back the {quoted}"
    story.undo()
    story.send(c.RestoreItem("observation", "5f0c1a"))
    story.send(c.WithdrawItem("observation", "5f0c1a"))
    assert story.state.undo_steps[-1].label == f"Put the {quoted} back"
    assert not any("5f0c1a" in line for line in story.log)
    assert [recorded_sentence(x, story.state, story.scenario) for x in story.entries[2:]] == [
        f"The {quoted} was taken back.",
        f"Entry 2 undone: Take back the {quoted}.",
        f"The {quoted} stands again.",
        f"The {quoted} was taken back.",
    ]


# Time that passed while the clock stood, or went on, by mistake cannot be had back.
CLOCK_STOPS = (e.ExercisePaused, e.ExerciseResumed, e.ExerciseEnded)


def test_every_event_is_undone_in_a_test_or_has_no_inverse():
    assert {kind for _, _, kind in UNDOABLE} | WITHOUT_INVERSE == set(e.EVENT_CLASSES)


@pytest.mark.parametrize(
    ("before", "command", "kind"),
    UNDOABLE,
    ids=[f"{n}-{kind.__name__}" for n, (_, _, kind) in enumerate(UNDOABLE)],
)
def test_undo_restores_what_was(story, before, command, kind):
    for earlier in before:
        story.send(earlier)
        story.seconds_pass(7)
    untouched = story.state
    events = story.send(command)
    assert kind in map(type, events)
    assert story.seen() != story.seen(untouched)
    if kind not in CLOCK_STOPS:
        story.seconds_pass(7)
    story.undo()
    assert story.seen() == story.seen(untouched)
    assert len(story.state.undo_steps) == len(untouched.undo_steps)


@pytest.mark.parametrize(
    ("before", "command", "kind"),
    UNDOABLE,
    ids=[f"{n}-{kind.__name__}" for n, (_, _, kind) in enumerate(UNDOABLE)],
)
def test_everything_before_it_can_be_undone_after_it(story, before, command, kind):
    for each in (*before, command):
        story.send(each)
    while story.state.undo_steps:
        story.undo()
    fresh = type(story)(story.scenario)
    assert story.seen() == story.seen(fresh.state)


def test_a_group_is_undone_together_and_struck_out_together(story):
    story.release("I-4")
    story.position("SACEUR", "D4", "b")
    first = story.state.head + 1
    story.close("D4")
    assert story.state.undo_steps[-1].label == "Reopen D4"
    story.undo()
    assert story.state.undone == {first, first + 1, first + 2}
    assert story.status("D5") == "not_opened"


def test_undoing_twice_takes_back_two_things_and_never_undoes_itself(story):
    story.release("I-1")
    story.position("TUR", "D1", "a")
    story.position("GRC", "D1", "b")
    story.undo()
    story.undo()
    assert story.run("D1").standing("final") == {}
    assert story.state.undo_steps[-1].label == "Take back the release of I-1"
    story.undo()
    assert story.refused(c.Undo()) == "There is nothing to undo."


def test_what_the_program_prepared_is_not_offered_and_what_people_did_is(story):
    story.send(c.GiveCard("GRC", "cautious"), actor=PREPARATION)
    assert story.refused(c.Undo()) == "There is nothing to undo."
    story.send(c.GiveCard("TUR", "host"))
    story.undo()
    assert story.state.seats["TUR"].card is None
    assert story.state.seats["GRC"].card == "cautious"
    assert story.refused(c.Undo()) == "There is nothing to undo."


def test_what_was_undone_stays_in_the_journal(story):
    story.release("I-1")
    story.position("TUR", "D1", "a")
    story.undo()
    kinds = [type(entry.event) for entry in story.entries]
    assert kinds[-3:] == [e.PositionTaken, e.PositionWithdrawn, e.EntryUndone]
    [position] = story.run("D1").positions
    assert position.withdrawn


@pytest.mark.parametrize(
    ("done", "by_name"),
    [
        (c.RecallInject("I-1"), c.CancelRecall("I-1")),
        (c.PutProposal("D3", "b"), c.WithdrawProposal("D3")),
        (c.CirculateText("D2", "b"), c.CancelCirculation("D2")),
        (c.CloseDecision("D1"), c.ReopenDecision("D1")),
    ],
)
def test_what_was_taken_back_by_name_does_not_stand_in_the_way(story, done, by_name):
    for name in ("I-1", "I-2", "I-3"):
        story.release(name)
    story.position("TUR", "D1", "c")
    story.send(done)
    story.send(by_name)
    while story.state.undo_steps:
        story.undo()
    assert not any(run.is_released for run in story.state.injects.values())


def test_time_that_passed_before_an_undo_is_no_matter_to_an_outcome(story):
    story.release("I-1")
    story.minutes_pass(3)
    story.position("TUR", "D1", "c")
    story.close("D1")
    closed = story.run("D1").outcome
    story.minutes_pass(10)
    story.reopen("D1")
    story.minutes_pass(10)
    story.undo()
    assert story.run("D1").outcome == closed


def test_a_jump_is_undone_to_the_time_before_it(story):
    story.release("I-1")
    before = story.scenario_time
    story.send(c.JumpTo(story.scenario.starts + timedelta(days=9)))
    story.undo()
    assert story.scenario_time == before
