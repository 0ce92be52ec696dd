"""How far the answers to one decision agree, and how far they lie apart.

Tallies count seats by option; positions are the places of the seats on an ordered scale. The
indices are null below three answers, because with two seats any index only repeats the raw values.
"""

import math
import statistics
from collections import Counter
from collections.abc import Mapping, Sequence

FEWEST_ANSWERS = 3


def modal_share(tally: Mapping[str, int]) -> float | None:
    """Return the share of the option chosen most often; blind to how far the others are away."""
    answers = sum(tally.values())
    return None if answers < FEWEST_ANSWERS else max(tally.values()) / answers


def is_unanimous(tally: Mapping[str, int], eligible: int) -> bool:
    """Say whether every eligible seat answered and all chose the same option."""
    return eligible > 0 and max(tally.values(), default=0) == eligible


def entropy_agreement(tally: Mapping[str, int], options: int) -> float | None:
    """Return 1 − H, H being Shannon's entropy over the number of options *offered*.

    For options without an order. With a single option there is nothing to agree on: null.
    """
    answers = sum(tally.values())
    chosen = [count for count in tally.values() if count]
    if len(chosen) > options:
        raise ValueError(f"{len(chosen)} options were chosen, but only {options} were offered.")
    if answers < FEWEST_ANSWERS or options < 2:
        return None
    shares = (count / answers for count in chosen)
    entropy = -math.fsum(share * math.log(share) for share in shares) / math.log(options)
    return _within_bounds(1 - entropy)


def consensus(positions: Sequence[float], levels: Sequence[float]) -> float | None:
    """Return the index of Tastle and Wierman: 1 all the same, 0 half at each end of the scale.

    Distance is measured against the span of the scale's levels, whatever was chosen, so that
    decisions on one scale can be set side by side. Without a span, or with a position off the
    scale, there is nothing to measure against: null.
    """
    if len(positions) < FEWEST_ANSWERS or len(set(levels)) < 2:
        return None
    if min(positions) < min(levels) or max(positions) > max(levels):
        return None
    span = max(levels) - min(levels)
    mean = math.fsum(positions) / len(positions)
    terms = (
        count * math.log2(1 - abs(position - mean) / span)
        for position, count in Counter(positions).items()
    )
    return _within_bounds(1 + math.fsum(terms) / len(positions))


def consensus_change(
    first: Mapping[str, float], final: Mapping[str, float], levels: Sequence[float]
) -> float | None:
    """Return final consensus − first consensus, over the seats that gave both positions."""
    both = [seat for seat in first if seat in final]
    before = consensus([first[seat] for seat in both], levels)
    after = consensus([final[seat] for seat in both], levels)
    return None if before is None or after is None else after - before


def median(values: Sequence[float]) -> float | None:
    """Return the middle value; between two middle values the point half way."""
    return statistics.median(values) if values else None


def minimum(values: Sequence[float]) -> float | None:
    return min(values, default=None)


def maximum(values: Sequence[float]) -> float | None:
    return max(values, default=None)


def mean_absolute_deviation(values: Sequence[float]) -> float | None:
    """Return how far the values lie from their median, on average."""
    if len(values) < FEWEST_ANSWERS:
        return None
    middle = statistics.median(values)
    return math.fsum(abs(value - middle) for value in values) / len(values)


def _within_bounds(index: float) -> float:
    """Return the index without what rounding put beyond 0 and 1."""
    return min(1.0, max(0.0, index))
