"""Tab's way through the console, the keys of its regions, and Esc out of everything."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QPushButton

from tabletop.gui.action import shown_key
from tabletop.gui.actions import action
from tabletop.gui.console.labels import ElidedLabel


def where(console):
    """Return the name of what the keys go to."""
    return QApplication.focusWidget().objectName()


def settle():
    """Let layouts that were asked for happen."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def walk(console, count):
    """Return where Tab leads from here, step by step; buttons are left out."""
    passed = []
    for _ in range(count):
        console.press("Tab")
        if not isinstance(QApplication.focusWidget(), QPushButton):
            passed.append(where(console))
    return passed


def test_tab_leads_from_the_injects_over_the_board_and_the_area_to_the_log(console):
    console.press("Space", "Space", "Alt+3", "Esc")

    passed = walk(console, 20)

    assert passed[:6] == [
        "board",
        "facilitator-tabs",
        "expected",
        "inject-log",
        "quick-log",
        "injects",
    ]


def test_the_expected_actions_are_reached_by_one_key_and_tab_goes_on_in_their_area(console):
    console.press("Space", "Alt+3")
    assert where(console) == "expected"

    console.press("Tab")

    assert where(console) == "inject-log"


def test_the_first_action_that_is_not_ticked_is_chosen(two_expected):
    console = two_expected
    console.press("Space", "Alt+3", "Enter", "Esc", "Alt+3", "Enter")

    assert [tick.status for tick in console.state.ticks.values()] == ["observed", "observed"]


@pytest.fixture
def two_expected(console, monkeypatch):
    """The console on an inject of which two things are expected."""
    state = console.state
    inject = state.inject("I-01")
    second = inject.expected[0].model_copy(update={"id": "tell", "text": "Tell the press"})
    more = inject.model_copy(update={"expected": (*inject.expected, second)})
    monkeypatch.setitem(state.scenario.injects_by_id, "I-01", more)
    return console


def test_one_key_ticks_the_next_expected_action(console):
    console.press("Space", "Alt+T")

    assert console.state.ticks["I-01", "ask"].status == "observed"

    console.press("Alt+T")

    assert "every action expected in I-01 is assessed" in console.trouble


def test_the_way_to_a_tick_stands_in_the_help_and_in_the_palette(console):
    console.press("Space", "F1")
    assert "Alt T\tTick the next expected action" in console.window.help.text
    assert "Alt 3\tGo to the expected actions, Enter ticks" in console.window.help.text

    console.press("F1", "Ctrl+K")
    console.type("tick")

    assert {"tick", "expected"} <= {found.action_id for found in console.window.palette_.found}
    assert shown_key("Alt+T") == action("tick").key


@pytest.mark.parametrize("key", ["Alt+0", "Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5", "Alt+6"])
def test_space_is_go_from_every_region(console, key):
    console.press("Space", key)
    assert QApplication.focusWidget().isVisible()

    console.press("Space")

    assert console.state.release_order == ("I-01", "I-02")


def test_space_is_go_from_everything_tab_passes(console):
    console.press("Space")
    for _ in range(30):
        console.press("Tab")
        stop = QApplication.focusWidget()
        if stop is console.window.log.field or isinstance(stop, QPushButton):
            continue
        console.press("Space")
        assert len(console.state.release_order) == 2, stop.objectName()
        console.press("Ctrl+Z")


@pytest.mark.parametrize("opened", ["F1", "Ctrl+K", "Ctrl+J"])
@pytest.mark.parametrize("region", ["Alt+3", "Ctrl+D", "Ctrl+L", "Alt+0"])
def test_what_was_opened_gives_the_focus_back_to_where_it_came_from(console, region, opened):
    console.press("Space", "Space", region)
    before = where(console)

    console.press(opened)
    assert opened == "F1" or where(console) != before
    console.press("Esc")

    assert where(console) == before


@pytest.mark.parametrize(
    "keys",
    [
        ("Ctrl+L",),
        ("Ctrl+D",),
        ("Alt+3",),
        ("Up", "Ctrl+E"),
        ("Up", "Ctrl+L", "Ctrl+E"),
        ("Up", "Ctrl+D", "Ctrl+E"),
        ("Up", "Alt+6"),
        ("Ctrl+K",),
        ("Ctrl+J",),
        ("F1",),
        ("Up", "Ctrl+Shift+E"),
        ("Up", "Ctrl+D", "*"),
        ("Up", "Ctrl+L", "+"),
    ],
)
def test_two_escapes_lead_to_the_resting_state_from_anywhere(console, keys):
    console.press("Space", "Space")
    at_rest = console.middle
    console.press(*keys)

    console.press("Esc", "Esc")

    assert where(console) == "injects"
    assert (console.trouble, console.question, console.middle) == ("", "", at_rest)


def test_what_is_typed_after_a_first_escape_is_a_new_beginning(console):
    console.press("Space", "Space", "Up", "Ctrl+D", "*", "Esc")
    looked_at = console.middle

    console.press("Down", "Esc")

    assert (where(console), console.middle) == ("injects", looked_at)


