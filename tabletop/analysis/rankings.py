"""Agreement of seats that each ranked all options."""

import math
from collections import Counter
from collections.abc import Sequence

from tabletop.analysis.agreement import FEWEST_ANSWERS


def ranks(order: Sequence[str], options: Sequence[str]) -> tuple[int, ...]:
    """Return the rank, from 1, that an order (best first) gives to each option."""
    if sorted(order) != sorted(options):
        raise ValueError("A ranking names every option exactly once.")
    return tuple(order.index(option) + 1 for option in options)


def kendall_w(rankings: Sequence[Sequence[float]]) -> float | None:
    """Return Kendall's coefficient of concordance, corrected for ties.

    One row per seat, holding the rank of each option; options of one rank share the mean of their
    places, however the tie was written. Null with fewer than three seats or two options, and when
    every seat ties everything.
    """
    seats = len(rankings)
    items = {len(row) for row in rankings}
    if len(items) > 1:
        raise ValueError("All seats must rank the same options.")
    if seats < FEWEST_ANSWERS or items <= {0, 1}:
        return None
    places = [_mid_ranks(row) for row in rankings]
    rank_sums = [math.fsum(column) for column in zip(*places, strict=True)]
    options = len(rank_sums)
    mean = seats * (options + 1) / 2
    squares = math.fsum((rank_sum - mean) ** 2 for rank_sum in rank_sums)
    largest = seats**2 * (options**3 - options) - seats * sum(map(_tie_term, rankings))
    return None if not largest else min(1.0, 12 * squares / largest)


def _mid_ranks(row: Sequence[float]) -> list[float]:
    in_order = sorted(row)
    return [in_order.index(rank) + (in_order.count(rank) + 1) / 2 for rank in row]


def _tie_term(row: Sequence[float]) -> int:
    return sum(tied**3 - tied for tied in Counter(row).values())
