"""What one decision record answers beyond the JSON: seats, stances, dissent, results."""

import pytest

from tabletop.analysis.decisions import decision_records

SCENARIO = """
tabletop: 1
id: small
title: Small
starts: 2031-03-04T06:00:00Z
scales: [{id: s, title: S, levels: [{value: 0, title: Low}, {value: 6, title: High}]}]
facts: [{id: Q1, question: Launched?, answer: true}]
roles:
  - {id: TUR, title: Türkiye, decides: true}
  - {id: GRC, title: Greece, decides: true}
  - {id: USA, title: United States, decides: true}
injects:
  - id: I-1
    title: One
    decisions:
      - id: D1
        title: First
        scale: s
        rule: {kind: consensus}
        options: [{id: a, title: A, position: 0}, {id: b, title: B, position: 6}]
      - id: D2
        title: Second
        when: {decision: D1, outcome: [a]}
        rule: {kind: each}
        options: [{id: a, title: A}, {id: b, title: B}]
"""


SILENCE = SCENARIO.replace("{kind: consensus}", "{kind: silence, minutes: 5}")


@pytest.fixture
def decided(recorded):
    """Return a function from lines of a transcript to the records by id."""

    def records(*lines, scenario=SCENARIO):
        entries = "\n".join(f"  - {{at: {line}}}" for line in lines)
        head = "exercise: Test\nheld: 2026-11-12T09:00:00Z"
        record = recorded(scenario, f"{head}\nentries:\n{entries}\n")
        return {d.decision.id: d for d in decision_records(record)}

    return records


def position(at, role, option, **further):
    words = "".join(f", {key}: {value}" for key, value in further.items())
    return f"{at}, position: {{decision: D1, role: {role}, option: {option}{words}}}"


def test_records_come_in_the_order_of_the_file_opened_or_not(decided):
    found = decided("0:00:00, release: I-1")
    assert [(d.decision.id, d.was_opened, d.status) for d in found.values()] == [
        ("D1", True, "open"),
        ("D2", False, "not_opened"),
    ]


def test_a_decision_whose_condition_is_false_was_not_taken(decided):
    found = decided(
        "0:00:00, release: I-1",
        *(position("0:01:00", role, "b") for role in ("TUR", "GRC", "USA")),
        "0:02:00, close: {decision: D1}",
    )
    assert found["D1"].status == "adopted"
    assert found["D2"].status == "not_taken"
    assert found["D2"].seconds is None


def test_seats_at_closing_stay_the_eligible_ones(decided):
    found = decided(
        "0:00:00, release: I-1",
        position("0:01:00", "TUR", "b"),
        "0:02:00, close: {decision: D1}",
        "0:03:00, absent: {role: TUR}",
    )
    assert found["D1"].eligible == ("TUR", "GRC", "USA")
    assert list(found["D1"].case.weights) == ["TUR", "GRC", "USA"]
    assert list(found["D1"].finals) == ["TUR"]


def test_before_the_opening_nothing_is_counted_from(decided):
    found = decided("0:00:00, park: {text: Later}", position("0:01:00", "TUR", "b"))
    record = found["D1"]
    early = record.finals["TUR"]
    assert early.early
    assert record.seconds_of(early) is None
    assert record.metrics.seconds is None


def test_effective_stances_fill_in_for_seats_that_said_nothing(decided):
    found = decided(
        "0:00:00, release: I-1",
        position("0:01:00", "TUR", "b"),
        "0:02:00, propose: {decision: D1, option: b}",
        "0:03:00, stance: {decision: D1, role: GRC, stance: can_accept}",
    )
    assert found["D1"].stances == {"TUR": "supports", "GRC": "can_accept", "USA": "awaiting"}
    assert list(found["D1"].express_stances) == ["GRC"]


def test_what_a_seat_said_stays_said_when_it_leaves(decided):
    found = decided(
        "0:00:00, release: I-1",
        "0:02:00, propose: {decision: D1, option: b}",
        "0:03:00, stance: {decision: D1, role: GRC, stance: objects, text: No}",
        "0:04:00, absent: {role: GRC}",
        *(position("0:05:00", role, "b") for role in ("TUR", "USA")),
        "0:06:00, close: {decision: D1}",
    )
    assert found["D1"].status == "adopted"
    assert [(d.role, d.kind) for d in found["D1"].dissent] == [("GRC", "objection")]


def test_the_same_reservation_said_twice_is_dissent_once(decided):
    found = decided(
        "0:00:00, release: I-1",
        "0:02:00, propose: {decision: D1, option: b}",
        position("0:03:00", "GRC", "b", reservation="No ships"),
        "0:04:00, stance: {decision: D1, role: GRC, stance: reservation, text: No ships}",
    )
    assert len(found["D1"].dissent) == 1


def test_the_last_judgement_before_closing_stands(decided):
    judge = "judge: {{decision: D1, role: {}, fact: Q1, likelihood: {}}}"
    found = decided(
        "0:00:00, release: I-1",
        f"0:01:00, {judge.format('GRC', 20)}",
        f"0:02:00, {judge.format('TUR', 60)}",
        f"0:03:00, {judge.format('GRC', 30)}",
        "0:04:00, close: {decision: D1}",
        f"0:05:00, {judge.format('TUR', 99)}",
    )
    assert [(j.role, j.likelihood) for j in found["D1"].judgements] == [("TUR", 60), ("GRC", 30)]


def test_positions_under_consensus_without_a_proposal_are_compared_with_what_stands(decided):
    found = decided(
        "0:00:00, release: I-1",
        position("0:01:00", "TUR", "b"),
        position("0:01:00", "GRC", "a"),
        "0:02:00, close: {decision: D1}",
    )
    record = found["D1"]
    assert record.status == "no_agreement"
    assert not any(record.differs(p) for p in record.finals.values())
    assert record.requested_by == ()
    assert record.order == ()


@pytest.mark.parametrize("pause", [True, False])
def test_a_position_is_before_the_text_when_it_was_recorded_before_it(decided, pause):
    clocks = ("0:01:00, pause: true", "0:03:00, resume: true") if pause else ()
    lines = [
        "0:00:00, release: I-1",
        position("0:01:00", "TUR", "a"),
        "0:01:00, circulate: {decision: D1, option: a}",
        position("0:01:00", "GRC", "b"),
        position("0:02:00" if pause else "0:01:00", "USA", "b"),
        "0:09:00, close: {decision: D1}",
    ]
    lines[1:1], lines[-1:-1] = clocks[:1], clocks[1:]
    found = decided(*lines, scenario=SILENCE)["D1"]
    before = {role: found.is_before_the_text(p) for role, p in found.finals.items()}
    assert before == {"TUR": True, "GRC": False, "USA": False}
