"""The fold: how each event changes the state. It refuses nothing and forgets nothing."""

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from typing import assert_never

from tabletop.exercise.events import (
    AnswerEvent,
    AwayEvent,
    ClockEvent,
    EntryCorrected,
    EntryKept,
    EntryUndone,
    Event,
    InjectEvent,
    OutcomeEvent,
    RecordEvent,
    SeatEvent,
    SilenceEvent,
)
from tabletop.exercise.folding.answers import fold_answer
from tabletop.exercise.folding.away import fold_away
from tabletop.exercise.folding.clock import fold_clock
from tabletop.exercise.folding.injects import fold_inject
from tabletop.exercise.folding.outcomes import fold_outcome
from tabletop.exercise.folding.record import fold_record
from tabletop.exercise.folding.seats import fold_seat
from tabletop.exercise.folding.silence import fold_silence
from tabletop.exercise.folding.undoing import without_slip
from tabletop.exercise.journal import PREPARATION, Entry
from tabletop.exercise.records import Correction
from tabletop.exercise.state import ExerciseState
from tabletop.exercise.undo.steps import with_undo_step


def apply(state: ExerciseState, entry: Entry) -> ExerciseState:
    """Return the state after one more entry."""
    event = entry.event
    last_at = entry.at if state.last_at is None else max(entry.at, state.last_at)
    folded = replace(_folded(state, entry, event), head=entry.seq, last_at=last_at)
    if isinstance(event, EntryUndone | EntryKept) or entry.actor == PREPARATION:
        return folded
    return with_undo_step(state, folded, entry)


def replay(state: ExerciseState, entries: Iterable[Entry]) -> ExerciseState:
    """Fold a whole journal, or its next part, into a state."""
    return reduce(apply, entries, state)


def _folded(state: ExerciseState, entry: Entry, event: Event) -> ExerciseState:
    if isinstance(event, ClockEvent):
        return fold_clock(state, entry, event)
    if isinstance(event, AwayEvent):
        return fold_away(state, entry, event)
    if isinstance(event, InjectEvent):
        return fold_inject(state, entry, event)
    if isinstance(event, SeatEvent):
        return fold_seat(state, entry, event)
    if isinstance(event, AnswerEvent):
        return fold_answer(state, entry, event)
    if isinstance(event, SilenceEvent):
        return fold_silence(state, entry, event)
    if isinstance(event, OutcomeEvent):
        return fold_outcome(state, entry, event)
    if isinstance(event, RecordEvent):
        return fold_record(state, entry, event)
    return _fold_journal(state, entry, event)


def _fold_journal(
    state: ExerciseState, entry: Entry, event: EntryCorrected | EntryUndone | EntryKept
) -> ExerciseState:
    match event:
        case EntryCorrected(corrected_seq, text, reason):
            correction = Correction(entry.seq, corrected_seq, text, reason)
            return replace(state, corrections=(*state.corrections, correction))
        case EntryUndone(undone_seq):
            return _undone(state, entry, undone_seq)
        case EntryKept(kept_seq):
            steps = tuple(step for step in state.undo_steps if step.seq != kept_seq)
            return replace(state, undo_steps=steps, undoing=state.undoing | {entry.seq})
        case unknown:
            assert_never(unknown)


def _undone(state: ExerciseState, entry: Entry, undone_seq: int) -> ExerciseState:
    gone = tuple(step for step in state.undo_steps if step.seq == undone_seq)
    # The inverse events stand before this one in the same command: their own steps go too.
    steps = tuple(
        step
        for step in state.undo_steps
        if step.command_id != entry.command_id and step not in gone
    )
    seqs = {undone_seq, *(seq for step in gone for seq in step.seqs)}
    inverse = range(entry.seq - entry.step, entry.seq + 1)
    left = replace(
        state,
        undo_steps=steps,
        undone=state.undone | seqs,
        undoing=state.undoing.union(inverse),
    )
    return without_slip(left, frozenset(seqs), {step.command_id for step in gone})
