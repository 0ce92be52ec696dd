"""How attendance and role cards change the state."""

from dataclasses import replace
from typing import assert_never

from tabletop.exercise.events import CardGiven, CardTakenBack, SeatAbsent, SeatEvent, SeatPresent
from tabletop.exercise.journal import Entry
from tabletop.exercise.records import SeatRun
from tabletop.exercise.state import ExerciseState


def fold_seat(state: ExerciseState, entry: Entry, event: SeatEvent) -> ExerciseState:
    """Return the state after an event about a seat; a late seat is played from then on."""
    seat = state.seats.get(event.role, SeatRun(event.role, joined_seq=entry.seq))
    match event:
        case SeatPresent(_, participant_id, unnamed):
            person = "" if unnamed else participant_id or seat.participant_id
            changed = replace(seat, present=True, participant_id=person)
        case SeatAbsent():
            changed = replace(seat, present=False)
        case CardGiven(_, card):
            changed = replace(seat, card=card)
        case CardTakenBack():
            changed = replace(seat, card=None)
        case unknown:
            assert_never(unknown)
    return replace(state, seats={**state.seats, event.role: changed})
