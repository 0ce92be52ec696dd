"""Where every key and value of a YAML text stands; read only when there is something to report.

Most scenarios have no findings, and a line for every node costs as much as reading the file.
"""

import re
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from tabletop.scenario.findings import Place
from tabletop.scenario_files.yaml_tree import events_of

Spot = tuple[int, int]
# Hundreds of findings in a longer text would be searched for in it one after another.
_MOST_SEARCHED_LINES = 5_000
_MOST_SEARCHED = 300_000


@dataclass(frozen=True, slots=True)
class Positions:
    """Line and column, from 1, of keys and values under their places."""

    keys: dict[Place, Spot]
    values: dict[Place, Spot]
    # The last line of texts that run over several.
    ends: dict[Place, int]
    lines: list[str]

    def spot(self, place: Place, *, of_key: bool = False) -> Spot:
        """Return where a place stands, or the nearest part around it that does."""
        for length in range(len(place), 0, -1):
            part = place[:length]
            if part in self.keys and (of_key or part not in self.values):
                return self.keys[part]
            if part in self.values:
                return self.values[part]
        return (1, 1)

    def spot_within(self, place: Place, words: str) -> Spot | None:
        """Return where words stand in a text over several lines, or None."""
        if place not in self.ends:
            return None
        (first, column), last = self.values[place], self.ends[place]
        if last - first > _MOST_SEARCHED_LINES:
            return None
        text = "\n".join(
            (" " * (column - 1) + self.lines[first - 1][column - 1 :], *self.lines[first:last])
        )
        if len(text) > _MOST_SEARCHED:
            return None
        # A text is written in lines as they fall; its words are one after another.
        found = re.search(r"\s+".join(map(re.escape, words.split())), text)
        if found is None:
            return None
        at = found.start()
        return (first + text.count("\n", 0, at), at - text.rfind("\n", 0, at))


def positions(text: str) -> Positions:
    """Return the positions in a text that was read without a fault that stops reading."""
    found = Positions({}, {}, {}, text.splitlines())
    walk = _Walk(text, found)
    try:
        walk.document()
    except (yaml.YAMLError, StopIteration):
        # A second document may be broken; what stands before it has been found.
        return found
    return found


class _Walk:
    def __init__(self, text: str, found: Positions) -> None:
        self._next = events_of(text).__next__
        self._keys, self._values, self._ends = found.keys, found.values, found.ends

    def document(self) -> None:
        """Walk the first document."""
        while not isinstance(self._next(), DocumentStartEvent):
            pass
        self._node(self._next(), ())

    def _node(self, event: Any, place: Place | None) -> None:
        """Note a value; a place of None is that of a value which is not kept."""
        kind = event.__class__
        if place and (kind is ScalarEvent or place not in self._keys):
            self._values[place] = _spot(event)
            if kind is ScalarEvent and event.end_mark.line > event.start_mark.line:
                self._ends[place] = event.end_mark.line + 1
        if kind is SequenceStartEvent:
            number = 0
            while (event := self._next()).__class__ is not SequenceEndEvent:
                self._node(event, None if place is None else (*place, number))
                number += 1
        elif kind is MappingStartEvent:
            self._mapping(place)

    def _mapping(self, place: Place | None) -> None:
        seen: set[str] = set()
        while (event := self._next()).__class__ is not MappingEndEvent:
            if event.__class__ is not ScalarEvent:
                self._node(event, None)
                self._node(self._next(), None)
                continue
            key: str = event.value
            inner = None if place is None or key in seen else (*place, key)
            seen.add(key)
            if inner is not None:
                self._keys[inner] = _spot(event)
            self._node(self._next(), inner)


def _spot(event: Any) -> Spot:
    return (event.start_mark.line + 1, event.start_mark.column + 1)
