"""Bringing written records in: a transcript becomes an exercise, all or nothing."""

from pathlib import Path

from tabletop.bootstrap.workbench import Faulty, Unknown, Workbench
from tabletop.exercise.journal import StoredExercise
from tabletop.scenario_files.shipped import shipped_folder
from tabletop.scenario_files.transcript_reader import read_transcript
from tabletop.scenario_files.transcripts import play

DEMONSTRATED = "calm-front"


def transcribed(
    bench: Workbench, scenario: str, transcript: Path, *, name: str | None = None
) -> StoredExercise:
    """Record a transcript as an exercise; raise Faulty with every finding, recording nothing."""
    try:
        package = bench.package(scenario)
    except Faulty as faulty:
        raise _swapped(bench, scenario) or faulty from faulty
    read = read_transcript(transcript)
    if read.transcript is None:
        raise Faulty(f"{transcript} was not transcribed; nothing was recorded.", read.findings)
    exercise_id = bench.new_id()
    played = play(read.transcript, package, exercise_id=exercise_id, name=name)
    if played.findings:
        findings = tuple(read.located(finding) for finding in played.findings)
        raise Faulty(f"{transcript} was not transcribed; nothing was recorded.", findings)
    return bench.library(create=True).record(
        exercise_id,
        package,
        played.entries,
        status=played.state.status,
        participants=played.participants,
    )


def _swapped(bench: Workbench, scenario: str) -> Unknown | None:
    """Return what to say when what should be a scenario is a record, and None otherwise."""
    path = bench.scenario_path(scenario)
    if read_transcript(path).transcript is None:
        return None
    return Unknown(
        f"{path} is a transcript, not a scenario. Give the scenario first, then the transcript: "
        "tabletop transcribe SCENARIO TRANSCRIPT.yaml"
    )


def demonstration(bench: Workbench) -> StoredExercise:
    """Record the shipped demonstration of Calm Front."""
    scenarios = shipped_folder("scenarios")
    transcript = scenarios / "demonstrations" / f"{DEMONSTRATED}.transcript.yaml"
    return transcribed(bench, str(scenarios / f"{DEMONSTRATED}.ttx.yaml"), transcript)
