"""The report's JSON against the words of its contract."""

import json

import pytest

from tabletop.report.json_report import json_report
from tabletop.report.writers.json_bytes import json_bytes

OPTIONS = """[{id: a, title: Nothing, position: 0}, {id: b, title: Consult, position: 2},
          {id: c, title: Reinforce, position: 4}]"""
PLAIN = "[{id: x, title: X}, {id: y, title: Y}, {id: z, title: Z}]"
SCENARIO = """
tabletop: 1
id: small
title: Small
version: "2"
starts: 2031-03-04T06:00:00Z
variables: {ally: Türkiye}
objectives: [{id: O1, title: Decide in time}]
scales:
  - id: posture
    title: Posture
    levels: [{value: 0, title: Nothing}, {value: 2, title: Consult}, {value: 4, title: Reinforce}]
state: [{id: evidence, title: Evidence, start: 0, minimum: 0, maximum: 4}]
facts: [{id: Q1, question: Aimed at us?, answer: false}]
roles:
  - {id: TUR, title: "{ally}", decides: true, weight: 2}
  - {id: GRC, title: Greece, decides: true}
  - {id: USA, title: United States, decides: true}
  - {id: HUN, title: Hungary, decides: true}
  - {id: SG, title: Secretary General, kind: chair}
injects:
  - id: I-1
    title: "A missile over {ally}"
    at: D+0 10:00
    affected: [TUR]
    sets: {evidence: 1}
    expected: [{id: ask, text: "Ask {ally}", objective: O1}, {id: tell, text: Tell all}]
    decisions:
      - id: D1
        title: Form of the work
        scale: posture
        rule: {kind: on_request, triggers: [c], otherwise: b}
        first_round: true
        options: OPTIONS
      - {id: D1B, title: And then, scale: posture, rule: {kind: consensus}, options: OPTIONS}
  - id: I-2
    title: A text
    at: D+0 12:00
    decisions:
      - id: D2
        title: The text
        scale: posture
        rule: {kind: silence, minutes: 5}
        options: OPTIONS
  - id: I-3
    title: Lists
    at: D+1 09:00
    decisions:
      - {id: D3, title: Order, rule: {kind: ranking}, options: PLAIN}
      - {id: D3N, title: Offers, rule: {kind: each, several: true}, options: PLAIN}
  - id: I-4
    title: A majority
    at: D+1 12:00
    decisions:
      - {id: D4, title: Heads, rule: {kind: majority, more_than: 1/2}, options: PLAIN}
  - id: I-5
    title: Authority
    at: D+1 15:00
    decisions:
      - id: D5
        title: The host decides
        scale: posture
        rule: {kind: authority, roles: [TUR]}
        options: OPTIONS
  - {id: I-6, title: Last, at: D+2 09:00}
  - {id: C-1, title: Spare, contingency: true}
cuts: [{id: short, title: Short, injects: [I-1, I-2]}]
"""


@pytest.fixture(scope="module")
def reported(recorded):
    """Return a function from the lines of a transcript to the report's JSON."""

    def report(*lines, head="", first=None):
        scenario = SCENARIO.replace("OPTIONS", OPTIONS).replace("PLAIN", PLAIN)
        entries = "\n".join(f"  - {{at: {line}}}" for line in lines)
        start = f"exercise: Test\nheld: 2026-11-12T09:00:00+01:00\n{head}"
        return json_report(recorded(scenario, f"{start}\nentries:\n{entries}\n", first=first))

    return report


def decision(report, decision_id):
    return next(d for d in report["decisions"] if d["id"] == decision_id)


def inject(report, inject_id):
    return next(i for i in report["injects"] if i["id"] == inject_id)


def position(report, decision_id, role, round_="final"):
    found = decision(report, decision_id)["positions"]
    return next(p for p in found if (p["role"], p["round"]) == (role, round_))


