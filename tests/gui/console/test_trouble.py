"""What the console says when something goes wrong, and what it keeps."""

import sys


def test_a_failing_journal_shows_not_recorded_and_keeps_the_line(console):
    console.press("Space")
    console.journal.is_broken = True

    console.log("+ A line that matters")

    assert console.log_field == "+ A line that matters"
    assert "NOT recorded" in console.log_reading
    assert console.saved == "NOT recorded"
    assert console.trouble.startswith("NOT recorded. The disk is full")


def test_the_kept_line_is_recorded_once_when_the_journal_is_back(console):
    console.press("Space")
    console.journal.is_broken = True
    console.log("+ A line that matters")
    console.journal.is_broken = False

    console.press("Enter")

    assert [o.text for o in console.state.observations.values()] == ["A line that matters"]
    assert console.saved.startswith("Saved")


def test_a_failing_journal_keeps_the_text_of_a_question(console):
    console.press("Space", "S")
    console.type("Short of time")
    console.journal.is_broken = True
    console.press("Enter")

    assert console.question == "Skip I-02?"
    assert console.answer_field == "Short of time"

    console.journal.is_broken = False
    console.press("Enter")
    assert console.state.inject_run("I-02").reason == "Short of time"


def test_a_position_that_was_not_recorded_is_not_shown_and_is_tried_again(console):
    console.press("Space", "Space", "Space")
    console.go_to_board()
    console.journal.is_broken = True
    console.press("2")
    assert console.seats["TUR"] == ""
    assert console.ring == "TUR"

    console.journal.is_broken = False
    console.window.trouble.remedy.click()

    assert console.seats["TUR"] == "2"
    assert console.trouble == ""


def test_a_refusal_says_why_and_changes_nothing(console):
    console.press("Space")
    before = console.state.head
    console.press("J")
    console.type("yesterday")
    console.press("Enter")

    assert console.state.head == before
    assert "“yesterday” is no scenario time" in console.trouble
    assert console.answer_field == "yesterday"


def test_an_exception_in_a_slot_is_shown_and_the_exercise_goes_on(console, qtbot, monkeypatch):
    def hook(_kind, error, _trace):
        console.window.show_bug(f"Something went wrong ({error}).")

    def broken():
        raise ZeroDivisionError("in a slot")

    console.press("Space")
    console.window._doings["freeze"] = broken
    with qtbot.captureExceptions() as caught:
        console.press("F")
    assert len(caught) == 1
    hook(*caught[0])

    assert "Something went wrong (in a slot)." in console.trouble
    assert "entries are safe; the exercise goes on" in console.trouble
    console.press("Esc", "Space")
    assert console.state.release_order == ("I-01", "I-02")
    assert sys.excepthook is not None


def test_closing_and_opening_again_comes_back_to_the_same_place(console):
    console.press("Space", "Space")
    console.go_to_board()
    console.press("b")
    console.reopen()

    assert console.status == "RUNNING"
    assert console.middle == "I-02"
    assert console.room.page.inject_id == "I-02"
    assert console.decision == "D1"
    assert console.seats["TUR"] == "b"
    assert console.inject_log[0].startswith("I-02 released")


def test_a_refusal_covers_what_is_not_recorded_only_for_a_while(console, qtbot):
    console.window.notices._reading.setInterval(1)
    not_recorded(console)
    console.press("Ctrl+E")
    assert "Nothing was changed" in console.trouble

    qtbot.waitUntil(lambda: console.trouble.startswith("NOT recorded."))


def test_what_is_not_recorded_is_told_before_that_others_cannot_be_followed(console):
    not_recorded(console)
    console.window.follower.lost.emit("The database is away.")
    assert console.trouble.startswith("NOT recorded.")

    console.journal.is_broken = False
    console.window.trouble.remedy.click()
    assert "The database is away." in console.trouble

    console.window.follower.found.emit()
    assert console.trouble == ""


def test_a_line_recorded_at_the_second_attempt_takes_the_trouble_away(console):
    console.press("Space")
    console.journal.is_broken = True
    console.log("+ A line that matters")
    console.journal.is_broken = False

    console.press("Enter")

    assert console.trouble == ""


def not_recorded(console):
    """Take a position that no store records."""
    console.press("Space", "Space", "Space")
    console.go_to_board()
    console.journal.is_broken = True
    console.press("2")
    assert console.saved == "NOT recorded"


def test_closing_asks_before_what_is_not_recorded_is_lost(console):
    not_recorded(console)

    console.close()
    assert console.window.isVisible()
    assert console.question == "1 entry is not recorded."
    console.press("Esc")
    assert console.window.isVisible()

    console.close()
    console.press("Enter")
    assert not console.window.isVisible()


def test_closing_tries_once_more_and_asks_nothing_when_that_succeeds(console):
    not_recorded(console)
    console.journal.is_broken = False

    console.close()

    assert not console.window.isVisible()
    assert console.state.decision_run("D2").positions[-1].option == "2"
