"""What is let go of when the last window is closed; no window is left to say what went wrong."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.database.conftest import Place
from tests.database.samples import filled

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from pathlib import Path
from tabletop.cli.showing import Opening
from tabletop.gui import application
from tabletop.gui.first_screen import FirstScreen

connect = application.Parts._connect
lost = [Path(sys.argv[1] + ending) for ending in sys.argv[2:]]

def close_when_listed(parts, qt):
    def close():
        for path in lost:
            path.unlink()
        parts.window.close()

    connect(parts, qt)
    parts.desk.listed.connect(close)

application.Parts._connect = close_when_listed
sys.exit(Opening(sys.argv[1]).show(FirstScreen()))
"""


def closed_window(path, home, *lost):
    """Open the window on a database and close it, after the log was deleted or not."""
    pytest.importorskip("PySide6")
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path), *lost],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=ROOT,
        env={"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PATH": ""},
    )


@pytest.fixture
def recorded(tmp_path):
    folder = tmp_path / "database"
    folder.mkdir()
    place = Place(folder / "exercises.db")
    with place.open(create=True) as library:
        filled(library, 3)
    return place.path


def test_the_database_is_let_go_of(recorded, tmp_path):
    done = closed_window(recorded, tmp_path)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in recorded.parent.iterdir()] == ["exercises.db"]


def test_a_log_that_was_deleted_meanwhile_is_told(recorded, tmp_path):
    done = closed_window(recorded, tmp_path, "-wal", "-shm")
    assert done.returncode == 2, done.stderr
    assert "What was recorded before is in the database." in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in recorded.parent.iterdir()] == ["exercises.db"]
