"""Section 7.3: from the silent first position to the final one."""

from collections.abc import Iterator

from tabletop.analysis.agreement import median
from tabletop.analysis.decisions import DecisionRecord
from tabletop.exercise.phrasing import listed
from tabletop.plots.picture import counted
from tabletop.plots.shift import SeatShift, Shift, position_shift
from tabletop.report.content import (
    Block,
    Cell,
    Column,
    Heading,
    Table,
    paragraph,
)
from tabletop.report.figures import drawn_only
from tabletop.report.sections.account import Account, decision_anchor
from tabletop.report.sections.phrases import capital, change, level, of_seats, part_of


def shifts(account: Account) -> Iterator[Block]:
    """Return how positions changed between the silent first round and the final one."""
    both = [d for d in account.on_scale if d.positions_of(d.firsts)]
    yield Heading(2, "From first to final position", "shifts", "7.3")
    sentences = [_changed(both)] if both else []
    without = len(account.decisions) - len(both)
    if without:
        which = part_of(without, len(account.decisions), "decision", "decisions")
        sentences.append(f"{capital(which)} had no silent first positions on this scale.")
    if sentences:
        yield paragraph(" ".join(sentences), generated=True)
    if not both:
        return
    most = max(both, key=_moved)
    if _moved(most):
        picture = position_shift(_shift_data(account, most), account.frame)
        yield drawn_only(picture, _shift_caption(most, both))
    yield Table(
        "First and final positions",
        (
            Column("Decision", width=3.2),
            Column("Seats with both", "center"),
            Column("Moved up", "center"),
            Column("Moved down", "center"),
            Column("Stayed", "center"),
            Column("Median, first → final", "center", 1.3),
            Column("Change of index", "center", 1.1),
        ),
        tuple(_shift_row(account, record) for record in both),
        note="Change of index: consensus index of the final positions less that of the first, over "
        "the seats that gave both; a dash below three of them.",
        dense=True,
        sheet="Shifts",
    )


def _changed(both: list[DecisionRecord]) -> str:
    """Return how many positions changed between the rounds, over the decisions that had both."""
    moved, given = sum(map(_moved, both)), sum(len(_steps(record)) for record in both)
    decisions = "the one decision" if len(both) == 1 else f"the {len(both)} decisions"
    verb = "was" if moved == 1 else "were"
    return (
        f"In {decisions} with a silent first round, {moved} of {counted(given, 'final position')} "
        f"{verb} another than the first."
    )


def _shift_caption(most: DecisionRecord, both: list[DecisionRecord]) -> str:
    """Return what the figure shows, and whether it stands alone in it."""
    moved = of_seats(_moved(most), len(_steps(most)))
    alike = [d.decision.id for d in both if _moved(d) == _moved(most) and d is not most]
    if alike:
        besides = f"in {listed(alike)} as many moved, in no decision more"
    else:
        besides = "in no other decision so many" if len(both) > 1 else ""
    tail = f"; {besides}" if besides else ""
    return f"{most.decision.id}, first to final position: {moved} moved{tail}"


def _steps(record: DecisionRecord) -> list[tuple[float, float]]:
    first, final = record.positions_of(record.firsts), record.positions_of(record.finals)
    return [(first[seat], final[seat]) for seat in final if seat in first]


def _moved(record: DecisionRecord) -> int:
    return sum(a != b for a, b in _steps(record))


def _shift_row(account: Account, record: DecisionRecord) -> tuple[Cell, ...]:
    steps = _steps(record)
    up, down = sum(b > a for a, b in steps), sum(b < a for a, b in steps)
    counts = (len(steps), up, down, len(steps) - up - down)
    medians = (median([a for a, _ in steps]), median([b for _, b in steps]))
    decision = record.decision
    return (
        Cell(
            f"{decision.id} {account.text(decision.title)}",
            target=f"#{decision_anchor(decision.id)}",
        ),
        *(Cell(str(count), value=count) for count in counts),
        Cell(" → ".join(level(one) for one in medians)),
        Cell(change(record.metrics.consensus_change), value=record.metrics.consensus_change),
    )


def _stance_taken(record: DecisionRecord, seat: str) -> str | None:
    """Return the stance of a seat; one that said nothing has none, unless its position supports."""
    if not (record.run.proposals or record.express_stances):
        return None
    stance = record.stances.get(seat)
    return stance if seat in record.express_stances or stance != "awaiting" else None


def _shift_data(account: Account, record: DecisionRecord) -> Shift:
    first, final = record.positions_of(record.firsts), record.positions_of(record.finals)
    seats = tuple(
        SeatShift(
            seat,
            first.get(seat),
            final.get(seat),
            _stance_taken(record, seat),
        )
        for seat in record.eligible
    )
    title = account.text(record.decision.title)
    return Shift(record.decision.id, title, seats, account.scale(record.decision.scale))
