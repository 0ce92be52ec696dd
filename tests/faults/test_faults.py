"""The short forms of the long runs, and the proof that they can fail."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


def run(*arguments):
    """Return the exit code and what was printed, the seed among it."""
    command = [sys.executable, "-m", "tests.faults", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_kill_9_loses_doubles_and_skips_nothing():
    code, printed = run("--kills", "12")
    assert code == 0, printed
    assert "12 kills" in printed


def test_the_harness_convicts_a_twin_that_acknowledges_before_the_commit():
    code, printed = run("--kills", "12", "--early")
    assert code == 1, printed
    assert "FAULT" in printed


def test_a_log_that_is_deleted_loses_nothing_that_was_acknowledged():
    code, printed = run("--lost-logs", "12")
    assert code == 0, printed
    assert "12 logs lost" in printed


def test_the_harness_convicts_a_twin_that_knows_its_log_by_name_only():
    code, printed = run("--lost-logs", "80", "--by-name")
    assert code == 1, printed
    assert "FAULT" in printed


def test_no_spoilt_database_is_read_without_a_word():
    code, printed = run("--mutations", "80")
    assert code == 0, printed
    assert "'damaged'" in printed
