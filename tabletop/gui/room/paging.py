"""Divides lines among pages, and sets a text in the type that fills the fewest pages best."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tabletop.gui.room.text import SMALLEST_BODY, Strips, Style, flow, height_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tabletop.gui.room.markdown import Block

MOST_WORDS = 60

# Short messages are set in larger type, up to this share, where it costs no page.
_LARGER = (1.28, 1.14)

# How uneven pages may be for a list to stay whole.
_TORN_LIST = 0.1


class _Cost(NamedTuple):
    """What a division into pages costs, the worse first; smaller is better."""

    pages_and_faults: int = 0
    faults: int = 0
    unevenness: float = 0.0

    def plus(self, other: _Cost) -> _Cost:
        return _Cost(
            self.pages_and_faults + other.pages_and_faults,
            self.faults + other.faults,
            self.unevenness + other.unevenness,
        )


def pages(strips: Strips, height: float, most_words: int = MOST_WORDS) -> tuple[Strips, ...]:
    """Return strips in the fewest pages of a height and a number of words, about equally full.

    A page begins with a block, even where that takes a page more, and tears a list only where it
    has to. A block too long for a page leaves no single line alone, and a heading never stands at
    the foot. Nothing is left out: a strip larger than a page has one of its own.
    """
    after = len(strips)
    costs = {after: _Cost()}
    ends = {after: after}
    for start in range(after - 1, -1, -1):
        costs[start], ends[start] = min(
            (_cost_of_page(strips, end, full).plus(costs[end]), end)
            for end, full in _possible_ends(strips, start, height, most_words)
        )
    made: list[Strips] = []
    start = 0
    while start < after:
        made.append(strips[start : ends[start]])
        start = ends[start]
    return tuple(made)


def _possible_ends(
    strips: Strips, start: int, height: float, most_words: int
) -> Iterator[tuple[int, float]]:
    """Yield where a page that begins at a strip may end, and how full it is then."""
    tall, words = 0.0, 0
    for end in range(start + 1, len(strips) + 1):
        strip = strips[end - 1]
        tall += strip.height + (strip.gap if end - 1 > start else 0)
        words += strip.words
        full = max(tall / height, words / most_words)
        if full > 1 and end > start + 1:
            return
        yield end, full


def _cost_of_page(strips: Strips, end: int, full: float) -> _Cost:
    if end == len(strips):
        return _Cost(1, 0, full**2)
    before, after = strips[end - 1], strips[end]
    wrong = int(before.keeps_next)
    if not after.opens_block:
        is_last_line = end + 1 == len(strips) or strips[end + 1].opens_block
        wrong += 1 + before.opens_block + is_last_line
    torn = _TORN_LIST if after.continues_list else 0.0
    return _Cost(1 + wrong, wrong, full**2 + torn)


def best_pages(
    divided: Callable[[Style], tuple[Strips, ...]], style: Style
) -> tuple[Style, tuple[Strips, ...]]:
    """Return the largest type that leaves the fewest pages and the best breaks, and its pages.

    Tried are the style itself, some larger ones, and the smallest that the back row can read.
    """
    larger = [style.sized(style.size * share) for share in _LARGER]
    tried = [(one, divided(one)) for one in (*larger, style, style.sized(SMALLEST_BODY))]
    return min(tried, key=lambda pair: faults(pair[1]))


def faults(made: Sequence[Strips]) -> tuple[int, int, int]:
    """Return how bad a division is: its pages and split blocks, those alone, torn lists."""
    begun = [page[0] for page in made if page]
    splits = sum(not strip.opens_block for strip in begun)
    return len(made) + splits, splits, sum(strip.continues_list for strip in begun)


def paged(blocks: Sequence[Block], style: Style, width: float, height: float) -> tuple[Strips, ...]:
    """Return blocks in the fewest pages, in the largest type that leaves them."""
    return best_pages(lambda one: pages(flow(blocks, one, width), height), style)[1]


def fits_one(strips: Strips, height: float, most_words: int = MOST_WORDS) -> bool:
    """Whether strips stand on a single page."""
    return height_of(strips) <= height and sum(strip.words for strip in strips) <= most_words
