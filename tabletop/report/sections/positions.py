"""What every seat did in one decision: positions with their reasons, rankings."""

from collections.abc import Iterator

from tabletop.analysis.decisions import DecisionRecord
from tabletop.exercise.phrasing import condition_word, sentenced
from tabletop.exercise.records import Position
from tabletop.report.content import Block, Cell, Column, Table
from tabletop.report.sections.account import Account, entry_anchor
from tabletop.report.sections.phrases import MISSING, STANCE_TONES, STANCES, level
from tabletop.scenario.rules import Authority, Each


def positions_of_seats(record: DecisionRecord) -> Iterator[Block]:
    """Yield the table of the seats; nothing where no seat said anything."""
    seats = _seats(record)
    if not seats:
        return
    has_first = bool(record.run.standing("first"))
    has_stance = bool(record.express_stances) or bool(record.run.proposals)
    has_confidence = any(p.confidence for p in record.run.positions)
    longest = max((len(o) for p in record.run.positions for o in p.options), default=1)
    wide = 2.2 if _several(record) else min(2.0, 0.75 + longest / 8)
    columns = [Column("Seat", width=0.95)]
    columns += [Column("First", width=wide)] if has_first else []
    columns.append(Column("Final", width=wide))
    columns += [Column("Stance", width=1.6)] if has_stance else []
    columns += [Column("Confidence", width=1.45)] if has_confidence else []
    columns.append(Column("In its own words", width=6))
    rows = []
    for role in seats:
        row = [_seat(record, role)]
        row += [_position(record, role, "first")] if has_first else []
        row.append(_position(record, role, "final"))
        row += [_stance(record, role)] if has_stance else []
        row += [_confidence(record, role)] if has_confidence else []
        row.append(_words(record, role))
        rows.append(tuple(row))
    yield Table(
        f"{record.decision.id}: positions by seat",
        tuple(columns),
        tuple(rows),
        note=_note(record),
        dense=True,
        sheet="Positions by seat",
    )


def _several(record: DecisionRecord) -> bool:
    return isinstance(record.decision.rule, Each) and record.decision.rule.several


def _seats(record: DecisionRecord) -> tuple[str, ...]:
    """Return the eligible seats, and others that said something, in the order of the scenario.

    Without a position none: reservations under silence stand beside their text.
    """
    said = {p.role for p in record.run.positions if not p.withdrawn}
    if not said and record.run.circulations:
        return ()
    said |= set(record.run.standing_stances)
    if not said:
        return ()
    eligible = set(record.eligible) if record.run.positions else set()
    return tuple(r for r in record.record.scenario.roles_by_id if r in said | eligible)


def _seat(record: DecisionRecord, role: str) -> Cell:
    notes = []
    if role not in record.eligible:
        notes.append("not eligible")
    elif isinstance(record.decision.rule, Authority):
        notes.append("advises" if record.is_advice(role) else "decides")
    return Cell(role, note=", ".join(notes), strong=True)


def _standing(record: DecisionRecord, role: str, round_: str) -> Position | None:
    return record.run.standing("first" if round_ == "first" else "final").get(role)


def _position(record: DecisionRecord, role: str, round_: str) -> Cell:
    position = _standing(record, role, round_)
    if position is None:
        return Cell(MISSING)
    place = record.decision.position_of(position.option)
    marks = ["given before the opening" if position.early else ""]
    marks.append("inject was recalled" if position.on_recalled else "")
    text = "abstains" if position.abstained else ", ".join(position.options)
    if place is not None and not _several(record) and level(place) != text:
        text = f"{text} ({level(place)})"
    return Cell(
        text,
        note=", ".join(mark for mark in marks if mark),
        strong=round_ == "final",
        target=f"#{entry_anchor(position.seq)}",
    )


def _stance(record: DecisionRecord, role: str) -> Cell:
    stance = record.stances.get(role)
    if stance is None:
        return Cell(MISSING)
    if role in record.express_stances:
        return Cell(STANCES[stance], tone=STANCE_TONES[stance])
    if stance == "supports":
        return Cell(STANCES[stance], note="by its position", tone=STANCE_TONES[stance])
    # Nobody said that it waits for its capital: only an express stance is one.
    return Cell("none taken", tone=STANCE_TONES[stance])


def _confidence(record: DecisionRecord, role: str) -> Cell:
    first, final = _standing(record, role, "first"), _standing(record, role, "final")
    stated = [p.confidence or MISSING for p in (first, final) if p is not None]
    if not stated:
        return Cell(MISSING)
    return Cell(" → ".join(stated) if len(set(stated)) > 1 else stated[0])


def _words(record: DecisionRecord, role: str) -> Cell:
    """Return what a seat said: reason, then condition and reservation, then what came late."""
    first, final = _standing(record, role, "first"), _standing(record, role, "final")
    stance = record.run.standing_stances.get(role)
    text = sentenced(final.reason) if final else ""
    details = []
    if first and first.reason and not (final and final.reason == first.reason):
        details.append(f"At first: {sentenced(first.reason)}")
    if final and final.condition:
        details.append(f"{condition_word(record.decision.rule)}: {sentenced(final.condition)}")
    if final and final.reservation:
        details.append(f"Reservation: {sentenced(final.reservation)}")
    if stance and stance.text:
        details.append(f"{STANCES[stance.stance].capitalize()}: {sentenced(stance.text)}")
    late = [p for p in record.run.positions if p.role == role and p.late and not p.withdrawn]
    notes = [f"Late, counts for nothing: {', '.join(p.options)}. {p.reason}".strip() for p in late]
    return Cell(text, detail="\n".join(details), note="\n".join(notes))


def _note(record: DecisionRecord) -> str:
    changed = sum(
        1
        for role in record.finals
        if len({p.option for p in record.run.positions if p.role == role and p.round == "final"})
        > 1
    )
    notes = []
    if changed:
        seats = "1 seat" if changed == 1 else f"{changed} seats"
        notes.append(f"{seats} changed a final position before closing; the log keeps each.")
    if record.decision.first_round and not record.firsts:
        notes.append("A first round was planned; no first positions were taken.")
    return " ".join(notes)


# --- rankings ----------------------------------------------------------------------------------


def rankings(account: Account, record: DecisionRecord) -> Iterator[Block]:
    """Yield the order of the options with the rank each seat gave them."""
    if not record.order:
        return
    seats = tuple(record.rankings)
    columns = (
        Column("Place", "center", 0.7),
        Column("Option", width=3.4),
        Column("Rank sum", "center", 0.8),
        *(Column(seat, "center", 0.6) for seat in seats),
    )
    rows = tuple(
        (
            Cell(str(ranked.place), strong=True, value=ranked.place),
            Cell(account.option(record.decision, ranked.option)),
            Cell(str(ranked.rank_sum), value=ranked.rank_sum),
            *(_rank(record, seat, ranked.option) for seat in seats),
        )
        for ranked in record.order
    )
    title = f"{record.decision.id}: order of the options, with the rank each seat gave"
    yield Table(title, columns, rows, dense=True, sheet="Rankings")


def _rank(record: DecisionRecord, seat: str, option: str) -> Cell:
    rank = record.rankings[seat].index(option) + 1
    return Cell(str(rank), value=rank)
