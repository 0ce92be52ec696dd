"""Closing asks once where something is open; turning the round; what ENDEX says; reopening."""

import pytest

from tabletop.gui.console.rows.closing import listed, stays_open, unplayed_words


def test_closing_without_some_seats_asks_and_names_them(console):
    console.press("Space", "Space")
    console.go_to_board()
    console.press("Ctrl+Shift+F", "b", "P", "b", "Ctrl+Enter")

    asked = "D1: GRC and GBR have not answered. Closed now: not requested, option b stands."
    assert console.question_with_detail == asked
    assert console.state.decision_status("D1") == "open"


@pytest.mark.parametrize("key", ["Enter", "Ctrl+Enter"])
def test_enter_or_closing_again_confirms(console, key):
    console.press("Space", "Space")
    console.press("Ctrl+Enter", key)

    assert console.state.decision_run("D1").outcome is not None
    assert console.question == ""


def test_closing_again_with_another_decision_on_the_board_asks_about_that_one(console):
    console.press("Space", "Space", "Space")
    assert console.decision == "D2"
    console.press("Ctrl+Enter")
    assert console.question.startswith("D2")

    console.press("Alt+Left", "Ctrl+Enter")

    assert console.question.startswith("D1")
    assert console.state.decision_status("D1") == console.state.decision_status("D2") == "open"


def test_closing_again_asks_anew_when_something_else_speaks_against_it(console):
    console.press("Space", "Space", "Ctrl+Enter")
    console.send_position("D1", "TUR", "b")

    console.press("Ctrl+Enter")

    assert console.question_with_detail.startswith("D1: POL, GRC and GBR have not answered.")
    assert console.state.decision_status("D1") == "open"


def test_closing_again_closes_once_nothing_speaks_against_it_any_more(console):
    console.press("Space", "Space", "Ctrl+Enter")
    for seat in ("TUR", "POL", "GRC", "GBR"):
        console.send_position("D1", seat, "b")

    console.press("Ctrl+Enter")

    assert console.state.decision_run("D1").outcome is not None
    assert console.question == ""


def test_escape_keeps_the_decision_open_and_the_hand_on_the_board(console):
    console.press("Space", "Space", "Ctrl+D", "Ctrl+Shift+F", "b", "Ctrl+Enter", "Esc", "b")

    assert console.state.decision_status("D1") == "open"
    assert console.seats["POL"] == "b"


def test_closing_with_every_seat_asks_nothing(console):
    console.press("Space", "Space", "Ctrl+D", "Ctrl+Shift+F", "*", "b", "Ctrl+Enter")

    assert console.state.decision_run("D1").outcome is not None


def test_closing_during_the_first_round_says_that_final_positions_count(console):
    console.press("Space", "Space", "Ctrl+D", "*", "b", "Ctrl+Enter")

    assert console.question_with_detail == (
        "D1 has silent first positions only. "
        "Final ones count. Closed now: not requested, option b stands."
    )


def test_a_closed_decision_is_due_no_more_and_takes_no_room_for_it(console):
    console.press("Space", "Space")
    console.minutes_pass(11)
    assert console.due == "+01:00 over"

    console.close_decision()

    assert console.due is None


def test_many_missing_seats_are_counted_and_named(console):
    console.press("Space", "Space", "Ctrl+Enter")

    assert console.question_with_detail == (
        "D1: 4 of 4 seats have not answered. Missing: TUR, POL, GRC and GBR. "
        "Closed now: not requested, option b stands."
    )


def test_closing_asks_for_seats_that_are_awaited_on_a_proposal(console):
    console.press("Space", "Space", "Space", "Ctrl+D", "Ctrl+Shift+F", "2", "2", "2", "3")
    console.press("Ctrl+Shift+P", "Enter", "Ctrl+Enter")

    assert console.question == "D2: GBR has not answered."


def test_advice_is_not_waited_for_where_one_seat_decides(console):
    console.press("Space", "Space")
    console.window.conductor.release("I-06")
    console.press("Ctrl+D", *"213" * 4, "Ctrl+Enter")
    console.press("Ctrl+Enter")
    assert console.question == "D6: SG has not decided."

    console.press("Esc", "Ctrl+D", "S", "a", "Ctrl+Enter")
    assert console.state.standing_option("D6") == "a"


