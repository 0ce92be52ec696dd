"""Section 8: dissent and minority views, in words first and in counts second."""

from collections.abc import Iterable, Iterator

from tabletop.analysis.decisions import DecisionRecord
from tabletop.analysis.postures import persistent_minority
from tabletop.exercise.phrasing import listed, sentenced
from tabletop.exercise.records import StanceRecord
from tabletop.report.content import Block, Cell, Column, Heading, Table, paragraph
from tabletop.report.sections.account import Account, decision_anchor, entry_anchor
from tabletop.report.sections.outcomes import apart, differing, shortened
from tabletop.report.sections.phrases import DISSENT_TONES, DISSENTS, MISSING, part_of, quoted
from tabletop.report.sections.what_was_put import standing_title, words_of

Row = tuple[Cell, ...]
_LONGEST_STANDING = 90
_AGAINST = {"objects": "objection", "reservation": "reservation"}


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
                    Column("What stands", width=2.2),
                    Column("Seat", width=0.7),
                    Column("Held", width=2.3),
                    Column("Reason", width=3),
                    Column("What would have changed it", width=2.1),
                ),
                tuple(held),
                note="A seat that held another option may well have let the outcome pass; its "
                "stance, where it took one, stands in section 5. Left out: requests, which need "
                "nobody’s consent, and what was noted before a text went under silence.",
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
        return f"In {every} an {kinds} stood at closing."
    which = part_of(len(closed) - loud, len(closed), "closed decision", "closed decisions")
    return f"In {which} no {kinds} stood at closing."


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
    shares = []
    for seat in seats:
        asked = [stood[seat] for stood in decisions if seat in stood]
        shares.append(f"{seat} ({sum(asked)} of {len(asked)})")
    each = "the" if len(seats) == 1 else "each"
    return (
        f"In half or more of the decisions that ended with an option and in which {each} seat took "
        f"a position, {listed(shares)} held another option or said something against."
    )


# --- said --------------------------------------------------------------------------------------


def _said(account: Account, record: DecisionRecord) -> Iterator[Row]:
    texts = len(record.run.circulations)
    for one in record.dissent:
        on = f"text {one.on_text} of {texts}" if one.on_text and texts > 1 else ""
        words = sentenced(one.text) or "No text was recorded."
        yield _row(record, one.role, _kind(one.kind, on), words, one.seq)
    for proposal in record.run.proposals[:-1]:
        title = words_of(account, record, proposal)
        for role, stance in proposal.stances.items():
            against = _AGAINST.get(stance.stance)
            if against is not None:
                reason = f": {stance.text}" if stance.text.strip() else ""
                words = sentenced(f"On {quoted(title)}{reason}")
                earlier = _kind(against, "to an earlier proposal")
                yield _row(record, role, earlier, words, stance.seq)
    for stance in _lifted(account, record):
        words = sentenced(stance.text) or "No text was recorded."
        lifted = _kind(_AGAINST[stance.stance], "lifted before closing")
        yield _row(record, stance.role, lifted, words, stance.seq)


def _lifted(account: Account, record: DecisionRecord) -> Iterable[StanceRecord]:
    """Return what seats said against the proposal in hand and gave up before the closing."""
    in_hand = record.run.proposals[-1] if record.run.proposals else None
    if in_hand is None:
        return ()
    said = (
        one
        for one in record.run.stance_log
        if one.stance in _AGAINST
        and one.played >= in_hand.played
        and not one.late
        and one.seq not in account.state.undone
    )
    # Of a stance taken twice, at first without its words, the last one counts.
    last = {(one.role, one.stance): one for one in said}
    return [
        one
        for (role, stance), one in last.items()
        if role in in_hand.stances and in_hand.stances[role].stance != stance
    ]


def _kind(kind: str, note: str) -> Cell:
    return Cell(DISSENTS[kind], note=note, tone=DISSENT_TONES[kind])


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
    stands = shortened(standing_title(account, record), _LONGEST_STANDING)
    for place, role in enumerate(differing(record)):
        final = record.finals[role]
        changes = sentenced(final.condition)
        yield (
            _decision(record) if place == 0 else Cell(filed=record.decision.id),
            Cell(stands) if place == 0 else Cell(filed=stands),
            Cell(role, strong=True, target=f"#{entry_anchor(final.seq)}"),
            Cell("\n".join(_held_option(account, record, option) for option in final.options)),
            Cell(sentenced(final.reason) or MISSING),
            Cell(changes[:1].upper() + changes[1:] or MISSING),
        )


def _held_option(account: Account, record: DecisionRecord, option: str) -> str:
    title = account.option(record.decision, option)
    return f"{option}: {shortened(title, _LONGEST_STANDING)}" if title else option
