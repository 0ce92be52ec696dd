"""What an undo takes out beyond its inverse: STARTEX, first releases, openings, old answers."""

from dataclasses import replace
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


def test_a_stance_restated_by_mistake_leaves_the_first_as_old_as_it_was(story):
    story.release("I-3")
    story.propose("D3", "b")
    story.stance("GRC", "D3", "objects", "No ships")
    first = story.run("D3").stance_log
    story.minutes_pass(2)
    story.stance("GRC", "D3", "supports")
    story.minutes_pass(2)
    story.undo()
    assert story.run("D3").stance_log == first
    assert story.run("D3").standing_stances == {"GRC": first[0]}


def test_a_stance_that_was_undone_was_never_said(story):
    story.release("I-4")
    story.close("D4")
    story.stance("SACEUR", "D6", "reservation")
    story.undo()
    assert story.run("D6").stance_log == ()
    assert not story.run("D6").was_taken_up


def test_a_stance_taken_back_by_name_stands_again_as_old_as_it_was(story):
    story.release("I-3")
    story.propose("D3", "b")
    story.stance("GRC", "D3", "objects", "No ships")
    said = story.run("D3").standing_stances["GRC"]
    story.send(c.WithdrawStance("D3", "GRC"))
    assert story.run("D3").stance_log == (said,)
    story.minutes_pass(2)
    story.undo()
    assert story.run("D3").standing_stances == {"GRC": said}
    assert story.run("D3").stance_log == (said,)


def test_only_what_was_said_of_what_is_in_hand_stands_again(story):
    story.release("I-3")
    story.propose("D3", "b")
    story.stance("GRC", "D3", "objects")
    said = story.run("D3").standing_stances["GRC"].seq
    again = c.RestoreStance("D3", "GRC", said)
    assert "not said that" in story.refused(c.RestoreStance("D3", "TUR", said))
    story.propose("D3", "c")
    assert "not said that" in story.refused(again)
    story.undo()
    story.stance("GRC", "D3", "supports")
    story.send(again)
    assert story.stances("D3")["GRC"] == "objects"
    story.end()
    assert "has ended" in story.refused(again)
    assert "has ended" in story.refused(c.WithdrawStance("D3", "GRC"))


def test_a_paper_taken_back_by_mistake_is_given_since_it_was_given(story):
    story.release("I-1")
    story.send(c.GiveHandout("I-1", "order", ("TUR",)))
    papers = story.state.handouts
    story.minutes_pass(9)
    story.send(c.TakeHandoutBack("I-1", "order", ("USA",)))
    story.minutes_pass(9)
    story.undo()
    assert story.state.handouts == papers
    assert [paper.to for paper in papers] == [("USA",), ("TUR",)]


def test_a_paper_is_restored_only_to_seats_it_was_taken_from(story):
    story.release("I-1")
    given = story.state.handouts[0].seq
    again = c.RestoreHandout("I-1", "order", ("USA",), given)
    assert "not taken back" in story.refused(again)
    story.send(c.TakeHandoutBack("I-1", "order", ("USA",)))
    story.send(c.GiveHandout("I-1", "order", ("USA", "TUR")))
    assert "already have" in story.refused(again)


def test_undoing_a_withdrawal_restores_what_it_withdrew_and_nothing_undone_since(story):
    story.release("I-1")
    story.position("TUR", "D1", "a")
    [taken] = story.run("D1").positions
    story.send(c.WithdrawPosition("D1", "TUR"))
    story.position("TUR", "D1", "c")
    story.undo()
    story.undo()
    assert story.run("D1").standing("final") == {"TUR": taken}


def test_undoing_a_withdrawn_ranking_restores_no_ranking_undone_since(decide_by):
    story = decide_by({"kind": "ranking"}, *"ab")
    story.rank("TUR", "D1", "a", "b")
    rankings = story.run("D1").rankings
    story.send(c.WithdrawRanking("D1", "TUR"))
    story.rank("TUR", "D1", "b", "a")
    story.undo()
    story.undo()
    assert story.run("D1").rankings == rankings


def test_what_an_undo_took_back_is_not_restored_by_name(story):
    story.release("I-1")
    story.position("TUR", "D1", "a")
    story.undo()
    assert "withdrawn no position" in story.refused(c.RestorePosition("D1", "TUR"))


def test_answers_in_time_do_not_come_back_under_an_outcome(story):
    story.release("I-1")
    story.position("TUR", "D1", "c")
    story.send(c.WithdrawPosition("D1", "TUR"))
    story.close("D1")
    assert "D1 is closed" in story.refused(c.RestorePosition("D1", "TUR"))
    story.position("GRC", "D1", "a")
    story.send(c.WithdrawPosition("D1", "GRC"))
    story.send(c.RestorePosition("D1", "GRC"))
    assert not any(p.withdrawn for p in story.run("D1").positions if p.role == "GRC")


def test_older_journals_restore_what_was_withdrawn_last(story):
    """They do not say which withdrawal was a slip."""
    story.release("I-1")
    story.position("TUR", "D1", "a")
    story.send(c.WithdrawPosition("D1", "TUR"))
    restored = replace(
        story.entries[-1], seq=story.state.head + 1, event=e.PositionRestored("D1", "TUR", "final")
    )
    state = replay(story.state, [restored])
    assert state.decision_run("D1").standing("final")["TUR"].option == "a"


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
