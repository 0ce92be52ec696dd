"""What a condition is worth in an exercise: true, false, or not yet known (None).

``released`` and ``state`` are always known. A decision is unknown until it is closed, and false
once it cannot come any more. A position is unknown before the first settling decision has closed.
"""

from collections.abc import Callable, Iterable
from typing import assert_never

from tabletop.exercise.state import ExerciseState
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

Worth = bool | None


class _Outlook:
    """What may still come, found out once for each decision.

    Branches may wait for one another in a circle; what is being asked counts as still to come, so
    that nothing is ruled out that a hand can bring about. Long chains are followed without
    recursion: a scenario may have hundreds of injects, each waiting for the one before.
    """

    def __init__(self, state: ExerciseState) -> None:
        self.state = state
        self._known: dict[str, bool] = {}
        self._finding_out = False

    def decision_can_come(self, decision_id: str) -> bool:
        """Return whether a decision may still be closed."""
        if not self._finding_out and decision_id not in self._known:
            self._finding_out = True
            self._find_out(decision_id)
            self._finding_out = False
        return self._known.get(decision_id, True)

    def _find_out(self, decision_id: str) -> None:
        waiting, asked = [decision_id], set[str]()
        while waiting:
            top = waiting[-1]
            ahead = () if top in asked else self._waits_for(top)
            asked.add(top)
            unknown = [other for other in ahead if other not in asked and other not in self._known]
            if unknown:
                waiting.extend(unknown)
            else:
                self._known[waiting.pop()] = self._can_come(top)

    def _waits_for(self, decision_id: str) -> tuple[str, ...]:
        scenario = self.state.scenario
        carrier = scenario.inject_of_decision[decision_id]
        conditions = (carrier.when, scenario.decisions_by_id[decision_id].when)
        return tuple(d for c in conditions if c is not None for d in decisions_named(c))

    def _can_come(self, decision_id: str) -> bool:
        run = self.state.decision_run(decision_id)
        if run.outcome is not None or run.not_taken or self.state.ended_at is not None:
            return False
        if self.state.is_open(decision_id):
            return True
        decision = self.state.scenario.decisions_by_id[decision_id]
        carrier = self.state.scenario.inject_of_decision[decision_id]
        return self.inject_can_come(carrier.id) and not self._is_out(decision.when)

    def inject_can_come(self, inject_id: str) -> bool:
        """Return whether play as planned may still reach an inject."""
        state = self.state
        if state.inject_run(inject_id).is_released:
            return True
        if state.inject_run(inject_id).skipped or not in_cut(inject_id, state):
            return False
        if taken_out_by(inject_id, state) is not None:
            return False
        return not self._is_out(state.scenario.injects_by_id[inject_id].when)

    def _is_out(self, condition: Condition | None) -> bool:
        """Whether a condition is false and nothing that may still come can turn it."""
        return condition is not None and _worth(condition, self, final_only=True) is False


def decisions_named(condition: Condition) -> tuple[str, ...]:
    """Return the decisions that a condition asks about."""
    match condition:
        case AllOf(all_of=parts) | AnyOf(any_of=parts):
            return tuple(named for part in parts for named in decisions_named(part))
        case Negation(negated=inner):
            return decisions_named(inner)
        case DecisionIs(decision=decision_id) | BreaksAre(breaks=decision_id):
            return (decision_id,)
        case StateIs() | PositionIs() | InjectReleasedIs():
            return ()
        case unknown:
            assert_never(unknown)


def worth(condition: Condition, state: ExerciseState) -> Worth:
    """Return True, False, or None for not yet known."""
    return _worth(condition, _Outlook(state), final_only=False)


def _worth(condition: Condition, outlook: _Outlook, *, final_only: bool) -> Worth:
    """Judge a condition; ``final_only`` treats as unknown what a later entry may still turn."""

    def part(inner: Condition) -> Worth:
        return _worth(inner, outlook, final_only=final_only)

    match condition:
        case AllOf(all_of=parts):
            return _all(map(part, parts))
        case AnyOf(any_of=parts):
            return _any(map(part, parts))
        case Negation(negated=inner):
            return _not(part(inner))
        case DecisionIs():
            still_open = outlook.decision_can_come(condition.decision)
            return None if final_only and still_open else _decision(condition, outlook)
        case BreaksAre():
            return _breaks(condition, outlook)
        case StateIs():
            return None if final_only else _state(condition, outlook.state)
        case PositionIs():
            return None if final_only else _position(condition, outlook.state)
        case InjectReleasedIs(released=inject_id):
            return None if final_only else outlook.state.inject_run(inject_id).is_released
        case unknown:
            assert_never(unknown)


def _all(parts: Iterable[Worth]) -> Worth:
    worths = tuple(parts)
    if any(w is False for w in worths):
        return False
    return None if any(w is None for w in worths) else True


def _any(parts: Iterable[Worth]) -> Worth:
    worths = tuple(parts)
    if any(worths):
        return True
    return None if any(w is None for w in worths) else False


def _not(inner: Worth) -> Worth:
    return None if inner is None else not inner


