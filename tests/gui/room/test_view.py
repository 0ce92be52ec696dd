"""The room never sees what is the facilitator's: told as a law over whole exercises."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.exercise import commands as do
from tabletop.exercise.deciding import Refused, decide
from tabletop.exercise.events import ExerciseCreated
from tabletop.exercise.folding import replay
from tabletop.exercise.journal import FIRST_HASH, Head, new_entries
from tabletop.exercise.state import initial_state
from tabletop.gui.room.rows import (
    HoldingPage,
    InjectPage,
    QuestionPage,
    ResultPage,
    SilencePage,
)
from tabletop.gui.room.showing import Showing
from tabletop.gui.room.view import room_view
from tabletop.scenario.model import Scenario
from tabletop.scenario.package import Attachment, ScenarioPackage

SENTINEL = "sentinel"
STARTEX = datetime(2026, 11, 12, 9, 0, tzinfo=UTC)
SEATS = ("TUR", "GRC", "POL")
OPTIONS = [
    {"id": "a", "title": "Note it", "position": 0, "notes": SENTINEL, "cost": SENTINEL},
    {"id": "b", "title": "Endorse it", "position": 6, "notes": SENTINEL},
]
RULES = {
    "D1": {"kind": "consensus"},
    "D2": {"kind": "silence", "minutes": 5, "reveal": "at_deadline"},
    "D3": {"kind": "silence", "minutes": 5, "reveal": "at_once"},
    "D4": {"kind": "ranking"},
    "D5": {"kind": "each"},
    "D6": {"kind": "on_request", "triggers": ["b"]},
}


def decision(decision_id, rule):
    return {
        "id": decision_id,
        "title": "Where do we stand?",
        "rule": rule,
        "scale": "posture",
        "first_round": True,
        "minutes": 10,
        "notes": SENTINEL,
        "asks": ["Q1"],
        "options": OPTIONS,
    }


def scenario():
    """Return a scenario in which everything that is the facilitator's says so."""
    facilitators = {
        "notes": SENTINEL,
        "prompts": [SENTINEL],
        "expected": [{"id": "ask", "text": SENTINEL, "owner": SENTINEL}],
        "answers": [{"question": SENTINEL, "text": SENTINEL}],
        "handouts": [{"id": "h", "to": ["TUR"], "title": SENTINEL, "body": SENTINEL}],
        "grade": SENTINEL,
        "storyline": SENTINEL,
        "columns": {SENTINEL: SENTINEL},
    }
    injects = [
        {
            **facilitators,
            "id": f"I-{number}",
            "title": f"Inject {number}",
            "channel": "press",
            "body": "News for {{everybody} of {place}, after {D1}.",
            "attachments": ["map.svg", "orders.pdf"],
            "decisions": [decision(decision_id, rule)],
        }
        for number, (decision_id, rule) in enumerate(RULES.items(), start=1)
    ]
    private = {"id": "I-P", "title": SENTINEL, "body": SENTINEL, "to": ["TUR"]}
    unreleased = {"id": "I-U", "title": SENTINEL, "body": SENTINEL}
    return Scenario.model_validate(
        {
            "tabletop": 1,
            "id": "calm-front",
            "title": "Calm Front",
            "marking": "For exercise",
            "starts": "2031-03-04T06:00:00Z",
            "summary": SENTINEL,
            "background": SENTINEL,
            "variables": {"place": "Akdere"},
            "objectives": [{"id": "O1", "title": SENTINEL}],
            "scales": [
                {
                    "id": "posture",
                    "title": "Posture",
                    "levels": [{"value": 0, "title": "None"}, {"value": 6, "title": "All"}],
                }
            ],
            "state": [
                {"id": "evidence", "title": SENTINEL, "start": "1", "minimum": 0, "maximum": 4}
            ],
            "facts": [{"id": "Q1", "question": SENTINEL, "answer": "true", "notes": SENTINEL}],
            "roles": [
                {"id": seat, "title": seat, "decides": "true", "brief": SENTINEL} for seat in SEATS
            ],
            "cards": [
                {"id": "cautious", "title": SENTINEL, "text": SENTINEL, "red_line": SENTINEL}
            ],
            "injects": [*injects, private, unreleased],
        }
    )


PLAN = scenario()
PACKAGE = ScenarioPackage(
    PLAN,
    SENTINEL,
    (Attachment("map.svg", b"<svg/>"), Attachment("orders.pdf", SENTINEL.encode())),
)


