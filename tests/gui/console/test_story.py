"""Exercises conducted by keyboard alone, from the first Space to ENDEX."""

from tabletop.exercise.commands import MarkAbsent


def test_the_first_space_starts_the_exercise_and_releases_the_first_inject(console):
    assert console.status == "READY"

    console.press("Space")

    assert console.status == "RUNNING"
    assert console.lines[:2] == ["in_play I-01", "standby I-02"]
    assert console.room.page.inject_id == "I-01"


def test_each_further_space_releases_the_standby_inject(console):
    console.press("Space", "PgDown", "Space")

    assert console.state.release_order == ("I-01", "I-02", "I-03")
    assert console.standby == "I-04"


def test_arrows_choose_another_inject_and_enter_releases_it(console):
    console.press("Space", "Down", "Down")
    assert console.standby == "I-04"
    assert console.middle == "I-04"
    assert console.room.page.inject_id == "I-01"

    console.press("Enter")

    assert console.state.release_order == ("I-01", "I-04")
    assert console.middle == "I-04"


def test_a_whole_exercise_is_played_by_keys_to_endex(console):
    console.press("Space", "Space")
    # D1, on request: a silent first round, the final one, TUR asks.
    console.go_to_board()
    console.press("b", "b", "b", "a")
    console.press("Ctrl+Shift+F")
    console.press("c", "*", "b")
    assert console.decision_state.startswith("Requested: TUR asks for c")
    console.press("Ctrl+Enter")
    assert console.state.standing_option("D1") == "c"
    # D2, consensus with a proposal; D3, offers of nations.
    console.press("Esc", "Space")
    console.go_to_board()
    console.press("*", "2")
    console.press("Ctrl+Shift+F")
    console.press("=")
    console.press("Ctrl+Shift+P")
    console.press("Enter")
    console.press("Ctrl+Enter")
    assert console.state.standing_option("D2") == "2"
    assert console.decision == "D3"
    console.go_to_board()
    console.press("2", "3", "Down", "1")
    console.press("Ctrl+Enter", "Ctrl+Enter")
    assert console.state.decision_status("D3") == "recorded"
    # D4, silence.
    console.press("Esc", "Space")
    console.press("Ctrl+Shift+U")
    console.type("b")
    console.press("Enter")
    console.minutes_pass(5)
    console.press("Ctrl+Enter")
    assert console.state.standing_option("D4") == "b"
    # D5, a ranking of each seat; D6, the authority of one.
    console.press("Esc")
    while console.standby != "I-06":
        console.press("Down")
    console.press("Enter")
    console.go_to_board()
    console.press(*"213" * 4)
    console.press("Ctrl+Enter")
    assert console.state.decision_status("D5") == "ranked"
    console.go_to_board()
    console.press("S", "a", "Ctrl+Enter")
    assert console.state.standing_option("D6") == "a"
    # ENDEX asks, and Enter answers.
    console.press("Esc", "Ctrl+Shift+E", "Enter")
    assert console.status == "ENDED"
    assert console.trouble == ""


def test_undo_says_what_it_takes_back_and_does(console):
    console.press("Space", "Space")
    assert console.window.inject.undo.text() == "Take back the release of I-02"

    console.press("Ctrl+Z")

    assert console.lines[:2] == ["in_play I-01", "standby I-02"]
    assert console.room.page.inject_id == "I-01"


def test_pausing_stops_both_clocks_and_shows_it(console):
    console.press("Space", "P")
    console.minutes_pass(2)

    assert console.status == "PAUSED"
    assert console.window.clock_bar.row.aside == "02:00"
    assert console.room.paused

    console.press("Ctrl+P")
    assert console.status == "RUNNING"


def test_letters_are_commands_on_the_desk_and_answers_on_the_board(console):
    console.press("Space", "Space", "Space")
    console.go_to_board()

    console.press("p", "o", "l")
    assert console.ring == "POL"
    assert console.status == "RUNNING"

    console.press("Esc", "p")
    assert console.status == "PAUSED"


