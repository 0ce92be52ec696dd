"""Section 5, first part: all decisions at a glance, one row each."""

from collections import Counter

from tabletop.analysis.agreement import median
from tabletop.analysis.decisions import DecisionRecord
from tabletop.exercise.phrasing import listed
from tabletop.plots.picture import counted, span
from tabletop.report.content import Block, Cell, Column, Heading, Table, paragraph
from tabletop.report.sections.account import Account, decision_anchor, entry_anchor
from tabletop.report.sections.decision_sheet import decision_sheet
from tabletop.report.sections.outcomes import (
    dissent_words,
    distribution_cell,
    outcome_cell,
    unanswered,
)
from tabletop.report.sections.phrases import RULES, STATUSES, level, spread
from tabletop.report.sections.proposals import circulated_words

_COUNTED = (
    ("adopted", "adopted"),
    ("no_agreement", "without agreement"),
    ("not_requested", "without a request"),
    ("withdrawn", "withdrawn"),
    ("recorded", "recorded seat by seat"),
    ("ranked", "ranked"),
    ("open", "still open"),
    ("not_opened", "with the inject recalled"),
)


def decisions_at_a_glance(account: Account) -> tuple[Block, ...]:
    """Return the table, and after it every decision in full."""
    heading = Heading(1, "Decisions at a glance", "decisions", "5")
    if not account.decisions:
        return (heading, paragraph("No decision was opened in this exercise."))
    blocks: list[Block] = [heading, paragraph(_introduction(account), generated=True)]
    blocks += [_table(account)]
    blocks.append(Heading(2, "Each decision in full", "each-decision", "5.1"))
    for record in account.decisions:
        blocks += decision_sheet(account, record)
    return tuple(blocks)


def _introduction(account: Account) -> str:
    counts = Counter(record.status for record in account.decisions)
    whole = counted(len(account.decisions), "decision")
    if len(counts) == 1:
        every = {1: "", 2: "both "}.get(len(account.decisions), "all ")
        status = account.decisions[0].status
        sentences = [f"{whole}, {every}{dict(_COUNTED).get(status, STATUSES[status].lower())}."]
    else:
        parts = [f"{counts[status]} {words}" for status, words in _COUNTED if counts[status]]
        sentences = [f"{whole}: {listed(parts)}."]
    times = [(d.seconds, d.decision.id) for d in account.closed if d.seconds is not None]
    if len(times) > 1:
        longest, which = max(times)
        typical = median([seconds for seconds, _ in times]) or 0.0
        sentences.append(f"The longest was {which} with {span(longest)}; median {span(typical)}.")
    medians = [d.metrics.median for d in account.of_the_group if d.metrics.median is not None]
    if medians:
        scale = account.scale(account.main_scale)
        sentences.append(
            f"The median final position lay at {spread(medians)} on the scale from "
            f"{level(scale.values[0])} ({scale.title(scale.values[0])}) to "
            f"{level(scale.values[-1])} ({scale.title(scale.values[-1])})."
        )
    return " ".join(sentences)


def _table(account: Account) -> Table:
    sizes = {len(d.eligible) for d in account.decisions}
    n = f", n = {next(iter(sizes))}" if len(sizes) == 1 else ""
    columns = (
        Column("", width=0.75),
        Column("Question", width=2.3),
        Column("Rule", width=1.2),
        Column("Outcome", width=2.9),
        Column(f"Final positions{n}", width=2.3),
        Column("Time", align="right", width=1.15, unit="min"),
    )
    note = (
        "In a bar, 3 ×5 means that five seats held position 3. Time is time of play from the "
        "inject (for its second and later decisions from their opening) to the closing."
    )
    if left_out := _not_put(account):
        note = f"{note} {left_out}"
    rows = tuple(_row(account, record) for record in account.decisions)
    return Table("Decisions at a glance", columns, rows, note=note, sheet="Decisions")


def _not_put(account: Account) -> str:
    """Return which decisions of the plan never came to the table, so that no number is missed."""
    put = {record.decision.id for record in account.decisions}
    missing = [
        (decision.id, account.state.inject_run(inject.id))
        for inject in account.scenario.injects
        for decision in inject.decisions
        if decision.id not in put and not inject.contingency
    ]
    skipped = [name for name, run in missing if run.skipped]
    others = [name for name, run in missing if not run.skipped]
    parts = [f"{listed(skipped)}, with an inject that was skipped"] if skipped else []
    parts += [f"{listed(others)}, which this course did not reach"] if others else []
    return f"Not put to the table: {'; '.join(parts)}." if parts else ""


def _row(account: Account, record: DecisionRecord) -> tuple[Cell, ...]:
    decision, outcome, seconds = record.decision, record.outcome, record.seconds
    silent = unanswered(record)
    notes = [dissent_words(record)]
    if silent:
        what = "ranking" if decision.rule.kind == "ranking" else "final position"
        notes.append(f"No {what}: {', '.join(silent)}.")
    if any(not b.late for c in record.run.circulations for b in c.breaks):
        notes.append(f"{circulated_words(record)}.")
    return (
        Cell(decision.id, strong=True, target=f"#{decision_anchor(decision.id)}"),
        Cell(account.text(decision.title), note=" ".join(n for n in notes if n)),
        Cell(RULES[decision.rule.kind]),
        outcome_cell(account, record),
        distribution_cell(account, record),
        Cell(
            "open" if seconds is None else span(seconds),
            value=None if seconds is None else round(seconds / 60, 2),
            target=f"#{entry_anchor(outcome.seq)}" if outcome else "",
        ),
    )
