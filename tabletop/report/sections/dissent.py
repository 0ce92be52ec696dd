"""Section 8: dissent and minority views, in words first and in counts second."""

from collections.abc import Iterator

from tabletop.analysis.decisions import DecisionRecord
from tabletop.analysis.postures import persistent_minority
from tabletop.exercise.phrasing import listed
from tabletop.plots.picture import counted
from tabletop.report.content import Block, Cell, Column, Heading, Table, paragraph
from tabletop.report.sections.account import Account, decision_anchor, entry_anchor
from tabletop.report.sections.outcomes import apart, differing
from tabletop.report.sections.phrases import DISSENT_TONES, DISSENTS, MISSING, sentenced

Row = tuple[Cell, ...]
_LONGEST_STANDING = 90


def dissent_and_minority_views(account: Account) -> tuple[Block, ...]:
    """Return what was said against, then who held another option at closing."""
    heading = Heading(1, "Dissent and minority views", "dissent", "8")
    said = [row for record in account.decisions for row in _said(account, record)]
    held = [row for record in account.closed for row in _held(account, record)]
    blocks: list[Block] = [heading, paragraph(_introduction(account), generated=True)]
    if said:
        blocks.append(
            Table(
                "Reservations, objections, breaks of silence and regrets",
                (
                    Column("Decision", width=0.9),
                    Column("Seat", width=0.7),
                    Column("Kind", width=1.6),
                    Column("In its own words", width=4.2),
                    Column("What would have changed it", width=2.6),
                ),
                tuple(said),
                sheet="Dissent",
            )
        )
    if held:
        blocks.append(
            Table(
                "Seats that held another option than the one that stands",
                (
                    Column("Decision", width=0.9),
                    Column("What stands", width=2.6),
                    Column("Seat", width=0.7),
                    Column("Held", width=0.8),
                    Column("Reason", width=3.6),
                    Column("What would have changed it", width=2.4),
                ),
                tuple(held),
                note="A seat that held another option may well have let the outcome pass; its "
                "stance, where it took one, stands in section 5.",
                dense=True,
                sheet="Minority",
            )
        )
    return tuple(blocks)


def _introduction(account: Account) -> str:
    closed = account.closed
    if not closed:
        return "No decision was closed, so no view was in the minority."
    clean = [d for d in closed if not d.dissent]
    whole = counted(len(closed), "closed decision")
    quiet = (
        f"In {len(clean)} of {whole} no objection, reservation, break of silence or regret was "
        "recorded."
    )
    return f"{quiet} {_persistent(closed)}".strip()


def _persistent(closed: tuple[DecisionRecord, ...]) -> str:
    """Return a sentence on seats that stood apart again and again, if it can be said at all."""
    had_a_say = [d for d in closed if d.outcome and d.outcome.option is not None and d.finals]
    decisions = [{seat: seat in apart(d) for seat in d.finals} for d in had_a_say]
    seats = persistent_minority(decisions)
    if seats is None:
        return ""
    if not seats:
        return (
            f"No seat stood apart in half or more of the {len(decisions)} decisions that ended "
            "with an option and in which it took a position."
        )
    verb = "stood" if len(seats) == 1 else "each stood"
    return (
        f"{listed(seats)} {verb} apart (another option, or something said against) in at least "
        "half of the decisions that ended with an option and in which the seat took a position."
    )


# --- said --------------------------------------------------------------------------------------


def _said(account: Account, record: DecisionRecord) -> Iterator[Row]:
    for one in record.dissent:
        kind = Cell(DISSENTS[one.kind], tone=DISSENT_TONES[one.kind])
        words = sentenced(one.text) or "No text was recorded."
        yield _row(record, one.role, kind, words, _seq(record, one.role))
    for proposal in record.run.proposals[:-1]:
        title = account.option(record.decision, proposal.option) or proposal.text
        for role, stance in proposal.stances.items():
            if stance.stance == "objects":
                earlier = Cell("objection", note="to an earlier proposal", tone="objects")
                words = f"Against “{title.strip('“”')}”: {sentenced(stance.text)}"
                yield _row(record, role, earlier, words, stance.seq)


def _row(record: DecisionRecord, role: str, kind: Cell, words: str, seq: int) -> Row:
    final = record.run.standing("final").get(role)
    changes = sentenced(final.condition) if final and final.condition else MISSING
    return (
        _decision(record),
        Cell(role, strong=True, target=f"#{entry_anchor(seq)}"),
        kind,
        Cell(words),
        Cell(changes[:1].upper() + changes[1:]),
    )


def _seq(record: DecisionRecord, role: str) -> int:
    """Return the entry in which a seat said it: its stance, its break, or its position."""
    stance = record.run.standing_stances.get(role)
    if stance is not None:
        return stance.seq
    breaks = [b.seq for c in record.run.circulations for b in c.breaks if b.role == role]
    if breaks:
        return breaks[-1]
    final = record.run.standing("final").get(role)
    return final.seq if final else 0


def _decision(record: DecisionRecord) -> Cell:
    name = record.decision.id
    return Cell(name, strong=True, target=f"#{decision_anchor(name)}")


# --- held --------------------------------------------------------------------------------------


def _held(account: Account, record: DecisionRecord) -> Iterator[Row]:
    """Yield the seats that differ; decision and outcome are written once."""
    standing = account.option(record.decision, record.outcome.option if record.outcome else None)
    for place, role in enumerate(differing(record)):
        final = record.finals[role]
        changes = sentenced(final.condition)
        yield (
            _decision(record) if place == 0 else Cell(),
            Cell(_shortened(standing) if place == 0 else ""),
            Cell(role, strong=True, target=f"#{entry_anchor(final.seq)}"),
            Cell(", ".join(final.options)),
            Cell(sentenced(final.reason) or MISSING),
            Cell(changes[:1].upper() + changes[1:] or MISSING),
        )


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST_STANDING:
        return text
    return f"{text[:_LONGEST_STANDING].rsplit(' ', 1)[0]} …"
