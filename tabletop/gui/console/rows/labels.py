"""Where labels of points on a line stand, so that none lies over another."""

from collections.abc import Sequence

_GAP = 8.0


def label_starts(
    points: Sequence[float], widths: Sequence[float], room: tuple[float, float]
) -> tuple[float, ...]:
    """Return where each label begins: about its point, pushed aside by its neighbours.

    Empty when the labels need more room than there is between its two ends.
    """
    left, right = room
    order = sorted(range(len(points)), key=lambda n: points[n])
    if sum(widths) + _GAP * (len(order) - 1) > right - left:
        return ()
    starts = [0.0] * len(order)
    free = left
    for n in order:
        starts[n] = max(points[n] - widths[n] / 2, free)
        free = starts[n] + widths[n] + _GAP
    end = right
    for n in reversed(order):
        starts[n] = min(starts[n], end - widths[n])
        end = starts[n] - _GAP
    return tuple(starts)
