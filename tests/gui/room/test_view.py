"""What the room sees of a state and of what is put before it."""

import re
from datetime import UTC, datetime

import pytest

from tabletop.exercise import commands as do
from tabletop.gui.room.rows import (
    HoldingPage,
    InjectPage,
    QuestionPage,
    SilencePage,
)
from tabletop.gui.room.showing import Showing
from tabletop.gui.room.view import room_view
from tests.gui.room.runs import PACKAGE, RELEASES, SEATS, SENTINEL, Run


@pytest.fixture
def run():
    return Run()


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
    page = run.page("decision", "D1")
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
    page = run.page("decision", "D1")
    assert (page.verdict, page.answered) == ("First positions", "0 of 3 answered")
    assert [tile.code for row in page.rows for tile in row.tiles] == ["TUR"]


def test_a_first_round_that_nobody_took_leaves_the_question(run):
    run.send(RELEASES[0], do.RevealPositions("D1", "first"))
    assert isinstance(run.page("decision", "D1"), QuestionPage)
    run.send(do.TakePosition("D1", "TUR", "b"))
    page = run.page("decision", "D1")
    assert [seat.answered for seat in page.seats] == [True, False, False]


def test_a_pause_stops_the_time_that_is_left(run):
    run.send(RELEASES[0], do.PauseExercise())
    before = run.page("decision", "D1").seconds_left
    run.minutes_pass(30)
    assert run.page("decision", "D1").seconds_left == before
    assert run.view("decision", "D1").paused


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
    assert page.foot == ""
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
    assert run.page("decision", "D3").breaks == ()


def test_a_ranking_shows_the_groups_order(run):
    run.send(RELEASES[3], *(do.RankOptions("D4", seat, ("b", "a")) for seat in SEATS))
    run.send(do.CloseDecision("D4"))
    page = run.page("result", "D4")
    assert [(row.option.key, row.option.text, row.count) for row in page.rows] == [
        ("1st", "Endorse it", "sum of ranks 3"),
        ("2nd", "Note it", "sum of ranks 6"),
    ]
    assert page.verdict == "Ranked first: Endorse it"


def test_a_text_under_silence_counts_down(run):
    run.send(RELEASES[1], do.CirculateText("D2", "a"))
    page = run.page("decision", "D2")
    assert isinstance(page, SilencePage)
    assert (page.text, page.seconds_left, page.seconds_given) == ("Note it", 300, 300)
    assert run.minutes_pass(4).page("decision", "D2").seconds_left == 60


def test_breaks_of_an_open_silence_are_told_at_once(run):
    run.send(RELEASES[2], do.CirculateText("D3", "a"), do.BreakSilence("D3", "POL", "Too short"))
    page = run.page("decision", "D3")
    assert page.ended == "Silence was broken."
    assert page.stopped == "Broken"
    assert [(row.code, row.text) for row in page.breaks] == [("POL", "Too short")]


def test_hidden_breaks_are_told_at_the_deadline(run):
    run.send(RELEASES[1], do.CirculateText("D2", "a"), do.BreakSilence("D2", "POL", "Too short"))
    assert run.page("decision", "D2").breaks == ()
    page = run.minutes_pass(5).page("decision", "D2")
    assert [row.code for row in page.breaks] == ["POL"]


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


OWN = "Allies endorse for six hours only"


def test_the_room_reads_the_words_that_were_adopted_under_silence(run):
    run.send(RELEASES[2], do.TakePosition("D3", "TUR", "b"), do.CirculateText("D3", "b", OWN))
    run.minutes_pass(6).send(do.CloseDecision("D3"))
    page = run.page("result", "D3")
    assert page.verdict == f"Adopted under silence: {OWN}"
    assert [row.chosen for row in page.rows] == [False, True]
    assert page.answered == ""


def test_the_room_reads_the_words_that_were_adopted_by_consensus(run):
    run.send(RELEASES[0], do.PutProposal("D1", "b", OWN))
    run.send(*(do.TakeStance("D1", seat, "supports") for seat in SEATS), do.CloseDecision("D1"))
    page = run.page("result", "D1")
    assert (page.verdict, page.answered) == (f"Adopted by consensus: {OWN}", "3 of 3 answered")
    assert f"after {OWN}" in run.page("inject", "I-1").body


def test_hiding_positions_again_takes_them_off_the_screen(run):
    run.send(RELEASES[0], do.TakePosition("D1", "TUR", "b"), do.RevealPositions("D1"))
    assert run.page("decision", "D1").rows[1].tiles
    run.send(do.CancelReveal("D1"))
    assert isinstance(run.page("decision", "D1"), QuestionPage)


@pytest.mark.parametrize("round_", ["first", "final"])
def test_positions_revealed_while_open_are_shown_and_not_called_a_result(run, round_):
    run.send(RELEASES[0], do.TakePosition("D1", "TUR", "b", round_))
    run.send(do.RevealPositions("D1", round_))
    page = run.page("decision", "D1")
    assert page == run.page("result", "D1")
    assert [tile.code for tile in page.rows[1].tiles] == ["TUR"]
    assert page.verdict == {"first": "First positions", "final": "Positions so far"}[round_]
    assert (page.is_result, page.status, page.seconds_left) == (False, "open", 580)


def test_an_order_is_shown_so_far_when_it_is_revealed(run):
    run.send(RELEASES[3], do.RankOptions("D4", "TUR", ("b", "a")), do.RevealPositions("D4"))
    page = run.page("decision", "D4")
    assert page.verdict == "Order so far"
    assert [(row.option.text, row.chosen) for row in page.rows] == [
        ("Endorse it", False),
        ("Note it", False),
    ]


