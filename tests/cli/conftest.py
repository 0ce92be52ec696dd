"""A command line in a home of its own: real processes, a real database, no display."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


class CommandLine:
    """Runs ``tabletop`` as a person without a display would."""

    def __init__(self, home: Path) -> None:
        self.home = home
        kept = {k: v for k, v in os.environ.items() if k in ("PATH", "LANG", "PYTHONPATH")}
        self.environment = {**kept, "HOME": str(home), "TZ": "UTC", "COLUMNS": "200"}

    def __call__(self, *arguments: str, stdin: str = "", **environment: str) -> Result:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "tabletop", *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            input=stdin,
            cwd=self.home,
            env={**self.environment, **environment},
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Result(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def tabletop(tmp_path):
    return CommandLine(tmp_path)


@pytest.fixture
def played(tabletop, small):
    """The id of an exercise in the default database."""
    scenario, transcript = small
    done = tabletop("transcribe", str(scenario), str(transcript))
    assert done.code == 0, done.err
    return done.out.strip()


@pytest.fixture
def small(tmp_path):
    """A small scenario of two decisions, and the record of a short exercise on it."""
    scenario = tmp_path / "harbour.ttx.yaml"
    scenario.write_text(SCENARIO, encoding="utf-8")
    transcript = tmp_path / "harbour.transcript.yaml"
    transcript.write_text(TRANSCRIPT, encoding="utf-8")
    return scenario, transcript


SCENARIO = """\
tabletop: 1
id: harbour
title: Fog in the harbour
version: "1.0"
marking: UNCLASSIFIED – FOR EXERCISE PURPOSES ONLY
starts: 2031-05-01T06:00:00Z
objectives:
  - {id: O1, title: Decide in time}
scales:
  - id: posture
    title: Watch to act
    levels: [{value: 0, title: Watch}, {value: 2, title: Act}, {value: 4, title: Close}]
state:
  - {id: basis, title: Basis, start: none}
roles:
  - {id: NOR, title: North Port, kind: delegation, decides: true}
  - {id: SOU, title: South Port, kind: delegation, decides: true}
  - {id: WES, title: West Port, kind: delegation, decides: true}
injects:
  - id: I-1
    title: Fog
    at: D+0 06:10
    channel: call
    from: Harbour master
    body: EXERCISE. The radar of the outer pier is dark.
    minutes: 10
    objectives: [O1]
    expected:
      - {id: ask, text: Ask the pilots, objective: O1}
    decisions:
      - id: D1
        title: Meet?
        question: Does anybody ask for a meeting?
        scale: posture
        rule: {kind: on_request, triggers: [b], otherwise: a}
        options:
          - {id: a, title: No meeting, position: 0}
          - {id: b, title: A port asks, position: 2, sets: {basis: asked}}
      - id: D2
        title: What next?
        question: What do the ports do together?
        scale: posture
        rule: {kind: consensus}
        first_round: true
        options:
          - {id: a, title: Watch, position: 0}
          - {id: b, title: Act, position: 2}
          - {id: c, title: Close, position: 4}
  - id: I-2
    title: The minister calls
    at: D+0 08:00
    channel: call
    body: EXERCISE. What shall I say?
    when: {state: basis, is: asked}
"""

TRANSCRIPT = """\
exercise: Fog, first table
held: 2026-11-12T09:00:00+01:00
participants:
  - {role: NOR, name: A. Holm, organisation: Port of North}
entries:
  - {at: 0:00:00, release: I-1}
  - {at: 0:01:00, position: {decision: D1, role: SOU, option: b, confidence: high, reason: Blind}}
  - {at: 0:02:00, close: {decision: D1}}
  - {at: 0:03:00, position: {decision: D2, role: NOR, option: a, round: first}}
  - {at: 0:03:10, position: {decision: D2, role: SOU, option: c, round: first}}
  - {at: 0:03:20, position: {decision: D2, role: WES, option: b, round: first}}
  - {at: 0:05:00, pause: true}
  - {at: 0:15:00, resume: true}
  - {at: 0:16:00, position: {decision: D2, role: NOR, option: b}}
  - {at: 0:16:10, position: {decision: D2, role: SOU, option: b}}
  - {at: 0:16:20, position: {decision: D2, role: WES, option: c, reason: The pier is lost}}
  - {at: 0:17:00, propose: {decision: D2, option: b}}
  - {at: 0:18:00, stance: {decision: D2, role: WES, stance: reservation, text: Close by noon}}
  - {at: 0:19:00, close: {decision: D2}}
  - {at: 0:20:00, tick: {inject: I-1, expected: ask, status: observed}}
  - {at: 0:21:00, end: true}
"""
