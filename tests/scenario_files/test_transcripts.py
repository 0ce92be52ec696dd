"""A transcript says in the order of the clock what a console would have recorded."""

import os

import pytest

from tabletop.exercise.folding import replay
from tabletop.exercise.journal import RawRecord, raw_row
from tabletop.exercise.state import initial_state
from tabletop.exercise.verification import verify
from tabletop.scenario_files.located import UnreadableScenario
from tabletop.scenario_files.reader import scenario_from_text
from tabletop.scenario_files.transcript_reader import read_transcript, transcript_from_text
from tabletop.scenario_files.transcripts import play

PLAN = """\
tabletop: 1
id: table
title: Table
marking: EXERCISE
starts: 2031-05-01T06:00:00Z
objectives: [{id: O1, title: Decide, capability: Consultation}]
scales: [{id: p, title: Scale, levels: [{value: 0, title: Low}, {value: 4, title: High}]}]
facts: [{id: Q1, question: Meant?, answer: true}]
roles:
  - {id: TUR, title: Türkiye, kind: delegation, decides: true}
  - {id: GRC, title: Greece, kind: delegation, decides: true}
  - {id: HUN, title: Hungary, kind: delegation, decides: true}
  - {id: SG, title: Chair, kind: chair}
cards: [{id: cautious, title: Cautious, text: Slow down}]
cuts: [{id: short, title: Short, injects: [I-01]}]
injects:
  - id: I-01
    title: News
    at: D+0 07:00
    body: EXERCISE news
    objectives: [O1]
    expected: [{id: ask, text: Ask, objective: O1}]
    handouts: [{id: order, to: [GRC], title: Order, body: Wait, held: true}]
    decisions:
      - id: D1
        title: Line
        rule: {kind: consensus}
        scale: p
        asks: [Q1]
        options: [{id: a, title: A, position: 0}, {id: b, title: B, position: 4}]
      - id: D2
        title: Text
        rule: {kind: silence, minutes: 5}
        options: [{id: b, title: The text}]
      - id: D3
        title: Share
        rule: {kind: majority, more_than: 0.5}
        options: [{id: y, title: Yes}, {id: n, title: No}]
      - id: D4
        title: Order
        rule: {kind: ranking}
        options: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]
      - id: D5
        title: Offers
        rule: {kind: each, several: true}
        options: [{id: ship, title: Ship}, {id: crew, title: Crew}]
  - {id: I-03, title: More, at: D+0 09:00, body: EXERCISE more}
  - {id: I-04, title: Most, at: D+0 10:00, body: EXERCISE most}
"""
HEAD = """\
exercise: Calm table
held: 2026-11-12T09:00:00+01:00
participants:
  - {role: TUR, name: A. Demir, organisation: Ministry}
entries:
"""
EVERYTHING = """\
  - {at: 0:00:00, release: I-01}
  - {at: 0:01:00, request: {id: R1, role: HUN, question: Radar tracks?}}
  - {at: 0:02:00, answer: {request: R1, text: After the briefing.}}
  - {at: 0:02:10, card: {role: GRC, card: cautious}}
  - {at: 0:02:20, hand: {inject: I-01, handout: order}}
  - {at: 0:03:00, position: {decision: D1, role: TUR, option: a, round: first, confidence: low}}
  - {at: 0:04:00, position: {decision: D1, role: TUR, option: b, condition: A second radar}}
  - {at: 0:04:10, judge: {decision: D1, role: TUR, fact: Q1, likelihood: 60, confidence: low}}
  - {at: 0:05:00, propose: {decision: D1, option: b}}
  - {at: 0:06:00, stance: {decision: D1, role: GRC, stance: reservation, text: No ships}}
  - {at: 0:06:10, stance: {decision: D1, role: HUN, stance: can_accept}}
  - {at: 0:07:00, close: {decision: D1}}
  - {at: 0:08:00, circulate: {decision: D2, option: b, minutes: 5}}
  - {at: 0:09:00, break: {decision: D2, role: HUN, text: Review date missing}}
  - {at: 0:10:00, circulate: {decision: D2, option: b, minutes: 4}}
  - {at: 0:11:00, extend: {decision: D2, minutes: 6}}
  - {at: 0:12:00, pause: true}
  - {at: 0:20:00, resume: true}
  - {at: 0:25:00, close: {decision: D2}}
  - {at: 0:26:00, position: {decision: D3, role: TUR, option: y}}
  - {at: 0:26:10, abstain: {decision: D3, role: GRC}}
  - {at: 0:26:20, position: {decision: D3, role: HUN, option: n}}
  - {at: 0:27:00, declare: {decision: D3, option: y, reason: The chair ruled}}
  - {at: 0:28:00, reopen: {decision: D3, reason: Too early}}
  - {at: 0:28:30, position: {decision: D3, role: HUN, option: y}}
  - {at: 0:29:00, close: {decision: D3}}
  - {at: 0:30:00, rank: {decision: D4, role: TUR, order: [a, c, b]}}
  - {at: 0:31:00, close: {decision: D4}}
  - {at: 0:31:10, position: {decision: D5, role: TUR, options: [ship, crew], condition: Crews}}
  - {at: 0:31:20, close: {decision: D5}}
  - {at: 0:32:00, observe: {text: Asked first, kind: strength, objective: O1, role: TUR}}
  - {at: 0:33:00, tick: {inject: I-01, expected: ask, status: observed}}
  - {at: 0:34:00, skip: {inject: I-03, reason: Short of time}}
  - {at: 0:35:00, improvise: {title: A call from the press, body: EXERCISE, to: [all]}}
  - {at: 0:36:00, absent: {role: HUN}}
  - {at: 0:37:00, present: {role: HUN, name: B. Kovacs}}
  - {at: 0:38:00, amend: {inject: I-04, body: EXERCISE changed}}
  - {at: 0:39:00, jump: {to: D+2 10:00}}
  - {at: 0:40:00, release: I-04}
  - {at: 0:41:00, recall: {inject: I-04, reason: Too soon}}
  - {at: 0:42:00, park: {text: Who pays?}}
  - {at: 0:43:00, reveal: {decision: D1}}
  - {at: 0:50:00, rate: {objective: O1, rating: S, because: Decided late}}
  - {at: 0:55:00, action: {text: A live feed, objective: O1, owner: Air Command, due: 2027-03-31}}
  - {at: 0:58:00, end: true}
"""


