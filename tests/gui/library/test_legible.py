"""Long words, large text and small windows: nothing is cut, covered, or out of reach."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QWidget

from tabletop.gui.library import painting
from tabletop.gui.library.cache import Contents
from tabletop.gui.library.reports import ReportRow
from tabletop.gui.library.strips import FormatStrip, Strip
from tabletop.gui.theme.typography import TextRole, Typography
from tests.gui.library import samples

LONG = "Interministerial consultation on the collective response to hybrid incidents, third session"


def test_a_long_scenario_title_is_never_painted_over_the_state(library, theme):
    running = samples.exercise(1, "Spring course", "running", "4 Mar 2031")
    block = library.page.panel.running
    word = painting.width_of(theme.font(TextRole.STRONG), "Running")
    state = QRect(40, 12, round(word) + 8, 24)

    def picture(title):
        one = running._replace(scenario_title=title)
        library.window.show_contents(Contents(samples.SHIPPED, (one,)), is_read=True)
        return block.grab(state).toImage()

    alone = picture("Calm Front")
    assert picture(LONG) == alone
    assert LONG in block.toolTip()


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=14), max_size=12), st.integers(120, 600))
def test_chips_never_pass_the_edge_and_leave_nothing_unsaid(words, room):
    font = Typography().font(TextRole.META)
    placed = painting.placed_chips(font, words, room)
    assert all(left + width <= room for _, left, width in placed)
    shown = [label for label, *_ in placed]
    if shown != words:
        *whole, last = shown
        assert whole == words[: len(whole)]
        assert last in (f"+{len(words) - len(whole)}", words[len(whole)])


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.5])
@pytest.mark.parametrize("size", [(800, 600), (1366, 768), (1920, 1080)])
def test_the_note_has_room_for_all_its_lines(library, qtbot, theme, scale, size):
    theme.apply("light", scale=scale)
    panel = library.page.panel
    note = f"No network is needed. Records are kept in /home/{LONG.replace(' ', '/')}.db."
    panel.show_note(note)
    library.window.resize(*size)

    def room_left():
        needed = painting.wrapped_height(theme.font(TextRole.META), note, panel.width() - 32)
        return panel.height() - panel.list.geometry().bottom() - needed

    qtbot.waitUntil(lambda: room_left() >= 0)
    assert library.window.size().toTuple() == size


def test_exercises_grow_with_the_text_and_leave_the_cards_the_larger_part(library, theme):
    widths = {}
    for scale, across in ((1.0, 1366), (1.5, 1366), (1.0, 800)):
        theme.apply("light", scale=scale)
        library.window.resize(across, 768)
        library.window.grab()
        widths[scale, across] = library.page.panel.width()
        assert library.page.cards.width() > library.page.panel.width() - 60
    assert widths[1.0, 1366] == 424
    assert widths[1.5, 1366] > 600
    assert widths[1.0, 800] == 360


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_strip_is_wider_than_a_small_window(library, qtbot, theme, scale):
    theme.apply("light", scale=scale)
    library.window.resize(800, 600)
    names = ("Word", "PDF", "Web page", "Excel", "Markdown", "JSON")
    strip = FormatStrip(theme, f"Report of {LONG}", [(name, name) for name in names], ("PDF",))
    library.window.show_strip(strip)
    library.window.grab()
    assert library.window.width() == 800

    def place(name):
        button = strip.findChild(QWidget, name)
        return QRect(button.mapTo(strip, button.rect().topLeft()), button.size())

    def stand_in_one_line():
        level = abs(place("format-JSON").center().y() - place("act").center().y()) <= 2
        return level and place("format-JSON").right() < place("act").left()

    qtbot.waitUntil(lambda: place("format-JSON").top() >= place("act").bottom())
    assert all(strip.rect().contains(place(name)) for name in ("act", "dismiss", "format-JSON"))
    library.window.resize(2600, 600)
    qtbot.waitUntil(stand_in_one_line)


def test_tab_goes_from_the_cards_to_the_exercises(library):
    library.window.show_contents(samples.full(8, 3), is_read=True)
    library.window.header.settings.setFocus()
    trail = []
    for _ in range(8 * 3 + 3):
        library.press(Qt.Key.Key_Tab)
        trail.append(library.focused)
    assert trail[:3] == ["card-calm-front-0", "run", "rehearse"]
    assert trail[-3:] == ["resume", "exercise-list", "library-tab"]


def test_why_there_is_no_card_is_said(library):
    library.window.show_contents(Contents(), is_read=False)
    assert not library.page._scenarios.aside
    library.window.show_contents(Contents(), is_read=True)
    assert "complete package" in library.page._scenarios.aside
    library.window.show_contents(samples.TYPICAL, is_read=True)
    library.search("nowhere")
    assert library.page._scenarios.aside == "None holds these words"


def test_without_reports_the_keyboard_is_on_the_name_of_the_page(library):
    library.window.show_reports()
    assert library.focused == "reports-tab"


def test_on_black_an_edge_shows_the_chosen_report(library, theme):
    theme.apply("contrast")
    report = ReportRow("e1", "Spring course", "Ended", Path("reports"), ("PDF",))
    library.window.reports.show_rows([report])
    library.window.show_reports()
    view = library.window.reports.list
    row = view.visualRect(view.rows.index(0))
    image = view.viewport().grab().toImage()
    assert image.pixelColor(row.right(), row.center().y()) == QColor(theme.tokens.accent)


def test_cut_words_of_a_card_stand_in_its_tooltip(library):
    card = library.page.cards.cards[0]
    assert "Calm Front" in card.toolTip()
    assert "6 h or half-day version" in card.toolTip()
    assert card.row.summary in card.toolTip()


def test_every_button_says_what_it_does(library):
    library.window.show_strip(Strip(library.page._theme, "danger", "It was not opened.", "Full."))
    library.window.strips[0].offer_to_dismiss()
    buttons = library.window.findChildren(QAbstractButton)
    reached = [one for one in buttons if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [one.objectName() for one in reached if not _tip(one)] == []


def _tip(widget):
    """Return what hovering shows: the words of the widget or those of what it stands on."""
    return widget.toolTip() or widget.parentWidget().toolTip()
