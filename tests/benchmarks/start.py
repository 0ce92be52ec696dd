"""P1 and P2: from starting the process to the first picture, against floors in the same run.

Every measurement is a fresh process, timed by the wall clock from before it is started. P1's
floor is an empty main window painted; the library must by then show its real rows, and a key must
move the selection (which the child asserts). P2's floor is a window with SQLAlchemy and pydantic
loaded; ours is an exercise of 500 injects open at its inject, in the console.
"""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.ratios import PAIRS, Ratio, compared

ROOT = Path(__file__).parents[2]
INJECTS = 500

_WATCH = """
class Watcher(QtCore.QObject):
    def eventFilter(self, watched, event):
        if event.type() == QtCore.QEvent.Type.Paint:
            QtCore.QTimer.singleShot(0, application.quit)
        return False
"""

EMPTY_WINDOW = f"""
import os, time
{{libraries}}
from PySide6 import QtCore, QtGui, QtWidgets
application = QtWidgets.QApplication([])
window = QtWidgets.QMainWindow()
window.resize(1200, 800)
{_WATCH}
watcher = Watcher()
centre = QtWidgets.QWidget()
window.setCentralWidget(centre)
centre.installEventFilter(watcher)
window.show()
application.exec()
print(time.time(), flush=True)
os._exit(0)
"""
LIBRARIES = """
import sqlalchemy, sqlalchemy.orm, pydantic
class Model(pydantic.BaseModel):
    field: int
"""

# The application as its entry point opens it; only where the folders lie is said otherwise.
APPLICATION = """
import gc
gc.disable()
import os, sys, time
from pathlib import Path
folder = Path(sys.argv[1])
os.environ["XDG_CACHE_HOME"] = os.environ["XDG_DATA_HOME"] = str(folder)
os.environ.pop("TABLETOP_DATABASE", None)
from tabletop.cli.showing import Opening
from tabletop.gui.first_screen import FirstScreen

opening = Opening(None)
from tabletop.gui import application as app

made = []
class Parts(app.Parts):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        made.append(self)
        self.troubles.happened.connect(lambda sentence: (sys.stderr.flush(), os._exit(1)))
        watch(self)

def end(seconds):
    opening._binding.write()
    print(seconds, flush=True)
    os._exit(0)

app.Parts = Parts
"""
LIBRARY = (
    APPLICATION
    + """
def watch(parts):
    # What the application does first once the whole picture is painted.
    parts.window.make_shortcuts = painted

def painted():
    seconds = time.time()
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    library = made[0].window.library
    assert len(library.cards.cards) == 4 and len(library.panel.list.rows.rows) == 6
    library.cards.take_focus()
    pressed = time.perf_counter()
    QTest.keyClick(library.cards.current, Qt.Key.Key_Right)
    library.cards.current.repaint()
    assert library.cards.current.row.title == "Silent Strand", library.cards.current.row
    assert time.perf_counter() - pressed < 0.1
    end(seconds)

opening.show(FirstScreen())
"""
)
CONSOLE = (
    APPLICATION
    + """
from PySide6.QtCore import QTimer

def watch(parts):
    parts.desk.console_opened.connect(opened)

def opened(console):
    assert console.bridge.state.release_order, "the exercise is not at its inject"
    console.repaint()
    QTimer.singleShot(0, lambda: end(time.time()))

opening.show(FirstScreen(exercise_id="large"))
"""
)


def p1(pairs: int = PAIRS) -> Ratio:
    """Return how long the library takes to its whole first picture beside an empty window."""
    from tabletop.gui.library.cache import write_cache
    from tests.gui.library.samples import TYPICAL

    _compile()
    with tempfile.TemporaryDirectory(prefix="start-") as name:
        folder = Path(name)
        write_cache(folder / "tabletop" / "library.json", TYPICAL)
        empty = EMPTY_WINDOW.format(libraries="")
        return _in_pairs(LIBRARY, empty, folder, pairs)


def p2(pairs: int = PAIRS) -> Ratio:
    """Return how long an exercise takes to open beside a window with its libraries."""
    _compile()
    with tempfile.TemporaryDirectory(prefix="start-") as name:
        folder = Path(name)
        _create_large(folder / "tabletop" / "exercises.db")
        floor = EMPTY_WINDOW.format(libraries=LIBRARIES)
        return _in_pairs(CONSOLE, floor, folder, pairs)


def _in_pairs(ours: str, floor: str, folder: Path, pairs: int) -> Ratio:
    """Measure two programs in turn, each once unmeasured before."""
    for program in (floor, ours):
        _seconds(program, folder)
    return compared([(_seconds(ours, folder), _seconds(floor, folder)) for _ in range(pairs)])


def _seconds(program: str, folder: Path) -> float:
    """Return the seconds from starting a program to the moment it prints."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=ROOT,
        env=environment,
    )
    if done.returncode or not done.stdout:
        raise RuntimeError(f"The measured program failed:\n{done.stderr[-2000:]}")
    return float(done.stdout.split()[-1]) - began


def _compile() -> None:
    """Compile to byte code first: it is what an installed program has."""
    compileall.compile_dir(ROOT / "tabletop", quiet=1)


def _create_large(database: Path) -> None:
    """Keep an exercise of 500 injects whose first inject is in the room."""
    from tabletop.bootstrap.workbench import Workbench
    from tabletop.exercise.commands import ReleaseInject
    from tests.benchmarks.scenario_reading import large_scenario

    database.parent.mkdir()
    plan = database.with_name("large.ttx.yaml")
    plan.write_text(large_scenario(INJECTS), encoding="utf-8")
    ids = iter(["large", *(f"c{number}" for number in range(100))])
    with Workbench(str(database), ids=lambda: next(ids)) as bench:
        package = bench.package(str(plan))
        live = bench.live(bench.create(package))
        first = package.scenario.injects[0].id
        live.send(ReleaseInject(first), command_id="release", actor="facilitator")


if __name__ == "__main__":
    print("P1", p1())
    print("P2", p2())
