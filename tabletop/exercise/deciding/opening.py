"""Which decision of an inject opens next, and what opening it brings with it."""

from datetime import datetime

from tabletop.exercise.conditions import worth
from tabletop.exercise.events import (
    DecisionNotTaken,
    DecisionOpened,
    Event,
    ScenarioTimeJumped,
)
from tabletop.exercise.state import ExerciseState
from tabletop.scenario.model import Decision, Inject


def next_decision_events(
    state: ExerciseState, inject: Inject, *, after: str | None, now: datetime
) -> list[Event]:
    """Return what opens the inject's first decision, or the one that follows ``after``.

    Decisions whose condition is false when their turn comes are not taken. ``state`` is the one
    the conditions are judged by: at a closing, the state with the outcome in it.
    """
    events: list[Event] = []
    for decision in _following(inject, after):
        run = state.decision_run(decision.id)
        if run.outcome is not None:
            continue
        if decision.when is not None and worth(decision.when, state) is False:
            if not run.not_taken:
                events.append(DecisionNotTaken(decision.id))
            continue
        if run.opened_at is not None and not run.not_taken:
            break
        return events + _opened(state, decision, now)
    return events


def _following(inject: Inject, after: str | None) -> tuple[Decision, ...]:
    ids = [decision.id for decision in inject.decisions]
    start = 0 if after is None else ids.index(after) + 1
    return inject.decisions[start:]


def _opened(state: ExerciseState, decision: Decision, now: datetime) -> list[Event]:
    if decision.at is not None:
        to = decision.at.after(state.scenario.starts)
        if to > state.scenario_time(now):
            return [ScenarioTimeJumped(to), DecisionOpened(decision.id)]
    return [DecisionOpened(decision.id)]
