"""What an undo takes out beyond its inverse: STARTEX, first releases, openings, old answers."""

from datetime import timedelta

from tabletop.exercise import commands as c
from tabletop.exercise import events as e
from tabletop.exercise.folding import replay
from tabletop.exercise.state import initial_state


def test_startex_goes_with_the_release_that_was_undone_and_comes_with_the_next(story):
    story.release("I-1")
    story.pause()
    story.minutes_pass(3)
    story.undo()
    story.undo()
    assert story.state.status == "ready"
    assert story.state.undone == {2, 3, 4, 5, 6}
    assert "not started" in story.refused(c.PauseExercise())
    story.minutes_pass(9)
    story.release("I-1")
    story.minutes_pass(1)
    assert (story.state.started_at, story.played) == (story.now - timedelta(minutes=1), 60)


def test_startex_by_itself_stays(story):
    story.send(c.StartExercise())
    story.release("I-1")
    story.undo()
    assert story.state.status == "running"


def test_a_release_starts_an_exercise_whose_journal_tells_startex_once(story):
    story.release("I-1")
    story.undo()
    story.minutes_pass(9)
    story.release("I-1")
    once = [x for n, x in enumerate(story.entries) if n < 5 or x.event != e.ExerciseStarted()]
    state = replay(initial_state(story.scenario), once)
    assert state.started_at == story.now
    assert state.inject_run("I-1").first_released_played == 0


def test_an_undone_release_opened_no_decision_and_left_none_out(story):
    story.release("I-4")
    story.position("SACEUR", "D4", "a")
    story.close("D4")
    assert story.status("D5") == "not_taken"
    story.undo()
    assert [story.status(d) for d in ("D4", "D5", "D6")] == ["open", "not_opened", "not_opened"]
    assert story.run("D4").earlier_outcomes == ()
    story.undo()
    story.undo()
    assert story.status("D4") == "not_opened"
    assert story.run("D4").opened_at is None


def test_a_recalled_inject_whose_second_release_is_undone_stays_recalled(story):
    story.release("I-1")
    story.minutes_pass(5)
    story.recall("I-1", "Wrong text")
    first = story.state.inject_run("I-1")
    story.release("I-2")
    story.minutes_pass(5)
    story.release("I-1")
    story.undo()
    assert story.state.inject_run("I-1") == first
    assert story.state.release_order == ("I-1", "I-2")
    assert story.run("D1").opened_played == 0


def test_a_text_changed_between_two_releases_outlasts_the_second_one_undone(story):
    story.release("I-1")
    story.recall("I-1")
    story.send(c.AmendInject("I-1", "New"))
    story.release("I-1")
    story.undo()
    assert story.state.inject_run("I-1").amended_body == "New"


def test_an_answer_given_again_by_mistake_leaves_the_first_as_old_as_it_was(story):
    story.release("I-1")
    story.send(c.MakeRequest("R1", "TUR", "Radar tracks?"))
    story.minutes_pass(2)
    story.send(c.AnswerRequest("R1", "Yes"))
    story.minutes_pass(2)
    story.send(c.AnswerRequest("R1", "No"))
    story.minutes_pass(2)
    story.undo()
    request = story.state.requests["R1"]
    assert (request.answer, request.answered_played) == ("Yes", 120)


def test_a_seat_marked_present_by_mistake_is_not_played(tell):
    story = tell(seats=("TUR", "GRC"))
    story.send(c.MarkPresent("USA"))
    story.undo()
    assert set(story.state.seats) == {"TUR", "GRC"}
    assert "not played" in story.refused(c.TakePosition("D1", "USA", "b"))


def test_entries_that_only_undo_are_known_as_such(story):
    story.release("I-1")
    story.position("TUR", "D1", "b")
    story.undo()
    assert story.state.undone == {6}
    assert story.state.undoing == {7, 8}
