"""Silences and figures in the report's JSON."""

import pytest

from tests.report.small import decision, take

# --- silence -----------------------------------------------------------------------------------


def test_the_silence_list_holds_texts_deadlines_breaks_and_results(reported):
    report = reported(
        "0:00:00, release: I-2",
        "0:01:00, circulate: {decision: D2, option: a, minutes: 5}",
        "0:02:00, pause: true",
        "0:12:00, resume: true",
        "0:13:00, break: {decision: D2, role: HUN, text: Review date missing}",
        "0:14:00, circulate: {decision: D2, option: b, minutes: 5}",
        "0:16:00, extend: {decision: D2, minutes: 6}",
        "0:23:00, break: {decision: D2, role: GRC, text: Too late}",
        "0:24:00, close: {decision: D2}",
    )
    found = decision(report, "D2")
    first, second = found["silence"]
    assert first == {
        "option": "a",
        "text": "",
        "revision": 1,
        "circulated_seconds": 60,
        "deadline_seconds": 16 * 60,
        "result": "broken",
        "extended": 0,
        "breaks": [
            {"role": "HUN", "text": "Review date missing", "seconds": 13 * 60, "late": False}
        ],
        "stances": [],
    }
    assert second["deadline_seconds"] == 22 * 60
    assert second["extended"] == 1
    assert second["result"] == "adopted"
    assert second["breaks"][0]["late"] is True
    assert found["dissent"] == [
        {"role": "HUN", "kind": "silence_break", "text": "Review date missing"}
    ]
    assert (found["status"], found["option"]) == ("adopted", "b")
    assert found["metrics"]["response_rate"] is None


def test_a_break_during_a_pause_stands_at_its_own_moment(reported):
    report = reported(
        "0:00:00, release: I-2",
        "0:01:00, circulate: {decision: D2, option: a, minutes: 5}",
        "0:02:00, pause: true",
        "0:08:00, break: {decision: D2, role: HUN, text: No}",
        "0:12:00, resume: true",
        "0:13:00, close: {decision: D2}",
    )
    text = decision(report, "D2")["silence"][0]
    assert text["breaks"][0]["seconds"] == 8 * 60
    assert text["breaks"][0]["late"] is False


@pytest.mark.parametrize(
    ("lines", "result"),
    [
        (["0:03:00, close: {decision: D2}"], "no_agreement"),
        (["0:02:00, withdraw: {decision: D2, reason: No use}"], "withdrawn"),
        (["0:02:00, circulate: {decision: D2, option: b, minutes: 9}"], "revised"),
        (["0:09:00, close: {decision: D2}"], "adopted"),
        ([], "under_silence"),
    ],
)
def test_a_text_under_silence_ends_in_one_of_these_ways(reported, lines, result):
    start = ["0:00:00, release: I-2", "0:01:00, circulate: {decision: D2, option: a, minutes: 5}"]
    report = reported(*start, *lines)
    assert decision(report, "D2")["silence"][0]["result"] == result


def test_other_rules_have_no_silence(reported):
    assert decision(reported("0:00:00, release: I-1"), "D1")["silence"] == []


# --- figures -----------------------------------------------------------------------------------


def test_indices_are_null_below_three_answers_and_raw_values_are_not(reported):
    report = reported(
        "0:00:00, release: I-1",
        take("0:01:00", "D1", "TUR", "a"),
        take("0:01:00", "D1", "GRC", "b"),
        "0:05:00, close: {decision: D1}",
    )
    metrics = decision(report, "D1")["metrics"]
    for name in ("modal_share", "entropy_agreement", "consensus", "consensus_change"):
        assert metrics[name] is None
    assert metrics["mean_absolute_deviation"] is None
    assert metrics["kendall_w"] is None
    assert (metrics["median"], metrics["minimum"], metrics["maximum"]) == (1, 0, 2)
    assert metrics["response_rate"] == 0.5


def test_first_positions_enter_only_the_change_of_the_index(reported):
    lines = ["0:00:00, release: I-1"]
    lines += [take("0:01:00", "D1", role, "a") for role in ("TUR", "GRC", "USA", "HUN")]
    close = "0:05:00, close: {decision: D1}"
    without = decision(reported(*lines, close), "D1")["metrics"]
    firsts = [
        take("0:02:00", "D1", role, option, round="first")
        for role, option in (("TUR", "a"), ("GRC", "c"), ("USA", "a"), ("HUN", "c"))
    ]
    with_first = decision(reported(*lines, *firsts, close), "D1")["metrics"]
    assert with_first["consensus_change"] == 1
    assert without["consensus_change"] is None
    assert {**with_first, "consensus_change": None} == without


def test_without_a_scale_figures_of_position_are_null(reported):
    lines = [take("0:01:00", "D4", role, "x") for role in ("TUR", "GRC", "USA")]
    report = reported("0:00:00, release: I-4", *lines, "0:05:00, close: {decision: D4}")
    metrics = decision(report, "D4")["metrics"]
    assert metrics["modal_share"] == 1
    assert metrics["entropy_agreement"] == 1
    assert metrics["consensus"] is metrics["median"] is metrics["minimum"] is None


def test_a_ranking_has_an_order_and_a_w_and_ties_share_a_place(reported):
    ranks = {"TUR": "[x, y, z]", "GRC": "[y, x, z]", "USA": "[x, y, z]", "HUN": "[y, x, z]"}
    report = reported(
        "0:00:00, release: I-3",
        *(f"0:01:00, rank: {{decision: D3, role: {r}, order: {o}}}" for r, o in ranks.items()),
        "0:05:00, close: {decision: D3}",
    )
    found = decision(report, "D3")
    assert found["order"] == [
        {"option": "x", "rank_sum": 6, "place": 1},
        {"option": "y", "rank_sum": 6, "place": 1},
        {"option": "z", "rank_sum": 12, "place": 3},
    ]
    assert found["option"] is None
    assert found["answered"] == 4
    assert found["metrics"]["kendall_w"] == pytest.approx(0.75)


def test_an_order_survives_that_every_seat_leaves_after_the_closing(reported):
    report = reported(
        "0:00:00, release: I-3",
        "0:01:00, rank: {decision: D3, role: TUR, order: [x, y, z]}",
        "0:02:00, close: {decision: D3}",
        *(f"0:03:00, absent: {{role: {role}}}" for role in ("TUR", "GRC", "USA", "HUN")),
    )
    assert [o["option"] for o in decision(report, "D3")["order"]] == ["x", "y", "z"]
    assert decision(report, "D3")["eligible"] == 4


def test_several_choices_are_all_counted_and_give_no_posture(reported):
    report = reported(
        "0:00:00, release: I-3",
        "0:01:00, close: {decision: D3}",
        "0:02:00, position: {decision: D3N, role: TUR, options: [x, z], condition: By June}",
        "0:03:00, close: {decision: D3N}",
    )
    found = decision(report, "D3N")
    assert (found["status"], found["option"]) == ("recorded", None)
    assert found["tally"] == {"x": 1, "z": 1}
    assert found["answered"] == 1
    assert report["postures"] == {}


def test_postures_are_the_final_positions_of_each_seat(reported):
    report = reported(
        "0:00:00, release: I-1",
        take("0:01:00", "D1", "TUR", "a", round="first"),
        take("0:02:00", "D1", "TUR", "c"),
        "0:03:00, close: {decision: D1}",
        take("0:04:00", "D1B", "TUR", "b"),
    )
    taken = [(p["decision"], p["position"]) for p in report["postures"]["TUR"]]
    assert taken == [("D1", 4), ("D1B", 2)]
