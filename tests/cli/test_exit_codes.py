"""0 done, 1 findings or refused, 2 wrong usage or a file that cannot be read; never a traceback."""

import json
import shlex
import subprocess
import sys
import threading

import pytest

from tabletop.bootstrap.services import GuiServices
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


def test_a_database_that_cannot_be_opened_is_said_before_a_window_opens(tabletop, small):
    (tabletop.home / "notes.db").write_text("No database.", encoding="utf-8")

    done = tabletop("run", str(small[0]), "--database", "notes.db")

    assert done.code == 2
    assert "notes.db" in done.err
    assert "not a database" in done.err


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
        (["rehearse", "calm-front", "--runs", "0"], ["--runs", "“0”", "from 1 to 100000"]),
        (["rehearse", "calm-front", "--runs", "abc"], ["--runs", "“abc”", "whole number"]),
        (["rehearse", "calm-front", "--seed", "1.5"], ["--seed", "“1.5”", "whole number"]),
        (["run", "calm-front", "--cut", "tiny"], ["tiny", "half-day"]),
        (["run", "nowhere"], ["nowhere", "calm-front"]),
        (["transcribe", "calm-front", "nowhere.yaml"], ["nowhere.yaml", "check the name"]),
        (["transcribe", "calm-front", "."], ["is a folder", "give a transcript"]),
        (["report", "last", "--format", "odt"], ["odt", "docx"]),
        (["report", "last", "--format", ""], ["“”", "docx"]),
        (["report", "last", "-o", ""], ["--output", "empty", "“.”"]),
        (["report", "last", "-o", "course.pdf"], ["course.pdf", "name of a file", "like course"]),
        (["demo", "--no-open", "-o", "course.docx"], ["course.docx", "name of a file"]),
        (["compare", "a", "b", "-o", "course.md"], ["course.md", "name of a file"]),
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


def test_a_scenario_and_its_record_given_the_wrong_way_round_are_told_apart(tabletop, small):
    scenario, transcript = map(str, small)

    done = tabletop("transcribe", transcript, scenario)

    assert done.code == 2
    assert "is a transcript, not a scenario" in done.err
    assert "tabletop transcribe SCENARIO TRANSCRIPT.yaml" in done.err
    assert "unknown key" not in done.err


def test_a_demonstration_that_could_not_be_reported_is_not_played(tabletop):
    (tabletop.home / "taken").write_text("a file")

    for folder in ("taken", "taken/reports"):
        done = tabletop("demo", "--no-open", "-o", folder)
        assert done.code in (1, 2)
        assert folder in done.err
        assert "Playing" not in done.err

    assert json.loads(tabletop("exercises", "--json").out) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit to set")
def test_a_demonstration_whose_report_does_not_fit_is_kept_and_says_how_to_go_on(tabletop):
    command = [sys.executable, "-m", "tabletop", "demo", "--no-open", "-o", "reports"]
    # No file above 1.5 MiB: the record fits, the report does not.
    limited = subprocess.run(
        ["bash", "-c", f"ulimit -f 1500; exec {shlex.join(command)}"],
        capture_output=True,
        text=True,
        cwd=tabletop.home,
        env=tabletop.environment,
        timeout=120,
        check=False,
    )
    (kept,) = json.loads(tabletop("exercises", "--json").out)

    assert limited.returncode == 1
    assert "Free some space" in limited.stderr
    assert f"tabletop report {kept['id'][:12]} -o FOLDER" in limited.stderr
    assert kept["kind"] == "demonstration"


def test_an_empty_database_says_how_to_start_in_that_very_one(tabletop, small):
    tabletop("transcribe", *map(str, small), "--database", "course.db")
    tabletop("forget", "last", "--yes", "--database", "course.db")

    for command in (["exercises"], ["log", "last"]):
        done = tabletop(*command, "--database", "course.db")
        assert "tabletop run calm-front --database course.db" in done.err


def test_a_home_that_cannot_be_written_into_is_told_with_the_way_round_it(tabletop):
    (tabletop.home / "taken").write_text("a file")

    done = tabletop("exercises", HOME=str(tabletop.home / "taken"))

    assert done.code == 1
    assert "taken" in done.err
    assert "--database PATH" in done.err


def test_a_second_exercise_of_that_name_leaves_the_first_ones_report_alone(tabletop, small):
    ids = [tabletop("transcribe", *map(str, small)).out.strip() for _ in range(2)]

    written = [tabletop("report", one, "--format", "md", "-o", "r").lines for one in ids]

    assert written == [[f"r/fog-first-table-{one[:8]}-report.md"] for one in ids]
    assert len(list((tabletop.home / "r").iterdir())) == 2


def test_the_library_learns_where_a_command_wrote_a_report(tabletop, played, monkeypatch):
    tabletop("report", "last", "--format", "md,json", "-o", "usb")
    monkeypatch.setenv("HOME", str(tabletop.home))

    with Workbench() as bench:
        files = GuiServices(bench).report_files(played)

    assert [(path.parent.name, path.suffix) for path in files] == [("usb", ".json"), ("usb", ".md")]


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
    assert limited.stdout.splitlines() == [
        f"reports/fog-first-table-{played[:8]}-report.json",
    ]
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
