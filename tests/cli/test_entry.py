"""A bare ``tabletop`` goes straight to the window; everything else is a command."""

import subprocess
import sys

import pytest

from tabletop.cli.entry import is_for_the_window


@pytest.mark.parametrize("arguments", [[], ["--database", "course.db"]])
def test_the_window_is_opened_without_the_commands(arguments):
    assert is_for_the_window(arguments)


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["scenarios"], ["--database"], ["--database", "--help"], ["--database=a.db"]],
)
def test_whatever_else_is_named_is_for_the_commands(arguments):
    assert not is_for_the_window(arguments)


PROGRAM = """
import sys
from tabletop.cli.showing import Opening
places = Opening(None).places
assert (places.assets / "fonts").is_dir()
heavy = {"typer", "pydantic", "sqlalchemy", "yaml", "json", "tabletop.bootstrap.workbench"}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
"""


def test_what_comes_before_the_first_picture_loads_nothing_heavy():
    pytest.importorskip("PySide6")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
