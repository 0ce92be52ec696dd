"""Screens are tested without a display; without Qt they are not tested at all."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ASSETS = Path(__file__).parents[2] / "assets"

try:
    import PySide6  # noqa: F401 - only whether it is there
except ImportError:
    collect_ignore_glob = ["*/test_*.py", "test_*.py"]


def pytest_collection_modifyitems(items):
    """Let pass what the display-less platform says of itself; every other warning of Qt fails."""
    for item in items:
        if Path(item.path).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt)
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@pytest.fixture(scope="session")
def shipped_fonts(qapp):
    """The families that travel with the program, known to Qt."""
    from tabletop.gui.theme.typography import load_fonts

    return load_fonts(ASSETS / "fonts")


@pytest.fixture(scope="session")
def drawn_icons(tmp_path_factory):
    """A folder with two icons, so that tests do not lean on the shipped set."""
    folder = tmp_path_factory.mktemp("icons")
    for name, path in (("play", "M6 4l14 8-14 8z"), ("eye-off", "M3 3l18 18")):
        (folder / f"{name}.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" '
            f'stroke="currentColor" stroke-width="4"><path d="{path}"/></svg>',
            encoding="utf-8",
        )
    return folder


@pytest.fixture
def theme(qapp, drawn_icons):
    """The application's look; light at the start, and the application as before at the end."""
    from tabletop.gui.theme.theme import Theme

    made = Theme(qapp, fonts=ASSETS / "fonts", icons=drawn_icons)
    made.apply("light")
    yield made
    qapp.setStyleSheet("")
