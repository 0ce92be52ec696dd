"""How releasing, recalling, skipping, improvising and amending injects change the state."""

from dataclasses import replace
from typing import assert_never

from tabletop.exercise.events import (
    HandoutGiven,
    HandoutTakenBack,
    InjectAmended,
    InjectEvent,
    InjectImprovised,
    InjectRecalled,
    InjectReleased,
    InjectSkipped,
    InjectUnskipped,
)
from tabletop.exercise.journal import Entry
from tabletop.exercise.records import Effect, GivenHandout
from tabletop.exercise.state import ExerciseState
from tabletop.scenario.model import Effects, Inject


def fold_inject(state: ExerciseState, entry: Entry, event: InjectEvent) -> ExerciseState:
    """Return the state after an event about an inject."""
    match event:
        case InjectReleased():
            return _released(state, entry, event)
        case InjectRecalled(inject_id, reason):
            recalled = state.with_inject(inject_id, recalled=True, reason=reason)
            return without_effects(recalled, f"inject:{inject_id}")
        case InjectSkipped(inject_id, reason):
            return state.with_inject(inject_id, skipped=True, reason=reason)
        case InjectUnskipped(inject_id):
            return state.with_inject(inject_id, skipped=False, reason="")
        case InjectImprovised():
            return _improvised(state, entry, event)
        case InjectAmended(inject_id, body):
            return state.with_inject(inject_id, amended_body=body)
        case HandoutGiven(inject_id, handout_id, to):
            given = GivenHandout(inject_id, handout_id, to, entry.at)
            return replace(state, handouts=(*state.handouts, given))
        case HandoutTakenBack(inject_id, handout_id, to):
            kept = tuple(
                h
                for h in state.handouts
                if (h.inject_id, h.handout_id, h.to) != (inject_id, handout_id, to)
            )
            return replace(state, handouts=kept)
        case unknown:
            assert_never(unknown)


def with_effects(state: ExerciseState, source: str, effects: Effects) -> ExerciseState:
    """Return the state with effects in force; they come after all that are there."""
    added = tuple(Effect(source, variable, change) for variable, change in effects.items())
    return replace(state, effects=(*state.effects, *added))


def without_effects(state: ExerciseState, source: str) -> ExerciseState:
    """Return the state with the effects of one source taken out."""
    return replace(state, effects=tuple(e for e in state.effects if e.source != source))


def _released(state: ExerciseState, entry: Entry, event: InjectReleased) -> ExerciseState:
    run = state.inject_run(event.inject_id)
    first = {}
    if run.first_released_at is None:
        first = {
            "first_released_at": entry.at,
            "first_released_played": state.played(entry.at),
        }
    released = state.with_inject(
        event.inject_id,
        **first,
        released_at=entry.at,
        scenario_time=event.scenario_time,
        recalled=False,
        skipped=False,
        reason=event.reason,
        against_condition=event.against_condition,
        variant=event.variant,
    )
    order = tuple(i for i in state.release_order if i != event.inject_id)
    moved = replace(released, release_order=(*order, event.inject_id))
    if state.clock.mode == "stepped":
        moved = replace(moved, clock=replace(moved.clock, anchor=event.scenario_time))
    return with_effects(moved, f"inject:{event.inject_id}", state.inject(event.inject_id).sets)


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
