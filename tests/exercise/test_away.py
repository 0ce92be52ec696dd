"""The time in which no window was open: said in the record, and a pause if somebody says so."""

from datetime import timedelta

import pytest

from tabletop.exercise import commands as c
from tabletop.exercise.clock_records import Pause


@pytest.fixture
def taken_up(story):
    """A story that was left alone from its first to its fifth minute, and taken up again."""
    story.release("I-1")
    story.minutes_pass(1)
    since = story.now
    story.minutes_pass(4)
    story.send(c.TakeUpExercise(since))
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
    assert taken_up.state.pauses == (Pause(away.since, away.until, "the program was away"),)
    assert "already" in taken_up.refused(c.PauseTimeAway())


def test_a_silence_gets_the_time_back_that_the_program_was_away(story):
    story.release("I-2")
    story.circulate("D2", "b", minutes=5)
    since = story.now
    story.minutes_pass(30)
    story.send(c.TakeUpExercise(since))
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
    taken_up.send(c.PlayTimeAway())
    assert taken_up.played == 300
    assert "already" in taken_up.refused(c.PlayTimeAway())
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


def test_only_a_running_exercise_is_taken_up(story):
    taking_up = c.TakeUpExercise(story.now)
    assert "clocks stand" in story.refused(taking_up)
    assert "has not been away" in story.refused(c.PauseTimeAway())
    story.release("I-1")
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
