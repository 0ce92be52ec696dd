"""The way of a seat along the scale, decision after decision, and who kept differing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

FEWEST_DECISIONS = 4


@dataclass(frozen=True, slots=True)
class PosturePath:
    """Where a seat went on one scale; decisions it did not answer are passed over."""

    positions: tuple[float, ...]
    net: float
    up: int
    down: int
    reversals: int


def posture_path(positions: Sequence[float | None]) -> PosturePath | None:
    """Return the path through the positions of one seat on one scale, None below two of them."""
    taken = tuple(position for position in positions if position is not None)
    if len(taken) < 2:
        return None
    steps = [after - before for before, after in pairwise(taken) if after != before]
    return PosturePath(
        positions=taken,
        net=taken[-1] - taken[0],
        up=sum(step > 0 for step in steps),
        down=sum(step < 0 for step in steps),
        reversals=sum((a > 0) != (b > 0) for a, b in pairwise(steps)),
    )


def persistent_minority(dissents: Sequence[Mapping[str, bool]]) -> tuple[str, ...] | None:
    """Return the seats in dissent in at least half of the decisions they took part in.

    One mapping per decision: seat → whether it was in dissent; seats that had no say are left out
    of it. Only seats with four decisions count, and with fewer than four decisions nothing can be
    said at all: None.
    """
    if len(dissents) < FEWEST_DECISIONS:
        return None
    seats = dict.fromkeys(seat for decision in dissents for seat in decision)
    return tuple(seat for seat in seats if _is_persistent([d[seat] for d in dissents if seat in d]))


def _is_persistent(dissent: Sequence[bool]) -> bool:
    return len(dissent) >= FEWEST_DECISIONS and 2 * sum(dissent) >= len(dissent)
