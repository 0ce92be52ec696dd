"""The two clocks: real time without its pauses, scenario time by steps or at a rate."""

from datetime import timedelta

import pytest

from tabletop.exercise import commands as c
from tabletop.exercise.events import ExerciseStarted

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


@pytest.mark.parametrize("is_paused", [False, True])
def test_endex_stands_when_it_was_called_once_taking_it_back_is_undone(story, is_paused):
    story.release("I-1")
    story.minutes_pass(10)
    if is_paused:
        story.pause()
        story.minutes_pass(2)
    story.end()
    ended = story.state
    story.minutes_pass(30)
    story.send(c.ContinueExercise())
    story.minutes_pass(5)
    assert story.state.undo_steps[-1].label == "Let ENDEX stand"
    story.undo()
    assert (story.state.ended_at, story.state.pauses) == (ended.ended_at, ended.pauses)
    assert story.played == 600


def test_endex_called_and_taken_back_twice_is_undone_step_by_step(story):
    story.release("I-1")
    ends = []
    for _ in range(2):
        story.minutes_pass(10)
        story.end()
        ends.append(story.state.ended_at)
        story.minutes_pass(30)
        story.send(c.ContinueExercise())
    story.undo()
    assert (story.state.ended_at, story.played) == (ends[1], 1200)
    story.undo()
    assert story.state.status == "running"
    story.undo()
    assert (story.state.ended_at, story.played) == (ends[0], 600)


def test_endex_is_put_back_by_name_only_while_nothing_was_done_since(story):
    story.release("I-1")
    story.end()
    ended = story.now
    story.minutes_pass(5)
    story.send(c.ContinueExercise())
    by_name = c.CancelContinuing(story.state.head)
    story.send(c.Observe("N1", "They went on"))
    assert "Play has gone on" in story.refused(by_name)
    assert "Entry 2 has not taken ENDEX back" in story.refused(c.CancelContinuing(2))
    story.undo()
    story.send(by_name)
    assert story.state.ended_at == ended
    assert "has ended" in story.refused(by_name)
    assert story.state.undo_steps[-1].label == "Take ENDEX back"


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
