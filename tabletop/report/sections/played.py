"""How many injects were played, in the same words wherever the report says it."""

from collections.abc import Iterator

from tabletop.analysis.injects import InjectCounts
from tabletop.exercise.phrasing import listed
from tabletop.plots.picture import counted
from tabletop.report.sections.phrases import capital, part_of, was


def played_in_short(counts: InjectCounts) -> str:
    """Return the counts for the cover: “21 injects, 1 of them improvised, 1 skipped”."""
    if not counts.played and not counts.skipped:
        return "No inject"
    parts = [counted(counts.played, "inject")]
    parts += [f"{counts.improvised} of them improvised"] if counts.improvised else []
    parts += [f"{counts.recalled} of them recalled"] if counts.recalled else []
    skipped = f"; {counts.skipped} more skipped" if counts.skipped else ""
    return f"{', '.join(parts)}{skipped}"


def played_in_full(counts: InjectCounts) -> str:
    """Return the counts as sentences: what became of the plan, then what came besides."""
    sentences = [_of_the_plan(counts)]
    besides = list(_besides(counts))
    if besides:
        sentences.append(f"Besides, the table saw {listed(besides)}.")
    if counts.recalled:
        sentences.append(f"{counts.recalled} of those shown {was(counts.recalled)} recalled.")
    return " ".join(sentences)


def _of_the_plan(counts: InjectCounts) -> str:
    became = (
        (counts.released, "released"),
        (counts.skipped, "skipped"),
        (counts.not_reached, "not reached"),
    )
    happened = [(count, words) for count, words in became if count]
    if not happened:
        return "No inject was planned."
    if len(happened) == 1:
        count, words = happened[0]
        which = part_of(count, counts.planned, "planned inject", "planned injects")
        return f"{capital(which)} {was(count)} {words}."
    parts = [f"{count} {was(count)} {words}" for count, words in happened]
    return f"Of {counted(counts.planned, 'planned inject')}, {listed(parts)}."


def _besides(counts: InjectCounts) -> Iterator[str]:
    if counts.contingencies:
        yield counted(counts.contingencies, "contingency", "contingencies")
    if counts.from_outside:
        yield counted(
            counts.from_outside, "inject of a longer version", "injects of a longer version"
        )
    if counts.improvised:
        yield counted(counts.improvised, "improvised inject")
