"""How much an SVG picture draws once every reference within it is followed.

Ten groups that each use the one before ten times are a kilobyte of text and ten thousand million
shapes: whoever shows the picture hangs. So the shapes are counted before anything is drawn.
"""

import re
from collections import Counter
from collections.abc import Mapping

_MOST_SHAPES = 100_000
_REFERENCE = re.compile(r"url\(\s*[\"']?\s*#([^\"')\s]+)")
_OUTERMOST = ""


class References:
    """Takes the elements of a picture one by one; ``is_endless`` says what came of it."""

    def __init__(self) -> None:
        self._inside = [_OUTERMOST]
        self._shapes: Counter[str] = Counter()
        # For each element with an id: what it holds or draws, and how often.
        self._draws: dict[str, Counter[str]] = {_OUTERMOST: Counter()}

    def started(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note the beginning of an element, its tag in small letters."""
        name = attributes.get("id", "")
        if name and name not in self._draws:
            self._draws[self._inside[-1]][name] += 1
            self._draws[name] = Counter()
            self._inside.append(name)
        else:
            self._inside.append(self._inside[-1])
        here = self._inside[-1]
        self._shapes[here] += 1
        for key, value in attributes.items():
            if tag == "use" and key.endswith("href"):
                self._draws[here][value.strip().removeprefix("#")] += 1
            for target in _REFERENCE.findall(value):
                self._draws[here][target] += 1

    def ended(self) -> None:
        """Note the end of the element that was begun last."""
        self._inside.pop()

    def is_endless(self) -> bool:
        """Whether the picture draws itself, or far more shapes than pictures have."""
        total: dict[str, int] = {}
        waiting, under_way = [_OUTERMOST], set[str]()
        while waiting:
            name = waiting[-1]
            if name in total:
                waiting.pop()
                continue
            draws = {one: times for one, times in self._draws[name].items() if one in self._draws}
            missing = [one for one in draws if one not in total]
            if not missing:
                shapes = sum(times * total[one] for one, times in draws.items())
                total[name] = min(self._shapes[name] + shapes, _MOST_SHAPES + 1)
                waiting.pop()
            elif name in under_way:
                return True  # what it lacks is what lies around it
            else:
                under_way.add(name)
                waiting.extend(missing)
        return total[_OUTERMOST] > _MOST_SHAPES
