"""Section 7: how positions moved from decision to decision; described, never explained away."""

from collections.abc import Iterator

from tabletop.analysis.decisions import DecisionRecord
from tabletop.analysis.postures import posture_path
from tabletop.exercise.phrasing import listed
from tabletop.plots.confidence import Confidence, StatedConfidence, confidence_by_evidence
from tabletop.plots.convergence import Convergence, Point, convergence
from tabletop.plots.heat_map import Cell as HeatCell
from tabletop.plots.heat_map import Column as HeatColumn
from tabletop.plots.heat_map import HeatMap, posture_heat_map
from tabletop.plots.picture import counted
from tabletop.plots.times import DecisionTimes, SeatTime, Times, time_to_decision
from tabletop.report.content import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Table,
    paragraph,
    text_runs,
)
from tabletop.report.figures import drawn_only
from tabletop.report.sections.account import Account
from tabletop.report.sections.outcomes import asks_everybody
from tabletop.report.sections.phrases import capital, index, level, part_of
from tabletop.report.sections.shifts import shifts

_USUAL_EVIDENCE = 4


def decision_dynamics(account: Account) -> tuple[Block, ...]:
    """Return the figures with their numbers; one without data gives way to a sentence."""
    heading = Heading(1, "Decision dynamics", "dynamics", "7")
    if not account.decisions:
        return (heading, paragraph("No decision was opened, so there is nothing to follow."))
    return (
        heading,
        *_positions(account),
        *_agreement(account),
        *shifts(account),
        *_times(account),
        *_confidence(account),
    )


# --- positions ---------------------------------------------------------------------------------


def _positions(account: Account) -> Iterator[Block]:
    yield Heading(2, "Positions by seat and decision", "positions", "7.1")
    if not account.on_scale:
        yield paragraph("No seat took a position on a scale.")
        return
    left_out = [d.decision.id for d in account.decisions if d not in account.on_scale]
    sentences = [_median_way(account), _of_a_few(account)]
    if left_out:
        where = "it" if len(left_out) == 1 else "them"
        sentences.append(
            f"Left out, because no position on this scale was taken in {where}: {listed(left_out)}."
        )
    yield Paragraph(text_runs(" ".join(s for s in sentences if s)), generated=True)
    picture = posture_heat_map(heat_map_data(account), account.frame)
    yield drawn_only(picture, "Final position of every seat in every decision on the scale")
    yield from _paths(account)


def _median_way(account: Account) -> str:
    medians = [(d, d.metrics.median) for d in account.of_the_group if d.metrics.median is not None]
    if not medians:
        return ""
    (first, start), (last, end) = medians[0], medians[-1]
    if len(medians) == 1:
        return f"In {first.decision.id} the median position was {level(start)}."
    high, top = max(medians, key=lambda pair: pair[1])
    low, bottom = min(medians, key=lambda pair: pair[1])
    return (
        f"The median position was {level(start)} in {first.decision.id} and {level(end)} in "
        f"{last.decision.id}; it was lowest at {level(bottom)} ({low.decision.id}) and highest at "
        f"{level(top)} ({high.decision.id})."
    )


def _of_a_few(account: Account) -> str:
    """Return which decisions the medians leave out, though some seats noted a position in them."""
    few = [d.decision.id for d in account.of_a_few]
    if not few:
        return ""
    verb = "is" if len(few) == 1 else "are"
    return (
        f"{listed(few)} {verb} left out of the medians: under silence no seat has to take a "
        "position, and only some did."
    )


def heat_map_data(account: Account) -> HeatMap:
    """Return the grid of seats and decisions, in the order in which these were opened."""
    records = account.on_scale
    roles = account.scenario.roles_by_id
    seats = tuple(r for r in roles if any(r in d.finals or r in d.eligible for d in records))
    variable = account.scenario.state_by_id.get("evidence")
    titles = tuple((v.value, account.text(v.title)) for v in variable.levels) if variable else ()
    columns = tuple(_column(record, seats) for record in records)
    return HeatMap(seats, columns, account.scale(account.main_scale), titles)


def _column(record: DecisionRecord, seats: tuple[str, ...]) -> HeatColumn:
    first, final = record.positions_of(record.firsts), record.positions_of(record.finals)
    option = record.outcome.option if record.outcome else None
    asked = asks_everybody(record)
    return HeatColumn(
        record.decision.id,
        tuple(HeatCell(final.get(s), first.get(s), s in record.eligible, asked) for s in seats),
        record.status,
        record.decision.position_of(option),
        record.outcome.evidence if record.outcome else None,
    )


def _paths(account: Account) -> Iterator[Block]:
    """Yield the way of each seat along the scale; no seat is ranked by it."""
    rows = []
    for seat in heat_map_data(account).seats:
        taken = [d.positions_of(d.finals).get(seat) for d in account.on_scale]
        path = posture_path(taken)
        if path is not None:
            net = Cell(f"{'+' if path.net > 0 else ''}{level(path.net)}", value=path.net)
            counts = (path.up, path.down, path.reversals, len(path.positions))
            ends = (_number(path.positions[0]), _number(path.positions[-1]))
            rows.append((Cell(seat, strong=True), *ends, net, *map(_number, counts)))
    if not rows:
        return
    heads = ("First", "Last", "Net", "Steps up", "Steps down", "Turns", "Decisions")
    yield Table(
        "The way of each seat along the scale",
        (Column("Seat", width=1.2), *(Column(head, "center") for head in heads)),
        tuple(rows),
        note="In the order of the seats. A turn is a step up after a step down, or the reverse. "
        "Decisions differ in what they ask, so a step is not a change of policy.",
        dense=True,
        sheet="Paths",
    )


