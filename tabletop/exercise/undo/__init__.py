"""What takes an event back: its inverse command, worked out from the state before it.

Some events have none: creating the exercise, an evaluator's correction, an undo itself. One module
for each group of events, named like the module of ``events``; ``steps`` keeps what can be undone.
"""

from tabletop.exercise.events import (
    AnswerEvent,
    AwayEvent,
    ClockEvent,
    Event,
    InjectEvent,
    OutcomeEvent,
    RecordEvent,
    SeatEvent,
    SilenceEvent,
)
from tabletop.exercise.records import Inverse
from tabletop.exercise.state import ExerciseState
from tabletop.exercise.undo.answers import of_answer, of_silence
from tabletop.exercise.undo.clock import of_away, of_clock
from tabletop.exercise.undo.injects import of_inject, of_seat
from tabletop.exercise.undo.outcomes import of_outcome
from tabletop.exercise.undo.record import of_record


def inverse_of(before: ExerciseState, event: Event) -> Inverse | None:
    """Return what undoing the event is called and the command that does it, or None."""
    if isinstance(event, ClockEvent):
        return of_clock(before, event)
    if isinstance(event, AwayEvent):
        return of_away(event)
    if isinstance(event, InjectEvent):
        return of_inject(before, event)
    if isinstance(event, SeatEvent):
        return of_seat(before, event)
    if isinstance(event, AnswerEvent):
        return of_answer(before, event)
    if isinstance(event, SilenceEvent):
        return of_silence(event)
    if isinstance(event, OutcomeEvent):
        return of_outcome(before, event)
    if isinstance(event, RecordEvent):
        return of_record(before, event)
    return None
