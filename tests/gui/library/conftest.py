"""The library with its real icons, on folders of the test."""

from pathlib import Path

import pytest

from tests.gui.library.drivers import DeskDriver, LibraryDriver
from tests.gui.library.samples import TYPICAL, FakeServices

ASSETS = Path(__file__).parents[3] / "assets"


@pytest.fixture
def theme(qapp):
    """The application's look with the shipped icons."""
    from tabletop.gui.theme.theme import Theme

    made = Theme(qapp, fonts=ASSETS / "fonts", icons=ASSETS / "icons")
    made.apply("light")
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def services(tmp_path):
    """Services that keep lists."""
    return FakeServices(tmp_path / "reports")


@pytest.fixture
def settings(tmp_path):
    """The settings of a user who never had any."""
    from tabletop.gui.library.settings import Settings

    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def desk(qtbot, theme, services, settings, tmp_path):
    """A library at work, its services ready when it has begun."""
    driver = DeskDriver(qtbot, theme, services, settings, tmp_path / "library.json")
    yield driver
    driver.close()


@pytest.fixture
def library(qtbot, theme):
    """The library's window with what is typically in it."""
    from tabletop.gui.library.window import LibraryWindow

    window = LibraryWindow(theme)
    window.show_contents(TYPICAL, is_read=True)
    window.make_shortcuts()
    window.show()
    driver = LibraryDriver(qtbot, window)
    yield driver
    window.close()
    window.deleteLater()
