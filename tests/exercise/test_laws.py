"""Laws that hold whatever anybody does: generated commands on a scenario with every rule."""

from dataclasses import replace
from datetime import timedelta
from typing import Literal, get_args, get_origin, get_type_hints

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tabletop.exercise import commands as c
from tabletop.exercise.deciding import Refused, decide
from tabletop.exercise.folding import replay
from tabletop.exercise.records import Position
from tabletop.exercise.sentences import sentence, state_sentence
from tabletop.exercise.serialisation import event_from_json, event_to_json
from tabletop.exercise.state import initial_state
from tabletop.exercise.suggestions import fitting_contingencies, next_inject

SEATS = ("TUR", "GRC", "USA", "HUN", "SACEUR", "SG")
DECISIONS = tuple(f"D{n}" for n in range(1, 10))
INJECTS = ("I-1", "I-2", "I-3", "I-4", "I-5", "C-1", "X-1")
OPTIONS = ("a", "b", "c", "d")

slow = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# --- commands that make sense -------------------------------------------------------------------

seat = st.sampled_from(SEATS)
delegation = st.sampled_from(SEATS[:4])
option = st.sampled_from(OPTIONS)
chosen = st.sampled_from(DECISIONS)
released = st.sampled_from(INJECTS)
stance = st.sampled_from(
    ("supports", "can_accept", "reservation", "objects", "awaiting", "joins", "notes", "regrets")
)
round_ = st.sampled_from(("first", "final"))

AT_THE_TABLE = st.one_of(
    st.builds(c.ReleaseInject, released),
    st.builds(c.ReleaseInject, released),
    st.builds(c.TakePosition, chosen, seat, option, round_),
    st.builds(c.TakePosition, chosen, delegation, option),
    st.builds(c.TakeStance, chosen, seat, stance),
    st.builds(c.TakeStance, st.just("D3"), delegation, stance),
    st.builds(c.PutProposal, st.just("D3"), option),
    st.builds(c.CirculateText, st.just("D2"), option, minutes=st.integers(1, 6)),
    st.builds(c.BreakSilence, st.just("D2"), seat),
    st.builds(c.ExtendSilence, st.just("D2"), st.integers(1, 6)),
    st.builds(c.WithdrawText, st.just("D2")),
    st.builds(c.Abstain, st.just("D7"), seat),
    st.builds(c.RankOptions, st.just("D8"), seat, st.permutations("abc").map(tuple)),
    st.builds(c.CloseDecision, chosen),
    st.builds(c.CloseDecision, chosen),
    st.builds(c.DeclareOutcome, chosen, st.one_of(st.none(), option), st.just("So heard")),
    st.builds(c.ReopenDecision, chosen),
    st.builds(c.MarkAbsent, seat),
    st.builds(c.MarkPresent, seat),
)
ANYTIME = st.one_of(
    AT_THE_TABLE,
    AT_THE_TABLE,
    AT_THE_TABLE,
    st.builds(c.RecallInject, released),
    st.builds(c.SkipInject, released),
    st.builds(c.UnskipInject, released),
    st.builds(c.ImproviseInject, st.just("A call"), st.just("")),
    st.builds(c.AmendInject, released, st.one_of(st.none(), st.text(max_size=3))),
    st.builds(c.WithdrawPosition, chosen, seat, round_, st.booleans()),
    st.builds(c.WithdrawRanking, st.just("D8"), seat, st.booleans()),
    st.builds(c.WithdrawStance, chosen, seat),
    st.builds(c.WithdrawProposal, st.just("D3")),
    st.sampled_from(
        (
            c.CancelCirculation("D2"), c.CancelExtension("D2"), c.CancelWithdrawal("D2"),
            c.CancelBreak("D2", "HUN"), c.PauseExercise(), c.ResumeExercise(), c.EndExercise(),
            c.ContinueExercise(), c.ChangeClock("running", 60), c.ChangeClock("stepped"),
            c.GiveCard("GRC", "cautious"), c.TakeCardBack("GRC", "cautious"),
            c.GiveHandout("I-1", "secret"), c.JudgeFact("D1", "TUR", "Q1", 60),
            c.MakeRequest("R1", "TUR", "?"), c.AnswerRequest("R1", "!"), c.ReopenRequest("R1"),
            c.WithdrawItem("request", "R1"), c.RestoreItem("request", "R1"),
            c.PlanAction("A1", "Feed"), c.TickExpected("I-1", "ask", "observed"),
            c.RateObjective("O1", "S"), c.CorrectEntry(2, "Not so"),
        )
    ),
    st.builds(c.Undo),
)  # fmt: skip
TIMED = st.tuples(st.integers(0, 200), ANYTIME)


