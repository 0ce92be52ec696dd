"""What the room is shown by keys, and what the console says of it."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from tabletop.exercise import commands as c
from tabletop.gui.room.rows import HoldingPage, InjectPage, QuestionPage, ResultPage, SilencePage

LONG = "\n\n".join(f"Paragraph {n} tells of something that happened at sea." for n in range(30))


def at_consensus(console, *keys):
    """Release up to D2, decided by consensus, and take a first position of every seat."""
    console.press("F11", "Space", "Space", "Space")
    console.window.activateWindow()
    console.go_to_board()
    console.press("*", "2", "Esc", *keys)


def at_silence(console):
    """Release up to D4, decided by silence, show it, and put option a under silence."""
    console.press("F11", "Space", "Space", "Space", "Space", "F6", "Ctrl+Shift+U")
    console.answer(option="a", minutes="5")


def tiles(page):
    return [tile.code for row in page.rows for tile in row.tiles]


@pytest.mark.parametrize("keys", [("R", "F6"), ("F6", "R")])
def test_first_positions_are_in_the_room_once_they_are_revealed_and_shown(console, keys):
    at_consensus(console, *keys)

    page = console.room.page
    assert isinstance(page, ResultPage)
    assert (page.verdict, len(tiles(page)), page.is_result) == ("First positions", 4, False)
    assert console.room_shows == "D2 positions"


def test_first_positions_are_hidden_again_by_the_key_that_revealed_them(console):
    at_consensus(console, "F6", "R")
    assert "Hide again" in console.board_buttons

    console.press("R")

    assert isinstance(console.room.page, QuestionPage)
    assert console.room_shows == "D2 question"


def test_final_positions_follow_the_first_ones_and_are_hidden_before_them(console):
    at_consensus(console, "F6", "R")
    console.window.bridge.send(c.TakePosition("D2", "TUR", "3"))
    assert console.room.page.verdict == "First positions"

    console.press("R")
    assert (console.room.page.verdict, tiles(console.room.page)) == ("Positions so far", ["TUR"])

    console.press("R")
    assert console.room.page.verdict == "First positions"


def test_revealing_what_the_room_does_not_look_at_says_which_key_shows_it(console):
    at_consensus(console, "R")

    assert isinstance(console.room.page, InjectPage)
    assert console.said_under_board == "Revealed; F6 shows it to the room."


def test_closing_shows_the_room_no_result_before_the_facilitator_does(console):
    at_consensus(console, "F6")
    for seat in ("TUR", "POL", "GRC", "GBR"):
        console.send_position("D2", seat, "2")
    console.close_decision()
    console.window.desk.turn_to("D2")
    assert (console.room_shows, console.room.page.closed) == ("D2 question, closed", True)

    console.press("F6")

    assert console.room.page.verdict == "Adopted by consensus: Consult"
    assert console.room_shows == "D2 result"


def test_revealing_the_positions_of_a_closed_decision_shows_its_result_and_undo_takes_it(console):
    at_consensus(console, "F6")
    for seat in ("TUR", "POL", "GRC", "GBR"):
        console.send_position("D2", seat, "2")
    console.close_decision()
    console.window.desk.turn_to("D2")

    console.press("R")
    assert console.room.page.is_result
    assert len(tiles(console.room.page)) == 4

    console.press("Ctrl+Z")
    assert console.room.page.closed


def test_reopening_takes_the_result_off_the_screen(console):
    at_consensus(console)
    console.close_decision()
    console.window.desk.turn_to("D2")
    console.press("F6")
    assert console.room.page.is_result

    console.window.bridge.send(c.ReopenDecision("D2", "A slip"))
    console.window.bridge.send(c.CloseDecision("D2"))

    assert not getattr(console.room.page, "is_result", False)


def test_a_text_is_in_the_room_as_soon_as_it_is_under_silence(console):
    at_silence(console)

    assert isinstance(console.room.page, SilencePage)
    assert console.room_shows == "D4 silence"
    console.press("Ctrl+Z")
    assert isinstance(console.room.page, QuestionPage)


def test_the_clock_of_the_room_stops_when_a_broken_silence_is_closed(console):
    at_silence(console)
    console.send_break("D4", "POL", "Too soon")
    console.close_decision()

    assert console.room.page.stopped == "Closed"
    assert console.room_shows == "D4 silence, closed"
    before = console.room.page
    console.minutes_pass(1)
    assert console.room.page == before


def test_the_scenarios_deadline_is_gone_once_its_clock_has_passed_it(console):
    at_silence(console)
    assert console.room.page.deadline == console.silence.scenario_deadline == "D+1 19:00Z"

    console.window.bridge.send(c.ReleaseInject("I-06"))
    console.window.desk.turn_to("D4")
    console.press("F6")

    assert console.room.page.seconds_left == 300
    assert console.room.page.deadline == console.silence.scenario_deadline == ""


def test_the_console_says_which_page_of_how_many_the_room_is_on(console):
    console.press("F11", "Space", "I")
    console.answer(title="A long call", body=LONG.replace("\n\n", " "), to="all")
    caption = console.window.clock_bar.row.room_caption
    count = int(caption.removeprefix("Room shows page 1 of "))
    assert count > 1
    assert console.middle_heading == f"In the room since 09:00, page 1 of {count}"

    console.press("F8")
    assert console.window.clock_bar.row.room_caption == f"Room shows page 2 of {count}"
    assert console.middle_heading == f"In the room since 09:00, page 2 of {count}"

    console.press("F7")
    assert console.window.clock_bar.row.room_caption == "Room shows"


def test_the_monitor_says_the_page_of_what_it_shows(console):
    console.window.resize(1920, 1080)
    console.press("F11", "Space", "I")
    console.answer(title="A long call", body=LONG.replace("\n\n", " "), to="all")
    caption = console.window.findChild(QWidget, "monitor-room").findChildren(QLabel)
    said = [label.text() for label in caption if label.text()]
    assert said[0].startswith("Room now: X-1, page 1 of ")

    console.press("F7")

    assert [label.text() for label in caption if label.text()] == ["Room now: holding page"]


def test_what_is_new_on_a_page_begins_with_its_first_sheet(console):
    console.press("F11", "Space", "Space", "Space", "F6")
    console.window.bridge.send(c.PutProposal("D2", None, LONG))
    console.press("F8")
    assert console.room.sheet == 2

    console.window.bridge.send(c.PutProposal("D2", "2"))

    assert console.room.sheet == 1


def test_positions_that_are_revealed_are_turned_to_behind_words_that_are_proposed(console):
    at_consensus(console, "F6")
    console.window.bridge.send(c.PutProposal("D2", None, LONG[:300]))
    assert console.room.sheet == 1

    console.window.bridge.send(c.RevealPositions("D2", "first"))

    assert console.room.sheet == 2


@pytest.mark.parametrize("key", ["F7", "B", "F6"])
def test_an_inject_is_in_the_room_only_while_the_room_sees_it(console, key):
    console.press("F11", "Space", "Space")
    console.window.activateWindow()
    assert console.lines[1] == "in_room I-02"
    assert console.middle_heading == "In the room since 09:00"

    console.minutes_pass(5)
    console.press(key)
    assert console.lines[1] == "in_play I-02"
    assert console.middle_heading == "In play since 09:00, not in the room"

    console.minutes_pass(5)
    console.press(key if key == "B" else "F5")
    assert console.lines[1] == "in_room I-02"
    assert console.middle_heading == "In the room since 09:10"


def test_a_decision_whose_inject_is_recalled_is_not_said_to_be_in_the_room(console):
    console.press("F11", "Space", "Space", "F6")
    console.window.activateWindow()
    console.choose("recall")
    console.answer(reason="Wrong day")

    assert isinstance(console.room.page, HoldingPage)
    assert console.room_shows == "holding page"


def test_a_frozen_room_is_said_to_show_what_it_keeps(console):
    console.press("F11", "Space", "F", "Space")

    assert console.lines[:2] == ["in_room I-01", "in_play I-02"]
    assert console.room_shows == "I-01"
    console.press("F7")
    assert not isinstance(console.room.page, HoldingPage)
    assert console.room_shows == "I-01"


def test_the_key_that_shows_a_closed_decision_says_that_it_shows_the_result(console):
    at_consensus(console)
    console.close_decision()
    console.window.desk.turn_to("D2")

    console.press("Ctrl+K")
    console.type("show the room the")

    verbs = [row.words for row in console.window.palette_.found]
    assert "Show the room the result of D2" in verbs
