from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from tabletop.gui.theme.theme import Theme, set_kind, set_role
from tabletop.gui.theme.typography import TextRole
from tabletop.plots.tokens import THEMES

ASSETS = Path(__file__).parents[3] / "assets"
NAMES = [tokens.name for tokens in THEMES]


@pytest.mark.parametrize("tokens", THEMES, ids=NAMES)
def test_the_palette_is_the_tables(theme, tokens):
    theme.apply(tokens.name)
    palette = QApplication.palette()
    assert palette.color(QPalette.ColorRole.Window) == QColor(tokens.window)
    assert palette.color(QPalette.ColorRole.WindowText) == QColor(tokens.text)
    assert palette.color(QPalette.ColorRole.Highlight) == QColor(tokens.accent)


def test_switching_is_told_once_and_after_the_fact(theme, qtbot):
    seen = []
    theme.changed.connect(lambda: seen.append(theme.tokens.name))
    theme.apply("dark")
    assert seen == ["dark"]


@pytest.mark.parametrize("name", NAMES)
def test_every_theme_gives_a_style_sheet_that_qt_understands(theme, qtbot, name):
    theme.apply(name, scale=1.2, wide=True)
    window = QWidget()
    qtbot.addWidget(window)
    for made in (QLabel("x", window), QPushButton("x", window), QLineEdit("x", window)):
        set_kind(made, "primary")
    window.show()
    window.grab()
    assert "$" not in QApplication.instance().styleSheet()


def test_a_primary_button_is_filled_with_the_accent(theme, qtbot):
    button = QPushButton("GO")
    qtbot.addWidget(button)
    set_kind(button, "primary")
    button.resize(120, 44)
    image = button.grab().toImage()
    assert image.pixelColor(20, 10) == QColor(theme.tokens.accent)


def test_a_button_is_as_high_as_the_measure_says(theme, qtbot):
    button = QPushButton("Recall I-09")
    qtbot.addWidget(button)
    assert button.sizeHint().height() == 32


def test_a_role_follows_the_text_scale(theme, qtbot):
    label = QLabel("10:27:31")
    qtbot.addWidget(label)
    set_role(label, TextRole.CLOCK)
    before = label.sizeHint().height()
    theme.apply("light", scale=1.5)
    set_role(label, TextRole.CLOCK)
    assert label.sizeHint().height() > before


def test_an_icon_on_a_button_follows_the_theme(theme, qtbot):
    button = QPushButton("Play")
    qtbot.addWidget(button)
    theme.set_icon(button, "play", size=24)
    light = button.icon().pixmap(24).toImage().pixelColor(10, 8)
    theme.apply("dark")
    dark = button.icon().pixmap(24).toImage().pixelColor(10, 8)
    assert light.lightness() < 60 < 200 < dark.lightness()


def test_without_a_word_from_the_system_the_theme_is_light(theme):
    theme.apply("system")
    assert theme.choice == "system"
    assert theme.tokens.name == "light"


def test_a_font_is_made_once_for_a_look(theme):
    theme.apply("light")
    text = theme.font(TextRole.TEXT)
    assert theme.font(TextRole.TEXT) is text
    assert theme.font(TextRole.TEXT, weight=600).weight() == QFont.Weight.DemiBold
    assert theme.font(TextRole.TEXT, tabular=True).isFeatureSet(QFont.Tag("tnum"))
    theme.apply("light", scale=1.5)
    assert theme.font(TextRole.TEXT).pixelSize() == round(text.pixelSize() * 1.5)


def test_a_measure_grows_with_the_text(theme):
    theme.apply("light", scale=1.5)
    assert theme.scaled(16) == 24


class WatchedApplication:
    """The application, with the sheets it is given."""

    def __init__(self, application):
        self._application = application
        self.sheets = []

    def __getattr__(self, name):
        return getattr(self._application, name)

    def setStyleSheet(self, sheet):  # noqa: N802 (Qt's name)
        self.sheets.append(sheet)
        self._application.setStyleSheet(sheet)


def test_an_old_sheet_is_taken_off_before_the_new_one_is_laid_on(qapp):
    qapp.setStyleSheet("")
    watched = WatchedApplication(qapp)
    made = Theme(watched, fonts=ASSETS / "fonts", icons=ASSETS / "icons")
    made.apply("light")
    made.apply("dark")
    qapp.setStyleSheet("")
    light, bare, dark = watched.sheets
    assert light
    assert dark
    assert light != dark
    assert not bare
