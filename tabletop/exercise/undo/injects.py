"""What takes back events of injects, hand-outs, seats and role cards."""

from typing import assert_never

from tabletop.exercise.commands import (
    AmendInject,
    CancelRecall,
    GiveCard,
    MarkAbsent,
    MarkPresent,
    RecallInject,
    RestoreHandout,
    SkipInject,
    TakeCardBack,
    TakeHandoutBack,
    UnskipInject,
)
from tabletop.exercise.events import (
    CardGiven,
    CardTakenBack,
    HandoutGiven,
    HandoutRestored,
    HandoutTakenBack,
    InjectAmended,
    InjectEvent,
    InjectImprovised,
    InjectRecalled,
    InjectReleased,
    InjectSkipped,
    InjectUnskipped,
    RecallCancelled,
    SeatAbsent,
    SeatEvent,
    SeatPresent,
)
from tabletop.exercise.events.words import UNDONE
from tabletop.exercise.phrasing import handout_named
from tabletop.exercise.records import Inverse
from tabletop.exercise.state import ExerciseState


def of_inject(before: ExerciseState, event: InjectEvent) -> Inverse | None:
    match event:
        case InjectReleased(inject_id) | InjectImprovised(inject_id):
            return f"Take back the release of {inject_id}", RecallInject(inject_id, UNDONE)
        case InjectRecalled(inject_id):
            return f"Put {inject_id} out again", CancelRecall(inject_id)
        case InjectSkipped(inject_id):
            return f"Take back skipping {inject_id}", UnskipInject(inject_id)
        case InjectUnskipped(inject_id):
            reason = before.inject_run(inject_id).skip_reason
            return f"Skip {inject_id} again", SkipInject(inject_id, reason)
        case InjectAmended(inject_id):
            body = before.inject_run(inject_id).amended_body
            return f"Take back the changed text of {inject_id}", AmendInject(inject_id, body)
        case HandoutGiven(inject_id, handout_id, to) | HandoutRestored(inject_id, handout_id, to):
            paper = handout_named(inject_id, handout_id, before.scenario)
            label = f"Take back the hand-out {paper}"
            return label, TakeHandoutBack(inject_id, handout_id, to)
        case HandoutTakenBack(inject_id, handout_id, to):
            paper = handout_named(inject_id, handout_id, before.scenario)
            back = RestoreHandout(inject_id, handout_id, to, _given_seq(before, event))
            return f"Give the hand-out {paper} again", back
        case RecallCancelled():
            return None
        case unknown:
            assert_never(unknown)


def _given_seq(state: ExerciseState, event: HandoutTakenBack) -> int:
    """Return the entry that gave the seats a paper they have."""
    paper = (event.inject_id, event.handout_id, event.to)
    return next((given.seq for given in state.handouts if given.paper == paper), 0)


def of_seat(before: ExerciseState, event: SeatEvent) -> Inverse:
    seat = before.seats.get(event.role)
    match event:
        case SeatPresent(role):
            if seat is not None and seat.present:
                unnamed = not seat.participant_id
                return f"Put {role} back", MarkPresent(role, seat.participant_id, unnamed)
            return f"Mark {role} absent again", MarkAbsent(role)
        case SeatAbsent(role):
            return f"Mark {role} present again", MarkPresent(role)
        case CardGiven(role, card):
            if seat is not None and seat.card:
                return f"Give {role} its card back", GiveCard(role, seat.card)
            return f"Take the card of {role} back", TakeCardBack(role, card)
        case CardTakenBack(role, card):
            return f"Give {role} its card back", GiveCard(role, card)
