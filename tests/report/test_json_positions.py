"""Positions, advice, dissent and outcomes in the report's JSON."""

import pytest

from tests.report.small import decision, position, take

# --- positions ---------------------------------------------------------------------------------


def test_a_late_position_is_listed_and_changes_nothing_computed(reported):
    lines = [
        "0:00:00, release: I-1",
        take("0:01:00", "D1", "TUR", "a"),
        "0:04:00, close: {decision: D1}",
    ]
    before = decision(reported(*lines), "D1")
    after = decision(reported(*lines, take("0:05:00", "D1", "GRC", "c")), "D1")
    late = [p for p in after["positions"] if p["late"]]
    assert [p["role"] for p in late] == ["GRC"]
    assert late[0]["differs"] is False
    assert {**after, "positions": before["positions"]} == before


def test_tally_counts_only_last_final_positions_of_eligible_seats(reported):
    report = reported(
        "0:00:00, release: I-1",
        take("0:01:00", "D1", "TUR", "c", round="first"),
        take("0:02:00", "D1", "TUR", "a"),
        take("0:03:00", "D1", "TUR", "b"),
        take("0:03:00", "D1", "GRC", "b"),
        take("0:03:00", "D1", "USA", "c"),
        take("0:03:00", "D1", "SG", "a"),
        "0:04:00, absent: {role: USA}",
        "0:05:00, close: {decision: D1}",
    )
    found = decision(report, "D1")
    assert found["tally"] == {"b": 2}
    assert found["answered"] == 2
    assert found["eligible"] == 3
    assert found["metrics"]["response_rate"] == pytest.approx(2 / 3)
    assert position(report, "D1", "SG")["advice"] is True
    assert found["status"] == "not_requested"


def test_a_position_that_differs_is_marked_and_is_no_dissent(reported):
    report = reported(
        "0:00:00, release: I-1",
        take("0:01:00", "D1", "TUR", "c"),
        take("0:01:00", "D1", "GRC", "a", round="first"),
        take("0:02:00", "D1", "GRC", "a"),
        "0:05:00, close: {decision: D1}",
    )
    found = decision(report, "D1")
    assert (found["status"], found["option"]) == ("adopted", "c")
    assert position(report, "D1", "GRC")["differs"] is True
    assert position(report, "D1", "GRC", "first")["differs"] is False
    assert position(report, "D1", "TUR")["differs"] is False
    assert found["dissent"] == []


def test_requested_by_and_affected_are_kept_apart_and_the_first_request_comes_first(reported):
    report = reported(
        "0:00:00, release: I-1",
        take("0:01:00", "D1", "USA", "c"),
        take("0:02:00", "D1", "GRC", "c"),
        take("0:03:00", "D1", "USA", "c"),
        "0:05:00, close: {decision: D1}",
    )
    assert decision(report, "D1")["requested_by"] == ["USA", "GRC"]
    assert decision(report, "D1")["affected"] == ["TUR"]


def test_advice_is_what_seats_without_authority_say(reported):
    report = reported(
        "0:00:00, release: I-5",
        take("0:01:00", "D5", "TUR", "a"),
        take("0:01:00", "D5", "GRC", "c"),
        "0:05:00, close: {decision: D5}",
    )
    assert decision(report, "D5")["option"] == "a"
    assert position(report, "D5", "GRC")["advice"] is True
    assert position(report, "D5", "TUR")["advice"] is False


def test_an_abstention_is_an_answer_that_is_not_cast_and_differs_from_nothing(reported):
    report = reported(
        "0:00:00, release: I-4",
        take("0:01:00", "D4", "TUR", "x"),
        take("0:01:00", "D4", "GRC", "x"),
        "0:02:00, abstain: {decision: D4, role: USA}",
        "0:05:00, close: {decision: D4}",
    )
    found = decision(report, "D4")
    assert found["option"] == "x"
    assert found["answered"] == 3
    assert found["tally"] == {"x": 2}
    assert position(report, "D4", "USA")["abstained"] is True
    assert position(report, "D4", "USA")["differs"] is False


# --- dissent and stances -----------------------------------------------------------------------


def test_dissent_is_what_seats_said_of_the_proposal_in_hand(reported):
    report = reported(
        "0:00:00, release: I-1",
        "0:01:00, close: {decision: D1}",
        "0:02:00, propose: {decision: D1B, option: c}",
        "0:03:00, stance: {decision: D1B, role: HUN, stance: objects, text: Too much}",
        "0:04:00, propose: {decision: D1B, option: b}",
        "0:05:00, stance: {decision: D1B, role: TUR, stance: supports}",
        "0:05:00, stance: {decision: D1B, role: GRC, stance: reservation, text: No ships}",
        "0:05:00, stance: {decision: D1B, role: USA, stance: objects, text: Too little}",
        take("0:06:00", "D1B", "HUN", "b", reservation="A date"),
        "0:07:00, close: {decision: D1B}",
    )
    found = decision(report, "D1B")
    assert found["status"] == "no_agreement"
    assert found["dissent"] == [
        {"role": "GRC", "kind": "reservation", "text": "No ships"},
        {"role": "USA", "kind": "objection", "text": "Too little"},
        {"role": "HUN", "kind": "reservation", "text": "A date"},
    ]
    stances = {s["role"]: (s["stance"], s["express"]) for s in found["stances"]}
    assert stances["HUN"] == ("supports", False)
    assert position(report, "D1B", "HUN")["stance"] is None


def test_regrets_are_dissent_and_stances_count_in_no_figure(reported):
    report = reported(
        "0:00:00, release: I-1",
        take("0:01:00", "D1", "TUR", "c"),
        "0:02:00, stance: {decision: D1, role: GRC, stance: regrets, text: Too soon}",
        "0:02:00, stance: {decision: D1, role: USA, stance: joins}",
        "0:03:00, close: {decision: D1}",
    )
    found = decision(report, "D1")
    assert found["dissent"] == [{"role": "GRC", "kind": "regret", "text": "Too soon"}]
    assert found["answered"] == 1


def test_computed_and_declared_are_both_kept(reported):
    report = reported(
        "0:00:00, release: I-1",
        take("0:01:00", "D1", "GRC", "a"),
        "0:03:00, declare: {decision: D1, option: a, reason: Said aloud}",
    )
    found = decision(report, "D1")
    assert found["computed"] == {"status": "not_requested", "option": "b"}
    assert found["declared"] == {"status": "adopted", "option": "a", "reason": "Said aloud"}
    assert (found["status"], found["option"]) == ("adopted", "a")
    closed = reported("0:00:00, release: I-1", "0:03:00, close: {decision: D1}")
    assert decision(closed, "D1")["declared"] is None


def test_a_reopened_decision_counts_what_came_after(reported):
    report = reported(
        "0:00:00, release: I-1",
        take("0:01:00", "D1", "GRC", "a"),
        "0:02:00, close: {decision: D1}",
        take("0:03:00", "D1", "USA", "c"),
        "0:04:00, reopen: {decision: D1, reason: Too fast}",
        take("0:05:00", "D1", "TUR", "c"),
        "0:06:00, close: {decision: D1}",
    )
    found = decision(report, "D1")
    assert found["tally"] == {"a": 1, "c": 1}
    assert found["requested_by"] == ["TUR"]
    assert found["metrics"]["seconds"] == 360
    assert [p["role"] for p in found["positions"] if p["late"]] == ["USA"]


def test_evidence_is_what_stood_at_closing(reported):
    report = reported("0:00:00, release: I-1", "0:01:00, close: {decision: D1}")
    assert decision(report, "D1")["evidence"] == 1
    assert decision(report, "D1B")["evidence"] is None
