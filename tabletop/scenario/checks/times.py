"""Scenario times: missing ones, and ones that run backwards in the order of the file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from tabletop.scenario.checks.branches import exclude_each_other
from tabletop.scenario.findings import Finding, Place, error, warning
from tabletop.scenario.model import Inject, Scenario
from tabletop.scenario.moments import Moment, day_and_time

# Far more than one branch of any scenario holds; a hostile one could ask for millions.
_MOST_COMPARED = 20


@dataclass(frozen=True, slots=True)
class _Reached:
    """A moment that the scenario clock has reached once this has happened."""

    at: datetime
    what: str
    inject: Inject


class _Clock:
    """How far scenario time has come, on the line everybody plays and on its branches."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._always: _Reached | None = None
        # Injects that wait for a condition may belong to another branch than what follows them.
        self._branches: list[_Reached] = []
        self.farthest = datetime.min.replace(tzinfo=UTC)

    def advance(self, reached: _Reached) -> None:
        """Note that scenario time comes this far when the inject is played."""
        if reached.inject.when is not None or reached.inject.one_of is not None:
            self._branches.append(reached)
        elif self._always is None or reached.at >= self._always.at:
            self._always = reached
        self.farthest = max(self.farthest, reached.at)

    def turned_back(self, inject: Inject, at: datetime, place: Place) -> Iterator[Finding]:
        """Yield that an inject lies before something that was played earlier, if it does."""
        what = f"{inject.id} is at {inject.at}"
        always = self._always
        if always is not None and at < always.at:
            yield error(place, "time-backwards", _backwards(what, always, self._scenario))
        elif branch := self._ahead_in_a_branch(inject, at):
            yield warning(place, "time-backwards", _backwards(what, branch, self._scenario))

    def _ahead_in_a_branch(self, inject: Inject, at: datetime) -> _Reached | None:
        ahead = (one for one in reversed(self._branches) if at < one.at)
        return next(
            (
                one
                for one in islice(ahead, _MOST_COMPARED)
                if not exclude_each_other(one.inject, inject, self._scenario)
            ),
            None,
        )


def time_findings(scenario: Scenario) -> Iterator[Finding]:
    """Yield injects without a time, and times before that of something played earlier."""
    clock = _Clock(scenario)
    for number, inject in enumerate(scenario.injects):
        if inject.contingency:
            continue
        place: Place = ("injects", number)
        if inject.at is None:
            text = f"{inject.id} has no “at”; only a contingency can do without a scenario time"
            yield error(place, "missing-time", text)
            continue
        at = inject.at.after(scenario.starts)
        if at < clock.farthest:
            yield from clock.turned_back(inject, at, (*place, "at"))
        if inject.decisions:
            yield from _planned_minutes(inject, place)
            yield from _decision_times(inject, at, place, scenario)
        clock.advance(_latest_of(inject, at, scenario))


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
    if inject.minutes is None:
        return
    decisions = sum(decision.minutes or 0 for decision in inject.decisions)
    if decisions > inject.minutes:
        text = (
            f"{inject.id} is planned for {inject.minutes} minutes, but its decisions "
            f"take {decisions}; the minutes of an inject include its decisions"
        )
        yield warning((*place, "minutes"), "minutes", text)