def _number(value: float) -> Cell:
    return Cell(level(value), value=value)


# --- agreement ---------------------------------------------------------------------------------


def _agreement(account: Account) -> Iterator[Block]:
    yield Heading(2, "Agreement and range", "agreement", "7.2")
    if not account.of_the_group:
        yield paragraph("Without positions on a scale there is no range to show.")
        return
    if left_out := _of_a_few(account):
        yield paragraph(left_out, generated=True)
    points = tuple(
        Point(
            d.decision.id,
            d.metrics.consensus,
            len(d.positions_of(d.finals)),
            d.metrics.median,
            d.metrics.minimum,
            d.metrics.maximum,
        )
        for d in account.of_the_group
    )
    if spoken := _spread_of_agreement(account):
        yield paragraph(spoken, generated=True)
    data = Convergence(points, account.scale(account.main_scale))
    yield drawn_only(
        convergence(data, account.frame),
        "Consensus index, median and range of the final positions by decision",
    )


def _spread_of_agreement(account: Account) -> str:
    """Return between which decisions the consensus index lay; empty without two of them."""
    found = [
        (d.metrics.consensus, d.decision.id)
        for d in account.of_the_group
        if d.metrics.consensus is not None
    ]
    if len(found) < 2:
        return ""
    low, high = min(found)[0], max(found)[0]
    meaning = "1 means that all seats held one position, 0 that half stood at each end."
    if index(low) == index(high):
        return f"The consensus index was {index(low)} throughout. {meaning}"
    lowest, highest = (
        listed(name for value, name in found if index(value) == index(limit))
        for limit in (low, high)
    )
    return (
        f"The consensus index lay between {index(low)} ({lowest}) and {index(high)} ({highest}); "
        f"{meaning}"
    )


# --- time --------------------------------------------------------------------------------------


def _times(account: Account) -> Iterator[Block]:
    yield Heading(2, "Time to decision", "times", "7.4")
    planned = [d for d in account.closed if d.decision.minutes and d.seconds is not None]
    slower = sum((d.seconds or 0.0) > 60 * (d.decision.minutes or 0.0) for d in planned)
    if planned:
        which = part_of(slower, len(planned), "closed decision", "closed decisions")
        yield paragraph(
            f"{capital(which)} with a planned time took longer than the minutes planned for the "
            "decision alone. The time measured here runs from the release of the inject, and so "
            "includes reading it; for an inject’s later decisions from their opening.",
            generated=True,
        )
    data = Times(tuple(_decision_times(account, record) for record in account.decisions))
    yield drawn_only(
        time_to_decision(data, account.frame), "Answers and closings in minutes of play"
    )


def _decision_times(account: Account, record: DecisionRecord) -> DecisionTimes:
    return DecisionTimes(
        record.decision.id,
        account.text(record.decision.title),
        tuple(SeatTime(seat, seconds) for seat, seconds in _answer_times(record)),
        record.seconds,
        record.decision.minutes,
    )


def _answer_times(record: DecisionRecord) -> list[tuple[str, float | None]]:
    """Return when each seat last answered; nobody is silent where no answer was asked for."""
    if record.decision.rule.kind == "ranking":
        ranked = {r.role: r.played for r in record.run.rankings if not r.late}
        return [
            (s, max(0.0, ranked[s] - record.started_played) if s in ranked else None)
            for s in record.eligible
        ]
    asked = record.eligible if asks_everybody(record) else tuple(record.finals)
    finals = record.finals
    return [(s, record.seconds_of(finals[s]) if s in finals else None) for s in asked]


# --- confidence --------------------------------------------------------------------------------


def _confidence(account: Account) -> Iterator[Block]:
    yield Heading(2, "Stated confidence and evidence", "confidence", "7.5")
    stated = [d for d in account.decisions if any(p.confidence for p in d.finals.values())]
    if not stated:
        yield paragraph("No seat stated its confidence.")
        return
    rows = tuple(
        StatedConfidence(
            d.decision.id,
            d.outcome.evidence if d.outcome else None,
            tuple(p.confidence for p in d.finals.values()),
        )
        for d in stated
    )
    evidence = (
        "; the evidence level is what the author of the scenario had released by then"
        if any(row.evidence is not None for row in rows)
        else ""
    )
    yield paragraph(
        f"Confidence is what the seats said of their own position{evidence}. {_high(stated)}",
        generated=True,
    )
    variable = account.scenario.state_by_id.get("evidence")
    most = variable.maximum if variable and variable.maximum is not None else _USUAL_EVIDENCE
    yield drawn_only(
        confidence_by_evidence(Confidence(rows, float(most)), account.frame),
        "Stated confidence of the seats beside the evidence level at closing",
    )


def _high(records: list[DecisionRecord]) -> str:
    answers = sum(len(d.finals) for d in records)
    high = sum(p.confidence == "high" for d in records for p in d.finals.values())
    return f"High confidence was stated in {high} of {counted(answers, 'answer')}."
