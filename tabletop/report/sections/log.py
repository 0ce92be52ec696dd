"""Annex C: the full log with both clocks, corrections beside their entries, undone ones marked."""

from collections.abc import Mapping

from tabletop.exercise.journal import Entry
from tabletop.exercise.lateness import recorded_sentence
from tabletop.exercise.phrasing import sentenced
from tabletop.exercise.records import Correction
from tabletop.report.content import Block, Cell, Column, Heading, Table, paragraph
from tabletop.report.sections.account import Account, entry_anchor


def full_log(account: Account) -> tuple[Block, ...]:
    """Return the table of every entry of the journal."""
    heading = Heading(1, "Full decision log", "annex-c", "C")
    if not account.record.entries:
        return (heading, paragraph("The journal is empty."))
    corrections: dict[int, list[Correction]] = {}
    for correction in account.state.corrections:
        corrections.setdefault(correction.corrected_seq, []).append(correction)
    columns = (
        Column("Entry", "right", 0.6),
        Column("Real", width=0.95),
        Column("Scenario", width=1.5),
        Column("What was recorded", width=8),
    )
    rows = tuple(_row(account, entry, corrections) for entry in account.record.entries)
    note = (
        "Real time counts from STARTEX, pauses included. Nothing is ever removed from the "
        "journal: corrections and undoing are entries of their own."
    )
    return (heading, Table("Journal", columns, rows, note=note, dense=True, sheet="Log"))


def _row(
    account: Account, entry: Entry, corrections: Mapping[int, list[Correction]]
) -> tuple[Cell, ...]:
    state = account.state_at(entry.seq)
    undone = entry.seq in account.state.undone
    text = recorded_sentence(entry, state, account.scenario)
    beside = "\n".join(
        f"Corrected in entry {c.seq}: {sentenced(c.text)} {sentenced(c.reason)}".strip()
        for c in corrections.get(entry.seq, ())
    )
    return (
        Cell(str(entry.seq), anchor=entry_anchor(entry.seq), value=entry.seq),
        Cell(account.real(entry.at)),
        Cell(account.story_time(state.scenario_time(entry.at))),
        Cell(
            f"Undone: {text}" if undone else text,
            note=beside,
            tone="withdrawn" if undone else None,
        ),
    )
