"""Clocks, pauses, injects, hand-outs, seats and effects, as an exercise is conducted."""

from datetime import timedelta

import pytest

from tabletop.exercise import commands as c
from tabletop.exercise.events import ExerciseStarted, HandoutGiven

# --- real time ----------------------------------------------------------------------------------


def test_the_first_release_is_startex(story):
    assert story.state.status == "ready"
    story.minutes_pass(30)
    assert ExerciseStarted() in story.release("I-1")
    assert story.state.status == "running"
    assert story.played == 0
    assert "already started" in story.refused(c.StartExercise())


def test_pauses_are_excluded_from_every_duration(story):
    story.release("I-1")
    story.minutes_pass(4)
    story.pause()
    assert story.state.status == "paused"
    story.minutes_pass(60)
    assert story.played == 240
    story.resume()
    story.minutes_pass(1)
    story.position("TUR", "D1", "c")
    assert story.run("D1").positions[0].played == 300
    assert story.state.paused(story.now) == 3600


def test_pausing_twice_and_resuming_what_runs_are_refused(story):
    assert "not started" in story.refused(c.PauseExercise())
    story.release("I-1")
    assert "not paused" in story.refused(c.ResumeExercise())
    story.pause()
    assert "already paused" in story.refused(c.PauseExercise())


def test_releasing_by_hand_works_while_paused(story):
    story.release("I-1")
    story.pause()
    story.release("I-2")
    assert story.status("D2") == "open"


def test_endex_stops_the_time_and_ends_a_pause(story):
    story.release("I-1")
    story.minutes_pass(2)
    story.pause()
    story.minutes_pass(10)
    story.end()
    story.minutes_pass(60)
    assert story.state.status == "ended"
    assert story.played == 120
    assert "has ended" in story.refused(c.ReleaseInject("I-2"))
    assert "has ended" in story.refused(c.EndExercise())


def test_endex_taken_back_counts_as_a_pause(story):
    story.release("I-1")
    story.minutes_pass(5)
    story.end()
    story.minutes_pass(20)
    story.send(c.ContinueExercise())
    assert story.state.status == "running"
    story.minutes_pass(1)
    assert story.played == 360
    assert story.state.pauses[-1].reason == "ENDEX taken back"


def test_endex_in_a_pause_taken_back_is_the_pause_again(story):
    story.release("I-1")
    story.pause()
    story.minutes_pass(1)
    story.end()
    story.minutes_pass(1)
    story.send(c.ContinueExercise())
    assert story.state.status == "paused"
    story.minutes_pass(1)
    story.resume()
    assert story.played == 0
    assert len(story.state.pauses) == 1


def test_a_pause_that_ended_as_endex_came_is_not_taken_up_again(story):
    story.release("I-1")
    story.pause()
    story.minutes_pass(1)
    story.resume()
    story.end()
    story.send(c.ContinueExercise())
    assert story.state.status == "running"


def test_continuing_what_has_not_ended_is_refused(story):
    story.release("I-1")
    assert "not ended" in story.refused(c.ContinueExercise())


# --- scenario time ------------------------------------------------------------------------------


def hour(story):
    return f"{story.scenario_time:%d %H:%M}"


def test_stepped_scenario_time_follows_releases_forward(story):
    assert hour(story) == "04 06:00"
    story.release("I-2")
    assert hour(story) == "04 14:00"
    story.minutes_pass(60)
    story.release("I-1")
    assert hour(story) == "04 14:00"
    story.release("I-3")
    assert hour(story) == "05 09:00"


def test_recalling_the_last_inject_puts_the_stepped_clock_back(story):
    story.release("I-1")
    story.release("I-3", reason="A slip")
    story.recall("I-3")
    assert hour(story) == "04 10:00"
    story.release("I-2")
    assert hour(story) == "04 14:00"


def test_recalling_an_earlier_inject_leaves_the_clock(story):
    story.release("I-1")
    story.release("I-2")
    story.recall("I-1")
    assert hour(story) == "04 14:00"


def test_recalling_after_a_jump_leaves_the_clock(story):
    story.release("I-1")
    story.send(c.JumpTo(story.scenario.starts + timedelta(days=3)))
    story.recall("I-1")
    assert hour(story) == "07 06:00"


def test_running_scenario_time_runs_at_its_rate_without_pauses(tell):
    story = tell(clock_mode="running", rate=60)
    story.send(c.StartExercise())
    story.minutes_pass(10)
    assert hour(story) == "04 16:00"
    story.pause()
    story.minutes_pass(10)
    assert hour(story) == "04 16:00"
    story.resume()
    story.release("I-3")
    assert hour(story) == "04 16:00", "a release does not move a running clock"


def test_changing_the_clock_goes_on_from_the_present_time(tell):
    story = tell(clock_mode="running", rate=60)
    story.send(c.StartExercise())
    story.minutes_pass(10)
    story.send(c.ChangeClock("stepped"))
    story.minutes_pass(10)
    assert hour(story) == "04 16:00"
    story.send(c.ChangeClock("running", 120))
    story.minutes_pass(1)
    assert hour(story) == "04 18:00"


