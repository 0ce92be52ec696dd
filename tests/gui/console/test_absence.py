"""Play that ran on while no window was open is said when one is opened again."""

from datetime import timedelta

from tabletop.exercise.events import AwayPaused, ExerciseTakenUp

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
