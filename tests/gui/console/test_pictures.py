"""Enter on a file of the inject shows the picture large, and Esc puts it away."""

import pytest
from PySide6.QtWidgets import QWidget

from tabletop.exercise.events import ExerciseCreated
from tabletop.exercise.memory import MemoryLibrary
from tabletop.scenario.model import Scenario
from tabletop.scenario.package import Attachment, ScenarioPackage
from tests.gui.console.conftest import COUNCIL

MAP = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2"/></svg>'
)
FILES = ["map.svg", "torn.svg", "lost.svg"]


@pytest.fixture
def stored(clock):
    """The exercise with a map that came with it, a torn one, and one that did not come."""
    first, *others = COUNCIL["injects"]
    shown = {**first, "attachments": FILES, "handouts": []}
    plan = Scenario.model_validate(
        {**COUNCIL, "injects": [shown, *others]}, context={"language": "en"}
    )
    kept = (Attachment("map.svg", MAP), Attachment("torn.svg", b"<svg"))
    package = ScenarioPackage(plan, "source", kept)
    seats = tuple(role.id for role in plan.roles)
    event = ExerciseCreated("Small Council", "exercise", "small", "1", package.sha256, None, seats)
    return MemoryLibrary().create(
        "x1", package, event, at=clock(), command_id="c0", actor="facilitator"
    )


def picture(console):
    """Return the file that is shown large."""
    panel = console.window.inject.picture
    return panel.name if panel.isVisible() else ""


def test_enter_shows_the_picture_and_esc_leads_back_to_its_line(console):
    console.press("Space", "Alt+5")
    assert console.area_hint == "Alt 5, then Enter shows the picture"

    console.press("Enter")
    assert picture(console) == "map.svg"
    painted = console.window.inject.picture.grab().toImage()
    assert painted.pixelColor(painted.width() // 2, 100).name() == "#000000"

    console.press("Esc")
    assert picture(console) == ""
    assert console.window.focusWidget() is console.window.inject.area.papers
    assert console.trouble == ""


def test_enter_on_the_picture_puts_it_away_and_acts_on_nothing_below(console):
    console.press("Space", "Alt+5", "Enter", "Enter")

    assert picture(console) == ""
    assert console.lines[:2] == ["in_play I-01", "standby I-02"]


@pytest.mark.parametrize(
    ("steps", "why"),
    [(1, "torn.svg"), (2, "lost.svg did not come with the scenario")],
)
def test_a_file_that_cannot_be_shown_says_why(console, steps, why):
    console.press("Space", "Alt+5", *["Down"] * steps, "Enter")

    assert picture(console) == ""
    assert console.trouble.startswith(why)


def test_what_is_asked_or_opened_while_a_picture_is_shown_stands_over_it(console):
    console.press("Space", "Alt+5", "Enter", "Ctrl+K")
    shown, window = console.window.inject.picture, console.window
    palette = window.palette_
    over = palette.mapTo(window, palette.rect().center())
    assert window.childAt(over) in (palette, *palette.findChildren(QWidget))
    console.press("Esc", "S")

    assert shown.isVisible()
    strip, picture_top = window.strip, shown.mapTo(window, shown.rect().topLeft()).y()
    assert console.question == "Skip I-02?"
    assert strip.mapTo(window, strip.rect().bottomLeft()).y() < picture_top


def test_the_picture_goes_with_its_inject(console):
    console.press("Space", "Alt+5", "Enter", "Space")

    assert console.middle == "I-02"
    assert picture(console) == ""