@pytest.mark.parametrize("rate", [0, -1, float("nan"), float("inf"), 1e9])
def test_a_rate_no_clock_can_keep_is_refused(story, rate):
    assert "rate" in story.refused(c.ChangeClock("running", rate))


def test_a_jump_goes_forward_and_keeps_running(tell):
    story = tell(clock_mode="running", rate=60)
    story.send(c.StartExercise())
    story.minutes_pass(10)
    assert "only goes forward" in story.refused(c.JumpTo(story.scenario.starts))
    story.send(c.JumpTo(story.scenario.starts + timedelta(days=2)))
    story.minutes_pass(1)
    assert hour(story) == "06 07:00"


def test_undoing_a_jump_leaves_a_running_clock_as_if_it_never_jumped(tell):
    story = tell(clock_mode="running", rate=60)
    story.send(c.StartExercise())
    story.minutes_pass(10)
    story.send(c.JumpTo(story.scenario.starts + timedelta(days=2)))
    story.minutes_pass(1)
    story.undo()
    assert hour(story) == "04 17:00"


def test_a_jump_without_zone_or_off_the_calendar_is_refused(story):
    starts = story.scenario.starts
    for to in (starts.replace(tzinfo=None), starts.replace(year=9999)):
        assert story.refused(c.JumpTo(to)).startswith("A time jump")


def test_a_fast_clock_left_alone_for_years_stays_on_the_calendar(tell):
    story = tell(clock_mode="running", rate=100_000)
    story.send(c.StartExercise())
    story.minutes_pass(60 * 24 * 3650)
    assert story.scenario_time.year > 3000


# --- injects ------------------------------------------------------------------------------------


def test_releasing_twice_and_recalling_what_is_not_out_are_refused(story):
    assert "not released" in story.refused(c.RecallInject("I-1"))
    story.release("I-1")
    assert "already released" in story.refused(c.ReleaseInject("I-1"))
    assert "Did you mean I-1?" in story.refused(c.ReleaseInject("I1"))


def test_a_recalled_inject_released_again_counts_from_its_first_release(story):
    story.release("I-1")
    story.minutes_pass(5)
    story.recall("I-1", "Wrong text")
    story.minutes_pass(5)
    story.release("I-1")
    run = story.state.inject_run("I-1")
    assert run.first_released_played == 0
    assert run.is_released
    assert story.run("D1").opened_played == 0


def test_recalling_keeps_the_answers(story):
    story.release("I-1")
    story.position("TUR", "D1", "c")
    story.recall("I-1")
    assert story.status("D1") == "not_opened"
    assert story.run("D1").standing("final")["TUR"].option == "c"
    story.release("I-1")
    assert story.result("D1") == ("adopted", "c")


def test_each_reason_of_an_inject_is_kept(story):
    story.release("I-1", reason="Early")
    assert story.state.inject_run("I-1").reason == "Early"
    story.recall("I-1", "Wrong text")
    assert story.state.inject_run("I-1").reason == "Wrong text"
    story.send(c.SkipInject("I-1", "Short of time"))
    assert story.state.inject_run("I-1").reason == "Short of time"
    assert story.state.inject_run("I-1").release_reason == "Early"


def test_skipping_what_is_out_or_skipped_is_refused(story):
    story.release("I-1")
    assert "recall it" in story.refused(c.SkipInject("I-1"))
    story.send(c.SkipInject("I-2"))
    assert "already skipped" in story.refused(c.SkipInject("I-2"))
    assert "not skipped" in story.refused(c.UnskipInject("I-1"))
    story.release("I-2")
    assert not story.state.inject_run("I-2").skipped


def test_an_improvised_inject_is_released_at_once_under_the_next_id(story):
    assert "not started" in story.refused(c.ImproviseInject("A call", ""))
    story.release("I-1")
    story.send(c.ImproviseInject("A call from the press", "Is it true?", ("TUR",), "call", "Press"))
    story.send(c.ImproviseInject("Another call", ""))
    assert list(story.state.improvised) == ["X-1", "X-2"]
    assert story.state.inject("X-1").from_ == "Press"
    assert story.state.release_order == ("I-1", "X-1", "X-2")
    story.recall("X-1")
    assert not story.state.inject_run("X-1").is_released
    assert "title" in story.refused(c.ImproviseInject(" ", ""))
    assert "no seat “FRA”" in story.refused(c.ImproviseInject("A", "", ("FRA",)))
    assert "somebody" in story.refused(c.ImproviseInject("A", "", ()))


def test_an_inject_not_yet_released_can_be_amended(story):
    story.send(c.AmendInject("I-1", "A new text"))
    assert story.state.inject_run("I-1").amended_body == "A new text"
    story.send(c.AmendInject("I-1", None))
    assert story.state.inject_run("I-1").amended_body is None
    story.release("I-1")
    assert "already released" in story.refused(c.AmendInject("I-1", "Too late"))


