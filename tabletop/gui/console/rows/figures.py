"""The two small figures at the bottom: where the group stood over time, how much is known."""

from dataclasses import dataclass

from tabletop.exercise.state import ExerciseState
from tabletop.gui.console.rows.positions import Place, place_of
from tabletop.gui.situation import Situation
from tabletop.scenario.model import EVIDENCE


@dataclass(frozen=True, slots=True)
class SparkColumn:
    """A closed decision with its place, or the open one (dashed)."""

    decision_id: str
    place: Place | None
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """What the bottom bar shows beside the log."""

    columns: tuple[SparkColumn, ...]
    stands_at: str
    evidence: int
    evidence_of: int
    evidence_level: str


def figures(situation: Situation) -> Figures:
    """Return the figures of the exercise so far."""
    state = situation.state
    columns = [
        SparkColumn(d, place_of(state.scenario.decisions_by_id[d], state.standing_option(d), state))
        for d in state.close_order
        if _settles(d, state)
    ]
    closed = [c for c in columns if c.place is not None]
    current = situation.decision
    if current and state.is_open(current.id) and _settles(current.id, state):
        closed.append(SparkColumn(current.id, None, is_open=True))
    last = next((c for c in reversed(closed) if c.place), None)
    value, most, level = _evidence(state)
    return Figures(tuple(closed), _position_words(last, state), value, most, level)


def _settles(decision_id: str, state: ExerciseState) -> bool:
    decision = state.scenario.decisions_by_id[decision_id]
    return decision.settles and decision.scale is not None


def _position_words(column: SparkColumn | None, state: ExerciseState) -> str:
    if column is None:
        return "–"
    decision = state.scenario.decisions_by_id[column.decision_id]
    position = decision.position_of(state.standing_option(column.decision_id))
    return "–" if position is None else str(position)


def _evidence(state: ExerciseState) -> tuple[int, int, str]:
    variable = state.scenario.state_by_id.get(EVIDENCE)
    value = state.variables().get(EVIDENCE, 0)
    number = int(value) if isinstance(value, int | float) else 0
    if variable is None or variable.maximum is None:
        return number, 0, ""
    level = next((level.title for level in variable.levels if level.value == number), "")
    return number, int(variable.maximum), level