class Run:
    """An exercise in memory, one command after another; refusals are let pass."""

    def __init__(self):
        self.now = STARTEX
        self.head = Head(0, FIRST_HASH)
        self.state = initial_state(PLAN)
        created = ExerciseCreated("x", "exercise", PLAN.id, "1", "0" * 64, None, SEATS)
        self._append((created,))

    def _append(self, events):
        entries = new_entries(
            events,
            exercise_id="x",
            head=self.head,
            at=self.now,
            command_id=str(self.head.seq),
            actor="facilitator",
        )
        self.state = replay(self.state, entries)
        if entries:
            self.head = Head(entries[-1].seq, entries[-1].hash)

    def send(self, *given):
        for command in given:
            self.now += timedelta(seconds=10)
            try:
                events = decide(self.state, command, self.now)
            except Refused:
                continue
            self._append(events)
        return self

    def minutes_pass(self, minutes):
        self.now += timedelta(minutes=minutes)
        return self

    def view(self, kind, part="", **changes):
        return room_view(PACKAGE, self.state, Showing(kind, part, **changes), self.now)

    def page(self, kind, part="", **changes):
        return self.view(kind, part, **changes).page


@pytest.fixture
def run():
    return Run()


RELEASES = tuple(do.ReleaseInject(f"I-{number}") for number in range(1, 7))
seats = st.sampled_from(SEATS)
decisions = st.sampled_from(sorted(RULES))
options = st.sampled_from(["a", "b"])
rounds = st.sampled_from(["first", "final"])
sentinel_commands = st.one_of(
    st.builds(
        do.TakePosition,
        decisions,
        seats,
        options,
        round=rounds,
        reason=st.just(SENTINEL),
        condition=st.just(SENTINEL),
        reservation=st.just(SENTINEL),
        confidence=st.just("low"),
    ),
    st.builds(do.JudgeFact, decisions, seats, st.just("Q1"), st.just(60)),
    st.builds(do.TakeStance, decisions, seats, st.just("reservation"), st.just(SENTINEL)),
    st.builds(do.TakeStance, decisions, seats, st.just("objects"), st.just(SENTINEL)),
    st.builds(do.RankOptions, decisions, seats, st.just(("b", "a"))),
    st.builds(do.PutProposal, decisions, options),
    st.builds(do.CirculateText, decisions, options),
    st.builds(do.DeclareOutcome, decisions, options, st.just(SENTINEL)),
    st.builds(do.CloseDecision, decisions),
    st.builds(do.WithdrawText, decisions, st.just(SENTINEL)),
    st.builds(do.RevealPositions, decisions, rounds),
    st.builds(do.RecallInject, st.sampled_from(["I-1", "I-2"]), st.just(SENTINEL)),
    st.builds(do.SkipInject, st.just("I-U"), st.just(SENTINEL)),
    st.builds(do.MakeRequest, st.just("R1"), seats, st.just(SENTINEL)),
    st.builds(do.Observe, st.just("o1"), st.just(SENTINEL)),
    st.builds(do.ParkIssue, st.just("p1"), st.just(SENTINEL)),
    st.builds(do.GiveCard, seats, st.just("cautious")),
    st.builds(do.PauseExercise, st.just(SENTINEL)),
    st.just(do.ReleaseInject("I-P", SENTINEL)),
    st.just(do.EndExercise()),
)
showings = st.builds(
    Showing,
    st.sampled_from(["holding", "inject", "question", "silence", "result"]),
    st.sampled_from([*RULES, *(inject.id for inject in PLAN.injects), "no-such"]),
    blank=st.booleans(),
    attributed=st.booleans(),
)


@settings(max_examples=150, deadline=None)
@given(sent=st.lists(sentinel_commands, max_size=14), showing=showings)
def test_nothing_of_the_facilitators_is_ever_in_the_view(sent, showing):
    run = Run().send(*RELEASES, *sent)
    assert SENTINEL not in repr(room_view(PACKAGE, run.state, showing, run.now))


@settings(max_examples=150, deadline=None)
@given(
    sent=st.lists(sentinel_commands, max_size=14), decision_id=decisions, attributed=st.booleans()
)
def test_a_seat_stands_beside_an_option_only_after_the_positions_were_revealed(
    sent, decision_id, attributed
):
    run = Run().send(*RELEASES, *sent)
    page = run.page("result", decision_id, attributed=attributed)
    tiles = [tile for row in getattr(page, "rows", ()) for tile in row.tiles]
    if not run.state.decision_run(decision_id).revealed:
        assert tiles == []
        if isinstance(page, ResultPage):
            assert not set(SEATS) & set(re.findall(r"\w+", repr(page)))
    if not attributed:
        assert all(tile.code == "" and tile.stance == "" for tile in tiles)
        assert not set(SEATS) & set(re.findall(r"\w+", getattr(page, "detail", "")))


