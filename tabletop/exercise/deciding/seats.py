"""Attendance, late seats and role cards."""

from typing import assert_never

from tabletop.exercise.commands import (
    GiveCard,
    MarkAbsent,
    MarkPresent,
    SeatCommand,
    TakeCardBack,
)
from tabletop.exercise.deciding.refusal import Refused, given, known_role, unknown
from tabletop.exercise.events import CardGiven, CardTakenBack, Event, SeatAbsent, SeatPresent
from tabletop.exercise.state import ExerciseState


def decide_seat(state: ExerciseState, command: SeatCommand) -> list[Event]:
    """Return the events of a command about a seat."""
    known_role(state, command.role)
    match command:
        case MarkPresent(role, participant_id, unnamed):
            return [SeatPresent(role, participant_id, unnamed)]
        case MarkAbsent(role):
            if not state.is_seated(role):
                raise Refused(f"{role} is not at the table, so it cannot be marked absent.")
            return [SeatAbsent(role)]
        case GiveCard(role, card):
            _fitting_card(state, role, card)
            return [CardGiven(role, card)]
        case TakeCardBack(role, card):
            holds = role in state.seats and state.seats[role].card == card
            given(holds, f"{role} does not hold the card “{card}”.")
            return [CardTakenBack(role, card)]
        case never:
            assert_never(never)


def _fitting_card(state: ExerciseState, role: str, card_id: str) -> None:
    if role not in state.seats:
        raise Refused(f"{role} is not played in this exercise; mark it present first.")
    card = state.scenario.cards_by_id.get(card_id)
    if card is None:
        raise unknown("role card", card_id, tuple(state.scenario.cards_by_id))
    if card.only and role not in card.only:
        raise Refused(f"The card “{card.title}” is for {', '.join(card.only)} only.")
