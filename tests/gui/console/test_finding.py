"""The palette and the key sheet: everything is found, and nothing of it is cut."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget

from tabletop.exercise import commands as c
from tabletop.gui.actions import ACTIONS
from tabletop.gui.console.key_help import KeyHelp, KeySheet
from tabletop.gui.situation import Situation
from tabletop.gui.theme.typography import TextRole
from tabletop.scenario.package import ScenarioPackage


def find(console, words):
    console.press("Ctrl+K")
    console.type(words)
    return {found.action_id: found for found in console.window.palette_.found}


def test_a_decision_is_found_by_its_id_and_put_on_the_board(console):
    console.press("Space", "Space", "Space")
    assert console.decision == "D2"

    console.choose("go d1")

    assert console.decision == "D1"
    assert QApplication.focusWidget() is console.window.board


def test_a_decision_that_is_not_open_yet_says_when_it_opens(console):
    console.press("Space")

    assert find(console, "what first")["decision:D5"].refusal == "opens with I-06"
    console.press("Enter")

    assert console.decision is None
    assert "Go to D5 What first?: opens with I-06." in console.trouble


def test_an_inject_is_found_by_its_title_and_looked_at_without_releasing_it(console):
    console.press("Space")

    console.choose("look remedies")

    assert console.middle == "I-06"
    assert console.state.release_order == ("I-01",)


def test_a_seat_is_found_and_answered_for_on_the_board(console):
    console.press("Space", "Space")

    console.choose("answer grc")
    console.press("b")

    assert console.seats["GRC"].startswith("b")


def test_nothing_found_says_so_and_what_can_be_looked_for(console):
    console.press("Space")
    assert find(console, "xyzzy") == {}

    nothing = console.window.palette_.nothing
    assert nothing.isVisible()
    assert "Nothing here is called “xyzzy”" in nothing.text()
    assert nothing.height() <= console.window.palette_.list.viewport().height()
    console.press("Enter")
    assert console.window.palette_.isVisible()

    console.window.palette_.field.clear()
    assert not nothing.isVisible()


def test_variables_stand_filled_in_what_is_found(console):
    console.press("Space")

    assert not any("{" in found.words for found in find(console, "i").values())


def test_every_action_stands_on_the_key_sheet(console):
    console.press("Space", "Space", "F1")
    situation = console.window.desk.situation()

    lines = [line.split("\t") for line in console.window.help.text.splitlines()]

    for one in ACTIONS:
        assert one.verb(situation) in [words for _, words in lines], one.id
    assert all(key for key, _ in lines)


@pytest.mark.parametrize(("width", "scale"), [(1366, 1.0), (1366, 1.25), (1920, 1.5)])
def test_no_line_of_the_key_sheet_is_cut(key_groups, shipped_theme, width, scale):
    shipped_theme.apply("light", scale=scale, wide=width >= 1600)
    sheet = KeySheet(shipped_theme)
    sheet.show_groups(key_groups, width - 90)

    keys, column = sheet._keys_width(), sheet._column_width(sheet.width())
    metrics = QFontMetrics(shipped_theme.font(TextRole.META))
    bold = QFontMetrics(shipped_theme.font(TextRole.META, weight=600))
    for group in sheet.groups:
        for key, words in group.lines:
            assert bold.horizontalAdvance(key) <= keys, key
            room = QRect(0, 0, column - keys, 1000)
            needed = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words)
            assert needed.width() <= column - keys, words
            assert needed.height() <= sheet._line_height(words, column - keys), words
    shipped_theme.apply("light")


@pytest.fixture(scope="module")
def key_groups(council, shipped_theme):
    """What stands on the sheet while an exercise runs; no window is left that would restyle."""
    from tests.pictures import console as pictures

    live = pictures.started(ScenarioPackage(council, "source"), pictures.Clock())
    live.send(c.ReleaseInject("I-03"), command_id="a", actor="facilitator")
    parent = QWidget()
    sheet = KeyHelp(shipped_theme, parent)
    sheet.open(Situation(live.state, live.now()), 0, 700)
    groups = sheet._sheet.groups
    parent.deleteLater()
    return groups


def test_the_key_sheet_leaves_the_clocks_in_sight_and_says_how_it_is_closed(console):
    console.press("Space", "F1")
    window = console.window
    clocks = window.clock_bar
    bottom = clocks.mapTo(window, clocks.rect().bottomLeft()).y()

    assert window.help.y() > bottom
    assert "Esc or F1 closes" in window.help._how.text()

    console.press("F1")
    assert not window.help.isVisible()


def test_a_laptop_shows_all_keys_at_once(console):
    console.window.resize(1366, 768)
    console.press("Space", "Space", "F1")

    assert console.window.help._area.verticalScrollBar().maximum() == 0
