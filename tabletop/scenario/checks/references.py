"""Names that lead nowhere: roles, objectives, phases, scales, facts, cards, injects of cuts.

What conditions name is checked in ``conditions``, options in ``decisions``, state in ``effects``.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tabletop.scenario.findings import Finding, Place, did_you_mean, error
from tabletop.scenario.model import Decision, Handout, Inject, Scenario
from tabletop.scenario.rules import Authority, Consensus


def unknown(place: Place, what: str, name: str, known: Collection[str], *, of: str = "") -> Finding:
    """Return the finding that there is no such thing, with the one that was probably meant."""
    code = f"unknown-{what.replace(' ', '-')}"
    owner = f" in {of}" if of else ""
    return error(place, code, f"there is no {what} “{name}”{owner}{did_you_mean(name, known)}")


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of a scenario, each kind in file order."""

    roles: dict[str, None]
    objectives: dict[str, None]
    phases: dict[str, None]
    scales: dict[str, None]
    facts: dict[str, None]
    cards: dict[str, None]
    injects: dict[str, None]


def reference_findings(scenario: Scenario) -> Iterator[Finding]:
    """Yield the names that lead nowhere."""
    names = _Names(
        roles=dict.fromkeys(role.id for role in scenario.roles),
        objectives=dict.fromkeys(objective.id for objective in scenario.objectives),
        phases=dict.fromkeys(phase.id for phase in scenario.phases),
        scales=dict.fromkeys(scale.id for scale in scenario.scales),
        facts=dict.fromkeys(fact.id for fact in scenario.facts),
        cards=dict.fromkeys(card.id for card in scenario.cards),
        injects=dict.fromkeys(inject.id for inject in scenario.injects),
    )
    for number, card in enumerate(scenario.cards):
        yield from _each(("cards", number, "only"), "role", card.only, names.roles)
    for number, cut in enumerate(scenario.cuts):
        yield from _each(("cuts", number, "injects"), "inject", cut.injects, names.injects)
    for number, inject in enumerate(scenario.injects):
        yield from _inject(inject, ("injects", number), names)


def _each(
    place: Place, what: str, used: Sequence[str], known: Collection[str]
) -> Iterable[Finding]:
    return [
        unknown((*place, number), what, name, known)
        for number, name in enumerate(used)
        if name not in known
    ]


def _inject(inject: Inject, place: Place, names: _Names) -> Iterator[Finding]:
    if inject.phase is not None and inject.phase not in names.phases:
        yield unknown((*place, "phase"), "phase", inject.phase, names.phases)
    if inject.to != ("all",):
        yield from _recipients(inject.to, (*place, "to"), names)
    yield from _each((*place, "objectives"), "objective", inject.objectives, names.objectives)
    if inject.affected:
        yield from _each((*place, "affected"), "role", inject.affected, names.roles)
    for number, action in enumerate(inject.expected):
        if action.objective is not None and action.objective not in names.objectives:
            at = (*place, "expected", number, "objective")
            yield unknown(at, "objective", action.objective, names.objectives)
    if inject.handouts:
        yield from _handouts(inject.handouts, (*place, "handouts"), names)
    for number, variant in enumerate(inject.variants):
        at = (*place, "variants", number, "handouts")
        yield from _handouts(variant.handouts or (), at, names)
    for number, decision in enumerate(inject.decisions):
        yield from _decision(decision, (*place, "decisions", number), names)


def _handouts(handouts: Sequence[Handout], place: Place, names: _Names) -> Iterator[Finding]:
    for number, handout in enumerate(handouts):
        yield from _recipients(handout.to, (*place, number, "to"), names)


def _recipients(to: Sequence[str], place: Place, names: _Names) -> Iterator[Finding]:
    for number, name in enumerate(to):
        if name == "all" or name in names.roles:
            continue
        if name.startswith("card:"):
            if name[5:] not in names.cards:
                yield unknown((*place, number), "card", name[5:], names.cards)
        elif name in names.cards:
            text = f"there is no role “{name}”; did you mean “card:{name}”, who holds that card?"
            yield error((*place, number), "unknown-role", text)
        else:
            yield unknown((*place, number), "role", name, names.roles)


def _decision(decision: Decision, place: Place, names: _Names) -> Iterator[Finding]:
    if decision.scale is not None and decision.scale not in names.scales:
        yield unknown((*place, "scale"), "scale", decision.scale, names.scales)
    yield from _each((*place, "seats"), "role", decision.seats, names.roles)
    yield from _each((*place, "asks"), "fact", decision.asks, names.facts)
    rule = decision.rule
    if isinstance(rule, Authority):
        yield from _each((*place, "rule", "roles"), "role", rule.roles, names.roles)
    elif isinstance(rule, Consensus):
        yield from _each((*place, "rule", "consent"), "role", rule.consent, names.roles)
    for number, option in enumerate(decision.options):
        if option.only:
            at = (*place, "options", number, "only")
            yield from _each(at, "role", option.only, names.roles)
