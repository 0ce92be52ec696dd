"""Ids that are used twice, or differ only in case, or are kept for the program."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from tabletop.scenario.findings import Finding, Place, error
from tabletop.scenario.model import Inject, Scenario

_IMPROVISED = re.compile(r"X-[0-9]+", re.IGNORECASE)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def id_findings(scenario: Scenario) -> Iterator[Finding]:
    """Yield what is wrong with ids: unique per kind, options and actions within their own."""
    kinds: tuple[tuple[str, str, Sequence[_Named]], ...] = (
        ("objectives", "objective", scenario.objectives),
        ("scales", "scale", scenario.scales),
        ("state", "state variable", scenario.state),
        ("facts", "fact", scenario.facts),
        ("roles", "role", scenario.roles),
        ("cards", "card", scenario.cards),
        ("phases", "phase", scenario.phases),
        ("injects", "inject", scenario.injects),
        ("cuts", "cut", scenario.cuts),
    )
    for key, what, parts in kinds:
        yield from _twice([((key, n), part.id) for n, part in enumerate(parts)], what)
    yield from _twice(
        [
            (("injects", n, "decisions", m), decision.id)
            for n, inject in enumerate(scenario.injects)
            for m, decision in enumerate(inject.decisions)
        ],
        "decision",
    )
    yield from _kept_for_the_program(scenario)
    for number, inject in enumerate(scenario.injects):
        yield from _within(inject, ("injects", number))


def _twice(placed: Sequence[tuple[Place, str]], what: str) -> Iterator[Finding]:
    if len({name.casefold() for _, name in placed}) == len(placed):
        return
    first: dict[str, str] = {}
    for place, name in placed:
        folded = name.casefold()
        if folded not in first:
            first[folded] = name
            continue
        earlier = first[folded]
        if earlier == name:
            text = f"the {what} id “{name}” is used twice; give one of them another"
        else:
            text = f"the {what} ids “{earlier}” and “{name}” differ only in case; change one"
        yield error((*place, "id"), "duplicate-id", text)


def _within(inject: Inject, place: Place) -> Iterator[Finding]:
    if len(inject.expected) > 1:
        yield from _twice_in(inject.expected, (*place, "expected"), "expected action")
    if len(inject.handouts) > 1:
        yield from _twice_in(inject.handouts, (*place, "handouts"), "handout")
    for number, variant in enumerate(inject.variants):
        at = (*place, "variants", number, "handouts")
        yield from _twice_in(variant.handouts or (), at, "handout")
    for number, decision in enumerate(inject.decisions):
        at = (*place, "decisions", number, "options")
        yield from _twice_in(decision.options, at, "option")


def _twice_in(parts: Sequence[_Named], place: Place, what: str) -> Iterable[Finding]:
    if len({part.id.casefold() for part in parts}) == len(parts):
        return ()
    return _twice([((*place, number), part.id) for number, part in enumerate(parts)], what)


def _kept_for_the_program(scenario: Scenario) -> Iterator[Finding]:
    for number, role in enumerate(scenario.roles):
        if role.id.casefold() == "all":
            text = f"“{role.id}” cannot be a role's id: in “to” it means everybody"
            yield error(("roles", number, "id"), "reserved-id", text)
    for number, inject in enumerate(scenario.injects):
        if inject.id[:1] in "Xx" and _IMPROVISED.fullmatch(inject.id):
            text = f"“{inject.id}” is kept for injects improvised during play; choose another id"
            yield error(("injects", number, "id"), "reserved-id", text)
    decisions = scenario.decisions_by_id
    for name in scenario.variables:
        if name in decisions:
            text = (
                f"“{name}” is a variable and a decision; "
                f"in texts {{{name}}} could mean either, so rename the variable"
            )
            yield error(("variables", name), "duplicate-id", text)
