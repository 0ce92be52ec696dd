"""The application as a whole: with and without a display, from the first picture to the end."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tabletop.gui import application
from tabletop.gui.application import has_display
from tabletop.gui.troubles import NO_DISPLAY

ROOT = Path(__file__).parents[2]

PROGRAM = """
    import sys
    from pathlib import Path
    from PySide6.QtCore import QObject, QTimer
    from PySide6.QtWidgets import QApplication
    from tabletop.gui import application
    from tabletop.gui.first_screen import FirstScreen
    from tests.gui.library.samples import FakeServices

    folder = Path(sys.argv[1])
    assets = Path(application.__file__).parents[2] / "assets"
    places = application.Places(assets, folder, folder / "log", folder / "library.json")
    made = []

    def services():
        made.append(FakeServices(folder))
        return made[0]

    class Watcher(QObject):
        def __init__(self, parts):
            super().__init__(parts.window)
            self.parts = parts
            parts.desk.listed.connect(self.on_listed)

        def on_listed(self):
            print("visible", self.parts.window.isVisible(), "threaded", bool(made))
            1 / (0 if len(sys.argv) > 2 else 1)
            QTimer.singleShot(50, self.parts.window.close)

    before = application.Parts._connect

    def connect(parts, qt):
        before(parts, qt)
        Watcher(parts)
        if len(sys.argv) > 2:
            parts.troubles.happened.connect(lambda words: print("told", "ZeroDivision" in words))
            QTimer.singleShot(1500, parts.window.close)

    application.Parts._connect = connect
    print("code", application.run_application(services, FirstScreen(), places=places))
"""


def run(program, *arguments, **environment):
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=ROOT,
        env={**kept, "QT_QPA_PLATFORM": "offscreen", **environment},
    )


def test_the_library_opens_reads_and_ends(tmp_path):
    done = run(PROGRAM, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["visible True threaded True", "code 0"]
    assert (tmp_path / "library.json").is_file()
    assert (tmp_path / "settings.ini").is_file()


def test_a_bug_is_logged_and_told_and_the_application_goes_on(tmp_path):
    done = run(PROGRAM, tmp_path, "with-a-bug")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["visible True threaded True", "told True", "code 0"]
    assert "ZeroDivisionError" in (tmp_path / "log" / "tabletop.log").read_text(encoding="utf-8")


NO_WINDOW = """
    from pathlib import Path

    from tabletop.gui.application import Places, run_application
    from tabletop.gui.first_screen import FirstScreen

    nowhere = Places(*map(Path, ("assets", "data", "log", "library.json")))

    def services():
        raise AssertionError("nothing is needed without a display")

    raise SystemExit(run_application(services, FirstScreen(), places=nowhere))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a display")
def test_without_a_display_it_says_what_can_be_done_instead(tmp_path):
    done = run(NO_WINDOW, QT_QPA_PLATFORM="", XDG_RUNTIME_DIR=str(tmp_path))
    assert done.returncode == NO_DISPLAY
    assert done.stderr.startswith("There is no display to open a window on.")
    assert "tabletop demo" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("environment", "there"),
    [
        ({}, False),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
        ({"DISPLAY": ":77"}, False),
        ({"DISPLAY": "nonsense"}, False),
        ({"DISPLAY": "far.example:0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, False),
    ],
)
def test_a_display_is_looked_for(monkeypatch, tmp_path, environment, there):
    monkeypatch.setattr(application, "_X11_SOCKETS", tmp_path)
    monkeypatch.setattr(application, "_has_abstract_x11", lambda number: False)
    assert has_display({"XDG_RUNTIME_DIR": str(tmp_path), **environment}, "linux") is there


def test_sockets_of_a_display_are_found(monkeypatch, tmp_path):
    monkeypatch.setattr(application, "_X11_SOCKETS", tmp_path)
    (tmp_path / "X1").touch()
    (tmp_path / "wayland-0").touch()
    assert has_display({"DISPLAY": ":1.0"}, "linux")
    assert has_display({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}, "linux")


def test_other_systems_always_have_a_display():
    assert has_display({}, "win32")
    assert has_display({}, "darwin")
