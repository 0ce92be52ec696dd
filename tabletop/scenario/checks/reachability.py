"""Injects, variants and decisions whose condition can never hold, decided without playing.

The scenario is walked once in file order, keeping what may have happened so far: how each decision
may have come out, where the group may stand, what each state variable may be.
"""

from collections.abc import Collection, Iterator

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
    order = order_of(scenario)
    conditions = [
        asked for asked in conditions_asked(scenario) if _is_sound(asked, scenario, order)
    ]
    if not conditions:
        return
    reasons = _reasons(scenario, conditions, {inject.id for inject in scenario.injects})
    for asked, why in reasons:
        words = shortened(condition_in_words(asked.condition, scenario))
        text = f"{_what_never(asked)}, because it can never be that {words}: {why}"
        yield error(asked.place, "never", text)
    never = {id(asked) for asked, _ in reasons}
    yield from _in_cuts(scenario, [asked for asked in conditions if id(asked) not in never])


def _is_sound(asked: Asked, scenario: Scenario, order: Order) -> bool:
    return not any(
        fault
        for atom, place in atoms(asked.condition, asked.place)
        for fault in faults_of(atom, place, asked, scenario, order)
    )


def _what_never(asked: Asked) -> str:
    if asked.decision_number is not None:
        return f"{asked.who_waits} can never be taken"
    if "variants" in asked.place:
        return f"this variant of {asked.inject.id} can never be used"
    return f"{asked.inject.id} can never come up"


def _reasons(
    scenario: Scenario, conditions: list[Asked], played: Collection[str]
) -> list[tuple[Asked, str]]:
    """Walk the injects that are played, and return the conditions that can never hold, and why."""
    by_inject: dict[int, list[Asked]] = {}
    for asked in conditions:
        by_inject.setdefault(asked.inject_number, []).append(asked)
    world = World(scenario)
    for inject in scenario.injects:
        if inject.contingency:
            world.release(inject)
        elif inject.id not in played:
            world.leave_out(inject)
    reasons: list[tuple[Asked, str]] = []
    for number, inject in enumerate(scenario.injects):
        if inject.contingency or inject.id not in played:
            continue
        if number in by_inject:
            reasons += _walk(inject, by_inject[number], world)
        else:
            world.release(inject)
    for number, inject in enumerate(scenario.injects):
        if inject.contingency and number in by_inject:
            reasons += _ask(by_inject[number], world)
    return reasons


def _walk(inject: Inject, conditions: Collection[Asked], world: World) -> list[tuple[Asked, str]]:
    own = [asked for asked in conditions if asked.condition is inject.when]
    reasons = _ask(own, world)
    if reasons:
        world.leave_out(inject)
        return reasons
    world.apply(inject)
    others = [asked for asked in conditions if asked.condition is not inject.when]
    reasons += _ask([asked for asked in others if asked.decision_number is None], world)
    for number, decision in enumerate(inject.decisions):
        never = _ask([asked for asked in others if asked.decision_number == number], world)
        reasons += never
        world.take(decision, possible=not never)
    return reasons


def _ask(conditions: Collection[Asked], world: World) -> list[tuple[Asked, str]]:
    answers = [(asked, why_never(asked.condition, world)) for asked in conditions]
    return [(asked, why) for asked, why in answers if why is not None]


def _in_cuts(scenario: Scenario, conditions: list[Asked]) -> Iterator[Finding]:
    for number, cut in enumerate(scenario.cuts[:_MOST_CUTS]):
        played = set(cut.injects)
        for asked, why in _reasons(scenario, conditions, played):
            if asked.condition is asked.inject.when and not asked.inject.contingency:
                words = shortened(condition_in_words(asked.condition, scenario))
                text = (
                    f"in the cut {cut.id}, {asked.inject.id} can never come up, "
                    f"because it can never be that {words}: {why}"
                )
                place = ("cuts", number, "injects", cut.injects.index(asked.inject.id))
                yield warning(place, "never-in-cut", text)
