"""The start page as people use it."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tabletop.gui.background import finish_background_work
from tabletop.gui.library.window import LibraryWindow
from tabletop.gui.start.page import StartPage
from tabletop.gui.start.seat_model import CARD, ORGANISATION, PERSON, PLAYED, TITLE
from tabletop.gui.theme.typography import TextRole
from tests.gui.holding import hold
from tests.gui.library.samples import CALM_FRONT, FakeServices
from tests.gui.start.samples import SPREADSHEET, chance, filled_page, package


class StartDriver:
    """What one sees and does on the start page."""

    def __init__(self, qtbot, page):
        self.page = page
        self._qtbot = qtbot
        self.plans = []
        page.start_wanted.connect(self._on_plan)

    def _on_plan(self, plan, room_screen):
        self.plans.append(plan)

    @property
    def plan(self):
        """The one plan that was made."""
        (plan,) = self.plans
        return plan

    @property
    def seats(self):
        """The seats as the table shows them."""
        return self.page.seats.seats.rows

    @property
    def line(self):
        """The words beside the heading of the seats."""
        return self.page._seats_line.text()

    @property
    def hint(self):
        """The words beside the button that starts."""
        return self.page._hint.text()

    @property
    def checks(self):
        """The names of the checks, hints first."""
        return [check.name for check in self.page.preflight.listed]

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        """Press a key where the keyboard is."""
        QTest.keyClick(self.page.window().focusWidget(), key, modifier)

    def hold(self, key):
        """Hold a key down where the keyboard is, and goes meanwhile."""
        self.page.activateWindow()
        self._qtbot.waitUntil(self.page.isActiveWindow, timeout=2000)
        hold(key, self._focus)

    def _focus(self):
        popup = QApplication.activePopupWidget()
        return popup or QApplication.focusWidget() or self.page.window().focusWidget()

    def write(self, words):
        """Write where the keyboard is."""
        QTest.keyClicks(self.page.window().focusWidget(), words)

    def click(self, name):
        """Click a button."""
        self._qtbot.mouseClick(self.page.findChild(QWidget, name), Qt.MouseButton.LeftButton)

    def go_to(self, role, column=PERSON):
        """Put the keyboard on a cell."""
        self.page.seats.go_to(role)
        here = self.page.seats.currentIndex()
        self.page.seats.setCurrentIndex(here.siblingAtColumn(column))

    def seat(self, role):
        """Return a seat."""
        return next(row for row in self.seats if row.role == role)


@pytest.fixture
def services(tmp_path):
    return FakeServices(tmp_path, package_of=lambda path: package())


@pytest.fixture
def start(qtbot, theme, services):
    page = StartPage(theme, CALM_FRONT, chance=chance(4))
    page.resize(1366, 700)
    page.show()
    page.take_focus()
    driver = StartDriver(qtbot, page)
    page.use(services)
    qtbot.waitUntil(lambda: len(driver.seats) == 11 and "Records" in driver.checks)
    yield driver
    page.close()
    page.deleteLater()
    finish_background_work()


def test_enter_starts_without_touching_anything(start):
    start.press(Qt.Key.Key_Return)
    assert start.plan.scenario == CALM_FRONT.path
    assert (start.plan.name, start.plan.cut, start.plan.kind) == ("", None, "exercise")
    assert (start.plan.seats, start.plan.participants, start.plan.cards) == (None, (), ())


def test_it_starts_before_the_scenario_is_read(qtbot, theme):
    page = StartPage(theme, CALM_FRONT, chance=chance(4))
    qtbot.addWidget(page)
    driver = StartDriver(qtbot, page)
    driver.click("start")
    assert driver.plan.seats is None


def test_ctrl_enter_starts_from_inside_the_table(start):
    start.page.activateWindow()
    start.go_to("ITA")
    start.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(start.plans) == 1


def test_name_version_and_kind_are_taken(start):
    start.write("Brussels")
    start.click("segment-half-day")
    start.click("segment-rehearsal")
    start.click("start")
    assert (start.plan.name, start.plan.cut, start.plan.kind) == (
        "Brussels",
        "half-day",
        "rehearsal",
    )


def test_a_rehearsal_says_what_it_starts(start):
    start.click("segment-rehearsal")
    assert start.page.findChild(QWidget, "start").text() == "Start rehearsal"


def test_people_are_pasted_from_the_clipboard(start):
    QGuiApplication.clipboard().setText(SPREADSHEET)
    start.go_to("TUR")
    start.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert start.seat("NLD").person == "S. de Wit"
    assert start.line == "11 played, 9 with a name"
    assert start.checks[0] == "1 seat has no name"


def test_a_paste_that_fits_no_seat_says_so(start):
    start.page.seats.paste("TUR\tA. Demir\nMars\tNobody")
    assert start.line == "1 person taken over; no seat for Mars"


def test_what_a_paste_left_out_is_said_without_a_cut(start):
    strange = "\n".join(f"A seat of a long name {n}\tNobody" for n in range(5))
    start.page.seats.paste(f"TUR\tA. Demir\n{strange}")

    line = start.page._seats_line
    start.page.layout().activate()
    assert line.text().endswith("A seat of a long name 4")
    room = QRect(0, 0, line.width(), 1000)
    needed = line.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, line.text())
    assert line.height() >= needed.height()


def test_a_name_is_typed_into_a_cell_and_enter_goes_on(start, qtbot):
    start.go_to("ITA")
    start.page.seats.edit(start.page.seats.currentIndex())
    editor = start.page.seats.findChild(QWidget, "cell-editor")
    QTest.keyClicks(editor, "L. Bianchi")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: start.seat("ITA").person == "L. Bianchi")
    assert start.page.seats.currentIndex().row() == 6
    start.press(Qt.Key.Key_Return)
    assert start.page.seats.currentIndex().row() == 7
    assert start.plans == []


def test_delete_empties_a_cell(start):
    start.page.seats.paste(SPREADSHEET)
    start.go_to("TUR", ORGANISATION)
    start.press(Qt.Key.Key_Delete)
    assert (start.seat("TUR").person, start.seat("TUR").organisation) == ("A. Demir", "")


def test_a_seat_is_left_out_and_taken_back_with_space(start):
    start.go_to("ITA", PLAYED)
    start.press(Qt.Key.Key_Space)
    start.click("start")
    assert "ITA" not in start.plan.seats
    start.press(Qt.Key.Key_Space) if start.page.seats.hasFocus() else None
    start.go_to("ITA", PLAYED)
    start.press(Qt.Key.Key_Space)
    assert start.seat("ITA").played


def test_cards_are_drawn_and_drawn_again(start):
    start.click("draw")
    first = [row.card for row in start.seats]
    start.click("draw")
    assert [row.card for row in start.seats] != first
    assert start.seat("TUR").card is None
    start.click("start")
    assert len(start.plan.cards) == 9


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_card_is_chosen_from_those_that_fit(start, qtbot):
    start.go_to("ITA", CARD)
    start.press(Qt.Key.Key_Return)
    menu = start.page.seats.findChild(QMenu, "cards-menu")
    titles = [action.text() for action in menu.actions()]
    assert titles[0] == "Frontline"
    assert "Affected Ally" not in titles
    menu.actions()[1].trigger()
    menu.close()
    assert start.seat("ITA").card == "cautious"


def test_a_seat_with_a_card_of_its_own_gets_no_other(start):
    start.go_to("TUR", CARD)
    start.press(Qt.Key.Key_Return)
    assert start.page.seats.findChild(QMenu, "cards-menu") is None


def test_a_hint_leads_to_the_seat(start):
    start.page.seats.paste(SPREADSHEET)
    start.click("repair")
    here = start.page.seats.currentIndex()
    assert (start.seats[here.row()].role, here.column()) == ("ITA", PERSON)


def test_a_scenario_that_cannot_be_read_is_explained_and_forbids_nothing(qtbot, theme, tmp_path):
    page = StartPage(theme, CALM_FRONT, chance=chance(4))
    qtbot.addWidget(page)
    driver = StartDriver(qtbot, page)
    page.use(FakeServices(tmp_path))
    missing = "There is no scenario scenarios/calm-front.ttx.yaml."
    qtbot.waitUntil(lambda: driver.line == missing)
    qtbot.waitUntil(lambda: "Records" in driver.checks)
    assert driver.line == missing
    driver.click("start")
    assert len(driver.plans) == 1


def test_tab_leaves_the_table(start):
    start.go_to("TUR")
    start.press(Qt.Key.Key_Tab)
    assert start.page.window().focusWidget() is not start.page.seats


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_every_look_can_be_painted(start, theme, look):
    theme.apply(look, scale=1.5)
    picture = start.page.grab().toImage()
    colours = {picture.pixel(x, picture.height() - 30) for x in range(0, picture.width(), 3)}
    assert len(colours) > 3


def test_tab_goes_as_the_eye_does(start, qtbot):
    start.page.activateWindow()
    start.page.seats.paste(SPREADSHEET)
    (repair,) = start.page.preflight.repairs
    qtbot.waitUntil(repair.isVisible)
    trail = []
    for _ in range(9):
        start.press(Qt.Key.Key_Tab)
        trail.append(start.page.window().focusWidget().objectName())
    fields = ["segment-none", "segment-exercise", "room-screen"]
    assert trail == [*fields, "paste", "draw", "seats", "repair", "back", "start"]


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.5])
@pytest.mark.parametrize("size", [(1024, 768), (1366, 700), (1920, 1080)])
def test_people_have_room_at_any_size_of_text(start, theme, scale, size):
    theme.apply("light", scale=scale)
    start.page.resize(*size)
    start.page.grab()
    assert start.page.size().toTuple() == size
    header = start.page.seats.horizontalHeader()
    people = min(header.sectionSize(PERSON), header.sectionSize(ORGANISATION))
    assert people >= header.sectionSize(TITLE) or people >= theme.scaled(160)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_small_window_is_not_widened(qtbot, theme, scale):
    theme.apply("light", scale=scale)
    window = LibraryWindow(theme)
    qtbot.addWidget(window)
    window.show_page(filled_page(theme, window.centralWidget()), "Start Calm Front")
    window.resize(800, 600)
    window.show()
    window.grab()
    assert window.size().toTuple() == (800, 600)


def test_a_row_is_tinted_whole_or_not_at_all(start):
    start.page.activateWindow()
    start.go_to("ITA")
    view = start.page.seats
    index = view.currentIndex()

    def grounds():
        image = view.viewport().grab().toImage()
        cells = [view.visualRect(index.siblingAtColumn(column)) for column in range(6)]
        return {image.pixelColor(cell.left() + 5, cell.top() + 5).name() for cell in cells}

    tokens = view._theme.tokens
    assert grounds() == {tokens.accent_tint.lower()}
    start.page.take_focus()
    assert grounds() == {tokens.surface.lower()}


def test_a_seat_left_out_leaves_the_letters_of_others_alone(start, theme):
    start.page.seats.seats.change(0, played=False)
    start.page.grab()
    assert not theme.font(TextRole.STRONG).strikeOut()
    assert not theme.font(TextRole.TEXT).strikeOut()


def test_every_control_says_what_it_does(start):
    names = ("name", "room-screen", "paste", "draw", "back", "start")
    controls = [start.page.findChild(QWidget, name) for name in names]
    assert [one.objectName() for one in controls if not one.toolTip()] == []


def test_enter_held_in_the_name_starts_once(start):
    start.hold("Enter")
    assert len(start.plans) == 1


def test_ctrl_enter_held_starts_once(start):
    start.page.activateWindow()
    start.go_to("ITA")
    start.hold("Ctrl+Enter")
    assert len(start.plans) == 1


def test_enter_held_on_the_button_starts_once(start):
    start.page.findChild(QWidget, "start").setFocus()
    start.hold("Enter")
    assert len(start.plans) == 1


def test_a_seat_is_left_out_once_however_long_space_is_held(start):
    start.go_to("ITA", PLAYED)
    start.hold("Space")
    assert not start.seat("ITA").played


def test_enter_held_in_a_cell_goes_on_to_the_one_below(start, qtbot):
    start.go_to("ITA")
    start.page.seats.edit(start.page.seats.currentIndex())
    editor = start.page.seats.findChild(QWidget, "cell-editor")
    QTest.keyClicks(editor, "L. Bianchi")
    start.hold("Enter")
    qtbot.waitUntil(lambda: start.seat("ITA").person == "L. Bianchi")
    assert start.page.seats.currentIndex().row() == 6
    assert start.plans == []


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_enter_held_offers_cards_and_takes_none(start):
    start.go_to("ITA", CARD)
    start.hold("Enter")
    menu = start.page.seats.findChild(QMenu, "cards-menu")
    assert menu.isVisible()
    assert start.seat("ITA").card is None
    menu.close()


def test_esc_says_once_that_names_would_be_lost(start, qtbot):
    start.page.seats.paste(SPREADSHEET)
    with qtbot.assertNotEmitted(start.page.left):
        start.press(Qt.Key.Key_Escape)
    assert start.hint == "Esc once more goes back; the names typed here are lost."

    with qtbot.waitSignal(start.page.left):
        start.press(Qt.Key.Key_Escape)


def test_esc_goes_back_at_once_where_nothing_was_typed(start, qtbot):
    with qtbot.waitSignal(start.page.left):
        start.press(Qt.Key.Key_Escape)
