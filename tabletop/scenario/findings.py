"""What a check has to say about a scenario: a place, a severity and a sentence for its author."""

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Place = tuple[str | int, ...]
Severity = Literal["error", "warning"]
# A suggestion among thousands of ids helps nobody, and would take seconds for each finding.
_MOST_COMPARED = 2_000
_MOST_LISTED = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """Something an author can mend; an error keeps the scenario from being played."""

    place: Place
    severity: Severity
    code: str
    text: str

    @property
    def is_error(self) -> bool:
        """Whether the scenario cannot be played as it stands."""
        return self.severity == "error"


def error(place: Place, code: str, text: str) -> Finding:
    """Return a finding that keeps the scenario from being played."""
    return Finding(place, "error", code, text)


def warning(place: Place, code: str, text: str) -> Finding:
    """Return a finding that is probably not meant, but can be played."""
    return Finding(place, "warning", code, text)


def closest(word: str, known: Collection[str]) -> str | None:
    """Return the known word that was probably meant, or None."""
    by_folded = {name.casefold(): name for name in list(known)[:_MOST_COMPARED]}
    matches = get_close_matches(word.casefold(), list(by_folded), n=1, cutoff=0.6)
    return by_folded[matches[0]] if matches else None


def did_you_mean(word: str, known: Collection[str]) -> str:
    """Return the end of a sentence: the word that was probably meant, or those there are."""
    if meant := closest(word, known):
        return f"; did you mean “{meant}”?"
    if not known:
        return "; there are none"
    names = list(known)
    more = ", …" if len(names) > _MOST_LISTED else ""
    return f"; there are: {', '.join(names[:_MOST_LISTED])}{more}"
