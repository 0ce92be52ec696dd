"""What happens when somebody wants something in the library."""

import pytest
from PySide6.QtCore import Qt

from tabletop.exercise.journal import LibraryUnavailable
from tabletop.gui.first_screen import FirstScreen
from tabletop.gui.library.cache import Contents, read_cache, write_cache
from tests.gui.library import samples
from tests.gui.library.drivers import DeskDriver


@pytest.fixture(autouse=True)
def place(monkeypatch):
    """Exercises here are plain objects; where they stand is told in a word."""
    monkeypatch.setattr("tabletop.gui.library.places.place_of", lambda state: state.place)


class Live:
    """A running exercise, as far as the library looks at it."""

    def __init__(self, exercise_id, head=101, place="In the room: I-10."):
        self.exercise_id = exercise_id
        self.state = self
        self.head = head
        self.place = place


@pytest.fixture(autouse=True)
def lives(services):
    services.live_of = Live


def test_the_first_picture_shows_what_was_listed_last(qtbot, theme, services, settings, tmp_path):
    cache = tmp_path / "library.json"
    write_cache(cache, samples.TYPICAL)
    services.contents = Contents()
    driver = DeskDriver(qtbot, theme, services, settings, cache)
    driver.desk.begin(FirstScreen())
    assert driver.cards[0] == "Calm Front"
    assert driver.running == "Calm Front, Brussels"
    qtbot.waitUntil(lambda: driver.cards == [])
    driver.close()


def test_what_is_listed_is_kept_for_the_next_start(desk, tmp_path, qtbot):
    desk.begin()
    cache = tmp_path / "library.json"
    qtbot.waitUntil(lambda: read_cache(cache) is not None, timeout=30_000)
    qtbot.waitUntil(lambda: len(read_cache(cache).scenarios) == 4, timeout=30_000)
    assert read_cache(cache).exercises[0].name == "Calm Front, Brussels"


def test_enter_on_a_card_starts_with_everything_as_it_is(desk):
    desk.begin()
    desk.page.cards.take_focus()
    desk.press(Qt.Key.Key_Return)
    console = desk.wait_for_console()
    (plan,) = desk.services.started
    assert plan == samples.NewExercise(samples.CALM_FRONT.path)
    assert console.isVisible()
    assert not desk.window.isVisible()


def test_on_the_very_first_start_enter_starts_the_first_scenario(desk, qtbot):
    desk.services.contents = samples.TYPICAL._replace(exercises=())
    desk.desk.begin(FirstScreen())
    # As window managers have it: the first control there is gets the keyboard.
    desk.window.header.library_tab.setFocus()
    qtbot.waitUntil(lambda: desk.cards != [])
    assert desk.focused == "card-calm-front"

    desk.press(Qt.Key.Key_Return)

    desk.wait_for_console()
    assert len(desk.services.started) == 1


def test_what_one_turned_to_meanwhile_keeps_the_keyboard(desk, qtbot):
    desk.services.contents = samples.TYPICAL._replace(exercises=())
    desk.desk.begin(FirstScreen())
    desk.window.header.search.setFocus()
    qtbot.waitUntil(lambda: desk.cards != [])
    assert desk.focused == "search"


def test_enter_pressed_before_the_services_are_there_waits_for_them(desk):
    desk.services.contents = samples.TYPICAL
    write_cache(desk.desk._cache, samples.TYPICAL)
    desk.desk.begin(FirstScreen())
    assert desk.desk.services is None
    desk.page.cards.take_focus()
    desk.press(Qt.Key.Key_Return)
    desk.wait_for_console()
    assert len(desk.services.started) == 1


def test_impatient_hands_start_one_exercise_only(desk):
    desk.begin()
    desk.page.cards.take_focus()
    for _ in range(3):
        desk.press(Qt.Key.Key_Return)
    desk.wait_for_console()
    assert len(desk.services.started) == 1


def test_an_exercise_resumes_and_its_console_leads_back_to_the_library(desk):
    desk.begin()
    desk.click("resume")
    desk.wait_for_console()
    assert desk.services.opened == ["e1"]
    desk.close_console()
    assert desk.running == "Calm Front, Brussels"
    assert not desk.has_ended


