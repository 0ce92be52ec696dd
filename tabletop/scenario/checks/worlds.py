"""What may have happened up to a point of a scenario, and whether a condition may hold there."""

import operator
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

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
from tabletop.scenario.findings import listed
from tabletop.scenario.model import (
    Add,
    AtLeast,
    Decision,
    Effects,
    Inject,
    Scenario,
    StateVariable,
)
from tabletop.scenario.part import is_number, number
from tabletop.scenario.rules import (
    Discussion,
    Each,
    OnRequest,
    Ranking,
    Rule,
    default_option,
)

# How a decision came out: its status, and the option that stands.
Result = tuple[str, str | None]
Value = str | int | float | bool | Result
# A condition without parts, and whether it is denied.
Literal = tuple[Condition, bool]
_ALWAYS: tuple[Result, ...] = (
    ("open", None),
    ("withdrawn", None),
    ("not_taken", None),
    ("not_opened", None),
)
_FAR = 1e18
_COMPARISONS: Mapping[str, Callable[[float, float], bool]] = {
    "at_least": operator.ge,
    "at_most": operator.le,
    "above": operator.gt,
    "below": operator.lt,
}


@dataclass(slots=True)
class _Numbers:
    """The values a number may have: these, or, once it is counted up or down, all between."""

    values: set[float]
    counted: bool = False
    lowest: float = 0
    highest: float = 0


@dataclass(slots=True)
class World:
    """Everything that may have happened so far; grows as the scenario is walked."""

    scenario: Scenario
    taken: dict[str, Decision] = field(default_factory=dict)
    passed_over: dict[str, Result] = field(default_factory=dict)
    places: dict[str, set[int]] = field(default_factory=dict)
    texts: dict[str, set[str]] = field(default_factory=dict)
    numbers: dict[str, _Numbers] = field(default_factory=dict)
    released: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for variable in self.scenario.state:
            if not variable.is_number:
                self.texts[variable.id] = {variable.start}
            elif is_number(variable.start):
                start = number(variable.start)
                self.numbers[variable.id] = _Numbers({start}, lowest=start, highest=start)

    def release(self, inject: Inject) -> None:
        """Let an inject and all its decisions happen, whatever they wait for."""
        self.apply(inject)
        for decision in inject.decisions:
            self.take(decision, possible=True)

    def apply(self, inject: Inject) -> None:
        """Let an inject be released."""
        self.released.add(inject.id)
        if inject.sets:
            self._set(inject.sets)

    def leave_out(self, inject: Inject) -> None:
        """Let an inject never be released, nor its decisions be opened."""
        for decision in inject.decisions:
            self.passed_over[decision.id] = ("not_opened", None)

    def take(self, decision: Decision, *, possible: bool) -> None:
        """Let a decision come out in any way, or be passed over because it waits in vain."""
        if not possible:
            self.passed_over[decision.id] = ("not_taken", None)
            return
        self.taken[decision.id] = decision
        if decision.settles and decision.scale is not None:
            places = self.places.setdefault(decision.scale, set())
            places.update(
                [option.position for option in decision.options if option.position is not None]
            )
        for option in decision.options:
            if option.sets:
                self._set(option.sets)

    def results(self, decision: str) -> list[Result] | None:
        """Return how a decision may have come out, or None when nothing is known of it."""
        if decision in self.taken:
            return list(_results(self.taken[decision]))
        if decision in self.passed_over:
            return [self.passed_over[decision]]
        return None

    def _set(self, effects: Effects) -> None:
        for name, effect in effects.items():
            if name in self.texts and isinstance(effect, str):
                self.texts[name].add(effect)
            elif name in self.numbers:
                _count(self.numbers[name], effect, self.scenario.state_by_id[name])


def _count(numbers: _Numbers, effect: str | AtLeast | Add, variable: StateVariable) -> None:
    if isinstance(effect, Add):
        numbers.counted = True
        if effect.add > 0:
            numbers.highest = _FAR if variable.maximum is None else variable.maximum
        else:
            numbers.lowest = -_FAR if variable.minimum is None else variable.minimum
    elif isinstance(effect, AtLeast) or is_number(effect):
        value = effect.at_least if isinstance(effect, AtLeast) else number(effect)
        numbers.values.add(value)
        numbers.lowest = min(numbers.lowest, value)
        numbers.highest = max(numbers.highest, value)


def _results(decision: Decision) -> Iterable[Result]:
    rule = decision.rule
    yield from _ALWAYS
    yield (_without_yield(rule), default_option(rule))
    # A facilitator may declare any option, and no agreement, under every rule with an outcome.
    if not isinstance(rule, Each | Ranking | Discussion):
        yield ("no_agreement", None)
        for option in decision.options:
            yield ("adopted", option.id)


def _without_yield(rule: Rule) -> str:
    if isinstance(rule, Ranking):
        return "ranked"
    if isinstance(rule, Each | Discussion):
        return "recorded"
    return "not_requested" if isinstance(rule, OnRequest) else "no_agreement"


def why_never(condition: Condition, world: World) -> str | None:
    """Return why a condition can never hold in this world, or None when it may."""
    return _why_never(condition, world, denied=False)


