"""Shares, balance and calibration: who answered, who spoke, what was done, who judged rightly."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


def response_rate(answered: int, eligible: int) -> float | None:
    """Return answered ÷ eligible, None when nobody was eligible.

    Under the silence procedure nobody has to answer; callers give null there.
    """
    if not 0 <= answered <= eligible:
        raise ValueError(f"{answered} of {eligible} eligible seats cannot have answered.")
    return answered / eligible if eligible else None


def gini(amounts: Sequence[float]) -> float | None:
    """Return Gini's coefficient: 0 all the same; None when there is nothing to share."""
    if any(amount < 0 for amount in amounts):
        raise ValueError("Participation cannot be negative.")
    total = math.fsum(amounts)
    if not total:
        return None
    in_order = sorted(amounts)
    gaps = (
        (upper - lower) * below * (len(in_order) - below)
        for below, (lower, upper) in enumerate(pairwise(in_order), start=1)
    )
    return math.fsum(gaps) / (len(in_order) * total)


def brier(forecasts: Sequence[float], outcomes: Sequence[bool]) -> float | None:
    """Return the mean squared error of probabilities (0–1): 0 perfect, 0.25 always "even"."""
    if any(not 0 <= forecast <= 1 for forecast in forecasts):
        raise ValueError("Forecasts are probabilities from 0 to 1.")
    pairs = list(zip(forecasts, outcomes, strict=True))
    return math.fsum((f - o) ** 2 for f, o in pairs) / len(pairs) if pairs else None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What evaluators saw of the expected actions; only the first three count for the share."""

    observed: int
    partial: int
    not_observed: int
    not_applicable: int
    not_assessed: int

    @property
    def assessed(self) -> int:
        return self.observed + self.partial + self.not_observed

    @property
    def share(self) -> float | None:
        """Return observed ÷ assessed; what was seen in part is shown beside it, not in it."""
        return self.observed / self.assessed if self.assessed else None


def coverage(statuses: Iterable[str | None]) -> Coverage:
    """Count the statuses of expected actions, None standing for an action nobody ticked."""
    counts = Counter(statuses)
    unknown = set(counts) - {"observed", "partial", "not_observed", "not_applicable", None}
    if unknown:
        raise ValueError(f"No status of an expected action: {', '.join(map(str, unknown))}.")
    return Coverage(
        observed=counts["observed"],
        partial=counts["partial"],
        not_observed=counts["not_observed"],
        not_applicable=counts["not_applicable"],
        not_assessed=counts[None],
    )
