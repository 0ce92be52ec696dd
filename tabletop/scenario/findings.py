"""What a check has to say about a scenario: a place, a severity and a sentence for its author."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Place = tuple[str | int, ...]
Severity = Literal["error", "warning"]
# A suggestion among thousands of ids helps nobody, and would take seconds for each finding.
_MOST_COMPARED = 2_000
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
    by_folded = {name.casefold(): name for name in list(known)[:_MOST_COMPARED]}
    for form in (_as_it_looks, _by_its_letters):
        alike = [name for folded, name in by_folded.items() if form(folded) == form(word)]
        if len(alike) == 1:
            return alike[0]
    matches = get_close_matches(word.casefold(), list(by_folded), n=1, cutoff=0.6)
    return by_folded[matches[0]] if matches else None


def _as_it_looks(word: str) -> str:
    return word.casefold().translate(_LOOKALIKES)


def _by_its_letters(word: str) -> str:
    return "".join(sorted(word.casefold()))


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
