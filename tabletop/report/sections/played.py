"""How many injects were played, in the same words wherever the report says it."""

from collections.abc import Iterator

from tabletop.analysis.injects import InjectCounts
from tabletop.exercise.phrasing import listed
from tabletop.plots.picture import counted


def played_in_short(counts: InjectCounts) -> str:
    """Return the counts for the cover: “21 injects, 1 of them improvised, 1 skipped”."""
    parts = [counted(counts.played, "inject")]
    parts += [f"{counts.improvised} of them improvised"] if counts.improvised else []
    parts += [f"{counts.recalled} of them recalled"] if counts.recalled else []
    parts += [f"{counts.skipped} skipped"] if counts.skipped else []
    return ", ".join(parts)


def played_in_full(counts: InjectCounts) -> str:
    """Return the counts as sentences: what became of the plan, then what came besides."""
    parts = [f"{counts.released} {_were(counts.released)} released"]
    parts += [f"{counts.skipped} {_were(counts.skipped)} skipped"] if counts.skipped else []
    if counts.not_reached:
        parts.append(f"{counts.not_reached} {_were(counts.not_reached)} not reached")
    sentences = [f"Of {counted(counts.planned, 'planned inject')}, {listed(parts)}."]
    besides = list(_besides(counts))
    if besides:
        sentences.append(f"Besides, the table saw {listed(besides)}.")
    if counts.recalled:
        sentences.append(f"{counts.recalled} of those shown {_were(counts.recalled)} recalled.")
    return " ".join(sentences)


def _besides(counts: InjectCounts) -> Iterator[str]:
    if counts.contingencies:
        yield counted(counts.contingencies, "contingency", "contingencies")
    if counts.from_outside:
        yield counted(
            counts.from_outside, "inject of a longer version", "injects of a longer version"
        )
    if counts.improvised:
        yield counted(counts.improvised, "improvised inject")


def _were(count: int) -> str:
    return "was" if count == 1 else "were"