def test_the_library_says_where_a_console_was_left(desk, qtbot):
    desk.begin()
    desk.click("resume")
    desk.wait_for_console()
    desk.close_console()
    qtbot.waitUntil(lambda: desk.running_place == "In the room: I-10.")


def test_run_opens_the_console_without_the_library(desk, qtbot):
    desk.desk.begin(
        FirstScreen(
            scenario=samples.CALM_FRONT.path, cut="half-day", name="Brussels", kind="rehearsal"
        )
    )
    assert not desk.window.isVisible()
    desk.wait_for_console()
    (plan,) = desk.services.started
    assert (plan.scenario, plan.cut, plan.name, plan.kind) == (
        samples.CALM_FRONT.path,
        "half-day",
        "Brussels",
        "rehearsal",
    )
    desk.close_console()
    desk.wait_for_scenarios()


def test_open_goes_straight_to_an_exercise(desk):
    desk.desk.begin(FirstScreen(exercise_id="e4"))
    desk.wait_for_console()
    assert desk.services.opened == ["e4"]


def test_an_exercise_that_cannot_be_opened_is_explained_in_the_library(desk, qtbot):
    desk.services.refuse = LibraryUnavailable("The disk is full. Free some space and try again.")
    desk.desk.begin(FirstScreen(exercise_id="e4"))
    qtbot.waitUntil(desk.window.isVisible)
    assert desk.strips == [
        "The exercise was not opened. The disk is full. Free some space and try again."
    ]
    desk.click("dismiss")
    assert desk.strips == []


def test_a_database_that_is_away_can_be_tried_again(desk, qtbot):
    desk.gate = LibraryUnavailable("exercises.db is locked by another program.")
    desk.desk.begin(FirstScreen())
    qtbot.waitUntil(lambda: bool(desk.strips))
    assert "exercises.db is locked by another program." in desk.strips[0]
    desk.gate = None
    desk.click("act")
    desk.wait_for_scenarios()
    assert desk.strips == []


def test_a_bug_is_told_where_people_look(desk):
    desk.begin()
    desk.desk.show_bug("Something went wrong.")
    assert desk.strips == ["Everything recorded is safe. Something went wrong."]
    desk.click("resume")
    console = desk.wait_for_console()
    desk.desk.show_bug("Again.")
    assert console.bugs == ["Again."]


def test_run_asks_on_one_page_and_esc_leads_back(desk):
    desk.begin()
    desk.click_on_card("Silent Strand", "run")
    assert desk.window.page.objectName() == "start-page"
    desk.press(Qt.Key.Key_Escape)
    assert desk.window.page is desk.page


def test_enter_on_the_start_page_starts(desk):
    desk.begin()
    desk.click_on_card("Calm Front", "rehearse")
    desk.press(Qt.Key.Key_Return)
    desk.wait_for_console()
    (plan,) = desk.services.started
    assert (plan.kind, plan.seats, plan.participants) == ("rehearsal", None, ())
    desk.close_console()
    assert desk.window.page is desk.page


def test_closing_the_library_ends_the_application(desk):
    desk.begin()
    desk.window.close()
    assert desk.has_ended


def test_a_window_comes_back_where_it_was(desk, settings):
    desk.begin()
    desk.window.resize(780, 700)
    desk.window.close()
    desk.window.resize(900, 500)
    assert settings.restore_place("library", desk.window)
    assert desk.window.height() == 700


def test_f1_on_the_start_page_shows_the_keys_of_that_page(desk):
    desk.begin()
    desk.page.cards.take_focus()
    desk.press(Qt.Key.Key_R)
    desk.press(Qt.Key.Key_F1)
    assert "Paste seat, person, organisation from a spreadsheet" in desk.keys_shown
    assert "Rehearse the chosen scenario" not in desk.keys_shown
    desk.press(Qt.Key.Key_F1)
    assert (desk.keys_shown, desk.focused) == (None, "name")

    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_F1)
    assert "Rehearse the chosen scenario" in desk.keys_shown


def test_starting_where_no_screen_can_be_chosen_forgets_no_choice(desk, settings):
    settings.keep_room_screen("HDMI-1")
    desk.begin()
    desk.click_on_card("Calm Front", "run")
    desk.press(Qt.Key.Key_Return)
    desk.wait_for_console()
    assert settings.room_screen == "HDMI-1"
    assert desk.consoles == ["HDMI-1"]