def test_between_closing_and_result_the_room_sees_that_it_is_closed_and_no_more(run):
    run.send(RELEASES[0], *(do.TakePosition("D1", seat, "b") for seat in SEATS))
    run.send(do.CloseDecision("D1"))
    page = run.page("decision", "D1")
    assert (page.closed, page.seconds_left) == (True, None)
    assert isinstance(page, QuestionPage)
    run.send(do.RevealPositions("D1"))
    page = run.page("decision", "D1")
    assert (page.verdict, page.seconds_left) == ("Final positions. Closed.", None)
    assert not any(row.chosen for row in page.rows)
    assert run.page("result", "D1").verdict == "Adopted by consensus: Endorse it"


def test_a_reopened_decision_is_shown_open_again(run):
    run.send(RELEASES[0], do.CloseDecision("D1"), do.ReopenDecision("D1", SENTINEL))
    assert run.page("result", "D1") == run.page("decision", "D1")
    assert not run.page("result", "D1").closed


def test_a_closed_silence_has_no_clock_and_waits_for_its_result(run):
    run.send(RELEASES[2], do.CirculateText("D3", "a"), do.BreakSilence("D3", "POL", "Too short"))
    run.send(do.CloseDecision("D3"))
    page = run.page("decision", "D3")
    assert (page.stopped, page.seconds_left) == ("Closed", 0)
    assert page.ended == "Silence was broken. The decision is closed."
    assert page == run.minutes_pass(2).page("decision", "D3")
    result = run.page("result", "D3")
    assert (result.verdict, result.detail) == ("No agreement", "Broke silence: POL.")
    assert run.page("result", "D3", attributed=False).detail == "Broke silence: 1."


def test_closing_before_the_deadline_keeps_hidden_breaks_until_they_are_revealed(run):
    run.send(RELEASES[1], do.CirculateText("D2", "a"), do.BreakSilence("D2", "POL", "Too short"))
    run.send(do.CloseDecision("D2")).minutes_pass(10)
    page = run.page("decision", "D2")
    assert (page.stopped, page.ended, page.breaks) == ("Closed", "The decision is closed.", ())
    assert run.page("result", "D2").detail == ""
    run.send(do.RevealPositions("D2"))
    assert [row.code for row in run.page("decision", "D2").breaks] == ["POL"]
    assert run.page("result", "D2").detail == "Broke silence: POL."


def test_a_withdrawn_text_has_no_clock(run):
    run.send(RELEASES[1], do.CirculateText("D2", "a"), do.WithdrawText("D2", SENTINEL))
    page = run.page("decision", "D2")
    assert (page.stopped, page.ended) == ("Withdrawn", "The text was withdrawn.")


def test_the_scenarios_deadline_is_told_only_while_it_is_to_come(run):
    run.send(RELEASES[1], do.CirculateText("D2", "a", hours=4))
    assert run.page("decision", "D2").deadline == "D-Day 10:00Z"
    run.send(do.JumpTo(datetime(2031, 3, 4, 10, tzinfo=UTC)))
    page = run.page("decision", "D2")
    assert (page.deadline, page.seconds_left) == ("", 290)


def test_an_extended_silence_has_its_real_time_alone(run):
    run.send(RELEASES[1], do.CirculateText("D2", "a", hours=4), do.ExtendSilence("D2", 7))
    page = run.page("decision", "D2")
    assert (page.deadline, page.seconds_left) == ("", 420)
    run.send(do.CancelExtension("D2"))
    assert run.page("decision", "D2").deadline == "D-Day 10:00Z"


@pytest.mark.parametrize(
    ("option", "verdict"), [("b", "Declared: Endorse it"), (None, "Declared: no agreement")]
)
def test_a_declared_outcome_is_never_said_to_come_of_the_rule(run, option, verdict):
    run.send(RELEASES[0], *(do.TakePosition("D1", seat, "a") for seat in SEATS))
    run.send(do.PutProposal("D1", "b"), do.TakeStance("D1", "GRC", "objects", SENTINEL))
    run.send(do.DeclareOutcome("D1", option, SENTINEL))
    assert run.page("result", "D1").verdict == verdict


def test_the_option_that_is_proposed_is_marked_until_the_result(run):
    run.send(RELEASES[0], do.TakePosition("D1", "TUR", "b"))
    assert not any(option.proposed for option in run.page("decision", "D1").options)
    run.send(do.PutProposal("D1", "b"))
    page = run.page("decision", "D1")
    assert [option.proposed for option in page.options] == [False, True]
    assert page.proposal == ""
    run.send(do.RevealPositions("D1"))
    page = run.page("decision", "D1")
    assert page.verdict == "Positions so far. Proposed: b."
    assert [row.option.proposed for row in page.rows] == [False, True]
    run.send(do.CloseDecision("D1"))
    assert not any(row.option.proposed for row in run.page("result", "D1").rows)


def test_words_that_are_proposed_are_read_in_the_room(run):
    run.send(RELEASES[0], do.PutProposal("D1", None, "Allies meet in {place} again"))
    page = run.page("decision", "D1")
    assert page.proposal == "Allies meet in Akdere again"
    assert not any(option.proposed for option in page.options)
    run.send(do.TakePosition("D1", "TUR", "b", "first"), do.RevealPositions("D1", "first"))
    assert run.page("decision", "D1").proposal == "Allies meet in Akdere again"
