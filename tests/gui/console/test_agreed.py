"""A text of the chair's own, from the proposal to the agreement; and what the room was shown."""

from tabletop.exercise.commands import CirculateText, CloseDecision, EndExercise

OWN = "From there, as the capital reports"


def put_a_text(console):
    console.press("Space", "Space", "Space", "Ctrl+Shift+P")
    console.answer(option="2", text=OWN)


def test_the_board_shows_the_text_that_stances_are_taken_on(console):
    put_a_text(console)
    assert console.put == f"Proposed, option 2: “{OWN}”"


def test_the_board_says_the_words_that_were_agreed(console):
    put_a_text(console)
    console.go_to_board()
    console.press("TUR", "s", "POL", "s", "GRC", "s", "GBR", "s")
    assert console.decision_state == "Ready: option 2 with the words put would be adopted"
    console.close_decision()
    console.window.desk.turn_to("D2")
    assert console.decision_state == f"Adopted: 2, {OWN}"
    assert console.put == f"Agreed, option 2: “{OWN}”"
    assert console.window.board.rows.missing == ()


def test_under_silence_nobody_is_missing_once_a_text_was_put(console):
    console.press("Space", "Space", "Space", "Space")
    console.window.desk.turn_to("D4")
    console.window.bridge.send(CirculateText("D4", "b", OWN))
    console.send_break("D4", "GRC", "Not yet")
    console.window.bridge.send(CirculateText("D4", "b", OWN))
    console.minutes_pass(6)
    console.close_decision()
    rows = console.window.board.rows
    assert rows.decision_id == "D4"
    assert (rows.missing, rows.stance_heading, rows.answered) == ((), "Silence", 0)
    assert set(console.seats.values()) == {"silent"}


def test_revealing_a_second_time_hides_again_and_the_board_says_what_the_room_sees(console):
    console.press("Space", "Space", "Space", "Ctrl+D", "Ctrl+Shift+F", "2", "Esc")
    console.press("r")
    assert console.state.decision_run("D2").revealed == {"final"}
    assert "revealed to the room" in console.window.board.rows.facts
    assert "Hide again" in console.board_buttons

    console.press("r")

    assert console.state.decision_run("D2").revealed == frozenset()
    assert "revealed" not in console.window.board.rows.facts
    assert "Reveal" in console.board_buttons


def test_undo_after_revealing_hides_it_again_and_leaves_endex(console):
    console.press("Space", "Space", "Space", "Ctrl+D", "Ctrl+Shift+F", "2", "Esc")
    console.window.bridge.send(EndExercise())
    console.choose("reveal positions")
    assert console.state.decision_run("D2").revealed == {"final"}
    console.press("Ctrl+Z")
    assert console.state.ended_at is not None
    assert console.state.decision_run("D2").revealed == frozenset()
    assert console.state.decision_run("D2").standing("final")["TUR"].option == "2"


def test_all_missing_leaves_the_seat_out_that_decides(console):
    console.press("Space", "Space", "Space", "Space", "Space")
    console.window.bridge.send(CloseDecision("D5"))
    console.window.desk.turn_to("D6")
    console.go_to_board()
    console.press("*")
    assert "SG decides and is left out." in console.window.board.hint.text()
    console.press("a")
    held = console.state.decision_run("D6").standing("final")
    assert set(held) == {"TUR", "POL", "GRC", "GBR"}
    console.press("*")
    assert "Only SG is missing" in console.window.board.hint.text()


def test_a_reservation_and_its_words_are_one_line_of_the_log(console):
    put_a_text(console)
    console.go_to_board()
    console.press("GRC", "v")
    console.type("The review date")
    console.press("Enter")
    said = [row.text for row in console.window.inject.area.log.lines.rows if "GRC" in row.text]
    assert said == ["GRC has a reservation in D2: The review date"]
