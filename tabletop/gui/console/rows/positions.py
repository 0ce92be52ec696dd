"""Options by their keys and their places on a scale."""

from dataclasses import dataclass

from tabletop.exercise.state import ExerciseState
from tabletop.scenario.model import Decision


@dataclass(frozen=True, slots=True)
class Place:
    """Where an option stands on its scale: the place of its level, and how many there are."""

    index: int
    levels: int


def option_keys(decision: Decision) -> dict[str, str]:
    """Return the key of each option: its id where that is one sign, else its number from 1."""
    ids = [option.id for option in decision.options]
    if all(len(i) == 1 for i in ids) and len({i.casefold() for i in ids}) == len(ids):
        return {i: i.casefold() for i in ids}
    signs = "123456789" if len(ids) < 10 else "abcdefghijklmnopqrstuvwxyz"
    return dict(zip(ids, signs, strict=False))


def option_typed(decision: Decision, typed: str) -> str | None:
    """Return the option meant by a key or an id; – and 'none' mean none."""
    if typed.casefold() in ("-", "–", "none", ""):
        return None
    by_key = {key: option_id for option_id, key in option_keys(decision).items()}
    return by_key.get(typed.casefold(), typed)


def place_of(decision: Decision, option_id: str | None, state: ExerciseState) -> Place | None:
    """Return where an option stands on the decision's scale."""
    position = decision.position_of(option_id)
    scale = state.scenario.scales_by_id.get(decision.scale or "")
    if position is None or scale is None:
        return None
    values = sorted(level.value for level in scale.levels)
    lower = sum(value < position for value in values)
    return Place(lower, len(values))
