"""The time in which no window was open: said in the record, and a pause if somebody says so."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tabletop.exercise import commands as c
from tabletop.exercise import events as e
from tabletop.exercise.folding import replay
from tabletop.exercise.state import initial_state


def leave_for(story, minutes):
    """Have the program away for so many minutes, and take the exercise up again."""
    since = story.now
    story.minutes_pass(minutes)
    story.send(c.TakeUpExercise(since))


def play_again(story):
    """Return the command that makes play again of the time away last counted as a pause."""
    pause = max(story.state.pauses, key=lambda pause: pause.away_seq)
    return c.PlayTimeAway(pause.start, pause.end)


@pytest.fixture
def taken_up(story):
    """A story that was left alone from its first to its fifth minute, and taken up again."""
    story.release("I-1")
    story.minutes_pass(1)
    leave_for(story, 4)
    return story


def test_the_record_says_how_long_the_program_was_away_and_play_ran_on(taken_up):
    assert taken_up.log[-1] == "The program had been away for 4 min; play ran on meanwhile."
    assert taken_up.played == 300
    assert taken_up.state.pauses == ()


def test_the_time_away_can_count_as_a_pause(taken_up):
    taken_up.minutes_pass(1)
    taken_up.send(c.PauseTimeAway())
    assert taken_up.log[-1] == "The 4 min that the program was away count as a pause."
    assert taken_up.played == 120
    assert not taken_up.state.is_paused
    away = taken_up.state.away
    [pause] = taken_up.state.pauses
    assert (pause.start, pause.end) == (away.since, away.until)
    assert pause.reason == "the program was away"
    assert "already" in taken_up.refused(c.PauseTimeAway())


def test_a_silence_gets_the_time_back_that_the_program_was_away(story):
    story.release("I-2")
    story.circulate("D2", "b", minutes=5)
    leave_for(story, 30)
    assert story.result("D2") == ("adopted", "b")
    story.send(c.PauseTimeAway())
    story.break_silence("HUN", "D2")
    assert story.blocking("D2") == {"HUN": "break"}


def test_counting_it_as_a_pause_is_undone_and_done_again(taken_up):
    taken_up.send(c.PauseTimeAway())
    assert taken_up.state.undo_steps[-1].label == "Count the time away as play"
    taken_up.undo()
    assert taken_up.played == 300
    taken_up.send(c.PauseTimeAway())
    assert taken_up.played == 60


def test_counting_it_as_play_by_name_leaves_no_step_behind(taken_up):
    taken_up.send(c.PauseTimeAway())
    by_name = play_again(taken_up)
    taken_up.send(by_name)
    assert taken_up.played == 300
    assert "already" in taken_up.refused(by_name)
    assert taken_up.state.undo_steps[-1].label == "Take back the release of I-1"


def test_once_play_has_gone_on_the_clocks_stay_as_they_were(taken_up):
    taken_up.position("TUR", "D1", "c")
    assert "Play has gone on" in taken_up.refused(c.PauseTimeAway())
    taken_up.undo()
    taken_up.send(c.PauseTimeAway())
    assert taken_up.played == 60


def test_the_time_away_begins_after_the_last_pause(story):
    story.release("I-1")
    story.pause()
    story.minutes_pass(2)
    story.resume()
    resumed = story.now
    story.minutes_pass(3)
    story.send(c.TakeUpExercise(resumed - timedelta(minutes=1)))
    assert story.state.away.since == resumed


@pytest.mark.parametrize("is_pause", [False, True])
def test_a_pause_of_one_time_away_is_taken_back_after_another_one(taken_up, is_pause):
    taken_up.send(c.PauseTimeAway())
    taken_up.minutes_pass(1)
    leave_for(taken_up, 2)
    if is_pause:
        taken_up.send(c.PauseTimeAway())
        taken_up.undo()
    assert taken_up.played == 240
    taken_up.undo()
    assert (taken_up.played, taken_up.state.pauses) == (480, ())
    assert not taken_up.state.away.is_pause
    taken_up.undo()
    assert taken_up.state.status == "ready"


def test_what_is_said_of_one_time_away_changes_no_other(taken_up):
    taken_up.send(c.PauseTimeAway())
    taken_up.minutes_pass(1)
    first = play_again(taken_up)
    leave_for(taken_up, 2)
    taken_up.send(c.PauseTimeAway())
    assert "Take back first" in taken_up.refused(first)
    taken_up.send(play_again(taken_up))
    assert taken_up.played == 240
    assert not taken_up.state.away.is_pause
    taken_up.send(first)
    assert taken_up.played == 480


def test_a_running_silence_is_not_ended_by_counting_a_pause_as_play(story):
    story.release("I-2")
    leave_for(story, 60)
    story.send(c.PauseTimeAway())
    story.circulate("D2", "b", minutes=5)
    story.minutes_pass(1)
    assert "Play has gone on" in story.refused(play_again(story))
    assert story.result("D2") == ("no_agreement", None)
    story.undo()
    story.send(play_again(story))
    assert story.played == 3660


def test_a_time_away_ends_with_the_startex_it_came_after(story):
    story.release("I-1")
    leave_for(story, 60)
    story.undo()
    assert story.state.away is None
    assert "has not started" in story.refused(c.PauseTimeAway())
    story.release("I-1")
    assert "has not been away" in story.refused(c.PauseTimeAway())


def test_a_pause_before_startex_takes_no_time_of_play(story):
    """Journals may hold one: it was once taken when STARTEX had been undone."""
    since = story.now
    story.minutes_pass(60)
    early = replace(story.entries[0], seq=2, at=story.now, event=e.AwayPaused(since, story.now))
    story.minutes_pass(1)
    started = replace(story.entries[0], seq=3, at=story.now, event=e.ExerciseStarted())
    state = replay(initial_state(story.scenario), [*story.entries, early, started])
    story.minutes_pass(30)
    assert state.played(story.now) == 1800
    assert state.paused(story.now) == 0
    assert state.moment_of_played(60, story.now) == started.at + timedelta(minutes=1)


@pytest.mark.parametrize("minutes", [0, 2, 90])
def test_the_time_away_begins_after_what_was_recorded_last(story, minutes):
    story.minutes_pass(30)
    story.release("I-1")
    story.minutes_pass(3)
    story.position("TUR", "D1", "c")
    answered = story.now
    story.minutes_pass(5)
    story.send(c.TakeUpExercise(answered - timedelta(minutes=minutes)))
    assert story.state.away.since == answered
    story.send(c.PauseTimeAway())
    assert story.played == story.run("D1").positions[0].played == 180


def test_pauses_stand_in_the_order_of_time(taken_up):
    taken_up.minutes_pass(1)
    taken_up.pause()
    taken_up.minutes_pass(10)
    taken_up.undo()
    taken_up.send(c.PauseTimeAway())
    started = taken_up.state.started_at
    begun = [(p.start - started).total_seconds() for p in taken_up.state.pauses]
    assert begun == [60, 360]
    taken_up.minutes_pass(1)
    assert taken_up.played == 180
    found = [
        taken_up.state.moment_of_played(played, taken_up.now) - started
        for played in (60, 61, 120, 121, 180)
    ]
    assert [moment.total_seconds() for moment in found] == [60, 301, 360, 961, 1020]


def test_only_a_running_exercise_is_taken_up(story):
    taking_up = c.TakeUpExercise(story.now)
    assert "clocks stand" in story.refused(taking_up)
    assert "has not started" in story.refused(c.PauseTimeAway())
    story.release("I-1")
    assert "has not been away" in story.refused(c.PauseTimeAway())
    assert "time zone" in story.refused(c.TakeUpExercise(story.now.replace(tzinfo=None)))
    later = c.TakeUpExercise(story.now + timedelta(minutes=1))
    assert "still to come" in story.refused(later)
    story.pause()
    story.minutes_pass(1)
    assert "clocks stand" in story.refused(taking_up)
    story.resume()
    story.end()
    story.minutes_pass(1)
    assert "ended" in story.refused(taking_up)