@pytest.fixture(scope="module")
def package():
    read = scenario_from_text(PLAN)
    assert read.findings == ()
    return read.package


def played(package, entries, head=HEAD):
    read = transcript_from_text(head + entries, "t.yaml")
    assert read.findings == (), [str(finding) for finding in read.findings]
    result = play(read.transcript, package, exercise_id="e-1")
    return result, [str(read.located(finding)) for finding in result.findings]


def test_every_kind_of_entry_is_recorded(package):
    result, findings = played(package, EVERYTHING)
    state = result.state

    assert findings == []
    assert state.status == "ended"
    statuses = {d: state.decision_status(d) for d in ("D1", "D2", "D3", "D4", "D5")}
    assert statuses == {
        "D1": "adopted",
        "D2": "adopted",
        "D3": "adopted",
        "D4": "ranked",
        "D5": "recorded",
    }
    assert state.seats["GRC"].card == "cautious"
    assert [h.to for h in state.handouts] == [("GRC",)]
    assert [c.breaks_in_time for c in state.decision_run("D2").circulations][1] == ()
    assert state.inject_run("I-03").skipped
    assert state.inject_run("I-04").recalled
    assert state.improvised["X-1"].title == "A call from the press"
    assert {p.name for p in result.participants} == {"A. Demir", "B. Kovacs"}
    assert state.paused(result.entries[-1].at) == 480


def test_the_entries_are_a_whole_chain_and_replay_to_the_same_state(package):
    result, _ = played(package, EVERYTHING)
    rows = tuple(raw_row(entry) for entry in result.entries)

    assert verify(RawRecord("e-1", rows, (), package.source)) == ()
    assert replay(initial_state(package.scenario), result.entries) == result.state


def test_startex_is_at_the_time_zero_even_when_the_first_release_comes_later(package):
    result, _ = played(package, "  - {at: 0:03:00, release: I-01}\n  - {at: 0:10:00, end: true}\n")

    assert result.state.played(result.state.ended_at) == 600
    assert result.state.inject_run("I-01").first_released_played == 180


