"""What is installed is whole: the wheel alone plays the demonstration, far from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The wheel's content in a folder of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=120,
    )
    wheel = next(folder.glob("*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def tabletop(installed, home, *arguments):
    environment = {k: v for k, v in os.environ.items() if k in ("PATH", "LANG")}
    return subprocess.run(
        [sys.executable, "-m", "tabletop", *arguments],
        cwd=home,
        env={**environment, "HOME": str(home), "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )


def test_scenarios_and_assets_travel_in_the_wheel(installed):
    shipped = installed / "tabletop" / "_shipped"

    assert (shipped / "scenarios" / "calm-front.ttx.yaml").is_file()
    assert list((shipped / "scenarios" / "calm-front").glob("*.svg"))
    assert list((shipped / "assets" / "fonts").glob("*.?tf"))
    assert (installed / "tabletop" / "py.typed").is_file()


def test_the_installed_program_plays_its_demonstration(installed, tmp_path):
    done = tabletop(installed, tmp_path, "demo", "--no-open", "-o", str(tmp_path / "out"))

    assert done.returncode == 0, done.stderr
    paths = [Path(line) for line in done.stdout.splitlines()]
    assert {path.suffix for path in paths} == {".docx", ".pdf", ".html", ".xlsx", ".md", ".json"}
    assert all(path.stat().st_size > 1000 for path in paths)
    where = tabletop(installed, tmp_path, "scenarios", "--json")
    assert "calm-front" in where.stdout