def can_still_come(decision_id: str, state: ExerciseState) -> bool:
    """Return whether a decision may still be closed in this exercise."""
    return _Outlook(state).decision_can_come(decision_id)


def inject_can_come(inject_id: str, state: ExerciseState) -> bool:
    """Return whether play as planned may still reach an inject."""
    return _Outlook(state).inject_can_come(inject_id)


def in_cut(inject_id: str, state: ExerciseState) -> bool:
    """Return whether an inject belongs to the chosen cut; contingencies belong to all."""
    cut = state.scenario.cut(state.cut)
    if cut is None or inject_id in cut.injects:
        return True
    return state.scenario.injects_by_id[inject_id].contingency


def taken_out_by(inject_id: str, state: ExerciseState) -> str | None:
    """Return the released inject that shares this one's ``one_of`` word, or None."""
    word = state.scenario.injects_by_id[inject_id].one_of
    if word is None:
        return None
    for other in state.scenario.injects:
        if (
            other.one_of == word
            and other.id != inject_id
            and state.inject_run(other.id).is_released
        ):
            return other.id
    return None


def _decision(condition: DecisionIs, outlook: _Outlook) -> Worth:
    asked: list[Worth] = []
    if condition.status is not None:
        asked.append(_status(condition, outlook))
    if condition.outcome is not None:
        asked.append(_outcome(condition, outlook))
    if condition.chosen is not None:
        asked.append(_chosen(condition, outlook))
    return _all(asked)


def _status(condition: DecisionIs, outlook: _Outlook) -> Worth:
    """Judge a status; *open* can be seen while it lasts, *not opened* when no opening can come."""
    status = outlook.state.decision_status(condition.decision)
    listed = status in (condition.status or ())
    if not outlook.decision_can_come(condition.decision):
        return listed
    return True if listed and status == "open" else None


def _outcome(condition: DecisionIs, outlook: _Outlook) -> Worth:
    if outlook.state.decision_run(condition.decision).outcome is not None:
        option = outlook.state.standing_option(condition.decision)
        return option in (condition.outcome or ())
    return None if outlook.decision_can_come(condition.decision) else False


def _chosen(condition: DecisionIs, outlook: _Outlook) -> Worth:
    if _holding(condition, outlook.state) >= condition.seats:
        return True
    return None if outlook.decision_can_come(condition.decision) else False


def _holding(condition: DecisionIs, state: ExerciseState) -> int:
    """Return how many of the asked seats hold one of the options; none before the opening."""
    run = state.decision_run(condition.decision)
    if run.opened_at is None:
        return 0
    decision = state.scenario.decisions_by_id[condition.decision]
    seats = set(run.outcome.eligible if run.outcome else state.eligible(decision))
    if condition.by is not None:
        seats &= set(condition.by)
    chosen = condition.chosen or ()
    return sum(
        role in seats and not set(position.options).isdisjoint(chosen)
        for role, position in run.standing("final").items()
    )


def _breaks(condition: BreaksAre, outlook: _Outlook) -> Worth:
    if breaks_so_far(condition.breaks, outlook.state) >= condition.at_least:
        return True
    return None if outlook.decision_can_come(condition.breaks) else False


def breaks_so_far(decision_id: str, state: ExerciseState) -> int:
    """Return how often silence was broken in time on a decision."""
    return sum(len(c.breaks_in_time) for c in state.decision_run(decision_id).circulations)


_TESTS: dict[str, Callable[[float, float], bool]] = {
    "at_least": lambda value, limit: value >= limit,
    "at_most": lambda value, limit: value <= limit,
    "above": lambda value, limit: value > limit,
    "below": lambda value, limit: value < limit,
}


def _within(value: float, limits: Iterable[tuple[str, int | float]]) -> bool:
    return all(_TESTS[name](value, limit) for name, limit in limits)


def _state(condition: StateIs, state: ExerciseState) -> Worth:
    value = state.variables().get(condition.state)
    if condition.equals is not None and not _same(value, condition.equals):
        return False
    if condition.differs is not None and _same(value, condition.differs):
        return False
    if not condition.limits:
        return True
    return isinstance(value, int | float) and _within(value, condition.limits)


def _same(value: str | float | None, text: str) -> bool:
    if isinstance(value, int | float):
        try:
            return value == float(text)
        except ValueError:
            return False
    return value == text


def standing_position(scale_id: str, state: ExerciseState) -> int | None:
    """Return where the group stands on a scale; None before the first settling decision closed.

    It is the position of the option that stands in the decision on that scale closed last among
    those that settle; a closing without an option changes nothing.
    """
    for decision_id in reversed(state.close_order):
        decision = state.scenario.decisions_by_id[decision_id]
        if decision.scale == scale_id and decision.settles:
            position = decision.position_of(state.standing_option(decision_id))
            if position is not None:
                return position
    return None


def _position(condition: PositionIs, state: ExerciseState) -> Worth:
    position = standing_position(condition.position, state)
    return None if position is None else _within(position, condition.limits)