def test_closing_right_after_a_break_asks(console):
    console.press("Space", "Space", "Space", "Space", "Ctrl+Shift+U")
    console.type("a")
    console.press("Enter", "Ctrl+D", "p", "x", "Enter", "Enter", "Ctrl+Enter")

    assert console.question_with_detail.startswith("POL broke silence on D4. Closed now:")
    assert console.state.decision_status("D4") == "open"
    console.press("Enter")
    assert console.state.decision_status("D4") == "no_agreement"


def test_closing_what_was_never_under_silence_asks(console):
    console.press("Space", "Space", "Space", "Space", "Ctrl+Enter")

    assert console.question == "No text of D4 was put under silence."


def test_the_final_round_is_turned_back_by_the_same_key(console):
    console.press("Space", "Space", "Ctrl+D", "b", "Ctrl+Shift+F")
    assert console.round == "final"
    assert "First round again" in console.board_buttons
    assert "Ctrl Shift F goes back to the first round" in console.said_under_board

    console.press("Ctrl+Shift+F")

    assert console.round == "first"
    assert "Final round" in console.board_buttons
    assert console.seats["TUR"] == "b"
    console.press("a")
    assert console.state.decision_run("D1").standing("first")["POL"].option == "a"


def test_a_first_position_can_be_mended_while_final_ones_come_in(console):
    console.press("Space", "Space", "Ctrl+D", "b", "Ctrl+Shift+F", "b")
    assert console.round == "final"

    console.press("Ctrl+Shift+F", "T", "a")

    assert console.state.decision_run("D1").standing("first")["TUR"].option == "a"
    assert console.state.decision_run("D1").standing("final")["TUR"].option == "b"


def test_the_first_round_is_over_once_it_is_revealed(console):
    console.press("Space", "Space", "Ctrl+D", "b")
    console.choose("reveal")

    assert console.round == "final"
    console.press("Ctrl+Shift+F")
    assert "the first positions on D1 are revealed" in console.trouble


def test_the_first_round_is_over_once_a_proposal_is_put(console):
    console.press("Space", "Space", "Space", "Ctrl+D", "*", "2", "Ctrl+Shift+P", "Enter")

    assert console.round == "final"
    assert "First round again" not in console.board_buttons
    console.press("Ctrl+Shift+F")
    assert "a proposal is put in D2" in console.trouble


@pytest.mark.parametrize(
    ("ids", "sentence"),
    [
        ([], ""),
        (["D6"], "D6 stays open in the record."),
        (["D6", "D5"], "D5 and D6 stay open in the record."),
        (["D10", "D9", "D7N", "D7"], "D7, D7N, D9 and D10 stay open in the record."),
    ],
)
def test_endex_says_what_stays_open_in_the_order_of_the_ids(ids, sentence):
    assert stays_open(ids) == sentence


def test_endex_asks_with_that_sentence(console):
    console.press("Space", "Space", "Space", "Ctrl+Shift+E")

    assert console.question_with_detail == (
        "End the exercise? I-04, I-05 and I-06 are not played. D1 and D2 stay open in the record."
    )


@pytest.mark.parametrize(
    ("ids", "sentence"),
    [
        ((), ""),
        (("I-04",), "I-04 is not played."),
        (("I-04", "I-05"), "I-04 and I-05 are not played."),
        (("I-04", "I-05", "I-06", "I-07"), "4 injects are not played."),
    ],
)
def test_endex_says_what_is_not_played(ids, sentence):
    assert unplayed_words(ids) == sentence


def test_a_list_of_one_is_that_one():
    assert listed(("TUR",)) == "TUR"


def test_a_console_opened_again_shows_the_decision_touched_last(console):
    console.press("Space", "Space", "Space", "Alt+Left")
    assert console.decision == "D1"
    console.press("Ctrl+D", "b")
    console.reopen()

    assert console.decision == "D1"
    console.press("Space")
    assert console.decision == "D4"
    console.reopen()
    assert console.decision == "D4"
