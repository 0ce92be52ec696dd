"""The library as people use it."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from tabletop.gui.library import painting
from tabletop.gui.library.cache import Contents
from tabletop.gui.library.key_help import KeyHelp
from tabletop.gui.library.keys import KEYS
from tabletop.gui.start.keys import START_KEYS
from tabletop.gui.theme.typography import TextRole
from tests.gui.library import samples


def test_scenarios_are_cards_and_exercises_a_list(library):
    assert library.cards == ["Calm Front", "Silent Strand", "Quiet Runway", "Cold Berth"]
    assert library.running == "Calm Front, Brussels"
    assert library.exercises[:2] == [
        "Silent Strand, Tallinn: Paused",
        "Cold Berth, city staff: Ended",
    ]


def test_arrows_move_from_card_to_card(library):
    library.page.cards.take_focus()
    trail = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left):
        library.press(key)
        trail.append(library.chosen_card)
    assert trail == ["Silent Strand", "Cold Berth", "Quiet Runway", "Silent Strand"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Right])
def test_arrows_lead_from_the_last_card_to_the_exercises_and_back(library, key):
    library.page.cards.take_focus()
    for onwards in (Qt.Key.Key_Right, Qt.Key.Key_Down, key):
        library.press(onwards)
    assert library.focused == "resume"
    library.press(Qt.Key.Key_Down)
    assert library.focused == "exercise-list"
    library.press(Qt.Key.Key_Up)
    assert library.focused == "resume"
    library.press(Qt.Key.Key_Up)
    assert library.focused == "card-cold-berth"


def test_left_leads_from_any_exercise_back_to_the_scenarios(library):
    library.choose_exercise("Cold Berth, city staff")
    library.press(Qt.Key.Key_Left)
    assert library.focused == "card-calm-front"


def test_without_a_running_exercise_arrows_lead_to_the_list_at_once(library):
    ended = samples.TYPICAL.exercises[2:4]
    library.window.show_contents(Contents(samples.SHIPPED[:1], ended), is_read=True)
    library.page.cards.take_focus()
    library.press(Qt.Key.Key_Down)
    assert library.focused == "exercise-list"
    library.press(Qt.Key.Key_Up)
    assert library.focused == "card-calm-front"


def test_without_any_exercise_arrows_lead_to_the_offer_of_the_first(library):
    library.window.show_contents(Contents(samples.SHIPPED), is_read=True)
    library.page.cards.take_focus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        library.press(key)
    assert library.focused == "first-run"


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_Return, "start_wanted"),
        (Qt.Key.Key_R, "run_wanted"),
        (Qt.Key.Key_H, "rehearsal_wanted"),
    ],
)
def test_one_key_on_a_card_is_enough(library, qtbot, key, signal):
    library.page.cards.take_focus()
    with qtbot.waitSignal(getattr(library.page, signal)) as wanted:
        library.press(key)
    assert wanted.args[0].title == "Calm Front"


@pytest.mark.parametrize(
    ("name", "signal"), [("run", "run_wanted"), ("rehearse", "rehearsal_wanted")]
)
def test_the_buttons_of_a_card_are_its_own(library, qtbot, name, signal):
    with qtbot.waitSignal(getattr(library.page, signal)) as wanted:
        library.click_on_card("Quiet Runway", name)
    assert wanted.args[0].title == "Quiet Runway"


def test_enter_on_an_exercise_does_what_its_row_offers(library, qtbot):
    library.choose_exercise("Cold Berth, city staff")
    with qtbot.waitSignal(library.page.exercise_wanted) as wanted:
        library.press(Qt.Key.Key_Return)
    assert (wanted.args[0].name, wanted.args[0].action) == ("Cold Berth, city staff", "report")


def test_o_opens_an_ended_exercise_for_the_evaluator(library, qtbot):
    library.choose_exercise("Cold Berth, city staff")
    with qtbot.waitSignal(library.page.exercise_open_wanted) as wanted:
        library.press(Qt.Key.Key_O)
    assert wanted.args[0].name == "Cold Berth, city staff"


def test_an_ended_exercise_has_a_word_that_opens_it(library, qtbot):
    with (
        qtbot.assertNotEmitted(library.page.exercise_wanted),
        qtbot.waitSignal(library.page.exercise_open_wanted) as wanted,
    ):
        library.click_open("Cold Berth, city staff")
    assert wanted.args[0].name == "Cold Berth, city staff"


def test_a_click_on_the_word_does_it_too_and_elsewhere_only_chooses(library, qtbot):
    with qtbot.waitSignal(library.page.exercise_wanted) as wanted:
        library.click_action("Silent Strand, Tallinn")
    assert wanted.args[0].action == "resume"
    view = library.page.panel.list
    with qtbot.assertNotEmitted(library.page.exercise_wanted):
        place = view.visualRect(view.rows.index(2)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.currentIndex().row() == 2


def test_the_running_exercise_has_the_button_that_leads_back(library, qtbot):
    with qtbot.waitSignal(library.page.exercise_wanted) as wanted:
        library.click("resume")
    assert wanted.args[0].id == "e1"


def test_search_narrows_both_sides_while_one_types(library):
    library.search("tallinn")
    assert library.cards == []
    assert library.exercises == ["Silent Strand, Tallinn: Paused"]
    library.press(Qt.Key.Key_Escape)
    assert len(library.cards) == 4


def test_a_search_that_finds_nothing_says_so(library):
    library.search("volcano")
    assert library.empty_words == "Nothing found"


def test_ctrl_k_leads_to_the_search(library):
    library.window.activateWindow()
    library.page.cards.take_focus()
    library.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert library.window.focusWidget() is library.window.header.search


def test_without_exercises_one_button_says_what_to_do(library, qtbot):
    library.window.show_contents(Contents(samples.SHIPPED), is_read=True)
    assert library.empty_words == "No exercises yet"
    with qtbot.waitSignal(library.page.start_wanted) as wanted:
        library.click("first-run")
    assert wanted.args[0].title == "Calm Front"


def test_before_anything_is_known_the_library_is_calm(library):
    library.window.show_contents(Contents(), is_read=False)
    assert library.empty_words == "Reading the library"
    assert not library.page.panel.empty.button.isVisible()


def test_what_changes_leaves_choice_and_scroll_where_they_were(library):
    library.window.show_contents(samples.full(exercises=400), is_read=True)
    library.choose_exercise("Course 200, group 4")
    view = library.page.panel.list
    scrolled = view.verticalScrollBar().value()
    again = samples.full(exercises=400)
    more = (samples.exercise(999, "A new one", "ready", "1 May 2026"), *again.exercises)
    library.window.show_contents(again._replace(exercises=more), is_read=True)
    assert view.currentIndex().data() == "Course 200, group 4"
    assert view.verticalScrollBar().value() == scrolled


def test_a_chosen_card_stays_chosen_when_the_list_changes(library):
    library.page.cards.take_focus()
    library.press(Qt.Key.Key_Right)
    fewer = samples.TYPICAL._replace(scenarios=samples.SHIPPED[1:])
    library.window.show_contents(fewer, is_read=True)
    assert library.chosen_card == "Silent Strand"


def test_everything_has_a_name_for_those_who_listen(library):
    from PySide6.QtWidgets import QLineEdit

    for kind in (QAbstractButton, QLineEdit):
        for widget in library.window.findChildren(kind):
            assert widget.accessibleName() or not widget.isVisible(), widget.objectName()
    view = library.page.panel.list
    spoken = view.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Silent Strand, Tallinn. Paused, 10 Nov 2026. Resume: Enter."


def test_the_keyboard_reaches_cards_buttons_and_exercises(library):
    library.page.cards.take_focus()
    reached = []
    for _ in range(40):
        library.press(Qt.Key.Key_Tab)
        reached.append(library.window.focusWidget().objectName())
    assert {"run", "rehearse", "resume", "exercise-list", "search", "settings"} <= set(reached)


def test_f1_shows_the_keys_and_any_key_hides_them(library):
    library.page.cards.take_focus()
    library.press(Qt.Key.Key_F1)
    assert "Rehearse the chosen scenario" in library.keys_shown
    shown = library.window.findChild(object, "key-help")
    assert "Ctrl K: Search" in shown.accessibleName()
    library.press(Qt.Key.Key_X)
    assert library.keys_shown is None
    assert library.focused == "card-calm-front"


def test_the_keys_are_shown_in_the_middle_of_the_window(library):
    library.window.resize(1366, 768)
    library.press(Qt.Key.Key_F1)
    shown, around = library.window.findChild(KeyHelp).geometry(), library.window.rect()
    assert abs(shown.center().x() - around.center().x()) <= 1
    assert abs(shown.center().y() - around.center().y()) <= 20  # the marking stays free


def test_ctrl_q_closes_the_window_and_f1_says_so(library, qtbot):
    library.press(Qt.Key.Key_F1)
    assert "Close the window" in library.keys_shown
    library.press(Qt.Key.Key_F1)
    with qtbot.waitSignal(library.window.closed):
        library.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not library.window.isVisible()


def test_f1_shows_the_keys_of_the_reports_on_their_page(library):
    library.window.show_reports()
    library.press(Qt.Key.Key_F1)
    assert "Open the folder of the chosen report" in library.keys_shown
    assert "Rehearse the chosen scenario" not in library.keys_shown


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_longest_list_of_keys_fits_under_the_marking_whole(library, theme, scale):
    theme.apply("light", scale=scale)
    library.window.resize(1366, 768)
    library.window.show_page(QWidget(library.window), "Start", START_KEYS)
    library.press(Qt.Key.Key_F1)
    shown = library.window.findChild(KeyHelp).geometry()
    assert library.window.rect().contains(shown)
    assert shown.top() >= library.window.marking.height()
    assert shown.width() > _widest(theme, START_KEYS)


def test_the_keys_are_whole_in_a_small_window_with_large_text(library, theme):
    theme.apply("light", scale=1.5)
    library.window.resize(800, 600)
    library.press(Qt.Key.Key_F1)
    assert library.window.findChild(KeyHelp).width() > _widest(theme, KEYS)


def _widest(theme, keys):
    """Return how wide the longest words and the longest key are together, with their gaps."""
    words = max(painting.width_of(theme.font(TextRole.TEXT), key.words) for key in keys)
    shown = max(painting.width_of(theme.font(TextRole.HEAD), key.shown) for key in keys)
    return words + shown + 12 + 3 * 20


def test_leaving_a_page_takes_its_keys_away(library):
    library.press(Qt.Key.Key_F1)
    library.window.show_reports()
    assert library.keys_shown is None


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_every_look_can_be_painted(library, theme, look):
    theme.apply(look, scale=1.5)
    picture = library.window.grab().toImage()
    colours = {picture.pixel(x, 300) for x in range(0, picture.width(), 7)}
    assert len(colours) > 3


def test_the_first_picture_needs_no_model_no_database_and_no_figures():
    program = (
        "import sys\n"
        "import tabletop.gui.application, tabletop.gui.library.window\n"
        "heavy = {'pydantic', 'sqlalchemy', 'yaml', 'matplotlib', 'docx', 'typst', 'typer'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("key", "signal"),
    [("Enter", "start_wanted"), ("R", "run_wanted"), ("H", "rehearsal_wanted")],
)
def test_a_key_held_on_a_card_is_one_wish(library, key, signal):
    wishes = []
    getattr(library.page, signal).connect(wishes.append)
    library.page.cards.take_focus()
    library.hold(key)
    assert len(wishes) == 1


@pytest.mark.parametrize("key", ["Enter", "O"])
def test_a_key_held_on_an_exercise_is_one_wish(library, key):
    wishes = []
    signal = "exercise_wanted" if key == "Enter" else "exercise_open_wanted"
    getattr(library.page, signal).connect(wishes.append)
    library.choose_exercise("Cold Berth, city staff")
    library.hold(key)
    assert len(wishes) == 1


def test_enter_held_on_the_running_exercise_is_one_wish(library):
    wishes = []
    library.page.exercise_wanted.connect(wishes.append)
    library.window.findChild(QWidget, "resume").setFocus()
    library.hold("Enter")
    assert len(wishes) == 1


def test_enter_held_in_the_search_goes_no_further_than_the_cards(library):
    wishes = []
    library.page.start_wanted.connect(wishes.append)
    library.window.header.search.setFocus()
    library.hold("Enter")
    assert (library.focused.startswith("card-"), wishes) == (True, [])


def test_f1_held_shows_the_keys(library):
    library.page.cards.take_focus()
    library.hold("F1")
    assert library.keys_shown


def test_larger_text_held_is_one_step(library):
    steps = []
    library.window.scale_wanted.connect(steps.append)
    library.page.take_focus()
    library.hold("Ctrl++")
    assert steps == [1]


def test_a_double_click_on_a_button_is_one_wish(library):
    wishes = []
    library.page.run_wanted.connect(wishes.append)
    library.double_click("run")
    assert len(wishes) == 1
