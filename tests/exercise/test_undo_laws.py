"""Laws of undo and of played time, on histories with pauses, absences and take-backs by name."""

from dataclasses import dataclass, field
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tabletop.exercise import commands as c
from tabletop.exercise import events as e
from tabletop.exercise.state import ExerciseState
from tests.exercise.histories import TIMED, play
from tests.exercise.views import recorded_played

slow = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
histories = st.lists(TIMED, max_size=50)
# What no step takes back: that a window was opened, what was said of things that are gone, time
# lost by a slip, and where the clock stood while an inject was recalled that is out again by name.
LOST = {
    (c.PauseExercise, c.ResumeExercise, c.EndExercise): frozenset({"played", "time"}),
    (c.CancelRecall,): frozenset({"clock", "time"}),
}


# A decision is not closed again as it was once what it rested on was taken back by name.
RESTED_ON = (
    c.WithdrawProposal, c.CancelCirculation, c.CancelBreak, c.CancelExtension, c.CancelWithdrawal,
)  # fmt: skip


@dataclass
class Unwinding:
    """A story that keeps, for each step that undo offers, the state before it.

    Where something below a step was taken back by name meanwhile, the step cannot lead back there:
    it is no longer exact. Nor is any once a step could not be undone.
    """

    story: object
    before: dict[int, ExerciseState] = field(default_factory=dict)
    exact: set[int] = field(default_factory=set)
    lost: frozenset[str] = frozenset({"away", "said"})
    accepted: list[object] = field(default_factory=list)
    kept: int = 0

    def play(self, commands):
        for step in commands:
            state = self.story.state
            accepted = play(self.story, [step])
            self.accepted += accepted
            for kinds, parts in LOST.items():
                if any(isinstance(command, kinds) for command in accepted):
                    self.lost |= parts
            self._note(state)

    def _note(self, state):
        was, steps = state.undo_steps, self.story.state.undo_steps
        same = [a.seq == b.seq and a.inverse == b.inverse for a, b in zip(was, steps, strict=False)]
        untouched = same.index(False) if False in same else len(same)
        for place, step in enumerate(steps):
            if step.seq not in self.before:
                self.before[step.seq] = state
                self.exact.add(step.seq)
            elif place >= untouched:
                self.exact.discard(step.seq)
        if isinstance(self.story.entries[-1].event, e.EntryKept):
            self.kept += 1
            self.exact.clear()

    def undo(self):
        *left, step = self.story.state.undo_steps
        self.play([(0, c.Undo())])
        assert self.story.state.undo_steps == tuple(left)
        if step.seq in self.exact:
            assert self.seen(self.story.state) == self.seen(self.before[step.seq])

    def seen(self, state):
        """Return what an exercise is like but for what no step takes back."""
        view = self.story.seen(state)
        return {name: part for name, part in view.items() if name not in self.lost}

    def has(self, *kinds):
        return any(isinstance(command, kinds) for command in self.accepted)


@slow
@given(histories)
def test_undoing_everything_gets_back_to_the_start_through_every_earlier_state(
    make_story, commands
):
    unwinding = Unwinding(make_story())
    story, start = unwinding.story, unwinding.story.state
    unwinding.play(commands)
    while story.state.undo_steps:
        unwinding.undo()
    assert story.state.status == "ready"
    assert not any(run.is_released for run in story.state.injects.values())
    assert (story.state.effects, story.state.close_order) == ((), ())
    if unwinding.kept:
        assert unwinding.has(c.ReopenDecision)
        assert unwinding.has(*RESTED_ON)
    else:
        unsaid = {"said": None}
        assert story.seen() | unsaid == story.seen(start) | unsaid


@slow
@given(histories)
def test_whatever_changes_the_exercise_is_a_step_or_takes_one_away(make_story, commands):
    story = make_story()
    for step in commands:
        before = story.state
        play(story, [step])
        if isinstance(step[1], c.Undo) or story.state is before:
            continue
        unseen = {"away": None}
        if story.seen() | unseen != story.seen(before) | unseen:
            assert story.state.undo_steps != before.undo_steps, story.entries[-1]


@slow
@given(histories)
def test_played_time_never_runs_backwards_along_what_is_recorded(make_story, commands):
    story = make_story()
    # What an undo took out, perhaps together with STARTEX, comes back as old as it was.
    play(story, [step for step in commands if not isinstance(step[1], c.RestoreItem)])
    recorded = [*recorded_played(story.state), story.played]
    assert recorded == sorted(recorded)


@slow
@given(histories, st.floats(0, 1))
def test_pauses_stand_in_order_and_the_moment_of_a_time_of_play_is_had_back(
    make_story, commands, part
):
    story = make_story()
    play(story, commands)
    pauses = story.state.pauses
    assert all(a.end <= b.start for a, b in pairwise(pauses))
    if story.state.started_at is not None:
        played = round(story.played * part, 6)
        moment = story.state.moment_of_played(played, story.now)
        assert abs(story.state.played(moment) - played) < 1e-5
