from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from tabletop.gui.room.painting import room_image
from tabletop.plots.papers import FLASH, STAGE
from tabletop.plots.tokens import DARK


@pytest.fixture
def view(room, inject, shipped_fonts):
    return room(inject("military-flash", "One launch."))


def texts(letterings):
    return [part.text for part in letterings]


def test_the_marking_stands_at_top_and_bottom(painted, view):
    markings = [p for p in painted(view) if p.text == view.marking.upper()]
    assert [p.y < 52 for p in markings] == [True, False]
    assert markings[1].y > 1028


def test_a_blank_room_shows_the_marking_and_nothing_else(painted, view):
    assert set(texts(painted(replace(view, blank=True)))) == {view.marking.upper()}


def test_a_pause_is_written_beside_the_time(painted, view):
    assert "PAUSED" in texts(painted(replace(view, paused=True)))
    assert "PAUSED" not in texts(painted(view))


def test_a_paused_room_shows_the_colour_of_the_pause(view):
    image = room_image(replace(view, paused=True), QSize(1920, 1080))
    assert image.pixelColor(70, 70) == QColor(DARK.paused)


def test_a_frozen_room_has_a_sign_and_keeps_its_paper(painted, view):
    size = QSize(1920, 1080)
    frozen, live = room_image(replace(view, frozen=True), size), room_image(view, size)
    assert frozen.copy(0, 144, 1920, 852) == live.copy(0, 144, 1920, 852)
    assert frozen.copy(0, 52, 1920, 92) != live.copy(0, 52, 1920, 92)


def test_the_time_title_and_join_code_stand_in_the_head(painted, view):
    shown = texts(painted(replace(view, join_code="472 193")))
    assert {"D+2 10:00Z", "Track over the eastern sea", "Join 472 193"} <= set(shown)


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (800, 600), (320, 180), (3840, 2160)])
def test_the_picture_fills_any_size_in_proportion(view, size):
    image = room_image(view, QSize(*size))
    scale = min(size[0] / 1920, size[1] / 1080)
    left, top = (size[0] - 1920 * scale) / 2, (size[1] - 1080 * scale) / 2
    slab = image.pixelColor(round(left + 80 * scale), round(top + 600 * scale))
    assert slab == QColor(FLASH.mark)
    assert image.pixelColor(0, 0) == QColor(STAGE.band)


def test_a_sheet_beyond_the_last_shows_the_last(painted, view):
    assert texts(painted(replace(view, sheet=9))) == texts(painted(view))


@pytest.mark.parametrize("words", [1, 12, 60])
def test_a_long_title_makes_way_for_time_and_code(painted, room, inject, words):
    page = inject("call", "Text.", title=" ".join(["title"] * words))
    shown = painted(replace(room(page), join_code="472 193"))
    code = next(part for part in shown if part.text.startswith("Join"))
    head = [p for p in shown if p.y < 140 and "title" in p.text]
    assert all(part.x < code.x for part in head)
