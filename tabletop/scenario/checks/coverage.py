"""What a whole scenario lacks: a marking, injects, full phases, tested objectives, alternatives."""

from collections import Counter
from collections.abc import Iterator

from tabletop.scenario.findings import Finding, closest, error, warning
from tabletop.scenario.model import Scenario


def coverage_findings(scenario: Scenario) -> Iterator[Finding]:
    """Yield what a scenario as a whole lacks."""
    if not scenario.marking.strip():
        text = (
            "the scenario has no “marking”; it stands on every page and screen, "
            "like UNCLASSIFIED – FOR EXERCISE PURPOSES ONLY"
        )
        yield warning(("marking",), "no-marking", text)
    if not scenario.injects:
        yield warning(("injects",), "no-injects", "the scenario has no injects; nothing would come")
    yield from _titles(scenario)
    yield from _empty_phases(scenario)
    yield from _untested(scenario)
    yield from _alternatives(scenario)
    for number, cut in enumerate(scenario.cuts):
        if not cut.injects:
            text = f"the cut {cut.id} plays no injects; name those of the shorter version"
            yield error(("cuts", number, "injects"), "empty-cut", text)


def _titles(scenario: Scenario) -> Iterator[Finding]:
    if not scenario.title.strip():
        yield error(("title",), "empty-title", "the scenario's title is empty")
    for number, inject in enumerate(scenario.injects):
        if not inject.title.strip():
            text = f"the title of {inject.id} is empty"
            yield error(("injects", number, "title"), "empty-title", text)


def _empty_phases(scenario: Scenario) -> Iterator[Finding]:
    phases = [phase.id for phase in scenario.phases]
    named = {inject.phase for inject in scenario.injects if inject.phase is not None}
    # One slip of the pen is not to be reported twice.
    filled = named | {closest(name, phases) for name in named.difference(phases)}
    for number, phase in enumerate(scenario.phases):
        # Without any injects one sentence is enough.
        if scenario.injects and phase.id not in filled:
            text = (
                f"no inject belongs to the phase {phase.id}; "
                f"write “phase: {phase.id}” in its injects, or take it away"
            )
            yield warning(("phases", number), "empty-phase", text)


def _untested(scenario: Scenario) -> Iterator[Finding]:
    tested = {name for inject in scenario.injects for name in inject.objectives}
    tested |= {
        action.objective
        for inject in scenario.injects
        for action in inject.expected
        if action.objective is not None
    }
    for number, objective in enumerate(scenario.objectives):
        if objective.id not in tested:
            text = (
                f"nothing tests the objective {objective.id}; "
                "name it under “objectives” of an inject, or take it away"
            )
            yield warning(("objectives", number), "untested-objective", text)


def _alternatives(scenario: Scenario) -> Iterator[Finding]:
    words = Counter(inject.one_of for inject in scenario.injects if inject.one_of is not None)
    for number, inject in enumerate(scenario.injects):
        if inject.one_of is not None and words[inject.one_of] == 1:
            text = (
                f"{inject.id} is the only inject of “{inject.one_of}”; "
                "“one_of” needs at least two injects with the same word"
            )
            yield warning(("injects", number, "one_of"), "one-of-one", text)