def test_an_option_key_takes_the_option_and_moves_on(console):
    console.press("Space", "Space", "Space")
    console.go_to_board()

    console.press("2", "3")

    assert console.seats["TUR"] == "2"
    assert console.seats["POL"] == "3"
    assert console.ring == "GRC"


def test_stances_reason_and_confidence_belong_to_the_seat_in_the_ring(console):
    console.press("Space", "Space", "Space")
    console.go_to_board()
    console.press("*", "2", "Ctrl+Shift+F", "=")
    console.press("Ctrl+Shift+P", "Enter")
    console.go_to_board()
    console.press("g", "r", "c", "o")

    assert console.seats["GRC"] == "2 objects"
    assert console.decision_state == "Not yet: GRC objects"

    assert console.question == "GRC: objects."
    console.type("No ships")
    console.press("Enter")
    console.press("Ctrl+3")

    final = console.state.decision_run("D2").standing("final")["GRC"]
    assert final.confidence == "high"
    assert console.state.decision_run("D2").standing_stances["GRC"].text == "No ships"


def test_a_wrong_key_does_nothing_and_says_so_under_the_board(console):
    console.press("Space", "Space", "Space")
    console.go_to_board()
    before = console.state.head

    console.press("7")

    assert console.state.head == before
    assert "7 is no option of D2" in console.said_under_board


def test_silence_is_broken_extended_and_shown_in_both_clocks(console):
    console.press("Space", "Space", "Space", "Space")
    assert console.decision == "D4"
    console.press("Ctrl+Shift+U")
    console.type("a")
    console.press("Enter")
    console.minutes_pass(2)

    assert console.silence.clock == "03:00"
    assert console.silence.real_deadline == "09:05:00"

    console.press("E")
    console.type("2")
    console.press("Enter")
    assert console.silence.clock == "03:00", "an extension does not end it sooner"
    assert "03:00 are left" in console.trouble
    console.press("Ctrl+A")
    console.type("10")
    console.press("Enter")
    assert console.silence.clock == "10:00"

    console.go_to_board()
    console.press("p", "x")
    console.type("72 hours is too short")
    console.press("Enter")
    assert console.silence.counts == "3 silent, 1 break"
    assert console.state.decision_run("D4").circulation.breaks_in_time[0].role == "POL"


def test_declaring_another_outcome_asks_for_the_reason(console):
    console.press("Space", "Space", "Ctrl+Shift+D")
    console.type("a")
    console.press("Enter")
    assert console.question == "Declare D1."

    console.type("The chair summed up")
    console.press("Enter")

    outcome = console.state.decision_run("D1").outcome
    assert (outcome.option, outcome.declared, outcome.reason) == ("a", True, "The chair summed up")


def test_releasing_against_the_condition_asks_for_a_reason(console):
    console.press("Space", "Down", "Down", "Down")
    assert console.standby == "I-05"

    console.press("Space")
    assert console.question == "I-05 goes against its condition."
    assert "Released if the group stands at 1 or below on “How far”" in console.question_with_detail
    console.type("Time is short")
    console.press("Enter")

    assert console.state.inject_run("I-05").reason == "Time is short"


def test_escape_keeps_things_as_they_are(console):
    console.press("Space", "Ctrl+Shift+E", "Esc")

    assert console.status == "RUNNING"
    assert console.question == ""


def test_the_quick_log_records_and_is_empty_at_once(console):
    console.press("Space")

    console.log("+ Ankara was asked first @TUR #O1")

    observation = next(iter(console.state.observations.values()))
    assert (observation.kind, observation.role, observation.objective) == ("strength", "TUR", "O1")
    assert observation.text == "Ankara was asked first"
    assert console.log_field == ""
    assert console.log_reading.startswith("recorded 09:0")
    assert console.inject_log[-1] == "+ Ankara was asked first @TUR #O1"


def test_requests_are_made_in_the_log_and_answered_in_the_strip(console):
    console.press("Space")
    console.log("? Which range? @POL")
    console.press("Esc", "Q")
    console.type("Not yet known")
    console.press("Enter")

    request = console.state.requests["R1"]
    assert (request.role, request.answer) == ("POL", "Not yet known")


