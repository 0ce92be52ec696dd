"""Leaves the broken parts of a scenario out, so that the rest can be checked all the same.

An author gets all findings at once. What cannot be known of a scenario with parts left out is kept
back: that something is not there may be untrue.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from tabletop.scenario.checks import check
from tabletop.scenario.findings import Finding, Place
from tabletop.scenario_files.building import MOST_ERRORS, built
from tabletop.scenario_files.model_walk import reached

_MOST_ROUNDS = 4
# Findings about the whole, untrue when any part is missing.
_OF_THE_WHOLE = (
    "untested",
    "unused",
    "never",
    "no-seats",
    "not-eligible",
    "no-outcome",
    "no-weights",
    "no-marking",
    "no-injects",
    "hidden",
    "one-of-one",
    "minutes",
    "time-backwards",
    "later",
)
# Findings about one place, untrue when what is missing lies beside it.
_OF_A_PLACE = ("unknown", "missing", "no-", "not-", "empty", "options", "position")
_NEEDED = {"tabletop": "1", "id": "none", "title": "None", "starts": "2031-01-01T00:00:00Z"}


class _Left:
    """Takes parts out of a tree, and remembers where the others came from."""

    def __init__(self, tree: dict[str, Any]) -> None:
        self.tree = tree
        self.words: set[str] = set()
        self.beside: set[Place] = set()
        # For each list, by its place in the file: the places its entries had there.
        self._numbers: dict[Place, list[int]] = {}

    def original(self, place: Place) -> Place:
        """Return the place in the file of a place in the tree as it is now."""
        found: Place = ()
        for step in place:
            numbers = self._numbers.get(found)
            if isinstance(step, int) and numbers is not None and step < len(numbers):
                found = (*found, numbers[step])
            else:
                found = (*found, step)
        return found

    def complete(self) -> bool:
        """Put something where the scenario as a whole lacks what it cannot be without."""
        lacking = {key: value for key, value in _NEEDED.items() if key not in self.tree}
        self.tree.update(lacking)
        return bool(lacking)

    def take_out(self, places: Iterable[Place]) -> bool:
        """Take parts out, the last first so that the others keep their places."""
        taken = False
        for place in sorted(set(places), key=_from_behind, reverse=True):
            taken = self._take_one(place) or taken
        return taken

    def _take_one(self, place: Place) -> bool:
        parents = self._parents(place)
        if parents is None:
            return False
        holder, key = parents
        before = self.original(place[:-1])
        self.beside.add(before)
        if isinstance(holder, dict) and key in holder:
            self.words.update(_words(holder.pop(key)))
            return True
        if isinstance(holder, list) and isinstance(key, int) and key < len(holder):
            if before not in self._numbers:
                self._numbers[before] = list(range(len(holder)))
            self.words.update(_words(holder.pop(key)))
            self._numbers[before].pop(key)
            return True
        return False

    def _parents(self, place: Place) -> tuple[Any, str | int] | None:
        holder: Any = self.tree
        for step in place[:-1]:
            try:
                holder = holder[step]
            except (KeyError, IndexError, TypeError):
                return None
        return (holder, place[-1]) if place else None


def _from_behind(place: Place) -> tuple[tuple[int, int | str], ...]:
    return tuple((0, step) if isinstance(step, int) else (1, step) for step in place)


def _words(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for key, value in part.items():
            yield key
            yield from _words(value)
    elif isinstance(part, list):
        for value in part:
            yield from _words(value)
    elif isinstance(part, str) and len(part) <= 64:
        yield part


def findings_of_the_rest(
    tree: dict[str, Any], broken: ValidationError, language: str, attachments: Iterable[str]
) -> tuple[Finding, ...]:
    """Return what the checks find in the parts of a scenario that are not broken."""
    left = _Left(tree)
    completed = left.complete()
    error = broken
    for _ in range(_MOST_ROUNDS):
        if error.error_count() > MOST_ERRORS:
            return ()
        if not left.take_out(_broken_parts(error)) and not completed:
            return ()
        completed = False
        try:
            scenario = built(left.tree, language)
        except ValidationError as still_broken:
            error = still_broken
            continue
        return tuple(
            replace(one, place=left.original(one.place))
            for one in check(scenario, tuple(attachments))
            if _still_true(one, left)
        )
    return ()


def _broken_parts(error: ValidationError) -> Iterator[Place]:
    for detail in error.errors(include_url=False, include_context=False):
        place = reached(detail["loc"]).place
        if detail["type"] == "missing":
            numbers = [index for index, step in enumerate(place) if isinstance(step, int)]
            if numbers:
                yield place[: numbers[-1] + 1]
        else:
            yield place


def _still_true(finding: Finding, left: _Left) -> bool:
    if finding.code.startswith(_OF_THE_WHOLE):
        return False
    if not finding.code.startswith(_OF_A_PLACE):
        return True
    place = left.original(finding.place)
    if any(place[: len(beside)] == beside for beside in left.beside if beside):
        return False
    text = finding.text
    return not any(f"“{word}”" in text or f"{{{word}}}" in text for word in left.words)