def play(story, commands):
    """Carry out what is not refused; return what was."""
    accepted = []
    for seconds, command in commands:
        story.seconds_pass(seconds)
        try:
            story.send(command)
        except Refused:
            continue
        accepted.append(command)
    return accepted


# --- nonsense -----------------------------------------------------------------------------------

WORDS = (*SEATS, *DECISIONS, *INJECTS, *OPTIONS, "", "card:cautious", "all", "R1", "order", "Q1")
NONSENSE = {
    str: st.one_of(st.sampled_from(WORDS), st.text(max_size=3)),
    int: st.integers(-2, 120),
    float: st.floats(),
    bool: st.booleans(),
    type(None): st.none(),
}


def nonsense(hint):
    if get_origin(hint) is Literal:
        return st.sampled_from((*get_args(hint), "odd"))
    if get_origin(hint) is tuple:
        return st.lists(nonsense(get_args(hint)[0]), max_size=3).map(tuple)
    if get_args(hint):
        return st.one_of([nonsense(part) for part in get_args(hint)])
    if hint.__name__ == "datetime":
        return st.one_of(st.datetimes(), st.datetimes(timezones=st.timezones()))
    return NONSENSE[hint]


def any_of(kind):
    hints = get_type_hints(kind)
    return st.builds(kind, **{name: nonsense(hint) for name, hint in hints.items()})


ANYTHING = st.one_of([any_of(kind) for kind in get_args(c.Command) if kind is not c.SetClockBack])


@slow
@given(st.lists(st.one_of(TIMED, st.tuples(st.integers(0, 200), ANYTHING)), max_size=40))
def test_nothing_but_a_refusal_comes_of_nonsense(make_story, commands):
    story = make_story()
    story.release("I-1")
    play(story, commands)
    for decision_id, decision in story.scenario.decisions_by_id.items():
        assert state_sentence(story.computed(decision_id), decision)
    assert next_inject(story.state) is None or story.next
    assert fitting_contingencies(story.state) is not None
    assert story.scenario_time


# --- the journal --------------------------------------------------------------------------------


@slow
@given(st.lists(TIMED, max_size=40), st.integers(0, 60))
def test_replaying_in_two_parts_is_replaying_at_once(make_story, commands, cut):
    story = make_story()
    play(story, commands)
    start = initial_state(story.scenario)
    assert replay(start, story.entries) == story.state
    first = replay(start, story.entries[:cut])
    assert replay(first, story.entries[cut:]) == story.state


@slow
@given(st.lists(TIMED, max_size=40))
def test_entries_written_and_read_give_the_same_state(make_story, commands):
    story = make_story()
    play(story, commands)
    read = [replace(x, event=event_from_json(event_to_json(x.event))) for x in story.entries]
    assert replay(initial_state(story.scenario), read) == story.state
    assert all(sentence(entry.event, story.scenario).endswith((".", "?")) for entry in read)


@slow
@given(st.lists(TIMED, max_size=40))
def test_undo_is_refused_only_when_there_is_nothing_left_to_undo(make_story, commands):
    story = make_story()
    play(story, commands)
    while story.state.undo_steps:
        left = len(story.state.undo_steps)
        story.undo()
        assert len(story.state.undo_steps) == left - 1
    assert not any(run.is_released for run in story.state.injects.values())
    assert story.state.close_order == ()
    assert story.state.effects == ()


