"""Results are on stdout and messages on stderr, whatever stands behind them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tabletop.bootstrap.workbench import Workbench
from tabletop.exercise.commands import Observe


def piped(tabletop, *arguments, into, **environment):
    """Run a command whose output goes into another one; return its code and its messages."""
    reader = subprocess.Popen(into, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    done = subprocess.run(
        [sys.executable, "-m", "tabletop", *arguments],
        stdout=reader.stdin,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tabletop.home,
        env={**tabletop.environment, **environment},
        timeout=120,
        check=False,
    )
    reader.stdin.close()
    reader.wait(timeout=30)
    return done.returncode, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a reader that goes away")
def test_a_reader_that_has_enough_is_no_error(tabletop, played):
    assert piped(tabletop, "schema", into=["true"]) == (0, "")
    assert piped(tabletop, "log", "last", into=["head", "-1"]) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_output_that_cannot_be_written_is_told(tabletop, played, unbuffered):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tabletop", "exercises"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=tabletop.home,
            env={**tabletop.environment, "PYTHONUNBUFFERED": unbuffered},
            timeout=120,
            check=False,
        )

    assert done.returncode == 1
    assert done.stderr.startswith("The output could not be written")
    assert len(done.stderr.splitlines()) == 1


def test_a_system_without_unicode_still_gets_every_letter(tabletop, played):
    done = tabletop("log", "last", PYTHONIOENCODING="ascii", LC_ALL="C")

    assert done.code == 0
    assert "“Fog, first table”" in done.out


def test_half_a_character_in_the_record_is_valid_json(tabletop, played):
    database = tabletop.home / ".local/share/tabletop/exercises.db"
    with Workbench(str(database)) as bench:
        live = bench.live(bench.stored("last"))
        live.send(Observe("o-1", "half \ud83d"), command_id="c-1", actor="test")

    lines = [json.loads(line) for line in tabletop("log", "last", "--json").lines]

    assert lines[-1]["text"] == "half \ud83d"
    assert tabletop("log", "last").code == 0


def test_messages_are_written_as_they_are(tabletop):
    done = tabletop("check", "odd:warning:name[red].ttx.yaml")

    assert done.code == 2
    assert "odd:warning:name[red].ttx.yaml" in done.err


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_is_a_result_and_shows_every_command_once(tabletop, option):
    done = tabletop(option)

    assert done.code == 0
    for command in ("run", "open", "demo", "check", "rehearse", "verify", "forget"):
        assert f"\n  {command} " in done.out


def test_the_version_is_one_line(tabletop):
    done = tabletop("--version")

    assert done.code == 0
    assert done.out.startswith("tabletop ")
    assert len(done.lines) == 1
