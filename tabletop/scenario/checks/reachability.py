"""Injects, variants and decisions whose condition can never hold, decided without playing.

The scenario is walked once in file order, keeping what may have happened so far: how each decision
may have come out, where the group may stand, what each state variable may be.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from tabletop.scenario.checks.conditions import (
    Asked,
    Order,
    atoms,
    conditions_asked,
    faults_of,
    order_of,
)
from tabletop.scenario.checks.worlds import World, why_never
from tabletop.scenario.findings import Finding, error, shortened, warning
from tabletop.scenario.model import Inject, Scenario
from tabletop.scenario.wording import condition_in_words

# Each cut is walked again from the start.
_MOST_CUTS = 20


def reachability_findings(scenario: Scenario) -> Iterator[Finding]:
    """Yield the conditions that can never hold, in the whole scenario and in each cut."""
    conditions = list(conditions_asked(scenario))
    if not conditions:
        return
    course = _Course(scenario, conditions)
    reasons = course.reasons({inject.id for inject in scenario.injects})
    for asked, why in reasons:
        words = shortened(condition_in_words(asked.condition, scenario))
        text = f"{_what_never(asked)}, because it can never be that {words}: {why}"
        yield error(asked.place, "never", text)
    if not scenario.cuts:
        return
    never = {id(asked) for asked, _ in reasons}
    possible = [asked for asked in conditions if id(asked) not in never]
    yield from _in_cuts(scenario, _Course(scenario, possible))


def _what_never(asked: Asked) -> str:
    if asked.decision_number is not None:
        return f"{asked.who_waits} can never be taken"
    if "variants" in asked.place:
        return f"this variant of {asked.inject.id} can never be used"
    return f"{asked.inject.id} can never come up"


class _Course:
    """Walks a scenario, and tells the conditions that can never hold on the way."""

    def __init__(self, scenario: Scenario, conditions: Iterable[Asked]) -> None:
        self._scenario = scenario
        self._by_inject: dict[int, list[Asked]] = {}
        for asked in conditions:
            self._by_inject.setdefault(asked.inject_number, []).append(asked)

    @cached_property
    def _order(self) -> Order:
        return order_of(self._scenario)

    def reasons(self, played: Collection[str]) -> list[tuple[Asked, str]]:
        """Return the conditions that can never hold when these injects are played, and why."""
        world = World(self._scenario)
        for inject in self._scenario.injects:
            if inject.contingency:
                world.release(inject)
            elif inject.id not in played:
                world.leave_out(inject)
        reasons: list[tuple[Asked, str]] = []
        for number, inject in enumerate(self._scenario.injects):
            if inject.contingency or inject.id not in played:
                continue
            if number in self._by_inject:
                reasons += self._play(inject, self._by_inject[number], world)
            else:
                world.release(inject)
        for number, inject in enumerate(self._scenario.injects):
            if inject.contingency and number in self._by_inject:
                reasons += self._ask(self._by_inject[number], world)
        return reasons

    def _play(
        self, inject: Inject, conditions: Collection[Asked], world: World
    ) -> list[tuple[Asked, str]]:
        own = [asked for asked in conditions if asked.condition is inject.when]
        reasons = self._ask(own, world)
        if reasons:
            world.leave_out(inject)
            return reasons
        world.apply(inject)
        others = [asked for asked in conditions if asked.condition is not inject.when]
        reasons += self._ask([asked for asked in others if asked.decision_number is None], world)
        for number, decision in enumerate(inject.decisions):
            mine = [asked for asked in others if asked.decision_number == number]
            never = self._ask(mine, world)
            reasons += never
            world.take(decision, possible=not never)
        return reasons

    def _ask(self, conditions: Collection[Asked], world: World) -> list[tuple[Asked, str]]:
        answers = [(asked, why_never(asked.condition, world)) for asked in conditions]
        return [(asked, why) for asked, why in answers if why is not None and self._is_sound(asked)]

    def _is_sound(self, asked: Asked) -> bool:
        """Whether nothing else is wrong with a condition, which would be reported besides."""
        return not any(
            fault
            for atom, place in atoms(asked.condition, asked.place)
            for fault in faults_of(atom, place, asked, self._scenario, self._order)
        )


def _in_cuts(scenario: Scenario, course: _Course) -> Iterator[Finding]:
    for number, cut in enumerate(scenario.cuts[:_MOST_CUTS]):
        played = set(cut.injects)
        for asked, why in course.reasons(played):
            if asked.condition is asked.inject.when and not asked.inject.contingency:
                words = shortened(condition_in_words(asked.condition, scenario))
                text = (
                    f"in the cut {cut.id}, {asked.inject.id} can never come up, "
                    f"because it can never be that {words}: {why}"
                )
                place = ("cuts", number, "injects", cut.injects.index(asked.inject.id))
                yield warning(place, "never-in-cut", text)
