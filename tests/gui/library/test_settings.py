"""What is remembered of windows and look."""

import pytest
from PySide6.QtWidgets import QWidget

from tabletop.gui.library.settings import Settings, next_scale


def test_the_look_comes_back(tmp_path):
    settings = Settings(tmp_path / "settings.ini")
    assert (settings.choice, settings.scale) == ("system", 1.0)
    settings.keep_look("contrast", 1.25)
    settings.keep_room_screen("HDMI-1")
    settings.write()
    again = Settings(tmp_path / "settings.ini")
    assert (again.choice, again.scale, again.room_screen) == ("contrast", 1.25, "HDMI-1")


@pytest.mark.parametrize(("text", "scale"), [("huge", 1.0), ("9", 1.5), ("0.1", 0.9)])
def test_a_size_that_makes_no_sense_is_mended(tmp_path, text, scale):
    file = tmp_path / "settings.ini"
    file.write_text(f"[look]\ntext={text}\ntheme=pink\n", encoding="utf-8")
    settings = Settings(file)
    assert (settings.choice, settings.scale) == ("system", scale)


def test_a_window_comes_back_where_it_was(tmp_path, qtbot):
    settings = Settings(tmp_path / "settings.ini")
    window, again = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(again)
    assert not settings.restore_place("library", again)
    window.setGeometry(40, 50, 640, 480)
    settings.keep_place("library", window)
    settings.write()
    assert Settings(tmp_path / "settings.ini").restore_place("library", again)
    assert again.size() == window.size()


def test_sizes_go_step_by_step_and_end():
    assert [next_scale(1.0, 1), next_scale(1.0, -1)] == [1.1, 0.9]
    assert [next_scale(1.5, 1), next_scale(0.9, -1)] == [1.5, 0.9]