def test_the_first_escape_leaves_only_the_innermost_thing(console):
    console.press("Space", "Space", "Up", "Up", "Ctrl+E")
    looked_at = console.middle
    assert console.trouble
    assert looked_at != "I-02"

    console.press("Esc")
    assert (console.trouble, console.middle) == ("", looked_at)

    console.press("Esc")
    assert console.middle == "I-02"


@pytest.mark.parametrize("bar", ["strip", "trouble", "silence_notice", "report_strip"])
@pytest.mark.parametrize("width", [1366, 1920])
def test_a_bar_over_the_columns_leaves_their_titles_air(console, bar, width):
    window = console.window
    console.press("Space", "Space")
    window.resize(width, 768 if width == 1366 else 1080)
    shown = getattr(window, bar)
    shown.show()
    window._place_strips()
    settle()

    for name in ("standby-title", "inject-title", "decision-title"):
        title = window.findChild(ElidedLabel, name)
        top = title.mapTo(window, title.rect().topLeft()).y()
        assert top - (shown.y() + shown.height()) >= 6, name


@pytest.mark.parametrize(
    ("keys", "held"),
    [
        (("Ctrl+Enter",), True),
        (("Ctrl+Shift+E",), True),
        (("Ctrl+L",), True),
        (("Ctrl+D", "*"), True),
        (("Ctrl+D",), False),
        (("Ctrl+Shift+E", "Esc"), False),
        (("Ctrl+D", "*", "Esc"), False),
    ],
)
def test_space_does_what_the_go_card_says(console, keys, held):
    console.press("Space", "Space", *keys)
    console.minutes_pass(0)
    assert console.go[0] == ("Esc, Space" if held else "Space")
    before = console.state

    console.press("Space")

    if held:
        assert console.state == before
    else:
        assert console.state.release_order[-1] == "I-03"


def test_space_held_by_a_question_says_so_and_enter_still_answers(console):
    console.press("Space", "Space", "Ctrl+Enter", "Space")
    assert "Space waits for the answer" in console.trouble
    assert console.question

    console.press("Enter")

    assert console.state.decision_run("D1").outcome is not None


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_the_button_of_a_question_that_tab_has_led_to_is_the_one_pressed(console, key):
    console.press("Space", "Space", "Ctrl+Shift+E", "Tab", "Tab")
    assert where(console) == "question-keep"

    console.press(key)

    assert console.question == ""
    assert console.state.ended_at is None
    assert console.state.release_order == ("I-01", "I-02")


def test_closing_is_the_end_and_may_be_asked_for_twice(console, qtbot):
    console.press("Space")
    closings = []
    console.window.closed.connect(lambda: closings.append(1))
    console.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    console.window.show()
    console.close()

    assert not console.window.isVisible()
    assert not console.window.follower.is_following
    assert len(closings) == 1


def test_a_refusal_goes_by_itself_once_it_has_been_read(console, qtbot):
    console.window.notices._reading.setInterval(1)
    console.press("Ctrl+E")
    assert console.trouble

    qtbot.waitUntil(lambda: not console.trouble)


def test_a_second_bar_covers_nothing_but_a_first_line(console):
    window = console.window
    console.press("Space")
    window.show_bug("Something went wrong.")
    console.press("Ctrl+J")
    settle()
    bars = window.trouble.geometry().united(window.strip.geometry())

    for name in ("standby-title", "inject-title"):
        title = window.findChild(ElidedLabel, name)
        assert title.mapTo(window, title.rect().topLeft()).y() > bars.bottom(), name


def test_the_room_says_that_it_has_no_window_and_how_to_open_one(console):
    console.press("Space")
    row = console.window.clock_bar.row
    assert (row.room_caption, row.room) == ("No room window open", "F11 opens it")

    console.press("F11")
    assert console.window.clock_bar.row.room_caption == "Room shows"
    assert console.room_shows == "I-01"

    console.window.room.window.close()
    assert console.room_shows == "F11 opens it"


def test_the_scenario_clock_is_made_to_run_and_to_follow_the_injects_again(console):
    console.press("Space", "Ctrl+J")
    console.answer(rate="sixty")
    assert "“sixty” is no number" in console.trouble
    console.answer(rate="60")
    assert (console.state.clock.mode, console.state.clock.rate) == ("running", 60)
    assert "now 60 times" in action("clock").verb(console.window.desk.situation())

    console.press("Ctrl+J")
    console.answer(rate="0")

    assert console.state.clock.mode == "stepped"


def test_confidence_given_from_elsewhere_shows_whose_it_is(console):
    console.press("Space", "Space", "Ctrl+D", "b", "Esc")
    assert where(console) == "injects"

    console.press("Ctrl+2")

    assert where(console) == "board"
    assert console.state.decision_run("D1").positions[-1].confidence == "moderate"
