"""What was undone counts nowhere: injects, clocks, durations and figures are of what stands."""

from dataclasses import asdict
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tabletop.analysis.decisions import decision_records
from tabletop.analysis.injects import InjectCounts, inject_counts, inject_status
from tabletop.analysis.record import ExerciseRecord
from tabletop.exercise import commands as c
from tabletop.exercise.deciding import Refused
from tabletop.exercise.events import ExerciseCreated
from tabletop.exercise.memory import MemoryLibrary
from tabletop.live import LiveExercise
from tabletop.scenario_files.reader import scenario_from_text

SCENARIO = """
tabletop: 1
id: small
title: Small
starts: 2031-03-04T06:00:00Z
scales: [{id: s, title: S, levels: [{value: 0, title: Low}, {value: 6, title: High}]}]
roles:
  - {id: TUR, title: Türkiye, decides: true}
  - {id: GRC, title: Greece, decides: true}
  - {id: USA, title: United States, decides: true}
  - {id: SG, title: Secretary General}
injects:
  - id: I-1
    title: One
    at: D+0 10:00
    expected: [{id: ask, text: Ask}]
    decisions:
      - id: D1
        title: First
        scale: s
        rule: {kind: consensus}
        options: [{id: a, title: A, position: 0}, {id: b, title: B, position: 6}]
      - id: D2
        title: Second
        when: {decision: D1, outcome: [a]}
        rule: {kind: silence, minutes: 5}
        options: [{id: a, title: A}, {id: b, title: B}]
  - {id: I-2, title: Two, one_of: fork, when: {released: C-1}}
  - {id: I-3, title: Three, one_of: fork, when: {not: {released: C-1}}}
  - {id: I-4, title: Four, at: D+1 10:00}
  - {id: C-1, title: Deadlock, contingency: true}
cuts: [{id: short, title: Short, injects: [I-1, I-2, I-3]}]
"""
BEGUN = datetime(2026, 11, 12, 8, 0, tzinfo=UTC)


class Table:
    """An exercise that tests conduct by commands, on a clock that they move."""

    def __init__(self, cut=None):
        package = scenario_from_text(SCENARIO).package
        self.at = BEGUN
        seats = ("TUR", "GRC", "USA")
        created = ExerciseCreated("T", "exercise", "small", "1", package.sha256, cut, seats)
        stored = MemoryLibrary().create(
            "ex", package, created, at=BEGUN, command_id="c", actor="test"
        )
        self.live = LiveExercise(stored, lambda: self.at)

    def send(self, *commands, minutes=0):
        for command in commands:
            self.at += timedelta(minutes=minutes)
            self.live.send(command, command_id=f"c{len(self.live.entries)}", actor="test")

    @property
    def record(self):
        return ExerciseRecord("ex", self.live.package, self.live.entries)

    def decision(self, decision_id):
        return next(d for d in decision_records(self.record) if d.decision.id == decision_id)


@pytest.fixture
def table():
    return Table()


# --- injects ------------------------------------------------------------------------------------


def test_an_undone_release_is_none_and_the_next_one_is_the_first(table):
    table.send(c.ReleaseInject("I-1"))
    table.send(c.Undo(), c.ReleaseInject("I-1"), minutes=10)
    table.send(c.TakePosition("D1", "TUR", "a"), c.CloseDecision("D1"), minutes=2)
    state = table.record.state
    assert state.started_at == BEGUN + timedelta(minutes=20)
    assert state.inject_run("I-1").first_released_played == 0
    assert table.decision("D1").seconds == 240
    assert table.decision("D1").seconds_of(table.decision("D1").finals["TUR"]) == 120
    [first] = table.record.first_releases.values()
    assert first is table.record.standing_entries[2].event


def test_an_undone_release_later_in_play_moves_no_clock(table):
    table.send(c.ReleaseInject("I-4"))
    table.send(c.ReleaseInject("I-1"), c.Undo(), c.ReleaseInject("I-1"), minutes=5)
    assert table.record.state.inject_run("I-1").first_released_played == 900
    assert table.decision("D1").run.opened_played == 900
    assert list(table.record.first_releases) == ["I-4", "I-1"]


def test_a_recalled_inject_keeps_counting_from_its_first_release(table):
    table.send(c.ReleaseInject("I-1"), c.RecallInject("I-1"), c.ReleaseInject("I-1"), minutes=5)
    table.send(c.Undo(), minutes=5)
    assert inject_status(table.record, "I-1") == "recalled"
    table.send(c.ReleaseInject("I-1"), c.CloseDecision("D1"), minutes=5)
    assert table.decision("D1").seconds == 25 * 60


def test_what_was_undone_was_not_played(table):
    table.send(c.ReleaseInject("I-1"), c.ReleaseInject("C-1"), c.Undo())
    table.send(c.ImproviseInject("A call", ""), c.Undo())
    assert [inject_status(table.record, i) for i in ("I-1", "C-1", "X-1")] == [
        "released",
        "not_reached",
        "not_reached",
    ]
    assert table.record.improvised == ()
    assert list(table.record.first_releases) == ["I-1"]
    assert [type(x.event).__name__ for x in table.record.standing_entries] == [
        "ExerciseCreated",
        "ExerciseStarted",
        "InjectReleased",
        "DecisionOpened",
    ]


def test_a_decision_of_an_undone_release_was_not_put(table):
    table.send(c.ReleaseInject("I-1"), c.Undo())
    assert not table.decision("D1").was_opened
    assert table.decision("D1").status == "not_opened"


