"""Times as ratios to a floor measured in the same run: A B A B, medians, with their spread."""

import gc
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

PAIRS = 9


class Ratio(NamedTuple):
    """The median of the pairs' ratios, its spread, and both medians in seconds."""

    median: float
    lowest: float
    highest: float
    seconds: float
    floor_seconds: float


def seconds_of(work: Callable[[], object]) -> float:
    """Return how long one call takes."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compared(measured: list[tuple[float, float]]) -> Ratio:
    """Return the ratio of pairs of (ours, floor) in seconds."""
    ratios = sorted(ours / floor for ours, floor in measured)
    return Ratio(
        statistics.median(ratios),
        ratios[0],
        ratios[-1],
        statistics.median(ours for ours, _ in measured),
        statistics.median(floor for _, floor in measured),
    )


def in_pairs(ours: Callable[[], object], floor: Callable[[], object], pairs: int = PAIRS) -> Ratio:
    """Measure two pieces of work in turn, each once unmeasured before."""
    floor()
    ours()
    return compared([(seconds_of(ours), seconds_of(floor)) for _ in range(pairs)])