@settings(max_examples=100, deadline=None)
@given(sent=st.lists(sentinel_commands, max_size=10), broken_by=seats)
def test_a_break_stays_hidden_until_the_deadline(sent, broken_by):
    run = Run().send(*RELEASES, do.CirculateText("D2", "a", minutes=60))
    run.send(do.BreakSilence("D2", broken_by, SENTINEL))
    kept = [c for c in sent if getattr(c, "decision_id", "") != "D2"]
    run.send(*kept)
    assert SENTINEL not in repr(run.page("silence", "D2"))


# --- examples --------------------------------------------------------------------------------


def test_before_startex_the_room_waits(run):
    view = run.view("inject", "I-1")
    assert view.page == HoldingPage("Calm Front", "The exercise has not begun.")
    assert view.scenario_time == ""


def test_a_released_inject_is_shown_as_its_addressees_read_it(run):
    run.send(RELEASES[0])
    page = run.page("inject", "I-1")
    assert isinstance(page, InjectPage)
    assert page.body == "News for {everybody} of Akdere, after open."
    assert page.to == "All"
    assert page.date == "4 March 2031"
    assert page.date_time_group == "040600Z MAR 31"
    assert [picture.name for picture in page.pictures] == ["map.svg"]


@pytest.mark.parametrize("part", ["I-U", "I-P", "no-such"])
def test_what_is_not_for_the_room_leaves_it_waiting(run, part):
    run.send(RELEASES[0], do.ReleaseInject("I-P"))
    assert isinstance(run.page("inject", part), HoldingPage)


def test_a_recalled_inject_leaves_the_room(run):
    run.send(RELEASES[0], do.RecallInject("I-1"))
    assert isinstance(run.page("inject", "I-1"), HoldingPage)


def test_an_improvised_inject_can_be_shown(run):
    run.send(RELEASES[0], do.ImproviseInject("A call", "The press asks.", channel="call"))
    assert run.page("inject", "X-1").body == "The press asks."


def test_an_amended_text_is_the_one_the_room_reads(run):
    run.send(do.AmendInject("I-1", "Changed."), RELEASES[0])
    assert run.page("inject", "I-1").body == "Changed."


def test_the_room_sees_who_has_answered_but_not_what(run):
    run.send(RELEASES[0], do.TakePosition("D1", "TUR", "b", "first"))
    page = run.page("question", "D1")
    assert isinstance(page, QuestionPage)
    assert [(seat.code, seat.answered) for seat in page.seats] == [
        ("TUR", True),
        ("GRC", False),
        ("POL", False),
    ]
    assert page.seconds_left == 590


def test_after_the_first_round_is_revealed_the_final_one_is_counted(run):
    run.send(RELEASES[0], do.TakePosition("D1", "TUR", "b", "first"))
    run.send(do.RevealPositions("D1", "first"))
    assert not any(seat.answered for seat in run.page("question", "D1").seats)
    page = run.page("result", "D1")
    assert page.verdict == "First positions"
    assert [tile.code for row in page.rows for tile in row.tiles] == ["TUR"]


def test_a_pause_stops_the_time_that_is_left(run):
    run.send(RELEASES[0], do.PauseExercise())
    before = run.page("question", "D1").seconds_left
    run.minutes_pass(30)
    assert run.page("question", "D1").seconds_left == before
    assert run.view("question", "D1").paused


def test_a_result_without_revealed_positions_is_its_outcome_alone(run):
    run.send(RELEASES[0], *(do.TakePosition("D1", seat, "b") for seat in SEATS))
    run.send(do.CloseDecision("D1"))
    page = run.page("result", "D1")
    assert (page.status, page.verdict) == ("adopted", "Adopted by consensus: Endorse it")
    assert page.answered == "3 of 3 answered"
    assert [row.chosen for row in page.rows] == [False, True]
    assert all(row.tiles == () and row.count == "" for row in page.rows)


def test_a_revealed_result_has_seats_and_reservations(run):
    run.send(RELEASES[0], *(do.TakePosition("D1", seat, "b") for seat in SEATS))
    run.send(do.PutProposal("D1", "b"), do.TakeStance("D1", "GRC", "reservation", SENTINEL))
    run.send(do.CloseDecision("D1"), do.RevealPositions("D1"))
    page = run.page("result", "D1")
    assert [(tile.code, tile.stance) for tile in page.rows[1].tiles] == [
        ("TUR", ""),
        ("GRC", "reservation"),
        ("POL", ""),
    ]
    assert page.detail == "Reservations on record: GRC."
    assert page.foot == "Spread: now 6 to 6"
    hidden = run.page("result", "D1", attributed=False)
    assert hidden.detail == "Reservations on record: 1."


def test_the_evidence_is_told_only_where_the_scenario_shows_it(run):
    run.send(RELEASES[0], do.CloseDecision("D1"))
    assert "1 of 4" not in run.page("result", "D1").foot