def test_an_undone_closing_is_no_earlier_outcome(table):
    table.send(c.ReleaseInject("I-1"), c.CloseDecision("D1"), c.Undo())
    assert table.decision("D1").run.earlier_outcomes == ()
    table.send(c.CloseDecision("D1"), c.ReopenDecision("D1", "More to say"))
    assert len(table.decision("D1").run.earlier_outcomes) == 1


def test_a_seat_that_came_by_mistake_was_not_there(table):
    table.send(c.MarkPresent("SG"), c.Undo())
    assert list(table.record.state.seats) == ["TUR", "GRC", "USA"]


# --- counts -------------------------------------------------------------------------------------


def test_the_whole_version_counts_one_of_its_alternatives(table):
    assert inject_counts(table.record) == InjectCounts(3, 0, 0, 3, 0, 0, 0, 0)
    table.send(c.ReleaseInject("I-1"), c.ReleaseInject("I-3"), c.SkipInject("I-4"))
    counts = inject_counts(table.record)
    assert counts == InjectCounts(3, 2, 1, 0, 0, 0, 0, 0)
    assert counts.played == 2
    table.send(c.ReleaseInject("I-2"))
    assert inject_counts(table.record) == InjectCounts(4, 3, 1, 0, 0, 0, 0, 0)


def test_a_cut_plans_its_own_injects_and_what_comes_besides_is_told_apart():
    table = Table("short")
    table.send(c.ReleaseInject("I-1"), c.ReleaseInject("I-4"), c.ReleaseInject("C-1"))
    table.send(c.ImproviseInject("A call", ""), c.RecallInject("I-4"))
    counts = inject_counts(table.record)
    assert counts == InjectCounts(
        planned=2,
        released=1,
        skipped=0,
        not_reached=1,
        contingencies=1,
        from_outside=1,
        improvised=1,
        recalled=1,
    )
    assert counts.played == 4
    assert inject_status(table.record, "I-4") == "recalled"
    assert inject_status(Table("short").record, "I-4") == "not_in_cut"


# --- the law ------------------------------------------------------------------------------------

seat = st.sampled_from(("TUR", "GRC", "USA", "SG"))
place = st.sampled_from(("D1", "D2"))
option = st.sampled_from("ab")
released = st.sampled_from(("I-1", "I-2", "I-3", "I-4", "C-1", "X-1"))
COMMANDS = st.one_of(
    st.builds(c.ReleaseInject, released),
    st.builds(c.RecallInject, released),
    st.builds(c.SkipInject, released),
    st.builds(c.ImproviseInject, st.just("A call"), st.just("")),
    st.builds(c.TakePosition, place, seat, option, st.sampled_from(("first", "final"))),
    st.builds(c.PutProposal, st.just("D1"), option),
    st.builds(
        c.TakeStance, place, seat, st.sampled_from(("supports", "can_accept", "reservation"))
    ),
    st.builds(c.CirculateText, st.just("D2"), option),
    st.builds(c.BreakSilence, st.just("D2"), seat),
    st.builds(c.CloseDecision, place),
    st.builds(c.DeclareOutcome, place, option, st.just("So heard")),
    st.builds(c.ReopenDecision, place),
    st.builds(c.MarkAbsent, seat),
    st.builds(c.MarkPresent, seat),
    st.builds(c.MakeRequest, st.sampled_from(("R1", "R2")), seat, st.just("?")),
    st.builds(c.AnswerRequest, st.sampled_from(("R1", "R2")), st.just("!")),
    st.just(c.TickExpected("I-1", "ask", "observed")),
    st.just(c.Observe("N1", "Good")),
    st.just(c.Undo()),
)


def figures(record, until):
    """Return every figure of a record, with the time that has been played at one moment."""
    state = record.state
    requests = [(r.id, r.asked_played, r.answered_played) for r in state.requests.values()
                if not r.withdrawn]  # fmt: skip
    return {
        "started": state.started_at,
        "played": state.played(until),
        "counts": asdict(inject_counts(record)),
        "statuses": [inject_status(record, i.id) for i in record.scenario.injects],
        "firsts": [(i, event.scenario_time) for i, event in record.first_releases.items()],
        "seats": list(state.seats),
        "requests": requests,
        "observed": [o.id for o in state.observations.values() if not o.withdrawn],
        "ticks": [(place, tick.status) for place, tick in state.ticks.items()],
        "decisions": [
            (d.status, d.was_opened, d.seconds, d.eligible, d.tally, asdict(d.metrics),
             d.stances, d.dissent, len(d.run.earlier_outcomes),
             [d.seconds_of(p) for p in (*d.firsts.values(), *d.finals.values())])
            for d in decision_records(record)
        ],
    }  # fmt: skip


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 9), COMMANDS), max_size=25), COMMANDS, st.integers(0, 9))
def test_a_slip_undone_gives_the_figures_of_a_record_without_it(history, slip, minutes):
    table = Table()
    for waited, command in history:
        try:
            table.send(command, minutes=waited)
        except Refused:
            continue
    before, steps = table.record, table.live.state.undo_steps
    try:
        table.send(slip)
    except Refused:
        return
    if table.live.state.undo_steps[-1:] == steps[-1:] or isinstance(slip, c.Undo):
        return
    table.send(c.Undo(), minutes=minutes)
    assert figures(table.record, table.at) == figures(before, table.at)
