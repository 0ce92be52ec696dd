"""Values of tags that are probably slips of the pen: tags are free words, so none is an error."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from tabletop.scenario.findings import Finding, Place, warning
from tabletop.scenario.model import Scenario

# Of shorter words, most that differ in one letter are both meant.
_SHORTEST = 3
# Many different values are numbers or names, which nobody compares.
_MOST_VALUES = 200


def tag_findings(scenario: Scenario) -> Iterator[Finding]:
    """Yield the values that stand once, a slip away from one that stands more often."""
    placed = tuple(_placed(scenario))
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, key, value in placed:
        counts[key][value] += 1
    meant = {key: _slips(values) for key, values in counts.items()}
    for place, key, value in placed:
        if likely := meant[key].get(value):
            text = (
                f"only here is the tag “{key}” “{value}”; {counts[key][likely]} other options say "
                f"“{likely}”: did you mean that?"
            )
            yield warning(place, "tag-value", text)


def _placed(scenario: Scenario) -> Iterator[tuple[Place, str, str]]:
    for number, inject in enumerate(scenario.injects):
        for turn, decision in enumerate(inject.decisions):
            for row, option in enumerate(decision.options):
                at = ("injects", number, "decisions", turn, "options", row, "tags")
                for key, value in option.tags.items():
                    yield (*at, key), key, value


def _slips(values: Counter[str]) -> Mapping[str, str]:
    """Return the values met once, each with the more frequent one that was probably meant."""
    if len(values) > _MOST_VALUES:
        return {}
    frequent = [value for value, count in values.most_common() if count > 1]
    return {
        value: likely
        for value, count in values.items()
        if count == 1
        if (likely := next((one for one in frequent if is_a_slip(value, one)), None))
    }


def is_a_slip(word: str, meant: str) -> bool:
    """Whether one wrong stroke makes a word of another; a digit more or other is meant."""
    if min(len(word), len(meant)) < _SHORTEST or word == meant:
        return False
    one, other = word.casefold(), meant.casefold()
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    start = min(len(one), len(other)) if start is None else start
    rest, wanted = one[start:], other[start:]
    if any(letter.isdigit() for letter in rest[:1] + wanted[:1]):
        return False
    swapped = rest[1:2] + rest[:1] == wanted[:2] and rest[2:] == wanted[2:]
    return swapped or rest[1:] in (wanted, wanted[1:]) or rest == wanted[1:]
