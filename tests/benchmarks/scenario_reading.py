"""P7: reading and checking a scenario of 5,000 injects, against PyYAML's fastest loader."""

import yaml

from tabletop.scenario_files.reader import scenario_from_text
from tests.benchmarks.ratios import PAIRS, Ratio, in_pairs

INJECTS = 5_000
_ROLES = ("TUR", "GRC", "DEU", "FRA", "GBR", "USA", "POL", "ROU")
_BODY = (
    "      The feeder has tripped and the hospital runs on its generator. The shift leader asks\n"
    "      who decides about the second line, and by when. {launch_state} has not answered.\n"
)


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
    waits = (
        f"        when: {{decision: D{number - 2}, outcome: [a, b]}}\n" if number % 8 == 6 else ""
    )
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


def p7(pairs: int = PAIRS, injects: int = INJECTS) -> Ratio:
    """Return how long reading and checking takes beside ``yaml.load`` with the C loader."""
    text = large_scenario(injects)

    def ours() -> None:
        read = scenario_from_text(text)
        if read.scenario is None or read.findings:
            raise AssertionError(read.findings[:3])

    def theirs() -> None:
        yaml.load(text, yaml.CSafeLoader)

    return in_pairs(ours, theirs, pairs)


if __name__ == "__main__":
    print(p7())
