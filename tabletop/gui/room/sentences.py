"""Moves the breaks of pages to where sentences end, so that nobody reads half a sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tabletop.gui.room.markdown import plain
from tabletop.gui.room.paging import MOST_WORDS, best_pages, pages
from tabletop.gui.room.text import flow, height_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tabletop.gui.room.markdown import Block, Run, Runs
    from tabletop.gui.room.text import Strips, Style

_SENTENCE_END = re.compile(r"""(?<=\w\w)[.?!…]["'”’)]*(?=\s+["'“‘(]?[^\W\d_a-z])""")

# A page may end with a sentence once it is this full of what it would hold otherwise.
_LAST_THIRD = 2 / 3


def paged_at_sentences(
    blocks: Sequence[Block], style: Style, width: float, height: float
) -> tuple[Strips, ...]:
    """Return blocks in pages that end with sentences, where that costs no page."""
    chosen, _ = best_pages(lambda one: pages(flow(blocks, one, width), height), style)
    return _divided(tuple(blocks), chosen, width, height)


def _divided(
    blocks: tuple[Block, ...], style: Style, width: float, height: float
) -> tuple[Strips, ...]:
    made = pages(flow(blocks, style, width), height)
    if len(made) < 2 or made[1][0].opens_block:
        first, number = made[:1], _begun(made[:1])
        # Blocks without a line of their own would be miscounted; such a text stays as it is.
        if len(made) < 2 or _begun(made) != len(blocks):
            return made
        return (*first, *_divided(blocks[number:], style, width, height))
    if _begun(made) != len(blocks):
        return made
    torn = _begun(made[:1]) - 1
    words = sum(strip.words for strip in _tail(made[0]))
    for head, rest in _cuts(blocks[torn], words):
        page = flow((*blocks[:torn], head), style, width)
        fits = height_of(page) <= height and sum(strip.words for strip in page) <= MOST_WORDS
        if not fits or height_of(page) < height_of(made[0]) * _LAST_THIRD:
            continue
        further = _divided((rest, *blocks[torn + 1 :]), style, width, height)
        if len(further) < len(made):
            return (page, *further)
    return made


def _begun(made: Sequence[Strips]) -> int:
    """Return how many blocks begin on pages."""
    return sum(strip.opens_block for page in made for strip in page)


def _tail(page: Strips) -> Strips:
    """Return the lines of the block that a page ends in."""
    begins = max((n for n, strip in enumerate(page) if strip.opens_block), default=0)
    return page[begins:]


def _cuts(block: Block, words: int) -> Iterator[tuple[Block, Block]]:
    """Yield a block in two at the ends of its sentences, the ones nearest to a word first."""
    if block.cells:
        return
    text = "".join(run.text for run in block.runs)
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    for end in sorted(ends, key=lambda end: abs(len(text[:end].split()) - words)):
        before, after = _cut(block.runs, end)
        if plain(before).strip() and plain(after).strip():
            yield replace(block, runs=before), replace(block, runs=after, marker="")


def _cut(runs: Runs, end: int) -> tuple[Runs, Runs]:
    """Return what stands before a place in the text of runs, and what stands after."""
    before: list[Run] = []
    after: list[Run] = []
    for run in runs:
        here = min(max(end, 0), len(run.text))
        end -= len(run.text)
        rest = run.text[here:] if after else run.text[here:].lstrip()
        if here:
            before.append(replace(run, text=run.text[:here]))
        if rest:
            after.append(replace(run, text=rest))
    return tuple(before), tuple(after)
