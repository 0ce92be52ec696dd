"""Section 8: dissent and minority views, in words first and in counts second."""

from collections.abc import Iterator

from tabletop.analysis.decisions import DecisionRecord
from tabletop.analysis.postures import persistent_minority
from tabletop.exercise.phrasing import listed, sentenced
from tabletop.report.content import Block, Cell, Column, Heading, Table, paragraph
from tabletop.report.sections.account import Account, decision_anchor, entry_anchor
from tabletop.report.sections.outcomes import apart, differing, shortened
from tabletop.report.sections.phrases import DISSENT_TONES, DISSENTS, MISSING, part_of, quoted
from tabletop.report.sections.what_was_put import standing_title, words_of

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
                runs_on=True,
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
    return f"{_quiet(closed)} {_persistent(closed)}".strip()


def _quiet(closed: tuple[DecisionRecord, ...]) -> str:
    """Return in how many decisions nobody said anything against."""
    loud = sum(bool(d.dissent) for d in closed)
    kinds = "objection, reservation, break of silence or regret"
    if loud == len(closed):
        every = "the one closed decision" if loud == 1 else f"each of the {loud} closed decisions"
        return f"In {every} an {kinds} was recorded."
    which = part_of(len(closed) - loud, len(closed), "closed decision", "closed decisions")
    return f"In {which} no {kinds} was recorded."


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
    texts = len(record.run.circulations)
    for one in record.dissent:
        on = f"text {one.on_text} of {texts}" if one.on_text and texts > 1 else ""
        kind = Cell(DISSENTS[one.kind], note=on, tone=DISSENT_TONES[one.kind])
        words = sentenced(one.text) or "No text was recorded."
        yield _row(record, one.role, kind, words, one.seq)
    for proposal in record.run.proposals[:-1]:
        title = words_of(account, record, proposal)
        for role, stance in proposal.stances.items():
            if stance.stance == "objects":
                earlier = Cell("objection", note="to an earlier proposal", tone="objects")
                reason = f": {stance.text}" if stance.text.strip() else ""
                words = sentenced(f"Against {quoted(title)}{reason}")
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


def _decision(record: DecisionRecord) -> Cell:
    name = record.decision.id
    return Cell(name, strong=True, target=f"#{decision_anchor(name)}")


# --- held --------------------------------------------------------------------------------------


def _held(account: Account, record: DecisionRecord) -> Iterator[Row]:
    """Yield the seats that differ; decision and outcome are written once."""
    standing = standing_title(account, record)
    for place, role in enumerate(differing(record)):
        final = record.finals[role]
        changes = sentenced(final.condition)
        yield (
            _decision(record) if place == 0 else Cell(),
            Cell(shortened(standing, _LONGEST_STANDING) if place == 0 else ""),
            Cell(role, strong=True, target=f"#{entry_anchor(final.seq)}"),
            Cell(", ".join(final.options)),
            Cell(sentenced(final.reason) or MISSING),
            Cell(changes[:1].upper() + changes[1:] or MISSING),
        )
