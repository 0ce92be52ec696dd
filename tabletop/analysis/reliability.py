"""How far evaluators who rated the same things agree: Krippendorff's alpha.

A measure of the evaluators' reliability, not of political agreement among seats.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import Literal

Coincidences = Mapping[tuple[float, float], float]


def krippendorff_alpha(
    ratings: Sequence[Sequence[float | None]], *, level: Literal["nominal", "ordinal"]
) -> float | None:
    """Return alpha: 1 perfect, 0 as by chance, below 0 systematic disagreement.

    One row per evaluator, one column per thing rated, None where no rating was given. Null when it
    is undefined: no thing was rated twice, or all ratings are the same.
    """
    units = [[value for value in unit if value is not None] for unit in zip(*ratings, strict=True)]
    coincidences = _coincidences(units)
    totals = _totals(coincidences)
    if len(totals) < 2:
        return None
    distances = _nominal(totals) if level == "nominal" else _ordinal(totals)
    pairable = math.fsum(totals.values())
    observed = math.fsum(coincidences[pair] * distances.get(pair, 0) for pair in coincidences)
    expected = math.fsum(totals[a] * totals[b] * d for (a, b), d in distances.items())
    return 1 - (pairable - 1) * observed / expected


def _coincidences(units: Sequence[Sequence[float]]) -> Coincidences:
    """Count the pairs of ratings within a unit, each unit weighing as many as it has ratings."""
    found: dict[tuple[float, float], float] = {}
    for unit in units:
        for pair in permutations(unit, 2):
            found[pair] = found.get(pair, 0) + 1 / (len(unit) - 1)
    return found


def _totals(coincidences: Coincidences) -> dict[float, float]:
    """Return how many pairable ratings there are of each value, in the values' order."""
    values = sorted({value for value, _ in coincidences})
    return {
        value: math.fsum(weight for (one, _), weight in coincidences.items() if one == value)
        for value in values
    }


def _nominal(totals: Mapping[float, float]) -> dict[tuple[float, float], float]:
    return dict.fromkeys(permutations(totals, 2), 1.0)


def _ordinal(totals: Mapping[float, float]) -> dict[tuple[float, float], float]:
    """Return squared distances: the ratings between two values, counting half of the two."""
    return {
        (a, b): (
            math.fsum(totals[value] for value in totals if min(a, b) <= value <= max(a, b))
            - (totals[a] + totals[b]) / 2
        )
        ** 2
        for a, b in permutations(totals, 2)
    }
