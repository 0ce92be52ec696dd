import pytest
from PySide6.QtGui import QIcon

from tabletop.gui.theme.icons import ICON_SIZES, IconMissing, Icons


@pytest.fixture
def icons(qapp, drawn_icons):
    return Icons(drawn_icons)


@pytest.mark.parametrize("size", ICON_SIZES)
def test_an_icon_is_drawn_in_the_colour_asked_for(icons, size):
    image = icons.pixmap("eye-off", size, "#A61C1C").toImage()
    middle = image.pixelColor(size // 2, size // 2)
    assert (middle.red(), middle.green(), middle.blue()) == (0xA6, 0x1C, 0x1C)


def test_a_sharp_screen_gets_more_pixels_for_the_same_size(icons):
    pixmap = icons.pixmap("play", 16, "#000000", ratio=2.0)
    assert pixmap.width() == 32
    assert pixmap.deviceIndependentSize().width() == 16


def test_an_icon_is_rendered_once(icons):
    first = icons.pixmap("play", 16, "#000000")
    assert icons.pixmap("play", 16, "#000000") is first


def test_a_disabled_icon_has_its_own_colour(icons):
    icon = icons.icon("play", "#000000", "#FF0000")
    disabled = icon.pixmap(24, QIcon.Mode.Disabled).toImage().pixelColor(10, 8)
    assert disabled.red() > disabled.green()


@pytest.mark.parametrize("name", ["no-such", "../play", "play.svg", ""])
def test_a_name_without_an_icon_is_told(icons, name):
    with pytest.raises(IconMissing, match="no icon"):
        icons.pixmap(name, 16, "#000000")


def test_the_names_there_are_can_be_asked(icons):
    assert icons.names == ("eye-off", "play")
