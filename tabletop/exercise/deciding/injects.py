"""Releasing, recalling, skipping, improvising and amending injects; private hand-outs."""

from datetime import datetime
from typing import assert_never

from tabletop.exercise.commands import (
    AmendInject,
    GiveHandout,
    ImproviseInject,
    InjectCommand,
    RecallInject,
    ReleaseInject,
    SkipInject,
    TakeHandoutBack,
    UnskipInject,
)
from tabletop.exercise.conditions import worth
from tabletop.exercise.deciding.opening import next_decision_events
from tabletop.exercise.deciding.refusal import (
    Refused,
    known_inject,
    known_role,
    not_ended,
    started,
)
from tabletop.exercise.events import (
    Event,
    ExerciseStarted,
    HandoutGiven,
    HandoutTakenBack,
    InjectAmended,
    InjectImprovised,
    InjectRecalled,
    InjectReleased,
    InjectSkipped,
    InjectUnskipped,
)
from tabletop.exercise.state import ExerciseState
from tabletop.exercise.suggestions import holding_variant
from tabletop.scenario.model import Handout, Inject


def decide_inject(state: ExerciseState, command: InjectCommand, now: datetime) -> list[Event]:
    """Return the events of a command about an inject."""
    match command:
        case ReleaseInject():
            return _release(state, command, now)
        case RecallInject():
            return _recall(state, command)
        case SkipInject():
            return _skip(state, command)
        case UnskipInject():
            return _unskip(state, command)
        case ImproviseInject():
            return _improvise(state, command, now)
        case AmendInject():
            return _amend(state, command)
        case GiveHandout():
            return _give(state, command)
        case TakeHandoutBack(inject_id, handout_id, to):
            return [HandoutTakenBack(inject_id, handout_id, to)]
        case unknown:
            assert_never(unknown)


def _recall(state: ExerciseState, command: RecallInject) -> list[Event]:
    inject = known_inject(state, command.inject_id)
    if not state.inject_run(inject.id).is_released:
        raise Refused(f"{inject.id} is not released, so it cannot be recalled.")
    return [InjectRecalled(inject.id, command.reason)]


def _unskip(state: ExerciseState, command: UnskipInject) -> list[Event]:
    inject = known_inject(state, command.inject_id)
    if not state.inject_run(inject.id).skipped:
        raise Refused(f"{inject.id} was not skipped.")
    return [InjectUnskipped(inject.id)]


def _amend(state: ExerciseState, command: AmendInject) -> list[Event]:
    inject = known_inject(state, command.inject_id)
    if state.inject_run(inject.id).is_released:
        raise Refused(f"{inject.id} is already released. Recall it first, or improvise an inject.")
    return [InjectAmended(inject.id, command.body)]


def _release(state: ExerciseState, command: ReleaseInject, now: datetime) -> list[Event]:
    inject = known_inject(state, command.inject_id)
    not_ended(state)
    if state.inject_run(inject.id).is_released:
        raise Refused(f"{inject.id} is already released.")
    against = inject.when is not None and worth(inject.when, state) is not True
    events: list[Event] = [] if state.started_at else [ExerciseStarted()]
    events.append(
        InjectReleased(
            inject.id,
            _time_at_release(state, inject, now),
            command.reason,
            against_condition=against,
            variant=holding_variant(inject, state),
        )
    )
    events += _handouts_at_release(inject, state)
    return events + next_decision_events(state, inject, after=None, now=now)


def _time_at_release(state: ExerciseState, inject: Inject, now: datetime) -> datetime:
    """Return the scenario time: stepped, it follows releases forward; running, nothing moves it."""
    current = state.scenario_time(now)
    if state.clock.mode == "running" or inject.at is None:
        return current
    return max(current, inject.at.after(state.scenario.starts))


def handouts_of(inject: Inject, variant: int | None) -> tuple[Handout, ...]:
    """Return the private papers of an inject, those of the holding variant in place of its own."""
    if variant is not None:
        replaced = inject.variants[variant].handouts
        if replaced is not None:
            return replaced
    return inject.handouts


def recipients(state: ExerciseState, addressees: tuple[str, ...]) -> tuple[str, ...]:
    """Return the seats that addressees mean: roles, all, or whoever holds ``card:ID``."""
    found: dict[str, None] = {}
    for addressee in addressees:
        if addressee == "all":
            found.update(dict.fromkeys(state.seats))
        elif addressee.startswith("card:"):
            card = addressee.removeprefix("card:")
            found.update({r: None for r, seat in state.seats.items() if seat.card == card})
        else:
            found[addressee] = None
    return tuple(found)


def _handouts_at_release(inject: Inject, state: ExerciseState) -> list[Event]:
    given: list[Event] = []
    for handout in handouts_of(inject, holding_variant(inject, state)):
        to = recipients(state, handout.to)
        if not handout.held and to:
            given.append(HandoutGiven(inject.id, handout.id, to))
    return given


def _skip(state: ExerciseState, command: SkipInject) -> list[Event]:
    inject = known_inject(state, command.inject_id)
    run = state.inject_run(inject.id)
    if run.is_released:
        raise Refused(f"{inject.id} is released; recall it instead of skipping it.")
    if run.skipped:
        raise Refused(f"{inject.id} is already skipped.")
    return [InjectSkipped(inject.id, command.reason)]


def _improvise(state: ExerciseState, command: ImproviseInject, now: datetime) -> list[Event]:
    started(state)
    not_ended(state)
    if not command.title.strip():
        raise Refused("An improvised inject needs a title.")
    for role in command.to:
        if role != "all" and not role.startswith("card:"):
            known_role(state, role)
    return [
        InjectImprovised(
            _free_id(state),
            command.title.strip(),
            command.body,
            command.to,
            command.channel,
            command.sender,
            state.scenario_time(now),
        )
    ]


def _free_id(state: ExerciseState) -> str:
    number = len(state.improvised) + 1
    while f"X-{number}" in state.improvised or f"X-{number}" in state.scenario.injects_by_id:
        number += 1
    return f"X-{number}"


def _give(state: ExerciseState, command: GiveHandout) -> list[Event]:
    inject = known_inject(state, command.inject_id)
    papers = [*handouts_of(inject, holding_variant(inject, state)), *inject.handouts]
    paper = next((p for p in papers if p.id == command.handout_id), None)
    if paper is None:
        held = ", ".join(dict.fromkeys(p.id for p in papers)) or "none"
        raise Refused(f"{inject.id} has no hand-out “{command.handout_id}”; it has {held}.")
    for role in command.to:
        if role != "all" and not role.startswith("card:"):
            known_role(state, role)
    to = recipients(state, command.to or paper.to)
    if not to:
        raise Refused(f"Nobody holds the card that hand-out {paper.id} is for; name a seat.")
    return [HandoutGiven(inject.id, paper.id, to)]
