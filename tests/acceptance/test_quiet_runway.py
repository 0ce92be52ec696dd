"""A whole evening worked out by hand from the written contracts, against what the program reports.

``expected.json`` was written before the program ran: statuses and times by hand, the metrics by a
calculator of its own from their formulas. Where the contract leaves two readings open (whom
``requested_by`` names when seats request different options) it holds the program's.
"""

import json
from datetime import datetime
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[1] / "samples" / "acceptance"
EXPECTED = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
TOLERANCE = 1e-3


@pytest.fixture(scope="module")
def report(tabletop):
    scenario = SAMPLES / "quiet-runway.ttx.yaml"
    tabletop("check", scenario)
    exercise = tabletop("transcribe", scenario, SAMPLES / "quiet-runway.transcript.yaml").strip()
    [path] = tabletop("report", exercise, "--format", "json", "-o", tabletop.home).splitlines()
    return json.loads(Path(path).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def decisions(report):
    return {decision["id"]: decision for decision in report["decisions"]}


def differences(expected, found, place=""):
    """Return where a report says something else than expected; further keys are allowed."""
    if isinstance(expected, dict):
        missing = [f"{place}.{key} is missing" for key in expected if key not in found]
        known = [key for key in expected if key in found]
        inside = [differences(expected[key], found[key], f"{place}.{key}") for key in known]
        return [*missing, *(text for texts in inside for text in texts)]
    if isinstance(expected, list):
        if len(expected) != len(found):
            return [f"{place}: {expected} expected, {found} found"]
        pairs = enumerate(zip(expected, found, strict=True))
        inside = [differences(one, other, f"{place}[{n}]") for n, (one, other) in pairs]
        return [text for texts in inside for text in texts]
    return [] if same(expected, found) else [f"{place}: {expected!r} expected, {found!r} found"]


def same(expected, found):
    if isinstance(expected, bool) or isinstance(found, bool) or expected is None:
        return expected is found
    if isinstance(expected, int | float):
        return found is not None and abs(expected - found) <= TOLERANCE
    return expected == found or moment(expected) == moment(found) is not None


def moment(text):
    try:
        found = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    return found if found.tzinfo else None


def in_any_order(dissent):
    return sorted(dissent, key=lambda one: (one["role"], one["kind"]))


@pytest.mark.parametrize("decision_id", EXPECTED["decisions"])
def test_a_decision_is_reported_as_worked_out_by_hand(decisions, decision_id):
    expected, found = dict(EXPECTED["decisions"][decision_id]), dict(decisions[decision_id])
    assert found["tally"] == expected["tally"]
    assert in_any_order(found.pop("dissent")) == in_any_order(expected.pop("dissent"))
    assert differences(expected, found) == []


def test_no_decision_is_left_out(decisions):
    assert set(decisions) == set(EXPECTED["decisions"])


@pytest.mark.parametrize(
    "part", ["exercise", "injects", "requests", "observations", "expected", "ratings", "actions"]
)
def test_a_list_of_the_report_is_as_worked_out_by_hand(report, part):
    assert differences(EXPECTED[part], report[part], part) == []


@pytest.mark.parametrize(
    "expected", EXPECTED["positions"], ids=lambda p: f"{p['decision']}-{p['role']}-{p['round']}"
)
def test_a_position_bears_the_time_it_took(decisions, expected):
    [found] = [
        position
        for position in decisions[expected["decision"]]["positions"]
        if (position["role"], position["round"]) == (expected["role"], expected["round"])
    ]
    wanted = {k: v for k, v in expected.items() if k != "decision" and v is not None}
    assert differences(wanted, found) == []


@pytest.mark.parametrize("inject_id", EXPECTED["titles"])
def test_an_inject_bears_the_title_the_room_read(report, inject_id):
    titles = {inject["id"]: inject["title"] for inject in report["injects"]}
    assert titles[inject_id] == EXPECTED["titles"][inject_id]


@pytest.mark.parametrize("expected", EXPECTED["timeline"], ids=lambda e: str(e["seconds"]))
def test_the_timeline_says_what_came_out_of_its_time(report, expected):
    entries = [{key: entry[key] for key in expected} for entry in report["timeline"]]
    assert expected in entries