def take(at, decision_id, role, option, **further):
    words = "".join(f", {key}: {value}" for key, value in further.items())
    body = f"decision: {decision_id}, role: {role}, option: {option}{words}"
    return f"{at}, position: {{{body}}}"


# --- the exercise ------------------------------------------------------------------------------


def test_seconds_of_the_exercise_leave_out_pauses_and_moments_keep_them(reported):
    report = reported(
        "0:00:00, release: I-1",
        "0:10:00, pause: true",
        "0:22:00, resume: true",
        "0:30:00, release: I-2",
        "0:46:00, end: true",
    )
    assert report["exercise"]["seconds"] == 34 * 60
    assert report["exercise"]["paused_seconds"] == 12 * 60
    assert report["exercise"]["started"] == "2026-11-12T08:00:00Z"
    assert report["exercise"]["ended"] == "2026-11-12T08:46:00Z"
    assert inject(report, "I-2")["released_seconds"] == 30 * 60
    assert [t["seconds"] for t in report["timeline"] if t["event"] == "ExerciseEnded"] == [46 * 60]


def test_an_exercise_under_way_has_no_end_and_open_decisions_stay_open(reported):
    report = reported("0:00:00, release: I-1", take("0:05:00", "D1", "TUR", "a"))
    assert report["exercise"]["ended"] is None
    assert report["exercise"]["seconds"] == 300
    assert decision(report, "D1")["status"] == "open"
    assert decision(report, "D1")["computed"] is None
    assert decision(report, "D1")["metrics"]["seconds"] is None


def test_the_report_of_an_exercise_never_started_has_every_key(reported):
    report = reported("0:00:00, release: I-1", first=1)
    assert {d["status"] for d in report["decisions"]} == {"not_opened"}
    assert report["exercise"]["seconds"] == 0
    assert decision(report, "D1")["metrics"]["response_rate"] is None
    json.dumps(report, allow_nan=False)


def test_injects_say_what_became_of_them_in_the_order_of_the_file(reported):
    report = reported(
        "0:00:00, release: I-1",
        "0:01:00, skip: {inject: I-2, reason: Short of time}",
        "0:02:00, improvise: {title: A call, body: Now, to: [all]}",
        "0:03:00, release: I-4",
        "0:04:00, recall: {inject: I-4, reason: Too early}",
        "0:05:00, end: true",
        head="cut: short",
    )
    statuses = {i["id"]: i["status"] for i in report["injects"]}
    assert list(statuses) == ["I-1", "I-2", "I-3", "I-4", "I-5", "I-6", "C-1", "X-1"]
    assert statuses["I-1"] == "released"
    assert statuses["I-2"] == "skipped"
    assert statuses["I-3"] == "not_in_cut"
    assert statuses["I-4"] == "recalled"
    assert statuses["C-1"] == "not_reached"
    assert statuses["X-1"] == "improvised"
    assert inject(report, "I-2")["reason"] == "Short of time"
    assert inject(report, "I-2")["released_seconds"] is None
    assert inject(report, "I-4")["reason"] == "Too early"


def test_a_recalled_inject_counts_from_its_first_release(reported):
    report = reported(
        "0:01:00, release: I-1",
        "0:02:00, recall: {inject: I-1, reason: Slip}",
        "0:03:00, jump: {to: D+0 11:00}",
        "0:04:00, release: I-1",
        take("0:06:00", "D1", "TUR", "b"),
        "0:07:00, close: {decision: D1}",
    )
    assert inject(report, "I-1")["released_seconds"] == 60
    assert inject(report, "I-1")["scenario_time"] == "2031-03-04T10:00:00Z"
    assert inject(report, "I-1")["status"] == "released"
    assert decision(report, "D1")["metrics"]["seconds"] == 360
    assert position(report, "D1", "TUR")["seconds"] == 300


# --- durations ---------------------------------------------------------------------------------


