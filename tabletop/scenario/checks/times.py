"""Scenario times: missing ones, and ones that run backwards in the order of the file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from tabletop.scenario.checks.branches import exclude_each_other
from tabletop.scenario.findings import Finding, Place, error, warning
from tabletop.scenario.model import Inject, Scenario
from tabletop.scenario.moments import Moment, day_and_time


@dataclass(frozen=True, slots=True)
class _Reached:
    """A moment that the scenario clock has reached once this has happened."""

    at: datetime
    what: str
    inject: Inject


def time_findings(scenario: Scenario) -> Iterator[Finding]:
    """Yield injects without a time, and times before that of something played earlier."""
    always: _Reached | None = None
    # Injects that wait for a condition may belong to another branch than what follows them.
    branches: list[_Reached] = []
    for number, inject in enumerate(scenario.injects):
        if inject.contingency:
            continue
        place: Place = ("injects", number)
        if inject.at is None:
            text = f"{inject.id} has no “at”; only a contingency can do without a scenario time"
            yield error(place, "missing-time", text)
            continue
        at = inject.at.after(scenario.starts)
        yield from _order(inject, at, always, branches, place, scenario)
        yield from _planned_minutes(inject, place)
        yield from _decision_times(inject, at, place, scenario)
        reached = _latest_of(inject, at, scenario)
        if inject.when is not None or inject.one_of is not None:
            branches.append(reached)
        elif always is None or reached.at >= always.at:
            always = reached


def _order(
    inject: Inject,
    at: datetime,
    always: _Reached | None,
    branches: list[_Reached],
    place: Place,
    scenario: Scenario,
) -> Iterator[Finding]:
    what = f"{inject.id} is at {inject.at}"
    if always is not None and at < always.at:
        yield error((*place, "at"), "time-backwards", _backwards(what, always, scenario))
        return
    for branch in branches:
        if at < branch.at and not exclude_each_other(branch.inject, inject, scenario):
            text = _backwards(what, branch, scenario)
            yield warning((*place, "at"), "time-backwards", text)
            return


def _backwards(what: str, before: _Reached, scenario: Scenario) -> str:
    return (
        f"{what}, before {before.what} at {day_and_time(before.at, scenario.starts)}, "
        "which comes earlier in the file; scenario time cannot run backwards"
    )


def _latest_of(inject: Inject, at: datetime, scenario: Scenario) -> _Reached:
    latest = _Reached(at, inject.id, inject)
    for decision in inject.decisions:
        if decision.at is not None and decision.when is None:
            taken = _taken_at(decision.at, scenario)
            if taken > latest.at:
                latest = _Reached(taken, decision.id, inject)
    return latest


def _decision_times(
    inject: Inject, at: datetime, place: Place, scenario: Scenario
) -> Iterator[Finding]:
    before = _Reached(at, inject.id, inject)
    for number, decision in enumerate(inject.decisions):
        if decision.at is None:
            continue
        taken = _taken_at(decision.at, scenario)
        if taken < before.at:
            at_place = (*place, "decisions", number, "at")
            text = _backwards(f"{decision.id} is at {decision.at}", before, scenario)
            yield error(at_place, "time-backwards", text)
        elif decision.when is None:
            before = _Reached(taken, decision.id, inject)


def _taken_at(moment: Moment, scenario: Scenario) -> datetime:
    return moment.after(scenario.starts)


def _planned_minutes(inject: Inject, place: Place) -> Iterator[Finding]:
    if inject.minutes is None or not inject.decisions:
        return
    decisions = sum(decision.minutes or 0 for decision in inject.decisions)
    if decisions > inject.minutes:
        text = (
            f"{inject.id} is planned for {inject.minutes} minutes, but its decisions "
            f"take {decisions}; the minutes of an inject include its decisions"
        )
        yield warning((*place, "minutes"), "minutes", text)
