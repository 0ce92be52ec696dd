"""Options with long titles: the words that set them apart can be read."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tabletop.gui.console.option_bars import in_two_lines
from tabletop.gui.theme.typography import TextRole

LONG = "“Launched from the territory of Kestria”, with words on the origin but nothing on intent"


@pytest.fixture
def bars(console):
    """The bars of four options on the board, the second with a long title."""
    console.press("Space", "Space")
    shown = console.window.board.bars
    rows = console.window.board.rows
    first, second, *others = rows.bars
    before = shown.height()
    shown.show_rows(replace(rows, bars=(first, replace(second, title=LONG), *others)))
    shown.before = before
    return shown


def test_a_long_title_takes_a_second_line_where_the_seats_leave_room(bars, shipped_theme):
    assert bars.height() == bars.before + shipped_theme.line(TextRole.TEXT)


def test_a_click_below_the_second_line_takes_the_next_option(bars, qtbot):
    clicked = []
    bars.option_clicked.connect(clicked.append)
    last = QPoint(40, bars.height() - 4)

    QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=last)

    assert clicked == ["d"]


def test_without_room_for_a_second_line_no_seat_is_pushed_out(bars):
    page = bars.parentWidget()
    page.resize(page.width(), bars.before + 60)

    assert bars.height() == bars.before


@given(st.lists(st.text("abc", min_size=1), min_size=1).map(" ".join), st.integers(1, 30))
def test_two_lines_hold_all_words_in_their_order(title, most):
    first, second = in_two_lines(title, lambda words: len(words) <= most)

    assert f"{first} {second}".strip() == title
    assert len(first) <= most or " " not in first
