"""What conditions name: decisions, options, roles, state, scales, injects, and when each is known.

Whether a condition that names only what exists can ever hold: ``reachability``.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from tabletop.scenario.checks.references import unknown
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
from tabletop.scenario.findings import Finding, Place, error
from tabletop.scenario.model import Decision, Inject, Scenario
from tabletop.scenario.part import is_number
from tabletop.scenario.rules import Discussion, Each, OnRequest, Ranking, Rule, Silence

# What a decision may be besides how its rule lets it end.
_UNENDED = ("open", "not_taken", "not_opened")


@dataclass(frozen=True, slots=True)
class Asked:
    """A condition, and the moment at which it is asked."""

    condition: Condition
    place: Place
    inject: Inject
    inject_number: int
    # Set when the condition belongs to a decision: its number within the inject.
    decision_number: int | None = None

    @property
    def who_waits(self) -> str:
        """What waits for the condition, as the subject of a sentence."""
        if self.decision_number is not None:
            return self.inject.decisions[self.decision_number].id
        return self.inject.id


def conditions_asked(scenario: Scenario) -> Iterator[Asked]:
    """Yield every condition of a scenario in file order."""
    for number, inject in enumerate(scenario.injects):
        if inject.when is not None or inject.variants or inject.decisions:
            yield from _asked_by(inject, number)


def _asked_by(inject: Inject, number: int) -> Iterator[Asked]:
    place = ("injects", number)
    if inject.when is not None:
        yield Asked(inject.when, (*place, "when"), inject, number)
    for index, variant in enumerate(inject.variants):
        yield Asked(variant.when, (*place, "variants", index, "when"), inject, number)
    for index, decision in enumerate(inject.decisions):
        if decision.when is not None:
            at = (*place, "decisions", index, "when")
            yield Asked(decision.when, at, inject, number, index)


def atoms(condition: Condition, place: Place) -> Iterator[tuple[Condition, Place]]:
    """Yield the conditions without parts that make up a condition, each with its place."""
    match condition:
        case AllOf(all_of=parts):
            for number, part in enumerate(parts):
                yield from atoms(part, (*place, "all", number))
        case AnyOf(any_of=parts):
            for number, part in enumerate(parts):
                yield from atoms(part, (*place, "any", number))
        case Negation(negated=negated):
            yield from atoms(negated, (*place, "not"))
        case _:
            yield condition, place


@dataclass(frozen=True, slots=True)
class Order:
    """The number of each inject in the file, and of each decision in its inject."""

    injects: Mapping[str, int]
    decisions: Mapping[str, int]


def order_of(scenario: Scenario) -> Order:
    """Return the order in which injects and decisions come."""
    return Order(
        {inject.id: number for number, inject in enumerate(scenario.injects)},
        {
            decision.id: number
            for inject in scenario.injects
            for number, decision in enumerate(inject.decisions)
        },
    )


def condition_findings(scenario: Scenario) -> Iterator[Finding]:
    """Yield what conditions name that does not exist, does not fit, or comes too late."""
    order = order_of(scenario)
    for asked in conditions_asked(scenario):
        for atom, place in atoms(asked.condition, asked.place):
            yield from faults_of(atom, place, asked, scenario, order)


def faults_of(
    atom: Condition, place: Place, asked: Asked, scenario: Scenario, order: Order
) -> Iterator[Finding]:
    """Yield what is wrong with one condition that has no parts."""
    match atom:
        case DecisionIs(decision=name):
            yield from _decision_known((*place, "decision"), name, asked, scenario, order)
            if decision := scenario.decisions_by_id.get(name):
                yield from _decision_fits(atom, place, decision, scenario)
        case BreaksAre(breaks=name):
            yield from _decision_known((*place, "breaks"), name, asked, scenario, order)
            yield from _breaks_fit(place, name, scenario)
        case StateIs():
            yield from _state(atom, place, scenario)
        case PositionIs(position=name):
            if name not in scenario.scales_by_id:
                known = list(scenario.scales_by_id)
                yield unknown((*place, "position"), "scale", name, known)
        case InjectReleasedIs(released=name):
            yield from _inject_known((*place, "released"), name, asked, scenario, order)
        case AllOf() | AnyOf() | Negation():
            return
        case unknown_condition:
            assert_never(unknown_condition)


def _decision_known(
    place: Place, name: str, asked: Asked, scenario: Scenario, order: Order
) -> Iterator[Finding]:
    carrier = scenario.inject_of_decision.get(name)
    if carrier is None:
        yield unknown(place, "decision", name, list(scenario.decisions_by_id))
        return
    if carrier is asked.inject:
        number = order.decisions[name]
        if asked.decision_number is None:
            text = (
                f"{asked.inject.id} waits for {name}, which it carries itself; "
                "the condition would have to be met before the decision can open"
            )
            yield error(place, "later-decision", text)
        elif number >= asked.decision_number:
            own = number == asked.decision_number
            text = (
                f"{name} waits for its own outcome; a condition can only ask about earlier ones"
                if own
                else f"{asked.who_waits} waits for {name}, which is taken after it"
            )
            yield error(place, "later-decision", text)
    elif _comes_later(carrier, asked, order):
        text = (
            f"{asked.who_waits} waits for {name}, but {name} belongs to {carrier.id}, "
            f"which comes after {asked.inject.id}; it would never be known in time"
        )
        yield error(place, "later-decision", text)


def _inject_known(
    place: Place, name: str, asked: Asked, scenario: Scenario, order: Order
) -> Iterator[Finding]:
    inject = scenario.injects_by_id.get(name)
    if inject is None:
        yield unknown(place, "inject", name, list(scenario.injects_by_id))
    elif inject is asked.inject:
        if asked.decision_number is None:
            text = f"{name} waits for its own release; name another inject"
            yield error(place, "later-inject", text)
    elif _comes_later(inject, asked, order):
        text = (
            f"{asked.who_waits} waits for {name}, which comes after {asked.inject.id} in the file"
        )
        yield error(place, "later-inject", text)


def _comes_later(inject: Inject, asked: Asked, order: Order) -> bool:
    if inject.contingency or asked.inject.contingency:
        return False
    return order.injects[inject.id] > asked.inject_number


def _decision_fits(
    atom: DecisionIs, place: Place, decision: Decision, scenario: Scenario
) -> Iterator[Finding]:
    options = {option.id: None for option in decision.options}
    if atom.outcome is not None:
        if isinstance(decision.rule, Each | Ranking | Discussion):
            text = (
                f"{decision.id} has no outcome of the group (rule {decision.rule.kind}); "
                "ask with “chosen” what seats chose, or with “status”"
            )
            yield error((*place, "outcome"), "no-outcome", text)
        yield from _names_known((*place, "outcome"), atom.outcome, options, decision.id)
    if atom.chosen is not None:
        yield from _names_known((*place, "chosen"), atom.chosen, options, decision.id)
    yield from _statuses_fit(atom, place, decision)
    yield from _choosers(atom, place, decision, scenario)


def _statuses_fit(atom: DecisionIs, place: Place, decision: Decision) -> Iterator[Finding]:
    ends = _ends_of(decision.rule)
    if atom.status and not {*atom.status} & {*ends, *_UNENDED}:
        text = (
            f"{decision.id} never has the status {' or '.join(atom.status)}; "
            f"under the rule {decision.rule.kind} it ends as {' or '.join(ends)}"
        )
        yield error((*place, "status"), "never-status", text)


def _ends_of(rule: Rule) -> tuple[str, ...]:
    match rule:
        case Each() | Discussion():
            return ("recorded",)
        case Ranking():
            return ("ranked",)
        case OnRequest():
            return ("adopted", "not_requested", "no_agreement")
        case Silence():
            return ("adopted", "no_agreement", "withdrawn")
        case _:
            return ("adopted", "no_agreement")


def _names_known(
    place: Place, names: Sequence[str], options: Collection[str], decision: str
) -> Iterator[Finding]:
    for number, name in enumerate(names):
        if name not in options:
            yield unknown((*place, number), "option", name, options, of=decision)


def _choosers(
    atom: DecisionIs, place: Place, decision: Decision, scenario: Scenario
) -> Iterator[Finding]:
    strangers = [role for role in atom.by or () if role not in scenario.roles_by_id]
    for role in strangers:
        at = (*place, "by", (atom.by or ()).index(role))
        yield unknown(at, "role", role, list(scenario.roles_by_id))
    if strangers:
        return
    if atom.chosen is None:
        if atom.by is not None:
            text = "“by” goes with “chosen”: which seats chose an option"
            yield error((*place, "by"), "not-asked", text)
        return
    eligible = scenario.eligible_roles(decision)
    asked = eligible if atom.by is None else [role for role in atom.by if role in eligible]
    if len(asked) < atom.seats:
        text = (
            f"{atom.seats} of these seats would have to choose, but only "
            f"{len(asked)} of them take a position on {decision.id}"
        )
        yield error((*place, "seats" if atom.by is None else "by"), "not-eligible", text)


def _breaks_fit(place: Place, name: str, scenario: Scenario) -> Iterator[Finding]:
    decision = scenario.decisions_by_id.get(name)
    if decision is not None and not isinstance(decision.rule, Silence):
        text = f"silence can only be broken under the rule silence; {name} has {decision.rule.kind}"
        yield error((*place, "breaks"), "not-silence", text)


def _state(atom: StateIs, place: Place, scenario: Scenario) -> Iterator[Finding]:
    variable = scenario.state_by_id.get(atom.state)
    if variable is None:
        yield unknown((*place, "state"), "state variable", atom.state, list(scenario.state_by_id))
        return
    if variable.is_number:
        for key, word in (("is", atom.equals), ("is_not", atom.differs)):
            if word is not None and not is_number(word):
                text = f"{variable.id} is a number, so it is never “{word}”"
                yield error((*place, key), "not-a-number", text)
    elif atom.limits:
        name = atom.limits[0][0]
        text = (
            f"{variable.id} is a text, which has no order; compare it with “is” or “is_not”, "
            "or give it a number to start with"
        )
        yield error((*place, name), "not-a-number", text)
