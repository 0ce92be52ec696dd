"""The room never sees what is the facilitator's: told as a law over whole exercises."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.exercise import commands as do
from tabletop.gui.room.rows import QuestionPage, ResultPage
from tabletop.gui.room.showing import Showing
from tabletop.gui.room.view import room_view
from tests.gui.room.runs import PACKAGE, PLAN, RELEASES, RULES, SEATS, SENTINEL, Run

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
    st.builds(do.PutProposal, decisions, st.none(), st.just("Words of the chair")),
    st.builds(do.CirculateText, decisions, options),
    st.builds(do.DeclareOutcome, decisions, options, st.just(SENTINEL)),
    st.builds(do.CloseDecision, decisions),
    st.builds(do.WithdrawText, decisions, st.just(SENTINEL)),
    st.builds(do.ReopenDecision, decisions, st.just(SENTINEL)),
    st.builds(do.BreakSilence, decisions, seats),
    st.builds(do.RevealPositions, decisions, rounds),
    st.builds(do.CancelReveal, decisions, rounds),
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
    st.sampled_from(["holding", "inject", "decision", "result"]),
    st.sampled_from([*RULES, *(inject.id for inject in PLAN.injects), "no-such"]),
    blank=st.booleans(),
    attributed=st.booleans(),
)


@settings(max_examples=150, deadline=None)
@given(sent=st.lists(sentinel_commands, max_size=14), showing=showings)
def test_nothing_of_the_facilitators_is_ever_in_the_view(sent, showing):
    run = Run().send(*RELEASES, *sent)
    assert SENTINEL not in repr(room_view(PACKAGE, run.state, showing, run.now))


@settings(max_examples=200, deadline=None)
@given(
    sent=st.lists(sentinel_commands, max_size=14),
    kind=st.sampled_from(["decision", "result"]),
    decision_id=decisions,
    attributed=st.booleans(),
)
def test_a_seat_stands_beside_an_option_only_after_the_positions_were_revealed(
    sent, kind, decision_id, attributed
):
    run = Run().send(*RELEASES, *sent)
    page = run.page(kind, decision_id, attributed=attributed)
    tiles = [tile for row in getattr(page, "rows", ()) for tile in row.tiles]
    if not run.state.decision_run(decision_id).revealed:
        assert tiles == []
        if isinstance(page, ResultPage):
            assert page.is_result
            # Who broke silence is no position: the rule says when the room may know.
            shown = replace(page, detail=page.detail.partition("Broke silence:")[0])
            assert not set(SEATS) & set(re.findall(r"\w+", repr(shown)))
    if not attributed:
        assert all(tile.code == "" and tile.stance == "" for tile in tiles)
        assert not set(SEATS) & set(re.findall(r"\w+", getattr(page, "detail", "")))


@settings(max_examples=200, deadline=None)
@given(sent=st.lists(sentinel_commands, max_size=14), decision_id=decisions)
def test_how_a_decision_ended_is_told_only_as_its_result(sent, decision_id):
    run = Run().send(*RELEASES, *sent)
    page = run.page("decision", decision_id)
    ended = (do.CloseDecision(decision_id), do.DeclareOutcome(decision_id, "a", SENTINEL))
    pages = {repr(Run().send(*RELEASES, *sent, end).page("decision", decision_id)) for end in ended}
    assert len(pages) == 1
    if isinstance(page, QuestionPage):
        assert not hasattr(page, "rows")
    else:
        assert not any(row.chosen for row in getattr(page, "rows", ()))
        assert not getattr(page, "is_result", False)


@settings(max_examples=100, deadline=None)
@given(sent=st.lists(sentinel_commands, max_size=10), broken_by=seats)
def test_a_break_stays_hidden_until_the_deadline(sent, broken_by):
    run = Run().send(*RELEASES, do.CirculateText("D2", "a", minutes=60))
    run.send(do.BreakSilence("D2", broken_by, SENTINEL))
    kept = [c for c in sent if getattr(c, "decision_id", "") != "D2"]
    run.send(*kept)
    assert SENTINEL not in repr(run.page("decision", "D2"))
    run.send(do.CloseDecision("D2")).minutes_pass(60)
    for kind in ("decision", "result"):
        page = repr(run.page(kind, "D2"))
        assert SENTINEL not in page
        assert "Broke" not in page
