"""The command line as a person runs it, in a home of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


class CommandLine:
    """Runs ``tabletop`` without a display and gives back what it printed."""

    def __init__(self, home: Path) -> None:
        self.home = home
        kept = {k: v for k, v in os.environ.items() if k in ("PATH", "LANG", "PYTHONPATH")}
        self.environment = {**kept, "HOME": str(home), "TZ": "UTC", "COLUMNS": "200"}

    def __call__(self, *arguments: object) -> str:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "tabletop", *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=self.home,
            env=self.environment,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def tabletop(tmp_path_factory):
    return CommandLine(tmp_path_factory.mktemp("home"))
