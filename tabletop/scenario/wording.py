"""Conditions in words: what a branch waits for, as a clause without capital and full stop."""

from collections.abc import Iterable, Mapping
from typing import assert_never

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
from tabletop.scenario.model import Scenario

_STATUSES: Mapping[str, str] = {
    "open": "is still open",
    "adopted": "ended with an option adopted",
    "no_agreement": "ended without agreement",
    "not_requested": "ended without a request",
    "recorded": "was recorded",
    "ranked": "was ranked",
    "withdrawn": "was withdrawn",
    "not_taken": "was not taken",
    "not_opened": "was not opened",
}
_LIMITS: Mapping[str, str] = {
    "at_least": "{} or above",
    "at_most": "{} or below",
    "above": "above {}",
    "below": "below {}",
}


def condition_in_words(condition: Condition, scenario: Scenario) -> str:
    """Return a condition as a clause: “D1 came out as c or d”."""
    match condition:
        case DecisionIs():
            return _decision(condition)
        case BreaksAre(breaks=decision, at_least=count):
            return f"silence on {decision} was broken {_times(count)}"
        case StateIs():
            return _state(condition, scenario)
        case PositionIs(position=scale_id):
            scale = scenario.scales_by_id.get(scale_id)
            limits = _limits(condition.limits)
            return f"the group stands at {limits} on {scale.title if scale else scale_id}"
        case InjectReleasedIs(released=inject_id):
            return f"{inject_id} has been released"
        case AllOf(all_of=parts):
            return " and ".join(_part(part, scenario) for part in parts)
        case AnyOf(any_of=parts):
            return " or ".join(_part(part, scenario) for part in parts)
        case Negation(negated=negated):
            return f"it is not so that {_part(negated, scenario)}"
        case unknown:
            assert_never(unknown)


def _part(condition: Condition, scenario: Scenario) -> str:
    words = condition_in_words(condition, scenario)
    parts = (
        condition.all_of
        if isinstance(condition, AllOf)
        else condition.any_of
        if isinstance(condition, AnyOf)
        else ()
    )
    return f"({words})" if len(parts) > 1 else words


def _decision(condition: DecisionIs) -> str:
    name = condition.decision
    clauses = []
    if condition.outcome is not None:
        clauses.append(f"{name} came out as {_either(condition.outcome)}")
    if condition.status is not None:
        clauses.append(f"{name} {_either(_STATUSES[status] for status in condition.status)}")
    if condition.chosen is not None:
        clauses.append(f"{_choosers(condition)} chose {_either(condition.chosen)} on {name}")
    return " and ".join(clauses)


def _choosers(condition: DecisionIs) -> str:
    if condition.by is None:
        return "some seat" if condition.seats == 1 else f"at least {condition.seats} seats"
    if condition.seats == 1:
        return _either(condition.by)
    return f"at least {condition.seats} of {', '.join(condition.by)}"


def _state(condition: StateIs, scenario: Scenario) -> str:
    variable = scenario.state_by_id.get(condition.state)
    name = (variable.title if variable else "") or condition.state
    clauses = []
    if condition.equals is not None:
        clauses.append(condition.equals or "empty")
    if condition.differs is not None:
        clauses.append(f"not {condition.differs or 'empty'}")
    if condition.limits:
        clauses.append(_limits(condition.limits))
    return f"{name} is {' and '.join(clauses)}"


def _limits(limits: Iterable[tuple[str, int | float]]) -> str:
    return " and ".join(_LIMITS[name].format(limit) for name, limit in limits)


def _times(count: int) -> str:
    return {0: "any number of times", 1: "at least once"}.get(count, f"at least {count} times")


def _either(words: Iterable[str]) -> str:
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} or {listed[-1]}"
