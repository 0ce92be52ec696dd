from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tabletop.gui.room.window import RoomPicture, RoomWindow


@pytest.fixture
def view(room, inject, shipped_fonts):
    return room(inject("call", "One launch."))


@pytest.fixture
def window(qtbot):
    made = RoomWindow()
    qtbot.addWidget(made)
    return made


def test_a_new_view_is_on_the_screen_at_once(window, view, qtbot):
    window.show_view(view)
    window.resize(960, 540)
    before = window.grab().toImage()
    window.show_view(replace(view, blank=True))
    assert window.grab().toImage() != before


def test_a_monitor_shows_the_same_picture_as_the_window(window, view, qtbot):
    monitor = RoomPicture()
    qtbot.addWidget(monitor)
    for shown in (window, monitor):
        shown.resize(640, 360)
        shown.show_view(view)
    assert monitor.grab().toImage() == window.grab().toImage()


def test_a_picture_without_a_view_stays_empty(qtbot):
    monitor = RoomPicture()
    qtbot.addWidget(monitor)
    assert monitor.view is None
    assert monitor.sheet_count == 0
    monitor.grab()


def test_the_number_of_sheets_can_be_asked(window, room, inject, shipped_fonts):
    window.show_view(room(inject("call", " ".join(["word"] * 130))))
    assert window.sheet_count == 3


def test_keys_are_handed_on_to_whoever_conducts(window, view, qtbot):
    window.show()
    with qtbot.waitSignal(window.key_pressed) as pressed:
        qtbot.keyClick(window, Qt.Key.Key_Space)
    assert pressed.args[0].key() == Qt.Key.Key_Space


def test_closing_the_window_is_told(window, qtbot):
    window.show()
    with qtbot.waitSignal(window.closed):
        window.close()


def test_escape_brings_a_full_screen_back_into_a_frame(window, qtbot):
    window.show_on(window.screen())
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()


def test_ctrl_q_closes_the_room_and_reaches_no_other_window(window, qtbot):
    passed_on = []
    window.key_pressed.connect(lambda pressed: passed_on.append(pressed.key()))
    window.show()
    with qtbot.waitSignal(window.closed):
        qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not window.isVisible()
    assert Qt.Key.Key_Q not in passed_on


def test_the_page_can_be_heard(window, view):
    window.show_view(view)
    assert "Track over the eastern sea" in window.accessibleDescription()
    window.show_view(replace(view, blank=True))
    assert window.accessibleDescription() == view.marking
