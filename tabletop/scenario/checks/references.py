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


class _Known:
    """The names of one kind, in file order."""

    def __init__(self, what: str, names: Iterable[str]) -> None:
        self._what = what
        self._names = tuple(names)
        self._known = frozenset(self._names)

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def lacking(self, used: Sequence[str], place: Place, key: str) -> Iterable[Finding]:
        """Return a finding for each name used under a key that leads nowhere."""
        if self._known.issuperset(used):
            return ()
        # One after another: only the first of a hostile number of findings are ever asked for.
        return (
            self.unknown((*place, key, number), name)
            for number, name in enumerate(used)
            if name not in self._known
        )

    def unknown(self, place: Place, name: str) -> Finding:
        """Return the finding that there is no such name."""
        return unknown(place, self._what, name, self._names)


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of a scenario."""

    roles: _Known
    objectives: _Known
    phases: _Known
    scales: _Known
    facts: _Known
    cards: _Known
    injects: _Known


def reference_findings(scenario: Scenario) -> Iterator[Finding]:
    """Yield the names that lead nowhere."""
    names = _Names(
        roles=_Known("role", (role.id for role in scenario.roles)),
        objectives=_Known("objective", (objective.id for objective in scenario.objectives)),
        phases=_Known("phase", (phase.id for phase in scenario.phases)),
        scales=_Known("scale", (scale.id for scale in scenario.scales)),
        facts=_Known("fact", (fact.id for fact in scenario.facts)),
        cards=_Known("card", (card.id for card in scenario.cards)),
        injects=_Known("inject", (inject.id for inject in scenario.injects)),
    )
    for number, card in enumerate(scenario.cards):
        yield from names.roles.lacking(card.only, ("cards", number), "only")
    for number, cut in enumerate(scenario.cuts):
        yield from names.injects.lacking(cut.injects, ("cuts", number), "injects")
    for number, inject in enumerate(scenario.injects):
        yield from _inject(inject, ("injects", number), names)


def _inject(inject: Inject, place: Place, names: _Names) -> Iterator[Finding]:
    if inject.phase is not None and inject.phase not in names.phases:
        yield names.phases.unknown((*place, "phase"), inject.phase)
    if inject.to != ("all",):
        yield from _recipients(inject.to, place, names)
    yield from names.objectives.lacking(inject.objectives, place, "objectives")
    if inject.affected:
        yield from names.roles.lacking(inject.affected, place, "affected")
    for number, action in enumerate(inject.expected):
        if action.objective is not None and action.objective not in names.objectives:
            at = (*place, "expected", number, "objective")
            yield names.objectives.unknown(at, action.objective)
    if inject.handouts:
        yield from _handouts(inject.handouts, (*place, "handouts"), names)
    for number, variant in enumerate(inject.variants):
        at = (*place, "variants", number, "handouts")
        yield from _handouts(variant.handouts or (), at, names)
    for number, decision in enumerate(inject.decisions):
        yield from _decision(decision, (*place, "decisions", number), names)


def _handouts(handouts: Sequence[Handout], place: Place, names: _Names) -> Iterator[Finding]:
    for number, handout in enumerate(handouts):
        yield from _recipients(handout.to, (*place, number), names)


def _recipients(to: Sequence[str], place: Place, names: _Names) -> Iterator[Finding]:
    for number, name in enumerate(to):
        if name == "all" or name in names.roles:
            continue
        at = (*place, "to", number)
        if name.startswith("card:"):
            if name[5:] not in names.cards:
                yield names.cards.unknown(at, name[5:])
        elif name in names.cards:
            text = f"there is no role “{name}”; did you mean “card:{name}”, who holds that card?"
            yield error(at, "unknown-role", text)
        else:
            yield names.roles.unknown(at, name)


def _decision(decision: Decision, place: Place, names: _Names) -> Iterator[Finding]:
    if decision.scale is not None and decision.scale not in names.scales:
        yield names.scales.unknown((*place, "scale"), decision.scale)
    yield from names.roles.lacking(decision.seats, place, "seats")
    yield from names.facts.lacking(decision.asks, place, "asks")
    rule = decision.rule
    if isinstance(rule, Authority):
        yield from names.roles.lacking(rule.roles, (*place, "rule"), "roles")
    elif isinstance(rule, Consensus):
        yield from names.roles.lacking(rule.consent, (*place, "rule"), "consent")
    for number, option in enumerate(decision.options):
        if option.only:
            yield from names.roles.lacking(option.only, (*place, "options", number), "only")
