"""Play that ran on while no window was open is said when one is opened again."""

from datetime import timedelta

from tabletop.exercise.events import AwayPaused, ExerciseTakenUp
from tabletop.gui.actions import action

AWAY = (ExerciseTakenUp, AwayPaused)


def recorded(console):
    live = console.window.bridge.live
    return [type(entry.event) for entry in live.entries if isinstance(entry.event, AWAY)]


def leave_for(console, minutes):
    """Close the window, and open another one after so many minutes."""
    console.close()
    console.minutes_pass(minutes)
    console.reopen()


def test_a_reopened_console_says_how_long_nobody_was_there(console):
    console.press("Space", "Space")
    leave_for(console, 2)
    assert recorded(console) == [ExerciseTakenUp]
    assert console.question == "The program was away from 09:00:00 to 09:02:00, and play ran on."
    console.press("Esc")
    assert console.state.played(console.window.bridge.live.now()) == 120
    assert recorded(console) == [ExerciseTakenUp]


def test_one_key_counts_the_time_away_as_a_pause(console):
    console.press("Space", "Space")
    leave_for(console, 2)
    console.press("Enter")
    assert recorded(console) == [ExerciseTakenUp, AwayPaused]
    assert console.state.played(console.window.bridge.live.now()) == 0
    console.press("Ctrl+Z")
    assert console.state.played(console.window.bridge.live.now()) == 120


def test_the_last_sign_of_a_window_counts_not_the_last_entry(console, services, clock):
    console.press("Space", "Space")
    services.sign = clock() + timedelta(minutes=9)
    leave_for(console, 10)
    assert "from 09:09:00 to 09:10:00" in console.question


def test_a_window_that_was_there_a_moment_ago_was_not_away(console, services, clock):
    console.press("Space", "Space")
    services.sign = clock() + timedelta(minutes=10, seconds=-6)
    leave_for(console, 10)
    assert (console.question, recorded(console)) == ("", [])


def test_before_startex_in_a_pause_and_after_endex_no_play_runs_on(console):
    leave_for(console, 10)
    console.press("Space", "Space", "Ctrl+P")
    leave_for(console, 10)
    console.press("Ctrl+P", "Ctrl+Shift+E", "Enter")
    assert console.state.ended_at is not None
    leave_for(console, 10)
    assert recorded(console) == []


def test_an_open_console_signs_and_one_that_has_ended_needs_no_sign(console, services):
    assert services.signs == ["x1"]
    console.press("Space", "Space")
    leave_for(console, 0)
    assert services.signs == ["x1", "x1", "x1"]
    console.press("Ctrl+Shift+E", "Enter")
    console.close()
    assert services.signs == []


# --- while no store takes anything ----------------------------------------------------------------


def test_the_answer_stays_until_it_is_recorded(console):
    console.press("Space", "Space")
    leave_for(console, 2)
    console.journal.is_broken = True
    console.press("Enter")
    assert console.trouble.startswith("NOT recorded.")
    assert console.question.startswith("The program was away")
    assert recorded(console) == [ExerciseTakenUp]

    console.journal.is_broken = False
    console.press("Enter")
    assert recorded(console) == [ExerciseTakenUp, AwayPaused]
    assert (console.question, console.trouble) == ("", "")


def test_no_sign_is_left_before_the_time_away_is_in_the_record(console, services):
    console.press("Space", "Space")
    console.close()
    console.minutes_pass(2)
    services.signs.clear()
    console.journal.is_broken = True
    console.reopen()
    assert console.trouble.startswith("NOT recorded.")
    assert (services.signs, recorded(console), console.question) == ([], [], "")

    console.journal.is_broken = False
    console.window.trouble.remedy.click()

    assert services.signs == ["x1"]
    assert recorded(console) == [ExerciseTakenUp]
    assert console.question.startswith("The program was away from 09:00:00 to 09:02:00")


def test_a_time_away_that_is_left_out_is_not_asked_about(console, services):
    console.press("Space", "Space")
    console.close()
    console.minutes_pass(2)
    services.signs.clear()
    console.journal.is_broken = True
    console.reopen()
    console.window.trouble.give_up.click()

    assert (console.question, services.signs) == ("", ["x1"])


def test_a_window_that_never_recorded_the_time_away_leaves_it_to_the_next(console, services):
    console.press("Space", "Space")
    console.close()
    console.minutes_pass(2)
    services.signs.clear()
    console.journal.is_broken = True
    console.reopen()
    console.window.closed.emit()

    assert services.signs == []


# --- the action -----------------------------------------------------------------------------------


def refusal(console):
    return action("away").refusal(console.window.desk.situation())


def test_the_time_away_can_be_counted_as_a_pause_after_the_question_was_put_away(console):
    console.press("Space", "Space")
    leave_for(console, 2)
    console.press("Esc")
    console.choose("time away as a pause")

    assert recorded(console) == [ExerciseTakenUp, AwayPaused]
    assert refusal(console) == "the time away counts as a pause already"


def test_the_action_answers_the_question_that_is_open(console):
    console.press("Space", "Space")
    leave_for(console, 2)
    console.choose("time away as a pause")

    assert recorded(console) == [ExerciseTakenUp, AwayPaused]
    assert console.question == ""


def test_the_action_waits_for_a_store_as_every_other_does(console):
    console.press("Space", "Space")
    leave_for(console, 2)
    console.press("Esc")
    console.journal.is_broken = True
    console.choose("time away as a pause")
    console.journal.is_broken = False
    console.window.trouble.remedy.click()

    assert recorded(console) == [ExerciseTakenUp, AwayPaused]


def test_the_action_is_possible_as_long_as_the_record_allows_it(console):
    assert refusal(console) == "the program was not away"
    console.press("Space", "Space")
    leave_for(console, 2)
    console.press("Enter")
    console.press("Ctrl+Z")
    assert refusal(console) == ""

    console.press("Space")
    assert refusal(console) == "play has gone on since"
    console.choose("time away as a pause")
    assert console.trouble.startswith("Count the time away as a pause: play has gone on since.")


def test_the_action_stands_among_the_keys(console):
    console.press("F1")
    assert "Count the time away as a pause" in console.window.help.text
