"""State variables, and what options and injects do to them."""

from collections.abc import Iterator, Mapping

from tabletop.scenario.checks.references import unknown
from tabletop.scenario.findings import Finding, Place, error
from tabletop.scenario.model import Add, AtLeast, Scenario, StateVariable
from tabletop.scenario.part import is_number, number

_Effect = str | AtLeast | Add


def effect_findings(scenario: Scenario) -> Iterator[Finding]:
    """Yield what is wrong with state variables and with every ``sets``."""
    for index, variable in enumerate(scenario.state):
        yield from _variable(variable, ("state", index))
    known = scenario.state_by_id
    for index, inject in enumerate(scenario.injects):
        place: Place = ("injects", index)
        if inject.sets:
            yield from _effects(inject.sets, (*place, "sets"), known)
        for at, decision in enumerate(inject.decisions):
            for position, option in enumerate(decision.options):
                if option.sets:
                    sets = (*place, "decisions", at, "options", position, "sets")
                    yield from _effects(option.sets, sets, known)


def _variable(variable: StateVariable, place: Place) -> Iterator[Finding]:
    if not variable.is_number:
        return
    lowest, highest = variable.minimum, variable.maximum
    if lowest is not None and highest is not None and lowest > highest:
        text = f"the minimum of {variable.id} ({lowest}) is above its maximum ({highest})"
        yield error((*place, "minimum"), "out-of-range", text)
        return
    if not is_number(variable.start):
        text = (
            f"{variable.id} has a minimum or maximum, so it is a number; "
            "give it a number to start with, like “start: 0”"
        )
        yield error((*place, "start"), "not-a-number", text)
    elif fault := _beyond(number(variable.start), variable):
        yield error((*place, "start"), "out-of-range", f"{variable.id} starts at {fault}")
    for index, level in enumerate(variable.levels):
        if fault := _beyond(level.value, variable):
            text = f"the level “{level.title}” of {variable.id} is {fault}"
            yield error((*place, "levels", index, "value"), "out-of-range", text)


def _beyond(value: float, variable: StateVariable) -> str | None:
    if variable.minimum is not None and value < variable.minimum:
        return f"{value}, below its minimum {variable.minimum}"
    if variable.maximum is not None and value > variable.maximum:
        return f"{value}, above its maximum {variable.maximum}"
    return None


def _effects(
    sets: Mapping[str, _Effect], place: Place, known: Mapping[str, StateVariable]
) -> Iterator[Finding]:
    for name, effect in sets.items():
        variable = known.get(name)
        if variable is None:
            yield unknown((*place, name), "state variable", name, list(known))
        elif variable.is_number:
            yield from _number_effect(effect, variable, (*place, name))
        elif not isinstance(effect, str):
            word = "add" if isinstance(effect, Add) else "at_least"
            text = (
                f"{name} is a text, so “{word}” means nothing for it; "
                "write the new value, or give the variable a number to start with"
            )
            yield error((*place, name), "not-a-number", text)


def _number_effect(effect: _Effect, variable: StateVariable, place: Place) -> Iterator[Finding]:
    if isinstance(effect, Add):
        yield from _addition(effect, variable, place)
        return
    if isinstance(effect, AtLeast):
        value: float = effect.at_least
    elif is_number(effect):
        value = number(effect)
    else:
        text = f"{variable.id} is a number, so it cannot become “{effect}”"
        yield error(place, "not-a-number", text)
        return
    if fault := _beyond(value, variable):
        yield error(place, "out-of-range", f"{variable.id} would become {fault}")


def _addition(effect: Add, variable: StateVariable, place: Place) -> Iterator[Finding]:
    if effect.add == 0:
        yield error(place, "out-of-range", f"adding 0 leaves {variable.id} as it is")
    elif variable.minimum is not None and variable.maximum is not None:
        span = variable.maximum - variable.minimum
        if abs(effect.add) > span:
            text = (
                f"{effect.add:+} is more than {variable.id} can change: "
                f"it goes from {variable.minimum} to {variable.maximum}"
            )
            yield error(place, "out-of-range", text)