def test_an_open_decision_has_its_question_in_place_of_a_result(run):
    run.send(RELEASES[0])
    assert isinstance(run.page("result", "D1"), QuestionPage)


def test_first_positions_are_shown_without_stances(run):
    run.send(
        RELEASES[0],
        do.TakePosition("D1", "TUR", "a", round="first"),
        do.TakeStance("D1", "TUR", "reservation", SENTINEL),
        do.RevealPositions("D1", "first"),
    )
    page = run.page("result", "D1")
    assert [tile.code for row in page.rows for tile in row.tiles] == ["TUR"]
    assert {tile.stance for row in page.rows for tile in row.tiles} == {""}
    assert page.detail == ""


def test_what_came_late_or_was_withdrawn_is_never_shown(run):
    run.send(
        RELEASES[0],
        do.TakePosition("D1", "TUR", "a"),
        do.TakePosition("D1", "POL", "b"),
        do.WithdrawPosition("D1", "POL", "final"),
        do.CloseDecision("D1"),
        do.TakePosition("D1", "GRC", "b"),
        do.TakeStance("D1", "GRC", "objects", SENTINEL),
        do.RevealPositions("D1", "final"),
    )
    page = run.page("result", "D1")
    assert [(row.count, len(row.tiles)) for row in page.rows] == [("1", 1), ("", 0)]
    assert not {"POL", "GRC"} & set(re.findall(r"\w+", repr(page)))


def test_a_late_break_is_never_shown(run):
    run.send(RELEASES[2], do.CirculateText("D3", "a", minutes=5)).minutes_pass(6)
    run.send(do.BreakSilence("D3", "POL", "Too short"))
    assert run.page("silence", "D3").breaks == ()


def test_a_ranking_shows_the_groups_order(run):
    run.send(RELEASES[3], *(do.RankOptions("D4", seat, ("b", "a")) for seat in SEATS))
    run.send(do.CloseDecision("D4"))
    rows = run.page("result", "D4").rows
    assert [(row.option.key, row.option.text, row.count) for row in rows] == [
        ("1", "Endorse it", "sum of ranks 3"),
        ("2", "Note it", "sum of ranks 6"),
    ]


def test_a_text_under_silence_counts_down(run):
    run.send(RELEASES[1], do.CirculateText("D2", "a"))
    page = run.page("silence", "D2")
    assert isinstance(page, SilencePage)
    assert (page.text, page.seconds_left, page.seconds_given) == ("Note it", 300, 300)
    assert run.minutes_pass(4).page("silence", "D2").seconds_left == 60


def test_breaks_of_an_open_silence_are_told_at_once(run):
    run.send(RELEASES[2], do.CirculateText("D3", "a"), do.BreakSilence("D3", "POL", "Too short"))
    page = run.page("silence", "D3")
    assert page.ended == "Silence was broken."
    assert [(row.code, row.at, row.text) for row in page.breaks] == [
        ("POL", "09:00:30", "Too short")
    ]


def test_hidden_breaks_are_told_at_the_deadline(run):
    run.send(RELEASES[1], do.CirculateText("D2", "a"), do.BreakSilence("D2", "POL", "Too short"))
    assert run.page("silence", "D2").breaks == ()
    page = run.minutes_pass(5).page("silence", "D2")
    assert [row.code for row in page.breaks] == ["POL"]


def test_the_time_of_a_break_knows_of_pauses(run):
    run.send(RELEASES[2], do.CirculateText("D3", "a"), do.PauseExercise())
    run.minutes_pass(10).send(do.ResumeExercise(), do.BreakSilence("D3", "POL", ""))
    assert run.page("silence", "D3").breaks[0].at == f"{run.now:%H:%M:%S}"


def test_a_frozen_room_keeps_its_page_and_its_clock_goes_on(run):
    run.send(RELEASES[0])
    showing = Showing("inject", "I-1").frozen(run.view("inject", "I-1"))
    run.send(do.RecallInject("I-1"), do.JumpTo(datetime(2031, 3, 6, 10, tzinfo=UTC)))
    view = room_view(PACKAGE, run.state, showing, run.now)
    assert view.frozen
    assert view.page.title == "Inject 1"
    assert view.scenario_time == "D+2 10:00Z"
    after = room_view(PACKAGE, run.state, showing.thawed(), run.now)
    assert isinstance(after.page, HoldingPage)


def test_after_endex_the_room_says_so(run):
    run.send(RELEASES[0], do.EndExercise())
    assert run.page("holding").line == "The exercise has ended."


def test_a_line_of_the_facilitator_replaces_the_usual_one(run):
    assert run.page("holding", line="Back at ten.").line == "Back at ten."
