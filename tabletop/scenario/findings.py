"""What a check has to say about a scenario: a place, a severity and a sentence for its author."""

from bisect import bisect
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from typing import Literal

Place = tuple[str | int, ...]
Severity = Literal["error", "warning"]
# A suggestion among thousands of ids helps nobody, and hundreds of them would take minutes.
_MOST_COMPARED = 2_000
# Of many words, every letter is weighed in so many on either side in a dictionary.
_MOST_BESIDE = 15
_MOST_LISTED = 10
# Typed for one another: I-O1 is I-01.
_LOOKALIKES = str.maketrans("oil", "011")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something an author can mend; an error keeps the scenario from being played."""

    place: Place
    severity: Severity
    code: str
    text: str
    # Words of the text at the place that are meant: a long text is searched for their line.
    about: str = ""

    @property
    def is_error(self) -> bool:
        """Whether the scenario cannot be played as it stands."""
        return self.severity == "error"


def error(place: Place, code: str, text: str, *, about: str = "") -> Finding:
    """Return a finding that keeps the scenario from being played."""
    return Finding(place, "error", code, text, about)


def warning(place: Place, code: str, text: str, *, about: str = "") -> Finding:
    """Return a finding that is probably not meant, but can be played."""
    return Finding(place, "warning", code, text, about)


def closest(word: str, known: Collection[str]) -> str | None:
    """Return the known word that was probably meant, or None."""
    by_folded = {name.casefold(): name for name in islice(known, _MOST_COMPARED)}
    folded = word.casefold()
    as_long = [name for name in by_folded if len(name) == len(folded)]
    for form in (_as_it_looks, _by_its_letters):
        wanted = form(folded)
        alike = [name for name in as_long if form(name) == wanted]
        if len(alike) == 1:
            return by_folded[alike[0]]
    matches = get_close_matches(folded, _likely(folded, by_folded), n=1, cutoff=0.6)
    return by_folded[matches[0]] if matches else None


def _as_it_looks(word: str) -> str:
    return word.translate(_LOOKALIKES)


def _by_its_letters(word: str) -> str:
    return "".join(sorted(word))


def _likely(word: str, names: Collection[str]) -> Collection[str]:
    """Return all of a few names, or of many those that begin or end most like a word."""
    if len(names) <= 4 * _MOST_BESIDE:
        return names
    from_behind = _beside(word[::-1], [name[::-1] for name in names])
    return [*_beside(word, names), *(name[::-1] for name in from_behind)]


def _beside(word: str, names: Iterable[str]) -> list[str]:
    """Return the words that stand beside a word in a dictionary."""
    in_order = sorted(names)
    at = bisect(in_order, word)
    return in_order[max(0, at - _MOST_BESIDE) : at + _MOST_BESIDE]


def did_you_mean(word: str, known: Collection[str]) -> str:
    """Return the end of a sentence: the word that was probably meant, or those there are."""
    if meant := closest(word, known):
        return f"; did you mean “{meant}”?"
    if not known:
        return "; there are none"
    return f"; there are: {listed(known)}"


def listed(names: Iterable[object]) -> str:
    """Return names as the middle of a sentence, the first of them if there are many."""
    words = [str(name) for name in names]
    more = ", …" if len(words) > _MOST_LISTED else ""
    return ", ".join(words[:_MOST_LISTED]) + more


def shortened(text: str, most: int = 160) -> str:
    """Return a text that may be long so that it fits in a sentence."""
    return text if len(text) <= most else f"{text[: most - 2].rstrip()} …"
