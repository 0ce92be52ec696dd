"""P7: reading and checking a scenario of 5,000 injects, against PyYAML's fastest loader."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from tabletop.scenario_files import scenario_from_text

GOAL = 0.35
INJECTS = 5_000
_ROLES = ("TUR", "GRC", "DEU", "FRA", "GBR", "USA", "POL", "ROU")
_BODY = (
    "      The feeder has tripped and the hospital runs on its generator. The shift leader asks who\n"
    "      decides about the second line, and by when. {launch_state} has not answered.\n"
)


@dataclass(frozen=True, slots=True)
class Ratio:
    """How a time compares with its floor, from pairs measured in turn."""

    ratio: float
    lowest: float
    highest: float
    seconds: float
    floor_seconds: float
    goal: float


def large_scenario(injects: int = INJECTS) -> str:
    """Return the text of a scenario with so many injects, without a finding."""
    head = [
        "tabletop: 1",
        "id: large",
        "title: A very long exercise",
        "marking: EXERCISE",
        "starts: 2031-03-04T06:00:00Z",
        "variables: {launch_state: Kestria}",
        "objectives:",
        *(f"  - {{id: O{n}, title: Objective {n}}}" for n in range(9)),
        "scales:",
        "  - id: posture",
        "    title: Posture",
        "    levels: [{value: 0, title: Low}, {value: 6, title: High}]",
        "state: [{id: tension, start: 0, minimum: 0, maximum: 9}]",
        "roles:",
        *(f"  - {{id: {role}, title: {role}, decides: true}}" for role in _ROLES),
        "phases: [{id: first, title: First}]",
        "injects:",
    ]
    return "\n".join(head) + "\n" + "".join(_inject(number) for number in range(injects))


def _inject(number: int) -> str:
    day, minute = divmod(number * 7, 1440)
    text = (
        f"  - id: I-{number:05d}\n"
        f"    title: Inject {number}, power fails in district {number % 17}\n"
        "    phase: first\n"
        f"    at: D+{day} {minute // 60:02d}:{minute % 60:02d}\n"
        "    channel: operator-alert\n"
        "    from: Situation Centre\n"
        f"    to: [{_ROLES[number % 8]}, {_ROLES[(number + 1) % 8]}]\n"
        f"    body: |\n{_BODY}"
        "    minutes: 15\n"
        f"    objectives: [O{number % 9}]\n"
        "    notes: Wait until somebody asks for the list of open lines.\n"
        f"    expected: [{{id: warn, text: Warn the neighbours, objective: O{number % 9}}}]\n"
    )
    return text + (_decision(number) if number % 2 == 0 else "")


def _decision(number: int) -> str:
    waits = f"        when: {{decision: D{number - 2}, outcome: [a, b]}}\n" if number % 8 == 6 else ""
    return (
        f"    decisions:\n      - id: D{number}\n        title: Which line first\n"
        f"        scale: posture\n{waits}"
        f"        seats: [{_ROLES[number % 8]}, {_ROLES[(number + 1) % 8]}]\n"
        "        rule: {kind: consensus, otherwise: a}\n"
        "        options:\n"
        "          - {id: a, title: Wait, position: 0}\n"
        "          - {id: b, title: Second line, position: 3, sets: {tension: {add: 1}}}\n"
        "          - {id: c, title: Evacuate, position: 6}\n"
    )


def p7(pairs: int = 9, injects: int = INJECTS) -> Ratio:
    """Return how long reading and checking takes beside ``yaml.load`` with the C loader."""
    text = large_scenario(injects)

    def ours() -> None:
        read = scenario_from_text(text)
        if read.scenario is None or read.findings:
            raise AssertionError(read.findings[:3])

    def theirs() -> None:
        yaml.load(text, yaml.CSafeLoader)

    ours()
    theirs()
    measured = [(_seconds(ours), _seconds(theirs)) for _ in range(pairs)]
    ratios = sorted(one / floor for one, floor in measured)
    return Ratio(
        ratio=statistics.median(ratios),
        lowest=ratios[0],
        highest=ratios[-1],
        seconds=statistics.median(one for one, _ in measured),
        floor_seconds=statistics.median(floor for _, floor in measured),
        goal=GOAL,
    )


def _seconds(work: Callable[[], None]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    print(p7())
