"""Laws that hold whatever anybody does: generated commands on a scenario with every rule."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tabletop.exercise import commands as c
from tabletop.exercise.deciding import Refused, decide
from tabletop.exercise.folding import replay
from tabletop.exercise.records import Position
from tabletop.exercise.sentences import sentence
from tabletop.exercise.serialisation import event_from_json, event_to_json
from tabletop.exercise.state import initial_state
from tabletop.exercise.suggestions import fitting_contingencies, next_inject
from tests.exercise.histories import (
    ANYTHING,
    ANYTIME,
    DECISIONS,
    SEVERAL,
    TIMED,
    TakeUpAgo,
    meant,
    one_by_one,
    play,
)

slow = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@slow
@given(st.lists(st.one_of(TIMED, st.tuples(st.integers(0, 200), ANYTHING)), max_size=40))
def test_nothing_but_a_refusal_comes_of_nonsense(make_story, commands):
    story = make_story()
    story.release("I-1")
    play(story, commands)
    for decision_id in story.scenario.decisions_by_id:
        assert story.computed(decision_id).status != "open"
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
    taken = [x for each in accepted for x in one_by_one(each) if isinstance(x, c.TakePosition)]
    kept: list[Position] = [p for run in story.state.decisions.values() for p in run.positions]
    assert len([p for p in kept if not p.abstained]) == len(taken)
    assert {(p.role, p.option) for p in kept if not p.abstained} == {
        (x.role, x.option) for x in taken
    }


def told(state):
    """Return a state without what tells how its entries were grouped into commands."""
    return replace(state, undo_steps=())


@slow
@given(st.lists(TIMED, max_size=20), SEVERAL)
def test_several_positions_are_the_single_ones_in_their_order(make_story, commands, several):
    together, single = make_story(), make_story()
    for story in (together, single):
        play(story, commands)
    steps = len(together.state.undo_steps)
    recorded = play(together, [(0, several)])
    if not recorded:
        for position in several.positions:
            try:
                decide(single.state, position, single.now)
            except Refused:
                return
        raise AssertionError("refused together, and taken one by one")
    assert len(play(single, [(0, x) for x in several.positions])) == len(several.positions)
    assert told(together.state) == told(single.state)
    assert len(together.state.undo_steps) == min(steps + 1, 200)


@slow
@given(st.lists(TIMED, max_size=20), SEVERAL)
def test_one_undo_takes_several_positions_back(make_story, commands, several):
    story = make_story()
    play(story, commands)
    before = story.state
    if not play(story, [(0, several)]):
        return
    story.undo()
    assert story.state.undo_steps == before.undo_steps
    for decision_id in DECISIONS:
        for each in ("first", "final"):
            now = story.run(decision_id).standing(each)
            assert now == before.decision_run(decision_id).standing(each)


CLOCK_STOPS = (c.PauseExercise, c.ResumeExercise, c.EndExercise)


@settings(slow, max_examples=200)
@given(st.lists(TIMED, max_size=30), ANYTIME, st.integers(0, 200))
def test_what_was_undone_leaves_nothing_behind_but_its_entries(
    make_story, commands, command, seconds
):
    story = make_story()
    play(story, commands)
    before = story.state
    if not play(story, [(0, command)]) or not is_undoable(story.state, before):
        return
    if not isinstance(command, CLOCK_STOPS):
        story.seconds_pass(seconds)
    story.undo()
    assert story.seen() == story.seen(before)


def is_undoable(after, before):
    """Whether the last command has a step of its own."""
    return bool(after.undo_steps) and after.undo_steps[-1].seq > before.head


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
            story.send(meant(story, command))
        except Refused:
            continue
        if isinstance(command, c.BreakSilence):
            found = story.run("D2").circulation.breaks[-1]
            in_time = story.played < text.deadline and not text.withdrawn and not closed
            assert found.late is not in_time


NO_PAUSES = (
    c.PauseExercise, c.ResumeExercise, c.EndExercise, c.ContinueExercise, c.Undo, TakeUpAgo,
)  # fmt: skip


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
        state, later, wanted = story.state, story.now + timedelta(0), meant(story, command)
        try:
            first = decide(state, wanted, story.now)
        except Refused:
            continue
        assert decide(state, wanted, later) == first
        story.send(wanted)
