"""How releasing, recalling, skipping, improvising and amending injects change the state."""

from dataclasses import replace
from datetime import datetime
from typing import assert_never

from tabletop.exercise.events import (
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
)
from tabletop.exercise.folding.clock import started
from tabletop.exercise.inject_records import Effect, GivenHandout
from tabletop.exercise.journal import Entry
from tabletop.exercise.state import ExerciseState
from tabletop.scenario.model import Effects, Inject


def fold_inject(state: ExerciseState, entry: Entry, event: InjectEvent) -> ExerciseState:
    """Return the state after an event about an inject."""
    match event:
        case InjectReleased():
            return _released(state, entry, event)
        case InjectRecalled(inject_id, reason):
            return _recalled(state, entry, inject_id, reason)
        case RecallCancelled(inject_id):
            return _recall_cancelled(state, inject_id)
        case InjectSkipped(inject_id, reason):
            return state.with_inject(inject_id, marked_skipped=True, skip_reason=reason)
        case InjectUnskipped(inject_id):
            return state.with_inject(inject_id, marked_skipped=False)
        case InjectImprovised():
            return _improvised(state, entry, event)
        case InjectAmended(inject_id, body):
            return state.with_inject(inject_id, amended_body=body)
        case HandoutGiven() | HandoutTakenBack() | HandoutRestored():
            return _handed(state, entry, event)
        case unknown:
            assert_never(unknown)


def _handed(
    state: ExerciseState, entry: Entry, event: HandoutGiven | HandoutTakenBack | HandoutRestored
) -> ExerciseState:
    """Return the state after a private paper changed hands."""
    paper = (event.inject_id, event.handout_id, event.to)
    match event:
        case HandoutGiven():
            given = GivenHandout(entry.seq, *paper, entry.at)
            return replace(state, handouts=(*state.handouts, given))
        case HandoutTakenBack():
            taken = tuple(h for h in state.handouts if h.paper == paper)
            kept = tuple(h for h in state.handouts if h.paper != paper)
            return replace(state, handouts=kept, taken_handouts=(*state.taken_handouts, *taken))
        case HandoutRestored():
            again = tuple(h for h in state.taken_handouts if h.seq == event.given_seq)
            out = sorted((*state.handouts, *again), key=lambda given: given.seq)
            gone = tuple(h for h in state.taken_handouts if h not in again)
            return replace(state, handouts=tuple(out), taken_handouts=gone)
        case unknown:
            assert_never(unknown)


def with_effects(state: ExerciseState, source: str, effects: Effects, *, seq: int) -> ExerciseState:
    """Return the state with effects in force, in the order of the entries they come from."""
    added = tuple(Effect(source, variable, change, seq) for variable, change in effects.items())
    ordered = sorted((*state.effects, *added), key=lambda effect: effect.seq)
    return replace(state, effects=tuple(ordered))


def without_effects(state: ExerciseState, source: str) -> ExerciseState:
    """Return the state with the effects of one source taken out."""
    return replace(state, effects=tuple(e for e in state.effects if e.source != source))


def _released(state: ExerciseState, entry: Entry, event: InjectReleased) -> ExerciseState:
    if state.started_at is None:
        # Journals from before an undo took STARTEX back have no second one.
        state = started(state, entry, seq=0)
    run = state.inject_run(event.inject_id)
    first = {}
    if run.first_released_at is None:
        first = {
            "first_released_at": entry.at,
            "first_released_played": state.played(entry.at),
            "first_released_seq": entry.seq,
        }
    released = state.with_inject(
        event.inject_id,
        **first,
        released_at=entry.at,
        released_seq=entry.seq,
        scenario_time=event.scenario_time,
        anchor_before=state.clock.anchor if state.clock.mode == "stepped" else None,
        recalled=False,
        release_reason=event.reason,
        against_condition=event.against_condition,
        variant=event.variant,
        before=run,
    )
    order = tuple(i for i in state.release_order if i != event.inject_id)
    moved = replace(released, release_order=(*order, event.inject_id))
    if state.clock.mode == "stepped":
        moved = replace(moved, clock=replace(moved.clock, anchor=event.scenario_time))
    return _with_effects_of(moved, event.inject_id)


def _with_effects_of(state: ExerciseState, inject_id: str) -> ExerciseState:
    seq = state.inject_run(inject_id).released_seq
    return with_effects(state, f"inject:{inject_id}", state.inject(inject_id).sets, seq=seq)


def _is_at_the_clock(state: ExerciseState, inject_id: str, anchor: datetime | None) -> bool:
    """Whether the stepped clock stands at a time, and no inject released later holds it there."""
    order = state.release_order
    later = order[order.index(inject_id) + 1 :]
    return (
        state.clock.mode == "stepped"
        and state.clock.anchor == anchor
        and not any(state.inject_run(other).is_released for other in later)
    )


def _with_clock_before(state: ExerciseState, inject_id: str) -> ExerciseState:
    """Return the state with the clock where it was before the release, if nothing moved it since.

    Otherwise an inject of day 30 released by mistake would leave all that follow on day 30.
    """
    run = state.inject_run(inject_id)
    if run.anchor_before is None or not _is_at_the_clock(state, inject_id, run.scenario_time):
        return state
    return replace(state, clock=replace(state.clock, anchor=run.anchor_before))


def _recalled(state: ExerciseState, entry: Entry, inject_id: str, reason: str) -> ExerciseState:
    recalled = _with_clock_before(state, inject_id).with_inject(
        inject_id, recalled=True, recall_reason=reason, recalled_seq=entry.seq
    )
    return without_effects(recalled, f"inject:{inject_id}")


def _recall_cancelled(state: ExerciseState, inject_id: str) -> ExerciseState:
    run = state.inject_run(inject_id)
    before, here = run.anchor_before, run.scenario_time
    restored = state.with_inject(inject_id, recalled=False)
    if before is not None and here is not None and _is_at_the_clock(state, inject_id, before):
        restored = replace(restored, clock=replace(restored.clock, anchor=here))
    return _with_effects_of(restored, inject_id)


def _improvised(state: ExerciseState, entry: Entry, event: InjectImprovised) -> ExerciseState:
    inject = Inject.model_construct(
        id=event.inject_id,
        title=event.title,
        body=event.body,
        to=event.to,
        channel=event.channel,
        from_=event.sender,
    )
    known = replace(state, improvised={**state.improvised, event.inject_id: inject})
    return _released(known, entry, InjectReleased(event.inject_id, event.scenario_time))