@slow
@given(st.lists(TIMED, max_size=40))
def test_no_accepted_position_is_ever_absent(make_story, commands):
    story = make_story()
    accepted = play(story, commands)
    taken = [x for x in accepted if isinstance(x, c.TakePosition)]
    kept: list[Position] = [p for run in story.state.decisions.values() for p in run.positions]
    assert len([p for p in kept if not p.abstained]) == len(taken)
    assert {(p.role, p.option) for p in kept if not p.abstained} == {
        (x.role, x.option) for x in taken
    }


# --- the rules ----------------------------------------------------------------------------------


@slow
@given(st.lists(TIMED, max_size=40))
def test_nobody_can_block_a_request(make_story, commands):
    story = make_story()
    story.release("I-1")
    play(story, commands)
    computed = story.computed("D1")
    case = story.run("D1")
    eligible = story.state.eligible(story.scenario.decisions_by_id["D1"])
    asking = {
        role
        for role, position in case.standing("final").items()
        if position.option in ("c", "d") and role in eligible
    }
    assert set(computed.requested_by) == asking
    assert computed.blocking == ()
    assert (computed.status == "adopted") == bool(asking)


@slow
@given(st.lists(TIMED, max_size=40))
def test_consensus_never_adopts_over_an_objection_or_with_somebody_awaiting(make_story, commands):
    story = make_story()
    story.release("I-3")
    play(story, commands)
    if story.computed("D3").status == "adopted":
        stances = story.stances("D3")
        assert stances
        assert set(stances.values()) <= {"supports", "can_accept", "reservation"}


@slow
@given(st.lists(TIMED, max_size=40))
def test_a_break_counts_exactly_when_it_came_before_the_deadline_of_its_moment(
    make_story, commands
):
    story = make_story()
    story.release("I-2")
    for seconds, command in commands:
        story.seconds_pass(seconds)
        before = story.run("D2")
        text, closed = before.circulation, before.outcome is not None or story.state.ended_at
        try:
            story.send(command)
        except Refused:
            continue
        if isinstance(command, c.BreakSilence):
            found = story.run("D2").circulation.breaks[-1]
            in_time = story.played < text.deadline and not text.withdrawn and not closed
            assert found.late is not in_time


NO_PAUSES = (c.PauseExercise, c.ResumeExercise, c.EndExercise, c.ContinueExercise, c.Undo)


@slow
@given(
    st.lists(TIMED.filter(lambda step: not isinstance(step[1], NO_PAUSES)), max_size=30),
    st.lists(st.integers(1, 10_000), min_size=30, max_size=30),
    st.integers(0, 2**30 - 1),
)
def test_a_pause_never_changes_an_outcome(make_story, commands, pauses, where):
    plain, paused = make_story(), make_story()
    for story in (plain, paused):
        story.release("I-1")
        story.release("I-2")
    for number, step in enumerate(commands):
        if where >> number & 1:
            paused.pause()
            paused.clock.pass_(milliseconds=pauses[number])
            paused.resume()
        for story in (plain, paused):
            play(story, [step])
    for decision_id in DECISIONS:
        assert plain.computed(decision_id) == paused.computed(decision_id)
        assert plain.outcome(decision_id) == paused.outcome(decision_id)
    assert plain.played == paused.played
    assert plain.state.variables() == paused.state.variables()


@slow
@given(st.lists(TIMED, max_size=30))
def test_deciding_changes_nothing_and_gives_the_same_again(make_story, commands):
    story = make_story()
    for seconds, command in commands:
        story.seconds_pass(seconds)
        state, later = story.state, story.now + timedelta(0)
        try:
            first = decide(state, command, story.now)
        except Refused:
            continue
        assert decide(state, command, later) == first
        story.send(command)
