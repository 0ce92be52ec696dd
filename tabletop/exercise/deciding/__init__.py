"""Carrying out commands: each returns the events that do it, or raises ``Refused``.

Nothing here changes anything. A position is never refused for being late, early or on a recalled
inject, and a release never for its condition or for a pause.
"""

from datetime import datetime

from tabletop.exercise.commands import (
    AnswerCommand,
    AwayCommand,
    ClockCommand,
    Command,
    CorrectEntry,
    InjectCommand,
    OutcomeCommand,
    RecordCommand,
    SeatCommand,
    SilenceCommand,
    Undo,
)
from tabletop.exercise.deciding.answers import decide_answer
from tabletop.exercise.deciding.away import decide_away
from tabletop.exercise.deciding.clock import decide_clock
from tabletop.exercise.deciding.injects import decide_inject
from tabletop.exercise.deciding.outcomes import decide_outcome
from tabletop.exercise.deciding.record import decide_record
from tabletop.exercise.deciding.refusal import Refused
from tabletop.exercise.deciding.seats import decide_seat
from tabletop.exercise.deciding.silence import decide_silence
from tabletop.exercise.deciding.words import refuse_unknown_words
from tabletop.exercise.events import EntryCorrected, EntryKept, EntryUndone, Event
from tabletop.exercise.state import ExerciseState

__all__ = ["Refused", "decide"]


def decide(state: ExerciseState, command: Command, now: datetime) -> tuple[Event, ...]:
    """Return the events that carry out the command at ``now``, or raise ``Refused``."""
    refuse_unknown_words(command)
    if isinstance(command, CorrectEntry):
        return _correct(state, command)
    if isinstance(command, Undo):
        return _undo(state, command, now)
    return tuple(_decided(state, command, now))


def _decided(
    state: ExerciseState,
    command: ClockCommand
    | AwayCommand
    | InjectCommand
    | SeatCommand
    | AnswerCommand
    | SilenceCommand
    | OutcomeCommand
    | RecordCommand,
    now: datetime,
) -> list[Event]:
    if isinstance(command, ClockCommand):
        return decide_clock(state, command, now)
    if isinstance(command, AwayCommand):
        return decide_away(state, command, now)
    if isinstance(command, InjectCommand):
        return decide_inject(state, command, now)
    if isinstance(command, SeatCommand):
        return decide_seat(state, command)
    if isinstance(command, AnswerCommand):
        return decide_answer(state, command)
    if isinstance(command, SilenceCommand):
        return decide_silence(state, command, now)
    if isinstance(command, OutcomeCommand):
        return decide_outcome(state, command, now)
    return decide_record(state, command)


def _correct(state: ExerciseState, command: CorrectEntry) -> tuple[Event, ...]:
    if not 1 <= command.corrected_seq <= state.head:
        raise Refused(
            f"There is no entry {command.corrected_seq}; the journal goes from 1 to {state.head}."
        )
    if not command.text.strip():
        raise Refused("A correction needs a text: what it should have said.")
    return (EntryCorrected(command.corrected_seq, command.text.strip(), command.reason),)


def _undo(state: ExerciseState, command: Undo, now: datetime) -> tuple[Event, ...]:
    if not state.undo_steps:
        raise Refused("There is nothing to undo.")
    step = state.undo_steps[-1]
    if command.seq not in (None, step.seq):
        raise Refused(
            f"Something else has been recorded meanwhile; the last step to undo is now: "
            f"{step.label}."
        )
    try:
        events = [event for inverse in step.inverse for event in decide(state, inverse, now)]
    except Refused as refusal:
        # What was done by name since then may leave nothing to take back. A step that stood there
        # for good would keep everything before it from being undone.
        return (EntryKept(step.seq, step.label, str(refusal)),)
    return (*events, EntryUndone(step.seq, step.label))
