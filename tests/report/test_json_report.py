"""The report's JSON against the words of its contract."""

import json

from tabletop.report.json_report import json_report
from tabletop.report.writers.json_bytes import json_bytes
from tests.report.small import decision, inject, position, take

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
