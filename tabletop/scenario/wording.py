"""Conditions in words: what a branch waits for, as a clause without capital and full stop.

A negation is said in its own verb (“has not been released”), never as “it is not so that …”.
"""

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

_STATUSES: Mapping[str, tuple[str, str]] = {
    "open": ("is still open", "is no longer open"),
    "adopted": ("ended with an option adopted", "did not end with an option adopted"),
    "no_agreement": ("ended without agreement", "did not end without agreement"),
    "not_requested": ("ended without a request", "did not end without a request"),
    "recorded": ("was recorded", "was not recorded"),
    "ranked": ("was ranked", "was not ranked"),
    "withdrawn": ("was withdrawn", "was not withdrawn"),
    "not_taken": ("was not taken", "was taken"),
    "not_opened": ("was not opened", "was opened"),
}
_LIMITS: Mapping[str, tuple[str, str]] = {
    "at_least": ("{} or above", "below {}"),
    "at_most": ("{} or below", "above {}"),
    "above": ("above {}", "{} or below"),
    "below": ("below {}", "{} or above"),
}


def condition_in_words(condition: Condition, scenario: Scenario) -> str:
    """Return a condition as a clause: “D1 came out as c or d”."""
    return _said(condition, scenario, holds=True)


def _said(condition: Condition, scenario: Scenario, *, holds: bool) -> str:
    """Return the clause for a condition, or for its contrary."""
    match condition:
        case DecisionIs():
            return _joined(_decision(condition, condition.decision, holds=holds), holds=holds)
        case BreaksAre(breaks=decision):
            return _breaks(condition, decision, holds=holds)
        case StateIs():
            return _state(condition, scenario, holds=holds)
        case PositionIs(position=scale_id):
            scale = scenario.scales_by_id.get(scale_id)
            limits = _joined(_limits(condition.limits, holds=holds), holds=holds)
            return f"the group stands at {limits} on “{scale.title if scale else scale_id}”"
        case InjectReleasedIs(released=inject_id):
            return f"{inject_id} has {'' if holds else 'not '}been released"
        case AllOf(all_of=parts):
            return _joined(_clauses(parts, scenario, holds=holds, together=holds), holds=holds)
        case AnyOf(any_of=parts):
            clauses = _clauses(parts, scenario, holds=holds, together=not holds)
            return _joined(clauses, holds=not holds)
        case Negation(negated=negated):
            return _said(negated, scenario, holds=not holds)
        case unknown:
            assert_never(unknown)


def _joined(clauses: Iterable[str], *, holds: bool) -> str:
    """Join what must hold all at once, or (of a contrary) what may hold one by one."""
    return (" and " if holds else " or ").join(clauses)


def _clauses(
    parts: Iterable[Condition], scenario: Scenario, *, holds: bool, together: bool
) -> Iterable[str]:
    """Yield the parts' clauses; of alternatives that say the same of several decisions, one."""
    groups: dict[object, list[Condition]] = {}
    for place, part in enumerate(parts):
        same = _same(part) if holds and not together else None
        groups.setdefault(same or place, []).append(part)
    for group in groups.values():
        if len(group) == 1:
            yield _part(group[0], scenario, holds=holds)
        else:
            yield _of_several(group)


def _same(part: Condition) -> object:
    """Return what a part says of its decision, None where decisions cannot share a clause."""
    match part:
        case BreaksAre():
            return BreaksAre, part.at_least
        case DecisionIs(outcome=None, chosen=None):
            return DecisionIs, part.status
        case DecisionIs(outcome=None, status=None):
            return DecisionIs, part.chosen, part.by, part.seats
        case _:
            return None


def _of_several(parts: Iterable[Condition]) -> str:
    """Return one clause for parts that say the same: “D2 or D5 ended without agreement”."""
    breaks = [part for part in parts if isinstance(part, BreaksAre)]
    if breaks:
        return _breaks(breaks[0], _either(part.breaks for part in breaks), holds=True)
    decisions = [part for part in parts if isinstance(part, DecisionIs)]
    names = _either(part.decision for part in decisions)
    return _joined(_decision(decisions[0], names, holds=True), holds=True)


def _part(condition: Condition, scenario: Scenario, *, holds: bool) -> str:
    words = _said(condition, scenario, holds=holds)
    return f"({words})" if _parts(condition) > 1 else words


def _parts(condition: Condition) -> int:
    match condition:
        case AllOf(all_of=parts) | AnyOf(any_of=parts):
            return len(parts)
        case Negation(negated=negated):
            return _parts(negated)
        case _:
            return 1


def _decision(condition: DecisionIs, name: str, *, holds: bool) -> Iterable[str]:
    if condition.outcome is not None:
        verb = "came out as" if holds else "did not come out as"
        yield f"{name} {verb} {_either(condition.outcome)}"
    if condition.status is not None:
        ways = [_STATUSES[status][0 if holds else 1] for status in condition.status]
        yield f"{name} {_either(ways) if holds else ' and '.join(ways)}"
    if condition.chosen is not None:
        choosers = _choosers(condition) if holds else _too_few_choosers(condition)
        yield f"{choosers} chose {_either(condition.chosen)} on {name}"


def _choosers(condition: DecisionIs) -> str:
    if condition.by is None:
        return "some seat" if condition.seats == 1 else f"at least {condition.seats} seats"
    if condition.seats == 1:
        return _either(condition.by)
    return f"at least {condition.seats} of {', '.join(condition.by)}"


def _too_few_choosers(condition: DecisionIs) -> str:
    if condition.by is None:
        return "no seat" if condition.seats == 1 else f"fewer than {condition.seats} seats"
    if condition.seats == 1:
        return f"none of {', '.join(condition.by)}"
    return f"fewer than {condition.seats} of {', '.join(condition.by)}"


def _breaks(condition: BreaksAre, decision: str, *, holds: bool) -> str:
    count = condition.at_least
    if holds:
        return f"silence on {decision} was broken {_times(count)}"
    if count == 1:
        return f"silence on {decision} was not broken"
    return f"silence on {decision} was broken fewer than {count} times"


def _state(condition: StateIs, scenario: Scenario, *, holds: bool) -> str:
    variable = scenario.state_by_id.get(condition.state)
    name = (variable.title if variable else "") or condition.state
    values = []
    named = variable.values if variable else {}
    if condition.equals is not None:
        value = named.get(condition.equals, condition.equals)
        values.append(f"{'' if holds else 'not '}{value or 'empty'}")
    if condition.differs is not None:
        value = named.get(condition.differs, condition.differs)
        values.append(f"{'not ' if holds else ''}{value or 'empty'}")
    values += _limits(condition.limits, holds=holds)
    return f"{name} is {_joined(values, holds=holds)}"


def _limits(limits: Iterable[tuple[str, int | float]], *, holds: bool) -> list[str]:
    return [_LIMITS[name][0 if holds else 1].format(limit) for name, limit in limits]


def _times(count: int) -> str:
    named = {0: "any number of times", 1: "at least once", 2: "at least twice"}
    return named.get(count, f"at least {count} times")


def _either(words: Iterable[str]) -> str:
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} or {listed[-1]}"
