"""The half-day cut of Calm Front, conducted by keys from the first Space to the report."""

from pathlib import Path

import pytest

from tabletop.exercise.events import ExerciseCreated
from tabletop.exercise.memory import MemoryLibrary
from tabletop.live import LiveExercise
from tabletop.scenario_files.reader import read_scenario

SCENARIO = Path(__file__).parents[3] / "scenarios" / "calm-front.ttx.yaml"
MOST_INJECTS = 40


@pytest.fixture(scope="module")
def package():
    return read_scenario(SCENARIO).package


@pytest.fixture
def half_day(package, clock):
    seats = tuple(role.id for role in package.scenario.roles)
    event = ExerciseCreated(
        "Half a day", "exercise", "calm-front", "1", package.sha256, "half-day", seats
    )
    library = MemoryLibrary()
    stored = library.create("h1", package, event, at=clock(), command_id="c0", actor="facilitator")
    return LiveExercise(stored, clock)


@pytest.fixture
def console(qtbot, half_day, services, shipped_theme, clock):
    from tests.gui.console.driver import ConsoleDriver

    driver = ConsoleDriver(qtbot, half_day, services, shipped_theme, clock, None)
    yield driver
    driver.leave()


def play_to_the_end(console):
    """Release what stands by and decide what it asks, until nothing waits any more."""
    taken = []
    for _ in range(MOST_INJECTS):
        if console.standby == "":
            return taken
        released = console.standby
        console.press("Space")
        assert console.state.inject_run(released).is_released, (console.question, console.trouble)
        console.minutes_pass(3)
        taken += console.decide_what_is_open(2)
    raise AssertionError(f"{console.standby} still waits")


def test_half_a_day_of_calm_front_is_played_by_keys_to_its_report(
    console, package, services, qtbot
):
    console.press("Space", "P")
    console.minutes_pass(10)
    console.press("P")
    console.log("+ Asked who decides @TUR #O1")
    console.press("Esc")
    console.log("? Which sites are covered @DEU")
    console.press("Esc", "Q")
    console.answer(text="Two of five.")
    taken = play_to_the_end(console)
    console.press("Ctrl+Shift+E", "Enter")
    assert console.status == "ENDED"

    state = console.state
    cut = next(cut for cut in package.scenario.cuts if cut.id == "half-day")
    played = [i for i in state.release_order if state.inject_run(i).is_released]
    assert set(played) <= set(cut.injects)
    assert len(played) > 10
    asked = [d.id for i in played for d in state.inject(i).decisions]
    assert taken == asked
    assert all(state.decision_run(d).outcome is not None for d in asked)
    assert state.requests["R1"].answer == "Two of five."

    for _ in package.scenario.objectives:
        console.press("O") if console.question == "" else None
        console.answer(rating="S", because="Seen")
    assert len(console.state.ratings) == len(package.scenario.objectives)

    console.press("Ctrl+Shift+R")
    qtbot.waitUntil(lambda: "report.pdf" in console.report, timeout=5000)
    assert services.asked[0][0] == "h1"
    assert (services.folder / "report.pdf").exists()
    assert console.trouble == ""


def test_no_option_of_calm_front_is_cut_on_a_laptop(console, package):
    window = console.window
    window.resize(1366, 768)
    console.press("Space")
    bars = window.board.bars

    cut = []
    for decision_id in package.scenario.decisions_by_id:
        window.desk.turn_to(decision_id)
        window.board.grab()
        cut += [(decision_id, title) for title in bars.cut_titles]

    assert cut == [], str(cut)
