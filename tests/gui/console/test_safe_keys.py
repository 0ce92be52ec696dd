"""Keys do only what was meant: after a failure, in an open question, while paused, on the board."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication


def fail_on_the_board(console):
    """Take a position that no store records, with more keys typed ahead."""
    console.press("Space", "Space", "Space")
    console.go_to_board()
    console.journal.is_broken = True
    console.press("2", "1", "2", "1")


def positions(console):
    return {s.role: s.option for s in console.state.decision_run("D2").standing("first").values()}


def test_keys_typed_ahead_of_a_failure_reach_no_seat(console):
    fail_on_the_board(console)
    assert console.said_under_board.startswith("NOT recorded: no key counts here")

    console.journal.is_broken = False
    console.window.notices.retry()
    console.press("3", "3")

    assert positions(console) == {"TUR": "2"}


def test_after_a_failure_the_hand_chooses_a_seat_and_keys_count_again(console):
    fail_on_the_board(console)
    console.press("Down", "3")
    assert console.ring == "TUR"

    console.journal.is_broken = False
    console.window.notices.retry()
    assert console.said_under_board.startswith("Recorded now.")
    console.press("Down", "1")

    assert positions(console) == {"TUR": "2", "POL": "1"}


def test_what_is_not_recorded_can_be_left_out(console):
    fail_on_the_board(console)
    console.journal.is_broken = False
    console.window.trouble.give_up.click()
    assert (console.trouble, console.saved) == ("", "Left out")

    console.press("Down", "1")

    assert positions(console) == {"POL": "1"}


def test_nothing_else_is_taken_while_an_entry_waits(console):
    fail_on_the_board(console)
    console.press("Esc", "Space", "P")
    console.journal.is_broken = False
    console.window.notices.retry()

    assert positions(console) == {"TUR": "2"}
    assert console.state.release_order == ("I-01", "I-02", "I-03")
    assert not console.state.is_paused


def test_the_sentence_on_what_is_not_recorded_is_not_cut(console):
    console.window.resize(1366, 768)
    fail_on_the_board(console)
    label = console.window.trouble._safe

    assert "entries before it are safe" in label.text()
    assert not label.is_cut


# --- a question that is open ----------------------------------------------------------------------


@pytest.mark.parametrize("tabs", [1, 2])
def test_letters_typed_on_a_button_of_the_strip_go_on_with_its_text(console, tabs):
    console.press("Space", "S")
    console.type("They")
    console.press(*["Tab"] * tabs)
    console.type("askedATR")

    assert console.question == "Skip I-02?"
    assert console.answer_field == "TheyaskedATR"


def test_keys_of_the_desk_do_nothing_in_a_question_without_fields(console):
    console.press("Space", "Space", "Ctrl+Shift+E")
    before = console.state
    console.press("Tab", "R", "PgDown", "Ctrl+1", "A", "T")

    assert console.question == "End the exercise?"
    assert console.state == before
    assert "The question comes first" in console.trouble


def test_a_clicker_at_the_room_does_not_pass_over_an_open_question(console):
    console.press("Space", "S")
    console.window.room.key_pressed.emit(QKeySequence("PgDown"))

    assert console.state.release_order == ("I-01",)
    assert console.question == "Skip I-02?"


def test_letters_typed_on_a_button_of_the_panel_go_on_with_its_text(console):
    console.press("Space", "M", "Tab")
    console.type("ART")

    assert console.panel_text.endswith("ART")
    assert console.question == ""


# --- paused ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["Space", "PgDown"])
def test_while_paused_no_key_releases_at_once(console, key):
    console.press("Space", "P", key, key, key)

    assert console.state.release_order == ("I-01",)
    assert console.question_with_detail.startswith("The exercise is paused. Ctrl P resumes it")

    console.press("Enter")
    assert console.state.release_order == ("I-01", "I-02")


def test_resuming_puts_the_question_about_the_pause_away(console):
    console.press("Space", "P", "Space", "Ctrl+P")

    assert (console.status, console.question) == ("RUNNING", "")
    console.press("Space")
    assert console.state.release_order == ("I-01", "I-02")


# --- the way to the board -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "keys", [(), ("Alt+5",), ("Alt+6",), ("Ctrl+L",), ("Ctrl+Shift+E",), ("C",), ("Alt+1",)]
)
def test_the_key_named_under_the_board_leads_to_it(console, keys):
    console.press("Space", "Space", *keys)
    key = console.said_under_board.removesuffix(": answer on the board")
    assert key == ("Tab" if not keys else "Ctrl D")

    console.press(key.replace(" ", "+"))

    assert QApplication.focusWidget().objectName() == "board"


def test_no_way_in_is_named_under_a_closed_decision(console):
    console.press("Space", "Space")
    assert "answer on the board" in console.said_under_board

    console.close_decision()

    assert console.said_under_board == ""


# --- silence --------------------------------------------------------------------------------------


def under_silence(console):
    console.press(*["Space"] * 4, "Ctrl+Shift+U")
    console.answer(option="a", minutes="5")
    console.press("Ctrl+D")


def breaks(console):
    return {b.role: b.text for b in console.state.decision_run("D4").circulation.breaks}


def test_words_typed_after_an_early_enter_belong_to_the_break(console):
    under_silence(console)
    console.press("g", "r", "c", "x", "Enter")
    assert breaks(console) == {}
    console.type("Athens has no instruction, x")
    console.press("Enter")

    assert breaks(console) == {"GRC": "Athens has no instruction, x"}


def test_a_break_without_words_takes_a_second_enter(console):
    under_silence(console)
    console.press("g", "r", "c", "x", "Enter", "Enter")

    assert breaks(console) == {"GRC": ""}


def test_words_typed_after_an_early_enter_belong_to_the_reservation(console):
    under_silence(console)
    console.press("v", "Enter")
    console.type("no vote")
    console.press("Enter")

    stances = console.state.decision_run("D4").circulation.stances
    assert {role: s.text for role, s in stances.items()} == {"TUR": "no vote"}


def test_stray_words_break_no_silence(console):
    under_silence(console)
    console.type("not now, next exercise: objection")

    assert (breaks(console), console.question) == ({}, "")


def test_a_seat_awaits_instructions_only_when_it_has_said_so(console):
    console.press(*["Space"] * 3, "Ctrl+Shift+F", "Ctrl+Shift+P")
    console.answer(option="2")
    assert console.decision_state == "Not yet: 4 seats without a stance"
    assert console.seats["TUR"] == "none yet"

    console.press("Ctrl+D", "n")

    assert console.decision_state == (
        "Not yet: TUR awaiting instructions POL, GRC, GBR without a stance"
    )
    assert console.seats["TUR"] == "awaiting"


# --- the log --------------------------------------------------------------------------------------


def test_a_line_that_was_not_taken_does_not_swallow_the_next_one(console):
    console.press("Space")
    console.log("+ Seen late #O99")
    console.press("Esc")
    console.log("- Second line")

    assert [o.text for o in console.state.observations.values()] == ["Second line"]


def test_a_line_that_was_not_taken_can_be_gone_on_with(console):
    console.press("Space")
    console.log("+ Seen late #O9")
    console.press("Esc", "/", "Right", "Backspace", "1", "Enter")

    assert [o.text for o in console.state.observations.values()] == ["Seen late"]


def test_a_line_left_half_way_is_gone_on_with(console):
    console.press("Space", "/")
    console.type("+ Seen")
    console.press("Esc", "/")
    console.type(" late")
    console.press("Enter")

    assert [o.text for o in console.state.observations.values()] == ["Seen late"]


def test_that_nothing_is_written_goes_with_esc(console):
    console.press("Space", "/", "+", "Enter")
    assert "Nothing is written yet" in console.log_reading

    console.press("Esc")

    assert "Nothing is written yet" not in console.log_reading


def test_a_tag_that_names_nothing_is_coloured_as_a_fault(console):
    console.press("Space", "/")
    console.type("+ Seen @NOBODY @TUR")
    block = console.window.log.field.document().firstBlock()
    colours = {
        block.text()[f.start : f.start + f.length]: f.format.foreground().color().name()
        for f in block.layout().formats()
    }

    assert colours["@NOBODY"] != colours["@TUR"]


# --- the end --------------------------------------------------------------------------------------


def test_after_endex_the_key_that_takes_it_back_is_named(console):
    console.press("Space", "Ctrl+Shift+E", "Enter", "Alt+T")
    assert console.window.left.standby.row.aside == "Ctrl Shift E takes ENDEX back"

    console.press("Ctrl+Shift+E")

    assert console.state.ended_at is None
