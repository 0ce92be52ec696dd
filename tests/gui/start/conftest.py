"""The start page with its real icons."""

from pathlib import Path

import pytest

ASSETS = Path(__file__).parents[3] / "assets"


@pytest.fixture
def theme(qapp):
    """The application's look with the shipped icons."""
    from tabletop.gui.theme.theme import Theme

    made = Theme(qapp, fonts=ASSETS / "fonts", icons=ASSETS / "icons")
    made.apply("light")
    yield made
    qapp.setStyleSheet("")
