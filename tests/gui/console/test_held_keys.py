"""A key that is held down acts once, wherever the press leads; what goes on by nature goes on."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tabletop.gui.actions import ACTIONS, action, shown_key
from tabletop.gui.console.shortcuts import Shortcuts
from tabletop.gui.room.rows import HoldingPage
from tests.gui.holding import hold

KEYS = [(key, one.id, one.repeats) for one in ACTIONS for key, _ in one.keys]


def focus_name():
    return QApplication.focusWidget().objectName()


def positions(console, decision):
    run = console.state.decision_run(decision)
    return [(p.role, p.option) for p in run.positions]


# --- shortcuts ------------------------------------------------------------------------------------


def test_a_held_key_of_the_table_acts_once_unless_the_table_lets_it(console, qtbot):
    window, performed = QWidget(), []
    qtbot.addWidget(window)
    Shortcuts(window, performed.append, console.window._overlays)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=2000)

    acted = {}
    for key, _, _ in KEYS:
        performed.clear()
        hold(key, lambda: window)
        acted[key] = tuple(performed)

    assert acted == {key: (action_id,) * (4 if repeats else 1) for key, action_id, repeats in KEYS}


def test_go_held_down_releases_one_inject(console):
    console.hold("Space")
    console.hold("PgDown")

    assert console.state.release_order == ("I-01", "I-02")


def test_undo_held_down_takes_one_step_back(console):
    console.press("Space", "Space", "Space")
    console.hold("Ctrl+Z")

    assert not console.state.inject_run("I-03").is_released
    assert console.state.inject_run("I-02").is_released


def test_pause_held_down_pauses(console):
    console.press("Space")
    console.hold("P")

    assert console.status == "PAUSED"


def test_closing_held_down_asks_and_waits(console):
    console.press("Space", "Space")
    console.hold("Ctrl+Enter")

    assert console.question == "D1: 4 of 4 seats have not answered."
    assert console.state.decision_run("D1").outcome is None


# --- the room's window ----------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["PgDown", "Space"])
def test_a_clicker_held_in_the_rooms_window_releases_one_inject(console, key):
    console.go_to_room()
    console.hold(key)

    assert console.state.release_order == ("I-01",)


@pytest.mark.parametrize(
    ("key", "done"),
    [
        ("P", lambda console: console.status == "PAUSED"),
        ("Ctrl+Z", lambda console: not console.state.inject_run("I-02").is_released),
        ("B", lambda console: console.room.blank),
        ("F7", lambda console: isinstance(console.room.page, HoldingPage)),
    ],
)
def test_what_concerns_the_room_works_from_its_window(console, key, done):
    console.press("Space", "Space")
    console.go_to_room()
    console.hold(key)

    assert done(console)


def test_keys_of_the_desk_do_nothing_in_the_rooms_window_but_lead_to_the_desk(console, qtbot):
    console.press("Space", "Space")
    before = console.state
    # Each window is closed by its own Ctrl+Q.
    for key in (key for key, one, _ in KEYS if one != "leave" and not action(one).in_room):
        console.go_to_room()
        console.hold(key)

        qtbot.waitUntil(console.window.isActiveWindow, timeout=2000)
        assert (console.state, console.question, console.panel) == (before, "", "")
        assert console.trouble.startswith(f"{shown_key(key)} is no key of the room’s window")


def test_what_go_asks_from_the_rooms_window_is_answered_at_the_desk(console, qtbot):
    console.press("Space", "P")
    console.go_to_room()
    console.hold("PgDown")

    qtbot.waitUntil(console.window.isActiveWindow, timeout=2000)
    assert console.question == "The exercise is paused."


def test_a_clicker_does_not_pass_over_a_text_that_is_being_written(console):
    console.press("Space", "M")
    console.type("Not yet")
    console.go_to_room()
    console.hold("PgDown")

    assert console.state.release_order == ("I-01",)
    assert console.panel == "Text of I-02 A request"
    assert "The text at the desk comes first" in console.trouble


# --- Enter ----------------------------------------------------------------------------------------


def test_enter_held_in_the_list_releases_one_inject(console):
    console.press("Space", "Down", "Down")
    console.hold("Enter")

    assert len(console.state.release_order) == 2


def test_enter_held_does_not_give_the_reason_it_asks_for(console):
    console.press("Space", "Space")
    console.window.left.list.set_current("I-05")
    console.hold("Enter")

    assert console.question == "I-05 goes against its condition."
    assert console.state.release_order == ("I-01", "I-02")


def test_enter_held_while_paused_releases_nothing(console):
    console.press("Space", "P", "Down")
    console.hold("Enter")

    assert console.question == "The exercise is paused."
    assert console.state.release_order == ("I-01",)


def test_enter_held_in_a_strip_does_not_go_on_in_the_list(console):
    console.press("Space", "S")
    console.type("short of time")
    console.hold("Enter")

    assert console.state.inject_run("I-02").skipped
    assert console.state.release_order == ("I-01",)


def test_enter_held_on_a_button_presses_it_once(console):
    console.press("Space", "Space", "Space")
    console.window.inject.undo.setFocus()
    console.hold("Enter")

    assert console.state.inject_run("I-02").is_released


def test_enter_held_on_a_button_of_the_strip_goes_through_to_nothing(console):
    console.press("Space", "Ctrl+Shift+E", "Tab", "Tab")
    assert focus_name() == "question-keep"
    console.hold("Enter")

    assert (console.question, console.state.ended_at) == ("", None)
    assert console.state.release_order == ("I-01",)


def test_enter_held_on_the_button_that_finds_actions_chooses_none(console):
    console.press("Space", "Space")
    console.window.clock_bar.find_button.setFocus()
    console.hold("Enter")

    assert console.window.palette_.isVisible()
    assert console.state.release_order == ("I-01", "I-02")


def test_enter_held_in_the_palette_answers_nothing(console):
    console.press("Space", "Ctrl+K")
    console.type("end the exercise")
    console.hold("Enter")

    assert (console.question, console.state.ended_at) == ("End the exercise?", None)


def test_enter_held_in_the_log_records_one_line(console):
    console.press("Space", "/")
    console.type("+ Seen")
    console.hold("Enter")

    assert [o.text for o in console.state.observations.values()] == ["Seen"]
    assert "Nothing is written yet" not in console.log_reading


@pytest.mark.parametrize("keys", [("Alt+3", "Enter"), ("Alt+T",)])
def test_a_tick_held_down_goes_one_step(console, keys):
    console.press("Space", *keys[:-1])
    console.hold(keys[-1])

    assert console.state.ticks["I-01", "ask"].status == "observed"


def test_a_prompt_held_down_is_ticked(console):
    console.press("Space", "Alt+2")
    console.hold("Enter")

    assert console.window.inject.area.ticked_prompts() == 1


def test_a_held_key_shows_the_keys_and_leaves_them(console):
    console.hold("F1")

    assert console.window.help.isVisible()


def test_esc_held_leaves_one_thing(console):
    console.press("Space", "Down", "Down", "S")
    standby = console.standby
    console.hold("Esc")

    assert (console.question, console.standby) == ("", standby)


# --- the board ------------------------------------------------------------------------------------


def test_an_option_held_down_is_one_seats(console):
    console.press("Space", "Space", "Space", "Ctrl+D")
    console.hold("2")

    assert positions(console, "D2") == [("TUR", "2")]


def test_a_stance_held_down_is_one_seats(console):
    console.press(*["Space"] * 3, "Ctrl+Shift+F", "Ctrl+Shift+P")
    console.answer(option="2")
    console.press("Ctrl+D")
    console.hold("s")

    assert [seat for seat, words in console.seats.items() if "supports" in words] == ["TUR"]


def test_a_break_held_down_waits_for_its_words(console):
    console.press(*["Space"] * 4, "Ctrl+Shift+U")
    console.answer(option="a", minutes="5")
    console.press("Ctrl+D")
    console.hold("x")

    assert console.state.decision_run("D4").circulation.breaks == ()
    assert console.answer_field == ""


def test_a_rank_held_down_is_one_rank(console):
    console.press(*["Space"] * 5, "Ctrl+D")
    assert console.decision == "D5"
    console.hold("2")

    assert console.said_under_board.startswith("TUR: 2 more")


def test_arrows_go_on_while_they_are_held(console):
    console.press("Space", "Space", "Space", "Ctrl+D")
    console.hold("Down")
    assert console.ring != "POL"

    console.press("Esc")
    console.window.left.list.set_current("I-01")
    console.hold("Down")
    assert console.window.left.list.current == "I-05"


# --- fields ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["I", "S", "A", "J", "T", "O"])
def test_the_key_that_opens_a_question_types_nothing_into_it(console, key):
    console.press("Space")
    console.hold(key)

    assert console.question
    assert key.lower() not in "".join(console.answer_texts.values()).lower().removeprefix("o1")


def test_the_key_that_opens_a_text_types_nothing_into_it(console):
    console.press("Space")
    console.hold("M")

    assert (console.panel, console.panel_text) == ("Text of I-02 A request", "")


def test_the_key_that_leads_to_the_log_types_nothing_into_it(console):
    console.press("Space", "/")
    console.type("half")
    console.press("Esc")
    console.hold("/")

    assert console.log_field == "half"


def test_what_is_typed_goes_on_while_it_is_held(console):
    console.press("Space", "/")
    console.type("no")
    console.hold("o")
    assert console.log_field == "nooooo"

    console.hold("Backspace")
    assert console.log_field == "no"


def test_in_a_long_text_enter_goes_on_but_recording_does_not(console):
    console.press("Space", "M")
    console.press("Ctrl+a")
    console.type("One")
    console.hold("Enter")
    assert console.panel_text == "One" + "\n" * 4

    console.hold("Ctrl+Enter")
    assert console.panel == ""
    assert console.state.inject_run("I-02").amended_body == "One"


# --- the mouse ------------------------------------------------------------------------------------


def test_a_double_click_on_go_releases_one_inject(console):
    console.double_click(console.window.left.standby.go)

    assert console.state.release_order == ("I-01",)


def test_a_double_click_on_undo_takes_one_step_back(console):
    console.press("Space", "Space", "Space")
    console.double_click(console.window.inject.undo)

    assert console.state.inject_run("I-02").is_released


def test_a_double_click_on_an_option_is_one_seats(console):
    console.press("Space", "Space", "Space", "Ctrl+D")
    console.double_click(console.window.board.findChild(QWidget, "options"))

    assert len(positions(console, "D2")) == 1
