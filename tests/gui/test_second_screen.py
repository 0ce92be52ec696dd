"""The room on a second screen: it opens there, and comes back when the screen goes.

Screens of the display-less platform are named in a file before the application starts, so each
number of screens has a process of its own, which says at each step where the room is.
"""

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# The platform takes the screen named last as the first one.
PROJECTOR = {"name": "projector", "x": 1366, "y": 0, "width": 1920, "height": 1080}
LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768}
DOTS = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}

BEGIN = """
    import sys
    from pathlib import Path
    from PySide6.QtGui import QGuiApplication
    from tabletop.bootstrap.services import GuiServices
    from tabletop.bootstrap.workbench import Workbench
    from tabletop.gui import application
    from tabletop.gui.services import NewExercise
    from tabletop.gui.theme.theme import Theme

    qt = application.make_application()
    assets = Path(application.__file__).parents[2] / "assets"
    theme = Theme(qt, fonts=assets / "fonts", icons=assets / "icons")
    theme.apply("light")
    bench = Workbench(sys.argv[1], create=True)
    services = GuiServices(bench)
    live = services.start(NewExercise(bench.scenario_path("calm-front")))
    screens = {screen.name(): screen for screen in QGuiApplication.screens()}

    def opened(chosen):
        console = application.open_console(live, services, theme, chosen)
        console.show()
        return console

    def say(step, console):
        room = console.room.window
        where = room.geometry().center()
        on = [name for name, s in screens.items() if s.geometry().contains(where)]
        look = "full" if room.isFullScreen() else "framed"
        print(step, look if room.isVisible() else "hidden", *on, sep=": ")
        assert console.screen().name() == "laptop"
"""


TWO = """
    console = opened("")
    say("no choice", console)
    console.close()
    console = opened(application.A_WINDOW)
    say("a window", console)
    console.close()
    console = opened("projector")
    # What Qt sends, while the screen is still known, when a cable is pulled; and when it is back.
    qt.screenRemoved.emit(screens["projector"])
    say("pulled", console)
    room = console.room.window.frameGeometry()
    print("pulled, inside", screens["laptop"].geometry().contains(room), sep=": ")
    print("pulled, narrower", room.width() < 1366, sep=": ")
    qt.screenAdded.emit(screens["projector"])
    say("back", console)
    console.room.window.show_in_frame()
    qt.screenAdded.emit(screens["projector"])
    say("framed by hand", console)
"""
THREE = """
    for name in ("wall", "projector"):
        console = opened(name)
        say(name, console)
        console.close()
    console = opened("projector")
    qt.screenRemoved.emit(screens["wall"])
    say("another is pulled", console)
"""
ONE = """
    for chosen in ("", "projector", application.A_WINDOW):
        console = opened(chosen)
        say(chosen or "no choice", console)
        console.close()
"""


def said(folder, program, *screens):
    """Run a program on these screens; return what it said of each step."""
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": [{**one, **DOTS} for one in screens]}))
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={config}", "HOME": str(folder)}
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            textwrap.dedent(BEGIN) + textwrap.dedent(program),
            str(folder / "exercises.db"),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=ROOT,
        env={**os.environ, **platform},
    )
    assert done.returncode == 0, done.stderr
    return dict(line.split(": ", 1) for line in done.stdout.splitlines())


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    return said(tmp_path_factory.mktemp("two"), TWO, PROJECTOR, LAPTOP)


def test_without_a_choice_the_room_fills_the_second_screen(two):
    assert two["no choice"] == "full: projector"


def test_who_wants_the_room_in_a_window_gets_one(two):
    assert two["a window"] == "framed: laptop"


def test_the_room_comes_back_into_a_frame_when_its_screen_goes(two):
    assert two["pulled"] == "framed: laptop"
    assert (two["pulled, inside"], two["pulled, narrower"]) == ("True", "True")


def test_the_room_fills_its_screen_again_when_that_is_back(two):
    assert two["back"] == "full: projector"


def test_a_room_taken_into_a_frame_by_hand_stays_there(two):
    assert two["framed by hand"].startswith("framed")


def test_of_three_screens_the_room_fills_the_one_that_was_chosen(tmp_path):
    wall = {**PROJECTOR, "name": "wall", "x": 1366 + 1920}
    assert said(tmp_path, THREE, PROJECTOR, wall, LAPTOP) == {
        "wall": "full: wall",
        "projector": "full: projector",
        "another is pulled": "full: projector",
    }


def test_on_one_screen_the_room_does_not_cover_the_console(tmp_path):
    steps = said(tmp_path, ONE, LAPTOP)
    assert [where.split(":")[0] for where in steps.values()] == ["hidden"] * 3
