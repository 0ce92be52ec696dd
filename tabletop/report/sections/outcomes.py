"""What several sections say of one decision: its outcome, its spread, who stood apart."""

from collections import Counter
from collections.abc import Mapping

from tabletop.analysis.decisions import DecisionRecord
from tabletop.exercise.conditions import standing_position
from tabletop.exercise.phrasing import listed
from tabletop.exercise.records import Position
from tabletop.report.content import Cell, Segment
from tabletop.report.sections.account import Account
from tabletop.report.sections.phrases import (
    DISSENTS,
    STATUSES,
    TONES,
    level,
    of_seats,
    outcome_clause,
)


def standing_title(account: Account, record: DecisionRecord) -> str:
    """Return the title of what stands: the option, or the text that was put or circulated."""
    outcome = record.outcome
    if outcome is None:
        return ""
    title = account.option(record.decision, outcome.option)
    if title or outcome.status != "adopted":
        return title
    run = record.run
    texts = [run.circulation.text if run.circulation else "", run.proposal and run.proposal.text]
    return next((text for text in texts if text), "")


def outcome_cell(account: Account, record: DecisionRecord) -> Cell:
    """Return status with its shape, and what stands under it."""
    status = record.status
    detail = standing_title(account, record)
    if detail and status != "adopted":
        detail = f"Stands: {detail}"
    declared = record.outcome is not None and record.outcome.declared
    return Cell(
        STATUSES[status],
        detail=detail,
        note="declared by the facilitator" if declared else "",
        strong=True,
        tone=TONES[status],
    )


def outcome_words(account: Account, record: DecisionRecord) -> str:
    """Return how a decision ended as a clause: adopted “…”; still open."""
    if record.outcome is None:
        return "still open" if record.status == "open" else STATUSES[record.status].lower()
    return outcome_clause(record.outcome, standing_title(account, record))


def seats_at(record: DecisionRecord, chosen: Mapping[str, Position]) -> Mapping[float, int]:
    """Return how many seats held each position, from the lowest to the highest."""
    counts = Counter(record.positions_of(chosen).values())
    return dict(sorted(counts.items()))


def position_bar(
    account: Account, record: DecisionRecord, chosen: Mapping[str, Position]
) -> tuple[Segment, ...]:
    """Return the bar of positions in the order of the scale; empty without a scale."""
    return tuple(
        Segment(
            f"{level(value)} ×{count}" if count > 1 else level(value),
            count,
            account.shade(record.decision, value),
        )
        for value, count in seats_at(record, chosen).items()
    )


def distribution_cell(account: Account, record: DecisionRecord) -> Cell:
    """Return the final positions as a bar, or in words where there is no scale for one."""
    bar = position_bar(account, record, record.finals)
    unplaced = len(record.finals) - sum(round(segment.weight) for segment in bar)
    if bar:
        return Cell(bar=bar, note=f"{unplaced} without a place on the scale" if unplaced else "")
    if record.tally:
        return Cell(", ".join(f"{o} ×{n}" if n > 1 else o for o, n in record.tally.items()))
    if record.order:
        return Cell("Order: " + ", ".join(f"{o.place} {o.option}" for o in record.order))
    if record.decision.rule.kind == "silence":
        return Cell(note="None taken: under silence no seat has to")
    return Cell(note="No final positions")


def unanswered(record: DecisionRecord) -> tuple[str, ...]:
    """Return the eligible seats that gave no answer where one was asked for."""
    if record.decision.rule.kind in ("silence", "discussion"):
        return ()
    given = record.rankings if record.decision.rule.kind == "ranking" else record.finals
    return tuple(role for role in record.eligible if role not in given)


def differing(record: DecisionRecord) -> tuple[str, ...]:
    """Return the seats whose final position is another option than the one that stands.

    Not of a request: a seat that does not ask itself is not against another’s asking.
    """
    if record.decision.rule.kind == "on_request":
        return ()
    return tuple(role for role, p in record.finals.items() if record.differs(p))


def differing_words(record: DecisionRecord, named: str = "") -> str:
    """Return how many held, or under authority advised, another option; empty for none."""
    others = differing(record)
    if not others:
        return ""
    share = of_seats(len(others), len(record.finals))
    verb = "advised" if record.decision.rule.kind == "authority" else "held"
    when = "" if verb == "advised" else " at closing"
    return f"{share} {verb} another option{when}{named}."


def apart(record: DecisionRecord) -> tuple[str, ...]:
    """Return the seats that differed or said something against, in the order of the seats."""
    seats = {*differing(record), *(d.role for d in record.dissent)}
    return tuple(r for r in record.record.scenario.roles_by_id if r in seats)


def dissent_words(record: DecisionRecord) -> str:
    """Return who said what against: “Reservation: ITA, POL. Broke silence: FRA”."""
    found: dict[str, list[str]] = {}
    for dissent in record.dissent:
        found.setdefault(dissent.kind, []).append(dissent.role)
    sentences = []
    for kind, roles in found.items():
        seats = dict.fromkeys(roles)
        word = DISSENTS[kind].capitalize()
        many = "s" if len(seats) > 1 and kind != "silence_break" else ""
        sentences.append(f"{word}{many}: {', '.join(seats)}.")
    return " ".join(sentences)


def moved_group(account: Account, record: DecisionRecord) -> tuple[float, float] | None:
    """Return where the group stood before and after a closing, or None where it cannot be said."""
    outcome, scale = record.outcome, record.decision.scale
    if outcome is None or scale is None or not record.decision.settles:
        return None
    before = standing_position(scale, account.state_at(outcome.seq - 1))
    after = standing_position(scale, account.state_at(outcome.seq))
    return None if before is None or after is None else (before, after)


def was_asked_for(record: DecisionRecord) -> bool:
    """Whether a decision ended with what a seat asked for, without the others' consent."""
    asked = record.decision.rule.kind == "on_request" and bool(record.requested_by)
    return asked and record.status == "adopted"


def mattered_most(account: Account, count: int = 3) -> tuple[DecisionRecord, ...]:
    """Return the decisions for the summary, by the rule that the summary states.

    First what a seat asked for and nobody could block: nothing before it counts as a move, and
    yet it changed what the exercise was about. Then those that settle where the group stands, by
    how far it moved, then by how many seats stood apart; decisions that settle nothing only fill
    what is left.
    """

    def weight(record: DecisionRecord) -> tuple[bool, bool, float, int]:
        way = moved_group(account, record)
        distance = abs(way[1] - way[0]) if way else 0.0
        settles = record.decision.settles and record.decision.scale is not None
        return (was_asked_for(record), settles, distance, len(apart(record)))

    first = sorted(account.closed, key=weight, reverse=True)[:count]
    return tuple(record for record in account.closed if record in first)


def seats_named(roles: tuple[str, ...], most: int = 6) -> str:
    """Return seats by code, or how many there are when they are too many to read."""
    return listed(roles) if len(roles) <= most else f"{len(roles)} seats"