def test_durations_leave_out_pauses(reported):
    report = reported(
        "0:01:00, release: I-1",
        "0:02:00, pause: true",
        take("0:05:00", "D1", "GRC", "a"),
        "0:12:00, resume: true",
        take("0:13:00", "D1", "TUR", "b"),
        "0:14:00, close: {decision: D1}",
    )
    assert decision(report, "D1")["metrics"]["seconds"] == 3 * 60
    assert position(report, "D1", "GRC")["seconds"] == 60
    assert position(report, "D1", "TUR")["seconds"] == 2 * 60


def test_later_decisions_of_an_inject_count_from_their_opening(reported):
    report = reported(
        "0:00:00, release: I-1",
        take("0:01:00", "D1B", "TUR", "a"),
        "0:10:00, close: {decision: D1}",
        take("0:12:00", "D1B", "GRC", "a"),
        "0:15:00, close: {decision: D1B}",
    )
    assert decision(report, "D1B")["metrics"]["seconds"] == 5 * 60
    assert position(report, "D1B", "GRC")["seconds"] == 2 * 60
    assert position(report, "D1B", "TUR")["seconds"] == 0
    assert position(report, "D1B", "TUR")["early"] is True


def test_seconds_of_a_seat_run_to_its_last_valid_entry_in_that_round(reported):
    report = reported(
        "0:00:00, release: I-1",
        take("0:01:00", "D1", "TUR", "a", round="first"),
        take("0:02:00", "D1", "TUR", "b"),
        take("0:03:00", "D1", "TUR", "a"),
        "0:04:00, close: {decision: D1}",
        take("0:05:00", "D1", "TUR", "c"),
    )
    assert position(report, "D1", "TUR", "first")["seconds"] == 60
    assert position(report, "D1", "TUR")["seconds"] == 180
    assert position(report, "D1", "TUR")["option"] == "a"


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


# --- the rest of the record --------------------------------------------------------------------


def test_requests_observations_ticks_ratings_and_actions_are_listed(reported):
    report = reported(
        "0:00:00, release: I-1",
        "0:01:00, request: {id: R1, role: GRC, question: Radar tracks?}",
        "0:02:00, pause: true",
        "0:05:00, resume: true",
        "0:06:00, answer: {request: R1, text: Later}",
        "0:07:00, observe: {text: Asked first, kind: strength, objective: O1, role: TUR}",
        "0:08:00, tick: {inject: I-1, expected: ask, status: partial}",
        "0:09:00, rate: {objective: O1, rating: S, because: Late}",
        "0:10:00, action: {text: A feed, objective: O1, owner: Air, due: 2027-03-31}",
    )
    request = report["requests"][0]
    assert (request["id"], request["role"], request["question"]) == ("R1", "GRC", "Radar tracks?")
    assert (request["asked_seconds"], request["answered_seconds"]) == (60, 360)
    observation = report["observations"][0]
    assert observation["kind"] == "strength"
    assert observation["seconds"] == 420
    assert [(e["id"], e["status"]) for e in report["expected"]] == [
        ("ask", "partial"),
        ("tell", "not_assessed"),
    ]
    assert report["ratings"] == [{"objective": "O1", "rating": "S", "because": "Late"}]
    action = report["actions"][0]
    assert (action["owner"], action["start"], action["due"]) == ("Air", None, "2027-03-31")
    assert action["status"] == "open"


def test_variables_are_filled_in_every_text_of_the_demonstration(demonstration):
    text = json.dumps(json_report(demonstration), ensure_ascii=False)
    assert not any("{" + name + "}" in text for name in demonstration.scenario.variables)


def test_the_same_record_gives_the_same_bytes(demonstrated):
    assert json_bytes(json_report(demonstrated())) == json_bytes(json_report(demonstrated()))


def test_nothing_in_it_tells_when_or_where_it_was_made(demonstration):
    report = json_report(demonstration)
    dates = [value for key, value in report["exercise"].items() if key in ("started", "ended")]
    assert dates == ["2026-11-12T08:00:00Z", "2026-11-12T14:16:30Z"]
    assert "/" not in report["scenario"]["id"]