def test_expected_actions_are_ticked_by_enter(console):
    console.press("Space", "Alt+3", "Enter", "Enter")

    assert console.state.ticks["I-01", "ask"].status == "partial"


def test_an_improvised_inject_is_released_at_once(console):
    console.press("Space", "I")
    console.type("A call")
    console.press("Enter")

    assert console.middle == "X-1"
    assert console.room.page.title == "A call"
    assert "in_play X-1" in console.lines


def test_standby_stays_apart_from_what_the_room_sees(console):
    console.press("Space", "Down")

    assert console.middle == "I-03"
    assert console.room.page.inject_id == "I-01"
    assert "SECRET-NOTE" not in repr(console.room)


def test_the_room_is_blanked_frozen_and_given_the_question(console):
    console.press("Space", "B")
    assert console.room.blank
    console.press("B", "F", "Space")
    assert console.room.page.inject_id == "I-01"
    console.press("F", "F6")
    assert console.room.page.decision_id == "D1"


def test_space_is_a_space_while_text_is_typed(console):
    console.press("Space", "/")
    console.type("a note with words")

    assert console.log_field == "a note with words"
    assert console.state.release_order == ("I-01",)


def test_keys_pressed_in_the_rooms_window_conduct_too(console):
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    clicker = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)
    console.window.room.window.keyPressEvent(clicker)

    assert console.state.release_order == ("I-01",)


def test_an_older_open_decision_can_be_turned_to(console):
    console.press("Space", "Space", "Space")
    assert console.decision == "D2"

    assert [tab.decision_id for tab in console.window.board.rows.tabs] == ["D1", "D2", "D3"]
    console.press("Alt+Left")

    assert console.decision == "D1"


def test_the_palette_finds_actions_and_says_why_one_cannot_run(console):
    console.press("Ctrl+K")
    console.type("undo")
    found = console.window.palette_.found
    assert [(f.action_id, f.refusal) for f in found] == [("undo", "there is nothing to undo")]

    console.press("Enter")
    assert console.trouble == "Undo: there is nothing to undo. Nothing was changed."


def test_the_key_help_lists_every_key_of_the_table(console):
    console.press("F1")
    shown = console.window.help.text

    assert "Ctrl Shift E\tEnd the exercise (ENDEX)…" in shown
    assert "s a v o n" in shown
    console.press("F1")
    assert not console.window.help.isVisible()


def test_an_absent_seat_leaves_the_board_at_once(console):
    console.press("Space", "Space")
    console.window.bridge.send(MarkAbsent("GRC"))

    assert "GRC" not in console.seats


def test_the_report_is_written_and_its_folder_opened(console, services, qtbot):
    console.press("Space", "Ctrl+Shift+R")
    qtbot.waitUntil(lambda: "report.pdf" in console.report, timeout=5000)

    strip = console.window.report_strip
    assert strip.width() == console.window.width()
    assert strip.y() >= console.window.marking.height()
    strip.button.click()

    assert console.opened_folders == [services.folder]


def test_after_a_question_the_hand_is_back_on_the_board(console):
    console.press("Space", "Space", "Space")
    console.go_to_board()
    console.press("2", "Ctrl+R")
    console.type("Facts first")
    console.press("Enter", "3")

    assert console.state.decision_run("D2").standing("first")["TUR"].reason == "Facts first"
    assert console.seats["POL"] == "3"


def test_the_end_offers_the_report(console):
    console.press("Space", "Ctrl+Shift+E", "Enter")

    assert console.window.left.standby.row.verb == "write the report"
    console.press("Ctrl+Z")
    assert console.status == "RUNNING"


def test_a_seats_likelihood_is_taken_down_with_its_confidence(console):
    console.press("Space", "Space", "Space")
    console.go_to_board()
    console.press("g", "b", "r", "Ctrl+Y")
    console.type("60 m")
    console.press("Enter")

    judged = console.state.decision_run("D2").judged[-1]
    assert (judged.role, judged.fact, judged.likelihood) == ("GBR", "Q1", 60)
    assert judged.confidence == "moderate"