def _why_never(condition: Condition, world: World, *, denied: bool) -> str | None:
    literals, choices = joined(condition, denied=denied)
    groups: dict[Hashable, list[Literal]] = {}
    for literal in literals:
        groups.setdefault(subject_of(literal[0]), []).append(literal)
    for group in groups.values():
        if not _may_hold(group, world):
            return _reason(group[0][0], world)
    for parts, parts_denied in choices:
        reasons = [_why_never(part, world, denied=parts_denied) for part in parts]
        if all(reason is not None for reason in reasons):
            return reasons[0]
    return None


def joined(
    condition: Condition, *, denied: bool
) -> tuple[list[Literal], list[tuple[Sequence[Condition], bool]]]:
    """Take a condition apart into what must hold together, and choices of which one must."""
    match condition:
        case Negation(negated=negated):
            return joined(negated, denied=not denied)
        case AllOf(all_of=parts) | AnyOf(any_of=parts):
            if isinstance(condition, AllOf) == denied:
                return [], [(parts, denied)]
            literals: list[Literal] = []
            choices: list[tuple[Sequence[Condition], bool]] = []
            for part in parts:
                more, more_choices = joined(part, denied=denied)
                literals += more
                choices += more_choices
            return literals, choices
        case _:
            return [(condition, denied)], []


def subject_of(atom: Condition) -> Hashable:
    """Return what a condition without parts is about; equal for those that may clash."""
    match atom:
        case DecisionIs(decision=name, chosen=None):
            return ("decision", name)
        case StateIs(state=name):
            return ("state", name)
        case PositionIs(position=name):
            return ("position", name)
        case InjectReleasedIs(released=name):
            return ("released", name)
        case _:
            # Who chose what, and how often silence was broken, excludes nothing.
            return id(atom)


def _may_hold(literals: list[Literal], world: World) -> bool:
    values = _values(literals, world)
    if values is None:
        return True
    return any(all(holds(atom, value) != denied for atom, denied in literals) for value in values)


def _values(literals: list[Literal], world: World) -> Iterable[Value] | None:
    atom, denied = literals[0]
    match atom:
        case DecisionIs(decision=name, chosen=None):
            return world.results(name)
        case DecisionIs(decision=name) | BreaksAre(breaks=name):
            return None if denied else [name] if name in world.taken else []
        case PositionIs(position=name):
            return world.places.get(name, set())
        case InjectReleasedIs(released=name):
            return [True, False] if name in world.released else [False]
        case StateIs(state=name):
            if name in world.texts:
                return world.texts[name]
            return _number_values(world.numbers.get(name), literals)
        case _:
            return None


def _number_values(numbers: _Numbers | None, literals: list[Literal]) -> Iterable[float] | None:
    if numbers is None or not numbers.counted:
        return None if numbers is None else numbers.values
    limits = {
        limit
        for atom, _ in literals
        if isinstance(atom, StateIs)
        for limit in (
            *(limit for _, limit in atom.limits),
            *(number(word) for word in (atom.equals, atom.differs) if word and is_number(word)),
        )
    }
    # Between two neighbouring limits every comparison gives the same answer.
    points = {point for limit in limits for point in (limit - 0.5, limit, limit + 0.5)}
    inside = {point for point in points if numbers.lowest <= point <= numbers.highest}
    return inside | {numbers.lowest, numbers.highest} | numbers.values


def holds(atom: Condition, value: Value) -> bool:
    """Whether a condition without parts holds when its subject has this value."""
    match atom:
        case DecisionIs(chosen=None) if isinstance(value, tuple):
            status, option = value
            return (atom.outcome is None or option in atom.outcome) and (
                atom.status is None or status in atom.status
            )
        case StateIs():
            return _state_holds(atom, value)
        case PositionIs():
            return _within(atom.limits, value)
        case InjectReleasedIs():
            return value is True
        case _:
            return True


def _state_holds(atom: StateIs, value: Value) -> bool:
    def same(word: str) -> bool:
        if isinstance(value, str):
            return word == value
        return is_number(word) and number(word) == value

    if atom.equals is not None and not same(atom.equals):
        return False
    if atom.differs is not None and same(atom.differs):
        return False
    return _within(atom.limits, value)


def _within(limits: Iterable[tuple[str, int | float]], value: Value) -> bool:
    if not isinstance(value, int | float):
        return True
    return all(_COMPARISONS[name](value, limit) for name, limit in limits)


def _reason(atom: Condition, world: World) -> str:
    match atom:
        case DecisionIs(decision=name) | BreaksAre(breaks=name):
            return _decision_reason(name, world)
        case PositionIs(position=name):
            places = sorted(world.places.get(name, ()))
            if not places:
                return f"no decision before it settles where the group stands on {name}"
            return f"the decisions before it can settle on {listed(places)} only"
        case StateIs(state=name):
            if name in world.texts:
                words = sorted(text or "empty" for text in world.texts[name])
                return f"{name} can only be {listed(words)} by then"
            return f"{name} can only be {_range(world.numbers[name])} by then"
        case InjectReleasedIs(released=name):
            return f"{name} cannot have been released by then"
        case _:
            return "its parts exclude each other"


def _decision_reason(name: str, world: World) -> str:
    if name not in world.taken:
        return f"{name} is never taken before it"
    return f"{name} cannot come out in that way"


def _range(numbers: _Numbers) -> str:
    if not numbers.counted:
        return listed(sorted(numbers.values))
    low = "anything up" if numbers.lowest <= -_FAR else f"{numbers.lowest:g}"
    high = "any number" if numbers.highest >= _FAR else f"{numbers.highest:g}"
    return f"{low} to {high}"
