"""Which inject comes next, and why, in words. Suggestions only: a hand can release anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import assert_never

from tabletop.exercise.conditions import (
    Worth,
    can_still_come,
    decisions_named,
    in_cut,
    standing_position,
    taken_out_by,
    worth,
)
from tabletop.exercise.phrasing import agreed_named
from tabletop.exercise.state import ExerciseState
from tabletop.scenario.conditions import (
    AllOf,
    AnyOf,
    BreaksAre,
    Condition,
    DecisionIs,
    InjectReleasedIs,
    Negation,
    PositionIs,
    StateIs,
)
from tabletop.scenario.model import Inject
from tabletop.scenario.wording import condition_in_words


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An inject to stand by, with the reason in words."""

    inject: Inject
    reason: str


def is_waiting(inject: Inject, state: ExerciseState) -> bool:
    """Return whether an inject may still be offered: in the cut, not released, skipped or out."""
    run = state.inject_run(inject.id)
    return (
        not run.is_released
        and not run.skipped
        and in_cut(inject.id, state)
        and taken_out_by(inject.id, state) is None
    )


def next_inject(state: ExerciseState) -> Suggestion | None:
    """Return the first inject in file order that waits and whose condition is true."""
    for inject in state.scenario.injects:
        if inject.contingency or not is_waiting(inject, state):
            continue
        if inject.when is None:
            return Suggestion(inject, "next in the order of the scenario")
        if worth(inject.when, state):
            return Suggestion(inject, explained(inject.when, state))
    return None


def fitting_contingencies(state: ExerciseState) -> tuple[Suggestion, ...]:
    """Return the contingency injects whose condition is true now."""
    return tuple(
        Suggestion(inject, explained(inject.when, state))
        for inject in state.scenario.injects
        if inject.contingency
        and inject.when is not None
        and is_waiting(inject, state)
        and worth(inject.when, state)
    )


def explained(condition: Condition, state: ExerciseState) -> str:
    """Say a condition with its worth: "released if …: not yet known, D6 is open"."""
    words = condition_in_words(condition, state.scenario)
    return f"released if {words}: {_verdict(worth(condition, state), condition, state)}"


def _verdict(value: Worth, condition: Condition, state: ExerciseState) -> str:
    if value is not None:
        return f"{'yes' if value else 'no'}{_agreed(condition, state)}"
    waiting = [
        f"{decision_id} is {_pending(decision_id, state)}"
        for decision_id in _pending_decisions(condition, state)
    ]
    return "not yet known" + (f", {', '.join(waiting)}" if waiting else "")


def _agreed(condition: Condition, state: ExerciseState) -> str:
    """Return the words of its own that a decision named agreed on; the option is their class."""
    found = []
    for where in dict.fromkeys(decisions_named(condition)):
        outcome = state.decision_run(where).outcome
        if outcome is not None and outcome.text:
            named = agreed_named(where, outcome.option, outcome.text, state.scenario)
            found.append(f"; {where} agreed on {named}")
    return "".join(found)


def _pending(decision_id: str, state: ExerciseState) -> str:
    return "open" if state.is_open(decision_id) else "still to come"


def _pending_decisions(condition: Condition, state: ExerciseState) -> tuple[str, ...]:
    ids = dict.fromkeys(_decisions_in(condition, state))
    return tuple(i for i in ids if can_still_come(i, state))


def _decisions_in(condition: Condition, state: ExerciseState) -> tuple[str, ...]:
    scales = tuple(_scales_in(condition))
    return (*decisions_named(condition), *(d for scale in scales for d in _first(scale, state)))


def _scales_in(condition: Condition) -> Iterator[str]:
    match condition:
        case AllOf(all_of=parts) | AnyOf(any_of=parts):
            for part in parts:
                yield from _scales_in(part)
        case Negation(negated=inner):
            yield from _scales_in(inner)
        case PositionIs(position=scale_id):
            yield scale_id
        case DecisionIs() | BreaksAre() | StateIs() | InjectReleasedIs():
            return
        case unknown:
            assert_never(unknown)


def _first(scale_id: str, state: ExerciseState) -> tuple[str, ...]:
    """Return the first decision that can still settle where the group stands on a scale."""
    to_come = (
        decision.id
        for decision in state.scenario.decisions_by_id.values()
        if decision.scale == scale_id
        and decision.settles
        and standing_position(scale_id, state) is None
        and can_still_come(decision.id, state)
    )
    return tuple(islice(to_come, 1))


def holding_variant(inject: Inject, state: ExerciseState) -> int | None:
    """Return the number of the first variant whose condition holds now, or None."""
    for number, variant in enumerate(inject.variants):
        if worth(variant.when, state):
            return number
    return None
