"""Words belong into a field: nothing that is typed where words come by nature reaches GO."""

import pytest

from tabletop.exercise import commands as c


def propose(console):
    """Put a proposal in D2, with the hand on the board."""
    console.press("Space", "Space", "Space")
    console.go_to_board()
    console.press("*", "2", "Ctrl+Shift+F", "=", "Ctrl+Shift+P", "Enter")
    console.go_to_board()


def request(console):
    """Let TUR ask in D1, with the hand on the board."""
    console.press("Space", "Space")
    console.go_to_board()
    console.press("Ctrl+Shift+F", "c")


def stance(console, decision, role):
    record = console.state.decision_run(decision).standing_stances[role]
    return record.stance, record.text


@pytest.mark.parametrize(("key", "taken"), [("v", "reservation"), ("o", "objects")])
def test_a_reservation_and_an_objection_open_the_line_for_their_words(console, key, taken):
    propose(console)
    released = console.state.release_order
    console.press("g", "r", "c", key)

    assert stance(console, "D2", "GRC") == (taken, "")
    assert console.question == f"GRC: {taken}."
    console.type("No ships in the south")
    console.press("Enter")

    assert console.state.release_order == released
    assert stance(console, "D2", "GRC") == (taken, "No ships in the south")


@pytest.mark.parametrize(("key", "taken"), [("v", "reservation"), ("r", "regrets")])
def test_a_reservation_and_a_regret_on_a_request_open_the_line_too(console, key, taken):
    request(console)
    console.press("p", "o", "l", key)
    console.type("Only with facts")
    console.press("Enter")

    assert stance(console, "D1", "POL") == (taken, "Only with facts")


def test_a_reservation_under_silence_opens_the_line(console):
    console.press("Space", "Space", "Space", "Space", "Ctrl+Shift+U")
    console.type("a")
    console.press("Enter")
    console.go_to_board()
    console.press("p", "o", "l", "v")
    console.type("A review in March")
    console.press("Enter")

    assert stance(console, "D4", "POL") == ("reservation", "A review in March")
    assert len(console.state.release_order) == 4


def test_escape_leaves_the_stance_without_words_and_the_hand_on_the_board(console):
    propose(console)
    console.press("g", "r", "c", "o", "Esc", "s")

    assert stance(console, "D2", "GRC") == ("objects", "")
    assert console.state.decision_run("D2").standing_stances["GBR"].stance == "supports"


def test_taking_the_same_stance_again_keeps_its_words(console):
    propose(console)
    console.press("g", "r", "c", "o")
    console.type("No ships")
    console.press("Enter", "g", "r", "c", "o")

    assert console.answer_field == "No ships"
    console.press("Esc")
    assert stance(console, "D2", "GRC") == ("objects", "No ships")


def test_a_reason_without_a_position_asks_for_both(console):
    console.press("Space", "Space", "Space")
    console.go_to_board()
    console.press("p", "o", "l", "Ctrl+R")
    assert console.question == "POL has no position yet."
    console.answer(option="3", text="Name the treaty")

    taken = console.state.decision_run("D2").standing("first")["POL"]
    assert (taken.option, taken.reason) == ("3", "Name the treaty")


def test_a_condition_without_a_position_asks_for_both(console):
    console.press("Space", "Space", "Space")
    console.go_to_board()
    console.press("p", "o", "l", "Ctrl+T")
    console.answer(option="3", text="Once the debris is read")

    taken = console.state.decision_run("D2").standing("first")["POL"]
    assert (taken.option, taken.condition) == ("3", "Once the debris is read")


def test_words_in_place_of_an_option_are_the_text_of_the_proposal(console):
    propose(console)
    console.press("Ctrl+Shift+P")
    console.type("The Council stands by Ankara")
    console.press("Enter")

    proposal = console.state.decision_run("D2").proposal
    assert (proposal.option, proposal.text) == (None, "The Council stands by Ankara")


@pytest.mark.parametrize(
    "words",
    ["No ships in the south", "vote it down", "Poland says no", "GRC wants facts", "Yes but"],
)
def test_words_typed_on_the_board_itself_do_not_release_the_next_inject(console, words):
    console.press("Space", "Space", "Space")
    console.go_to_board()
    console.type(words)

    assert console.state.release_order == ("I-01", "I-02", "I-03")


