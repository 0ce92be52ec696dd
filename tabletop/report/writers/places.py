"""Where links lead and what captions are called, for every writer alike.

Anchors become ids that HTML, PDF and Word all accept; an anchor used twice belongs to its first
place. Heading levels are closed up (a level 3 under a level 1 becomes a level 2), because tagged
PDF refuses gaps and screen readers stumble over them.
"""

import re
from dataclasses import dataclass

from tabletop.report.content import Figure, Heading, Report, Table, anchors

_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_LONGEST_ID = 24


@dataclass(frozen=True, slots=True)
class PlacedHeading:
    """A heading with the level it really has and the id links lead to."""

    level: int
    number: str
    text: str
    id: str


class Places:
    """Hands out ids and caption numbers in reading order; one for each writing of a report."""

    def __init__(self, report: Report) -> None:
        self._words = report.words
        self._claimed: set[str] = set()
        self._tables = 0
        self._figures = 0
        self._of_figures: dict[int, str] = {}
        self._ids = _ids(sorted(anchors(report)))
        self.headings = self._placed(report)
        self._next_heading = iter(self.headings)

    def next_heading(self) -> PlacedHeading:
        """Return the next heading in reading order."""
        return next(self._next_heading)

    def claim(self, anchor: str) -> str:
        """Return the id to set at this place, or "" when there is nothing to set."""
        if not anchor or anchor in self._claimed:
            return ""
        self._claimed.add(anchor)
        return self._ids[anchor]

    def target(self, target: str) -> str:
        """Return the address a link leads to (#id or the web), or "" when it leads nowhere."""
        if not target.startswith("#"):
            return target
        found = self._ids.get(target[1:], "")
        return f"#{found}" if found else ""

    def label(self, block: Table | Figure) -> str:
        """Return "Table 3" or "Figure 2"; what has no caption is not counted.

        The numbers of a figure are called after it: “Figure 2, numbers”.
        """
        if not block.caption:
            return ""
        if id(block) in self._of_figures:
            return self._of_figures[id(block)]
        if isinstance(block, Table):
            self._tables += 1
            return f"{self._words.table} {self._tables}"
        self._figures += 1
        label = f"{self._words.figure} {self._figures}"
        if block.data is not None:
            # Not every format shows the numbers: counted as tables they would shift the others.
            self._of_figures[id(block.data)] = f"{label}, {self._words.figure_numbers}"
        return label

    def _placed(self, report: Report) -> tuple[PlacedHeading, ...]:
        placed: list[PlacedHeading] = []
        level = 0
        for block in report.blocks:
            if isinstance(block, Heading):
                level = min(block.level, level + 1)
                own = self.claim(block.anchor) or f"heading-{len(placed) + 1}"
                placed.append(PlacedHeading(level, block.number, block.text, own))
        return tuple(placed)


def _ids(all_anchors: list[str]) -> dict[str, str]:
    """Return an id for each anchor; those that look alike are counted."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    counts: dict[str, int] = {}
    for anchor in all_anchors:
        stem = _NOT_IN_ID.sub("-", anchor.lower()).strip("-")[:_LONGEST_ID] or "place"
        found = f"to-{stem}"
        while found in taken:
            counts[stem] = counts.get(stem, 1) + 1
            found = f"to-{stem}-{counts[stem]}"
        ids[anchor] = found
        taken.add(found)
    return ids
