"""Decisions whose rule, options, seats and scale do not fit together."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from tabletop.scenario.checks.references import unknown
from tabletop.scenario.findings import Finding, Place, error, listed
from tabletop.scenario.model import Decision, Scale, Scenario
from tabletop.scenario.rules import (
    Authority,
    Consensus,
    Discussion,
    Each,
    Majority,
    OnRequest,
    Ranking,
    Silence,
    default_option,
)


def decision_findings(scenario: Scenario) -> Iterator[Finding]:
    """Yield what keeps a decision from being taken as its rule says."""
    for number, scale in enumerate(scenario.scales):
        yield from _levels(scale, ("scales", number, "levels"))
    for number, inject in enumerate(scenario.injects):
        for index, decision in enumerate(inject.decisions):
            place = ("injects", number, "decisions", index)
            yield from _options(decision, place)
            yield from _positions(decision, scenario.scales_by_id, place)
            yield from _seats(decision, scenario, place)


def _levels(scale: Scale, place: Place) -> Iterator[Finding]:
    values: set[int] = set()
    for number, level in enumerate(scale.levels):
        if level.value in values:
            text = f"the scale {scale.id} has two levels with the value {level.value}"
            yield error((*place, number, "value"), "duplicate-level", text)
        values.add(level.value)


def _options(decision: Decision, place: Place) -> Iterator[Finding]:
    rule, options = decision.rule, {option.id: None for option in decision.options}
    if isinstance(rule, Discussion):
        if options:
            text = f"{decision.id} is a discussion and decides nothing; leave out its options"
            yield error((*place, "options"), "options-unused", text)
        return
    if not options:
        text = f"{decision.id} has no options; only a discussion can do without"
        yield error(place, "no-options", text)
        return
    otherwise = default_option(rule)
    if otherwise is not None and otherwise not in options:
        yield _no_option((*place, "rule", "otherwise"), decision, otherwise)
    if isinstance(rule, OnRequest):
        for number, trigger in enumerate(rule.triggers):
            if trigger not in options:
                yield _no_option((*place, "rule", "triggers", number), decision, trigger)
    if isinstance(rule, Ranking) and len(options) == 1:
        text = f"{decision.id} ranks a single option; give at least two"
        yield error((*place, "options"), "no-outcome", text)


def _no_option(place: Place, decision: Decision, name: str) -> Finding:
    known = [option.id for option in decision.options]
    return unknown(place, "option", name, known, of=decision.id)


def _positions(decision: Decision, scales: Mapping[str, Scale], place: Place) -> Iterator[Finding]:
    scale = scales.get(decision.scale) if decision.scale is not None else None
    if scale is None:
        if decision.scale is None:
            yield from _positions_without_scale(decision, place)
        return
    values = [level.value for level in scale.levels]
    lowest, highest = min(values), max(values)
    for number, option in enumerate(decision.options):
        at = (*place, "options", number)
        if option.position is None:
            text = (
                f"option {option.id} of {decision.id} has no position, "
                f"but the decision stands on the scale {scale.id} ({lowest} to {highest})"
            )
            yield error(at, "missing-position", text)
        elif not lowest <= option.position <= highest:
            text = (
                f"position {option.position} is off the scale {scale.id}, "
                f"which goes from {lowest} to {highest}"
            )
            yield error((*at, "position"), "off-scale", text)


def _positions_without_scale(decision: Decision, place: Place) -> Iterator[Finding]:
    for number, option in enumerate(decision.options):
        if option.position is not None:
            text = (
                f"option {option.id} has a position, but {decision.id} names no scale; "
                "add “scale:” to the decision, or leave the position out"
            )
            yield error((*place, "options", number, "position"), "position-without-scale", text)


def _seats(decision: Decision, scenario: Scenario, place: Place) -> Iterator[Finding]:
    if isinstance(decision.rule, Discussion):
        return
    eligible = scenario.eligible_roles(decision)
    if not eligible and decision.seats:
        # They name no role there is, which is reported as such.
        return
    if not eligible:
        text = (
            f"nobody can take {decision.id}: no role decides; "
            "give roles “decides: true”, or name “seats” in the decision"
        )
        yield error(place, "no-seats", text)
        return
    yield from _takers(decision, scenario, eligible, place)
    yield from _rule(decision, scenario, eligible, place)


def _takers(
    decision: Decision, scenario: Scenario, eligible: tuple[str, ...], place: Place
) -> Iterator[Finding]:
    roles = set(eligible)
    for number, option in enumerate(decision.options):
        known = all(role in scenario.roles_by_id for role in option.only)
        if option.only and known and not roles.intersection(option.only):
            text = (
                f"nobody can choose option {option.id} of {decision.id}: it is for "
                f"{listed(option.only)} only, and the seats are {listed(eligible)}"
            )
            yield error((*place, "options", number, "only"), "no-outcome", text)


def _rule(
    decision: Decision, scenario: Scenario, eligible: tuple[str, ...], place: Place
) -> Iterator[Finding]:
    rule, at = decision.rule, (*place, "rule")
    match rule:
        case Authority(roles=roles):
            yield from _outside(decision, roles, eligible, (*at, "roles"), scenario)
        case Consensus(consent=roles):
            yield from _outside(decision, roles, eligible, (*at, "consent"), scenario)
        case Silence(minutes=minutes):
            if not minutes:
                text = (
                    f"silence on {decision.id} needs “minutes” in its rule: "
                    "the real time until it runs out, like 5"
                )
                yield error(at, "missing-minutes", text)
        case Majority():
            yield from _majority(decision, rule, scenario, eligible, at)
        case OnRequest() | Each() | Ranking() | Discussion():
            return
        case unknown_rule:
            assert_never(unknown_rule)


def _outside(
    decision: Decision,
    named: tuple[str, ...],
    eligible: tuple[str, ...],
    place: Place,
    scenario: Scenario,
) -> Iterator[Finding]:
    seats = set(eligible)
    for number, role in enumerate(named):
        if role in scenario.roles_by_id and role not in seats:
            text = (
                f"{role} takes no position on {decision.id}: its seats are "
                f"{listed(eligible)}; add {role} to “seats”, or to the deciding roles"
            )
            yield error((*place, number), "not-eligible", text)


def _majority(
    decision: Decision,
    rule: Majority,
    scenario: Scenario,
    eligible: tuple[str, ...],
    place: Place,
) -> Iterator[Finding]:
    if rule.more_than == 1:
        text = f"no share is more than the whole, so {decision.id} could never be adopted"
        yield error((*place, "more_than"), "no-outcome", text + "; write “at_least: 1”")
    if rule.weight_at_least is not None and not any(
        scenario.roles_by_id[role].weight for role in eligible
    ):
        text = (
            f"{decision.id} asks for a share of the weights, "
            "but every seat has the weight 0; give the roles a “weight”"
        )
        yield error((*place, "weight_at_least"), "no-weights", text)
