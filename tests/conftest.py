"""Records of exercises for every test: from a scenario and a transcript, or the demonstration."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings

from tabletop.analysis.record import exercise_record
from tabletop.scenario_files.reader import read_scenario, scenario_from_text
from tabletop.scenario_files.transcript_reader import transcript_from_text
from tabletop.scenario_files.transcripts import play

# A law is broken or it holds; how long the machine takes for an example says nothing of it.
settings.register_profile("laws", deadline=None)
settings.load_profile("laws")

SCENARIOS = Path(__file__).parents[1] / "scenarios"


def played(package, transcript, exercise_id):
    read = transcript_from_text(transcript)
    assert read.transcript is not None, read.findings
    run = play(read.transcript, package, exercise_id=exercise_id)
    assert not run.findings, run.findings
    return exercise_record(exercise_id, package, run.entries, run.participants)


@pytest.fixture(scope="session")
def recorded():
    """Return a function that plays a transcript on a scenario, both as texts.

    ``first`` cuts the journal after so many entries: 1 is an exercise created and not started.
    """

    def record(scenario, transcript, exercise_id="ex-1", first=None):
        read = scenario_from_text(scenario)
        assert read.package is not None, read.findings
        whole = played(read.package, transcript, exercise_id)
        return replace(whole, entries=whole.entries[:first]) if first else whole

    return record


@pytest.fixture(scope="session")
def demonstrated():
    """Return a function that plays the shipped demonstration, its transcript changed or not."""
    package = read_scenario(SCENARIOS / "calm-front.ttx.yaml").package
    transcript = SCENARIOS / "demonstrations" / "calm-front.transcript.yaml"
    text = transcript.read_text(encoding="utf-8")

    def record(old="", new="", exercise_id="demo-1"):
        if old:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        return played(package, text.replace(old, new, 1) if old else text, exercise_id)

    return record


@pytest.fixture(scope="session")
def demonstration(demonstrated):
    """Return the record of the shipped demonstration."""
    return demonstrated()
