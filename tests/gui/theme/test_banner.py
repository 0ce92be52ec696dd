import pytest
from PySide6.QtGui import QColor

from tabletop.gui.theme.banner import MarkingBanner

SHORT = "Unclassified – for exercise purposes only"
LONG = f"{SHORT} – releasable to all participants and to the evaluators of the spring course"


@pytest.fixture
def banner(theme, qtbot):
    made = MarkingBanner(theme, SHORT)
    qtbot.addWidget(made)
    made.resize(1366, made.sizeHint().height())
    made.show()
    return made


def test_the_banner_is_as_high_as_the_measure_says(banner):
    assert banner.height() == 20


def test_a_marking_too_long_for_the_window_takes_a_second_line(banner):
    banner.show_marking(LONG)
    banner.resize(500, 20)
    assert banner.height() > 30


def test_the_whole_marking_can_be_heard(banner):
    banner.show_marking(LONG)
    assert banner.accessibleName().endswith(LONG)


def test_the_banner_has_the_colours_of_the_theme(banner, theme):
    theme.apply("contrast")
    assert banner.grab().toImage().pixelColor(2, 2) == QColor(theme.tokens.marking)