def test_words_typed_on_a_closed_board_release_nothing(console):
    console.press("Space", "Space")
    console.close_decision()
    console.press("Ctrl+D")
    console.type("late but true")

    assert console.state.release_order == ("I-01", "I-02")
    console.press("Esc", "Space")
    assert console.state.release_order == ("I-01", "I-02", "I-03")


@pytest.mark.parametrize("key", ["Esc", "Down"])
def test_escape_or_an_arrow_makes_space_go_again(console, key):
    console.press("Space", "Space", "Space")
    console.go_to_board()
    console.press("7", "Space")
    assert len(console.state.release_order) == 3

    console.press(key, "Space")
    assert console.state.release_order[-1] == "I-04"


def test_after_an_answer_space_is_go(console):
    console.press("Space", "Space", "Space")
    console.go_to_board()
    console.press("2", "Space")

    assert console.state.release_order[-1] == "I-04"


def test_a_clickers_key_goes_on_whatever_was_typed(console):
    console.press("Space", "Space", "Space")
    console.go_to_board()
    console.press("7", "PgDown")

    assert console.state.release_order[-1] == "I-04"


def test_words_put_away_unrecorded_are_there_again(console):
    console.press("Space", "Space", "Space", "Space", "Ctrl+Shift+U")
    console.answer_fields(option="a", text="Endorse it until March")
    console.press("Esc", "Ctrl+Shift+U")
    assert console.answer_texts == {
        "option": "a",
        "minutes": "5",
        "text": "Endorse it until March",
    }
    console.press("Enter")
    assert console.state.decision_run("D4").circulation.text == "Endorse it until March"

    console.go_to_board()
    console.press("p", "o", "l", "x")
    console.type("72 hours is too short")
    console.press("Ctrl+Enter")  # closing asks, and drops the line for the words
    assert console.question == "Silence on D4 has not run out."
    console.press("Esc")
    console.go_to_board()
    console.press("p", "o", "l", "x")
    assert console.answer_field == "72 hours is too short"
    console.press("Enter")
    assert console.state.decision_run("D4").circulation.breaks[-1].text == "72 hours is too short"


def test_what_was_recorded_is_no_draft_any_more(console):
    console.press("Space", "Space", "Space", "Space", "Ctrl+Shift+U")
    console.answer_fields(option="a", text="Endorse it")
    console.press("Enter", "Ctrl+Shift+U")

    assert console.answer_texts == {"option": "a", "minutes": "5", "text": ""}


def test_a_field_that_begins_with_a_text_says_what_it_is(console):
    console.press("Space", "Space", "Space", "Space", "Ctrl+Shift+U")

    assert console.captions == ["minutes"]


def test_a_reason_goes_to_the_position_as_it_stands_when_it_is_written_down(console):
    console.press("Space", "Space", "Space", "Ctrl+D", "Ctrl+Shift+F", "2", "Ctrl+R")
    console.send_position("D2", "TUR", "3")
    console.type("New data")
    console.press("Enter")

    standing = console.state.decision_run("D2").standing("final")["TUR"]
    assert (standing.option, standing.reason) == ("3", "New data")


def test_a_reason_for_a_position_that_is_gone_is_kept_in_the_line(console):
    console.press("Space", "Space", "Space", "Ctrl+D", "2", "Ctrl+R")
    console.window.bridge.send(c.Undo())
    console.type("New data")
    console.press("Enter")

    assert "TUR has no position any more" in console.trouble
    assert console.answer_field == "New data"


def test_the_words_of_a_stance_do_not_bring_an_older_stance_back(console):
    console.press("Space", "Space", "Space", "Ctrl+Shift+P", "2", "Enter", "Ctrl+D", "T", "o")
    console.window.bridge.send(c.TakeStance("D2", "TUR", "supports"))
    console.type("No ships")
    console.press("Enter")

    stance = console.state.decision_run("D2").standing_stances["TUR"]
    assert (stance.stance, stance.text) == ("supports", "")
    assert "another one by now" in console.trouble
