"""0 done, 1 findings or refused, 2 wrong usage or a file that cannot be read; never a traceback."""

import json
import shlex
import subprocess
import sys
import threading

import pytest

from tabletop.bootstrap.workbench import Workbench
from tabletop.exercise.commands import ContinueExercise, Observe


@pytest.mark.parametrize("place", ["before", "behind", "environment"])
def test_a_database_is_named_before_or_behind_the_command_or_in_the_environment(
    tabletop, small, place
):
    def at(*arguments):
        if place == "environment":
            return tabletop(*arguments, TABLETOP_DATABASE="course.db")
        named = ("--database", "course.db")
        return tabletop(*named, *arguments) if place == "before" else tabletop(*arguments, *named)

    missing = at("exercises")
    assert missing.code == 2
    assert "Nothing was created" in missing.err
    assert not (tabletop.home / "course.db").exists()

    recorded = at("transcribe", *map(str, small))
    assert recorded.code == 0, recorded.err
    assert [e["id"] for e in json.loads(at("exercises", "--json").out)] == [recorded.out.strip()]
    assert not (tabletop.home / ".local").exists()


def test_the_database_behind_the_command_outweighs_the_one_before_it(tabletop, small):
    tabletop("transcribe", *map(str, small), "--database", "course.db")

    done = tabletop("--database", "other.db", "exercises", "--database", "course.db")

    assert done.code == 0
    assert "Fog, first table" in done.out


@pytest.mark.parametrize(
    "command",
    [
        ["log", "last"],
        ["verify", "last"],
        ["report", "last"],
        ["compare", "last", "x"],
        ["forget", "last"],
        ["open", "last"],
    ],
    ids=lambda command: command[0],
)
def test_reading_makes_no_database(tabletop, command):
    done = tabletop(*command, "--database", "nowhere.db")

    assert done.code == 2
    assert "nowhere.db" in done.err
    assert "Nothing was created" in done.err
    assert list(tabletop.home.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["frobnicate"], ["frobnicate"]),
        (["check"], ["SCENARIO"]),
        (["check", "nowhere.ttx.yaml"], ["nowhere.ttx.yaml"]),
        (["log", "nobody"], ["no exercise"]),
        (["rehearse", "calm-front", "--policy", "wisest"], ["wisest", "middle"]),
        (["rehearse", "calm-front", "--cut", "tiny"], ["tiny", "half-day"]),
        (["rehearse", "calm-front", "--runs", "0"], ["--runs"]),
        (["run", "calm-front", "--cut", "tiny"], ["tiny", "half-day"]),
        (["run", "nowhere"], ["nowhere", "calm-front"]),
        (["transcribe", "calm-front", "nowhere.yaml"], ["nowhere.yaml"]),
        (["report", "last", "--format", "odt"], ["odt", "docx"]),
        (["compare", "last"], ["two or more"]),
        (["exercises", "--database", ""], ["path"]),
        (["exercises", "--database", "postgresql://me:secret@host/x"], ["SQLite"]),
    ],
    ids=" ".join,
)
def test_wrong_usage_and_what_cannot_be_read_end_with_2(tabletop, arguments, words):
    done = tabletop(*arguments)

    assert done.code == 2
    assert done.out == ""
    assert "secret" not in done.err
    for word in words:
        assert word in done.err


def test_an_exercise_is_not_compared_with_itself(tabletop, played):
    done = tabletop("compare", "last", played)

    assert done.code == 2
    assert "twice" in done.err


def test_check_takes_several_files_and_ends_with_the_worst(tabletop, small, tmp_path):
    sound = str(small[0])
    broken = tmp_path / "broken.ttx.yaml"
    broken.write_text("tabletop: 1\n", encoding="utf-8")

    both = tabletop("check", sound, str(broken), "--json")
    assert both.code == 1
    assert {finding["path"] for finding in json.loads(both.out)} == {str(broken)}

    lost = tabletop("check", str(broken), sound, "nowhere.ttx.yaml")
    assert lost.code == 2
    assert str(broken) in lost.out
    assert "nowhere.ttx.yaml" in lost.err


def test_a_folder_that_cannot_be_written_into_is_refused(tabletop, played):
    (tabletop.home / "taken").write_text("a file")

    done = tabletop("report", "last", "--format", "json", "-o", "taken/reports")

    assert done.code == 1
    assert "taken/reports" in done.err
    assert done.out == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit to set")
def test_a_disk_that_fills_up_leaves_whole_files_and_tells_those_it_wrote(tabletop, played):
    asked = ["report", "last", "--format", "json,docx", "-o", "reports"]
    command = [sys.executable, "-m", "tabletop", *asked]
    limited = subprocess.run(
        # No file above 40 KiB, as on a full disk.
        ["bash", "-c", f"ulimit -f 40; exec {shlex.join(command)}"],
        capture_output=True,
        text=True,
        cwd=tabletop.home,
        env=tabletop.environment,
        timeout=120,
        check=False,
    )

    assert limited.returncode == 1
    assert "could not be written" in limited.stderr
    assert "Traceback" not in limited.stderr
    assert limited.stdout.splitlines() == ["reports/fog-first-table-report.json"]
    assert [p.suffix for p in (tabletop.home / "reports").iterdir()] == [".json"]


def test_the_log_the_proof_and_the_report_come_while_another_window_writes(tabletop, small):
    database = tabletop.home / "course.db"
    tabletop("transcribe", *map(str, small), "--database", str(database))
    with Workbench(str(database)) as bench:
        live = bench.live(bench.stored("last"))
        live.send(ContinueExercise(), command_id="go on", actor="test")
        over = threading.Event()

        def write():
            number = 0
            while not over.is_set():
                number += 1
                live.send(Observe(f"w-{number}", "Noted"), command_id=f"w-{number}", actor="w")

        writing = threading.Thread(target=write)
        writing.start()
        try:
            done = [
                tabletop(*command, "--database", str(database))
                for command in (["log", "last"], ["verify", "last"], ["exercises"])
            ]
            done.append(tabletop("report", "last", "--format", "json", "--database", str(database)))
        finally:
            over.set()
            writing.join()

    assert [one.code for one in done] == [0, 0, 0, 0], [one.err for one in done]
    assert "Whole" in done[1].out
    assert len(live.entries) > 20
