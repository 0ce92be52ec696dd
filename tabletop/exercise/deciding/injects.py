"""Releasing, recalling, skipping, improvising and amending injects; private hand-outs."""

from datetime import datetime
from typing import assert_never

from tabletop.exercise.commands import (
    AmendInject,
    CancelRecall,
    GiveHandout,
    ImproviseInject,
    InjectCommand,
    RecallInject,
    ReleaseInject,
    RestoreHandout,
    SkipInject,
    TakeHandoutBack,
    UnskipInject,
)
from tabletop.exercise.conditions import worth
from tabletop.exercise.deciding.opening import next_decision_events
from tabletop.exercise.deciding.refusal import (
    Refused,
    given,
    known_inject,
    known_role,
    not_ended,
    nothing_done_since,
    started,
)
from tabletop.exercise.events import (
    Event,
    ExerciseStarted,
    HandoutGiven,
    HandoutRestored,
    HandoutTakenBack,
    InjectAmended,
    InjectImprovised,
    InjectRecalled,
    InjectReleased,
    InjectSkipped,
    InjectUnskipped,
    RecallCancelled,
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
        case CancelRecall():
            return _cancel_recall(state, command)
        case SkipInject():
            return _skip(state, command)
        case UnskipInject():
            return _unskip(state, command)
        case ImproviseInject():
            return _improvise(state, command, now)
        case AmendInject():
            return _amend(state, command)
        case GiveHandout() | TakeHandoutBack() | RestoreHandout():
            return _hand(state, command)
        case unknown:
            assert_never(unknown)


def _hand(
    state: ExerciseState, command: GiveHandout | TakeHandoutBack | RestoreHandout
) -> list[Event]:
    match command:
        case GiveHandout():
            return _give(state, command)
        case TakeHandoutBack():
            return _take_back(state, command)
        case RestoreHandout():
            return _give_again(state, command)
        case unknown:
            assert_never(unknown)


def _recall(state: ExerciseState, command: RecallInject) -> list[Event]:
    inject = known_inject(state, command.inject_id)
    not_ended(state)
    if not state.inject_run(inject.id).is_released:
        raise Refused(f"{inject.id} is not released, so it cannot be recalled.")
    return [InjectRecalled(inject.id, command.reason)]


def _cancel_recall(state: ExerciseState, command: CancelRecall) -> list[Event]:
    inject = known_inject(state, command.inject_id)
    not_ended(state)
    run = state.inject_run(inject.id)
    given(run.recalled, f"{inject.id} was not recalled.")
    changed = f"{inject.id} was changed since it was recalled. Release it again instead."
    nothing_done_since(state, run.recalled_seq, changed, about=inject.id)
    return [RecallCancelled(inject.id)]


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


def _without_paper(
    state: ExerciseState, inject: Inject, paper: Handout, addressees: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the seats meant that do not have the paper yet."""
    holders = _holders(state, inject.id, paper.id)
    return tuple(r for r in recipients(state, addressees) if r not in holders)


def _holders(state: ExerciseState, inject_id: str, handout_id: str) -> frozenset[str]:
    """Return the seats that have a paper."""
    return frozenset(
        role
        for given_paper in state.handouts
        if (given_paper.inject_id, given_paper.handout_id) == (inject_id, handout_id)
        for role in given_paper.to
    )


def _take_back(state: ExerciseState, command: TakeHandoutBack) -> list[Event]:
    paper = (command.inject_id, command.handout_id, command.to)
    out = any(given_paper.paper == paper for given_paper in state.handouts)
    given(out, f"{command.inject_id} has given no hand-out {command.handout_id} to these seats.")
    return [HandoutTakenBack(*paper)]


def _give_again(state: ExerciseState, command: RestoreHandout) -> list[Event]:
    paper = (command.inject_id, command.handout_id, command.to)
    taken = any(h.seq == command.given_seq and h.paper == paper for h in state.taken_handouts)
    given(taken, f"Hand-out {command.handout_id} was not taken back from these seats.")
    holders = _holders(state, command.inject_id, command.handout_id)
    given(not holders.intersection(command.to), f"These seats already have {command.handout_id}.")
    return [HandoutRestored(*paper, command.given_seq)]


def _handouts_at_release(inject: Inject, state: ExerciseState) -> list[Event]:
    given: list[Event] = []
    for handout in handouts_of(inject, holding_variant(inject, state)):
        to = _without_paper(state, inject, handout, handout.to)
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
    given(command.to, "An improvised inject needs somebody it goes to, like all.")
    _known_addressees(state, command.to)
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


def _known_addressees(state: ExerciseState, addressees: tuple[str, ...]) -> None:
    for addressee in addressees:
        if addressee != "all" and not addressee.startswith("card:"):
            known_role(state, addressee)


def _free_id(state: ExerciseState) -> str:
    number = len(state.improvised) + 1
    while f"X-{number}" in state.improvised or f"X-{number}" in state.scenario.injects_by_id:
        number += 1
    return f"X-{number}"


def _give(state: ExerciseState, command: GiveHandout) -> list[Event]:
    inject = known_inject(state, command.inject_id)
    run = state.inject_run(inject.id)
    variant = run.variant if run.is_released else holding_variant(inject, state)
    papers = [*handouts_of(inject, variant), *inject.handouts]
    paper = next((p for p in papers if p.id == command.handout_id), None)
    if paper is None:
        held = ", ".join(dict.fromkeys(p.id for p in papers)) or "none"
        raise Refused(f"{inject.id} has no hand-out “{command.handout_id}”; it has {held}.")
    _known_addressees(state, command.to)
    if not recipients(state, command.to or paper.to):
        raise Refused(f"Nobody holds the card that hand-out {paper.id} is for; name a seat.")
    to = _without_paper(state, inject, paper, command.to or paper.to)
    given(to, f"These seats already have hand-out {paper.id}.")
    return [HandoutGiven(inject.id, paper.id, to)]
