"""Which injects belong to branches that exclude each other."""

from collections.abc import Hashable

from tabletop.scenario.checks.worlds import Literal, Value, holds, joined, subject_of
from tabletop.scenario.conditions import DecisionIs, InjectReleasedIs, PositionIs, StateIs
from tabletop.scenario.model import Inject, Scenario
from tabletop.scenario.part import is_number, number

# Branches are short; a chain of thousands would only cost time.
_MOST_FOLLOWED = 30
_WITHOUT_OPTION = frozenset({"open", "withdrawn", "not_taken", "not_opened", "recorded", "ranked"})


def exclude_each_other(one: Inject, other: Inject, scenario: Scenario) -> bool:
    """Whether two injects are planned for courses of events that cannot both happen."""
    literals: list[Literal] = []
    played: dict[str, Inject] = {}
    _require(one, scenario, literals, played)
    _require(other, scenario, literals, played)
    words = [inject.one_of for inject in played.values() if inject.one_of is not None]
    if len(set(words)) < len(words):
        return True
    groups: dict[Hashable, list[Literal]] = {}
    for literal in literals:
        groups.setdefault(subject_of(literal[0]), []).append(literal)
    return any(_clash(group) for group in groups.values())


def _require(
    inject: Inject, scenario: Scenario, literals: list[Literal], played: dict[str, Inject]
) -> None:
    """Collect what must have happened for an inject to come up, and before that, and so on."""
    waiting = [inject]
    most = len(played) + _MOST_FOLLOWED
    while waiting and len(played) < most:
        one = waiting.pop()
        if one.id in played:
            continue
        played[one.id] = one
        if one.when is not None:
            own = joined(one.when, denied=False)[0]
            literals += own
            waiting += [before for literal in own if (before := _before(literal, scenario))]


def _before(literal: Literal, scenario: Scenario) -> Inject | None:
    atom, denied = literal
    if denied:
        return None
    if isinstance(atom, InjectReleasedIs):
        return scenario.injects_by_id.get(atom.released)
    if isinstance(atom, DecisionIs):
        return scenario.inject_of_decision.get(atom.decision)
    return None


def _clash(literals: list[Literal]) -> bool:
    samples = _samples(literals)
    return bool(samples) and not any(
        all(holds(atom, value) != denied for atom, denied in literals) for value in samples
    )


def _samples(literals: list[Literal]) -> list[Value]:
    """Return values of the subject among which every combination of answers occurs."""
    atoms = [atom for atom, _ in literals]
    if all(isinstance(atom, InjectReleasedIs) for atom in atoms):
        return [True, False]
    if results := [atom for atom in atoms if isinstance(atom, DecisionIs) and atom.chosen is None]:
        options = {option for atom in results for option in atom.outcome or ()} | {None}
        statuses = {status for atom in results for status in atom.status or ()} | {""}
        return [
            (status, option)
            for status in statuses
            for option in options
            if option is None or status not in _WITHOUT_OPTION
        ]
    compared = [atom for atom in atoms if isinstance(atom, StateIs | PositionIs)]
    limits = {limit for atom in compared for _, limit in atom.limits}
    words = {
        word
        for atom in compared
        if isinstance(atom, StateIs)
        for word in (atom.equals, atom.differs)
        if word is not None
    }
    if limits or (words and all(is_number(word) for word in words)):
        numbers = limits | {number(word) for word in words if is_number(word)}
        return [value + step for value in numbers for step in (-0.5, 0, 0.5)]
    # A word that nobody compares with stands for all others.
    return [*words, " "] if words else []
