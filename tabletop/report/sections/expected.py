"""Section 9: what plans or planners expected, and what evaluators saw."""

from collections.abc import Iterator

from tabletop.analysis.shares import Coverage, coverage
from tabletop.exercise.phrasing import listed
from tabletop.exercise.records import Tick
from tabletop.plots.picture import counted
from tabletop.report.content import Block, Cell, Column, Heading, Table, Tone, paragraph
from tabletop.report.sections.account import Account, entry_anchor, inject_anchor
from tabletop.report.sections.phrases import capital, part_of, was
from tabletop.scenario.model import Expected, Inject

_WORDS: dict[str, tuple[str, Tone]] = {
    "observed": ("Observed", "supports"),
    "partial": ("Observed in part", "can_accept"),
    "not_observed": ("Not observed", "objects"),
    "not_applicable": ("Not applicable", "neutral"),
    "not_assessed": ("Not assessed", "awaiting"),
}


def expected_and_observed(account: Account) -> tuple[Block, ...]:
    """Return the summary and the table of the injects that were played."""
    heading = Heading(1, "Expected and observed actions", "expected", "9")
    found = list(_expected(account))
    if not found:
        return (heading, paragraph("The injects that were played name no expected actions."))
    seen = _coverage([tick for _, _, tick in found])
    has_comments = any(tick and tick.comment for _, _, tick in found)
    columns = [
        Column("Inject", width=0.8),
        Column("Expected action", width=5),
        Column("Objective", "center", 0.9),
        Column("Seen", width=1.8),
    ]
    columns += [Column("Comment", width=2.6)] if has_comments else []
    rows = []
    before = ""
    for inject, expected, tick in found:
        row = _row(account, inject, expected, tick, is_first=inject.id != before)
        rows.append(row if has_comments else row[:-1])
        before = inject.id
    return (
        heading,
        paragraph(_introduction(seen), generated=True),
        Table(
            "Expected actions", tuple(columns), tuple(rows), dense=True, sheet="Expected actions"
        ),
    )


def _expected(account: Account) -> Iterator[tuple[Inject, Expected, Tick | None]]:
    for inject in account.scenario.injects:
        if inject.id in account.record.first_releases:
            for expected in inject.expected:
                yield inject, expected, account.state.ticks.get((inject.id, expected.id))


def _coverage(ticks: list[Tick | None]) -> Coverage:
    unticked = (None if tick is None or tick.status == "not_assessed" else tick for tick in ticks)
    return coverage(None if tick is None else tick.status for tick in unticked)


def _introduction(seen: Coverage) -> str:
    whole = seen.assessed + seen.not_applicable + seen.not_assessed
    text = f"The injects that were played name {counted(whole, 'expected action')}. {_seen(seen)}"
    if seen.not_assessed and seen.assessed:
        text += f" {seen.not_assessed} {was(seen.not_assessed)} not assessed."
    if seen.not_applicable:
        text += f" {seen.not_applicable} did not apply."
    if not seen.assessed:
        return text
    return f"{text} A departure from what was expected may be the better action."


def _seen(seen: Coverage) -> str:
    """Return what became of the actions that somebody assessed."""
    counts = (
        (seen.observed, "observed"),
        (seen.partial, "observed in part"),
        (seen.not_observed, "not observed"),
    )
    found = [(count, words) for count, words in counts if count]
    if not found:
        return "None was assessed."
    if len(found) == 1:
        count, words = found[0]
        which = part_of(count, count, "action assessed", "actions assessed")
        return f"{capital(which)} {was(count)} {words}."
    parts = [f"{count} {was(count)} {words}" for count, words in found]
    return f"Of {seen.assessed} assessed, {listed(parts)}."


def _row(
    account: Account, inject: Inject, expected: Expected, tick: Tick | None, *, is_first: bool
) -> tuple[Cell, ...]:
    words, tone = _WORDS[tick.status if tick else "not_assessed"]
    state = account.state_at(account.state.inject_run(inject.id).released_seq)
    within = f"within {expected.within:g} min" if expected.within is not None else ""
    owner = account.text(expected.owner)
    return (
        Cell(inject.id, strong=True, target=f"#{inject_anchor(inject.id)}")
        if is_first
        else Cell(filed=inject.id),
        Cell(
            account.text(expected.text, state),
            note=", ".join(part for part in (within, owner) if part),
        ),
        Cell(expected.objective or "–"),
        Cell(words, tone=tone, target=f"#{entry_anchor(tick.seq)}" if tick else ""),
        Cell(tick.comment if tick else ""),
    )