def test_what_a_console_refuses_is_a_finding_with_its_line_and_the_rest_goes_on(package):
    _, findings = played(
        package,
        "  - {at: 0:00:00, release: I-01}\n"
        "  - {at: 0:01:00, release: I-01}\n"
        "  - {at: 0:02:00, position: {decision: D1, role: XXX, option: a}}\n"
        "  - {at: 0:01:00, close: {decision: D1}}\n"
        "  - {at: 0:03:00, tick: {inject: I-01, expected: aks, status: observed}}\n",
    )

    assert [finding.partition(" error")[0] for finding in findings] == [
        "t.yaml:7:28:",
        "t.yaml:8:19:",
        "t.yaml:9:10:",
        "t.yaml:10:19:",
    ]
    assert "already released" in findings[0]
    assert "XXX" in findings[1]
    assert "stands before the entry above it" in findings[2]
    assert "ask" in findings[3]


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("  - {at: 0:01:00}\n", "one thing"),
        ("  - {at: 0:01:00, pause: true, end: true}\n", "one thing"),
        ("  - {at: 61, pause: true}\n", "0:03:10"),
        ("  - {at: 0:01:00, relase: I-01}\n", "release"),
        ("  - {at: 0:01:00, pause: yes}\n", "true"),
        ("  - {at: 0:01:00, stance: {decision: D1, role: TUR, stance: maybe}}\n", "supports"),
        ("  - {at: 0:01:00, action: {text: Later, due: soon}}\n", "“due” should be a date"),
        ("  - {at: 0:01:00, action: {text: Later, start: 2027-02-30}}\n", "not “2027-02-30”"),
    ],
)
def test_a_line_that_cannot_be_understood_is_a_finding(entry, words):
    read = transcript_from_text(HEAD + entry, "t.yaml")

    assert read.transcript is None
    assert all(finding.line == 6 for finding in read.findings)
    assert any(words in finding.text for finding in read.findings)


def test_late_and_early_and_on_recalled_injects_are_recorded_and_marked(package):
    result, findings = played(
        package,
        "  - {at: 0:00:00, position: {decision: D1, role: TUR, option: a}}\n"
        "  - {at: 0:01:00, release: I-01}\n"
        "  - {at: 0:02:00, recall: {inject: I-01}}\n"
        "  - {at: 0:03:00, position: {decision: D1, role: GRC, option: a}}\n"
        "  - {at: 0:04:00, release: I-01}\n"
        "  - {at: 0:05:00, position: {decision: D1, role: HUN, option: a}}\n"
        "  - {at: 0:06:00, close: {decision: D1}}\n"
        "  - {at: 0:07:00, position: {decision: D1, role: HUN, option: b}}\n",
    )
    positions = result.state.decision_run("D1").positions

    assert findings == []
    assert [(p.role, p.early, p.on_recalled, p.late) for p in positions] == [
        ("TUR", True, False, False),
        ("GRC", False, True, False),
        ("HUN", False, False, False),
        ("HUN", False, False, True),
    ]
    assert result.state.standing_option("D1") == "a"


def test_seats_not_played_take_no_part(package):
    head = HEAD.replace("entries:", "seats: [TUR, GRC]\nentries:")
    _, findings = played(
        package,
        "  - {at: 0:00:00, release: I-01}\n"
        "  - {at: 0:01:00, position: {decision: D1, role: HUN, option: a}}\n",
        head,
    )

    assert len(findings) == 1
    assert "not played" in findings[0]


def test_an_unknown_cut_and_an_unknown_seat_are_findings(package):
    head = HEAD.replace("role: TUR, name", "role: TRU, name").replace(
        "entries:", "cut: tiny\nentries:"
    )
    _, findings = played(package, "  - {at: 0:00:00, release: I-01}\n", head)

    assert len(findings) == 2
    assert any("tiny" in finding and "short" in finding for finding in findings)
    assert any("TRU" in finding for finding in findings)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.transcript.yaml")
    with pytest.raises(UnreadableScenario, match="no ordinary file"):
        read_transcript(tmp_path / "pipe.transcript.yaml")