# --- hand-outs and cards ------------------------------------------------------------------------


def test_a_hand_out_that_is_not_held_goes_out_with_its_inject(story):
    assert HandoutGiven("I-1", "order", ("USA",)) in story.release("I-1")
    assert [h.handout_id for h in story.state.handouts] == ["order"]


def test_a_held_hand_out_goes_to_whoever_holds_the_card(story):
    story.release("I-1")
    assert "Nobody holds the card" in story.refused(c.GiveHandout("I-1", "secret"))
    story.send(c.GiveCard("GRC", "cautious"))
    assert story.send(c.GiveHandout("I-1", "secret")) == (HandoutGiven("I-1", "secret", ("GRC",)),)
    assert "already have" in story.refused(c.GiveHandout("I-1", "secret"))
    given = story.send(c.GiveHandout("I-1", "secret", ("GRC", "HUN")))
    assert given == (HandoutGiven("I-1", "secret", ("HUN",)),)


def test_a_hand_out_is_not_given_twice_when_an_inject_comes_again(story):
    story.release("I-1")
    story.recall("I-1")
    story.release("I-1")
    assert len(story.state.handouts) == 1


def test_taking_back_a_hand_out_nobody_has_is_refused(story):
    assert "has given no hand-out" in story.refused(c.TakeHandoutBack("I-1", "order", ("USA",)))
    assert "it has order, secret" in story.refused(c.GiveHandout("I-1", "map"))


def test_cards_go_to_played_seats_they_are_meant_for(tell):
    story = tell(seats=("TUR", "GRC"))
    story.send(c.GiveCard("TUR", "host"))
    assert story.state.seats["TUR"].card == "host"
    assert "TUR only" in story.refused(c.GiveCard("GRC", "host"))
    assert "not played" in story.refused(c.GiveCard("USA", "cautious"))
    assert "does not hold" in story.refused(c.TakeCardBack("GRC", "cautious"))
    assert "USA" not in story.state.seats


def test_marking_present_keeps_the_person_unless_told_otherwise(story):
    story.send(c.MarkPresent("TUR", "p-1"))
    story.send(c.MarkAbsent("TUR"))
    story.send(c.MarkPresent("TUR"))
    assert story.state.seats["TUR"].participant_id == "p-1"
    story.send(c.MarkPresent("TUR", unnamed=True))
    assert story.state.seats["TUR"].participant_id == ""
    story.send(c.MarkAbsent("GRC"))
    assert "not at the table" in story.refused(c.MarkAbsent("GRC"))


# --- state variables ----------------------------------------------------------------------------


def test_effects_write_raise_and_count(story):
    story.release("I-1")
    assert story.variable("evidence") == 1
    story.release("I-2")
    assert story.variable("evidence") == 2
    story.position("TUR", "D1", "c")
    assert story.variable("tension") == 1, "an option takes effect at closing"
    story.close("D1")
    assert story.variable("tension") == 3
    assert story.variable("basis") == "art4"


def test_effects_go_with_what_brought_them(story):
    story.release("I-1")
    story.release("I-2")
    story.recall("I-2")
    assert story.variable("evidence") == 1
    story.release("I-2")
    assert story.variable("evidence") == 2
    story.recall("I-1")
    assert story.variable("evidence") == 2
    story.recall("I-2")
    assert story.variable("evidence") == 0


def test_at_least_never_lowers_and_bounds_hold(tell):
    def sets(*changes):
        return [{"id": f"I-{n}", "title": "x", "sets": change} for n, change in enumerate(changes)]

    story = tell(
        injects=sets(
            {"evidence": "3"},
            {"evidence": {"at_least": "2"}},
            {"evidence": {"add": "5"}},
            {"evidence": {"add": "-9"}},
            {"evidence": "7"},
        ),
        cuts=[],
    )
    seen = []
    for inject in story.scenario.injects:
        story.release(inject.id)
        seen.append(story.variable("evidence"))
    assert seen == [3, 3, 4, 0, 4]


def test_the_evidence_level_is_stamped_on_an_outcome(story):
    story.release("I-1")
    story.close("D1")
    assert story.run("D1").outcome.evidence == 1
    story.release("I-2")
    assert story.run("D1").outcome.evidence == 1


def test_cancelling_a_recall_brings_effects_back_in_their_old_order(tell):
    story = tell(
        injects=[
            {"id": "I-1", "title": "x", "sets": {"basis": "first"}},
            {"id": "I-2", "title": "y", "sets": {"basis": "second"}},
        ],
        cuts=[],
    )
    story.release("I-1")
    story.release("I-2")
    story.recall("I-1")
    story.undo()
    assert story.variable("basis") == "second"


# --- the record ---------------------------------------------------------------------------------


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
