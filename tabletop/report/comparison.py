"""Exercises of one scenario side by side: what each table decided, how far apart it was, when.

For contrast, not for ranking: the tables are named by letters in the order they were asked for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from tabletop.analysis.decisions import DecisionRecord, decision_records
from tabletop.analysis.injects import inject_counts, inject_status
from tabletop.analysis.record import ExerciseRecord
from tabletop.exercise.phrasing import listed
from tabletop.plots.picture import Frame, counted, span
from tabletop.report.content import (
    Block,
    Cell,
    Column,
    Fact,
    Heading,
    Note,
    Report,
    Table,
    paragraph,
)
from tabletop.report.json_report import json_report
from tabletop.report.sections.account import Account
from tabletop.report.sections.cover import HANDLING, date
from tabletop.report.sections.method import short_head, software
from tabletop.report.sections.outcomes import distribution_cell, outcome_cell
from tabletop.report.sections.overview import held
from tabletop.report.sections.phrases import MISSING, level, spread
from tabletop.report.sections.played import played_in_full, played_in_short

FORMAT = "tabletop-comparison/1"
WITHOUT_MARKING = "FOR EXERCISE PURPOSES ONLY"
_MOST_COLUMNS = 12


class Incomparable(Exception):
    """These exercises cannot stand side by side; the sentence says why."""


def comparison_report(records: Sequence[ExerciseRecord]) -> Report:
    """Return the exercises side by side; raise Incomparable for those of different scenarios."""
    _check(records)
    accounts = [_account(record) for record in records]
    first = accounts[0]
    title = first.text(first.scenario.title)
    return Report(
        title=title,
        kind="Comparison of exercises",
        marking=" / ".join(dict.fromkeys(account.frame.marking for account in accounts)),
        ended=max(record.until for record in records),
        date=", ".join(dict.fromkeys(date(account) for account in accounts)),
        blocks=tuple(_blocks(accounts)),
        subtitle=f"{counted(len(accounts), 'exercise')} of one scenario side by side",
        version="Draft",
        facts=tuple(
            Fact(f"{letter(place)}  {account.state.name}", _summary(account))
            for place, account in enumerate(accounts)
        )[:6],
        handling=HANDLING,
        running_head=f"{title}, comparison of {counted(len(accounts), 'exercise')}",
        running_foot=software(),
    )


def _check(records: Sequence[ExerciseRecord]) -> None:
    if not records:
        raise Incomparable("Name two or more exercises to compare.")
    first = records[0]
    for other in records[1:]:
        if other.scenario.id != first.scenario.id:
            raise Incomparable(
                f"“{first.state.name}” was played with the scenario {first.scenario.id} and "
                f"“{other.state.name}” with {other.scenario.id}; only exercises of one scenario "
                "can be compared."
            )


def _account(record: ExerciseRecord) -> Account:
    marking = Account(record, Frame("")).text(record.scenario.marking).strip()
    return Account(record, Frame(marking or WITHOUT_MARKING))


def letter(place: int) -> str:
    """Return A to Z, then A2 to Z2, and so on."""
    return chr(ord("A") + place % 26) + (str(place // 26 + 1) if place >= 26 else "")


def _summary(account: Account) -> str:
    adopted = sum(record.status == "adopted" for record in account.decisions)
    decisions = counted(len(account.decisions), "decision")
    injects = played_in_short(inject_counts(account.record))
    return f"{date(account)}\n{injects}\n{decisions}, {adopted} adopted"


def _blocks(accounts: Sequence[Account]) -> Iterator[Block]:
    yield Heading(1, "The exercises", "exercises", "1")
    yield _exercises(accounts)
    yield Note("limits", "", (paragraph(_limits(accounts)),))
    yield Heading(1, "Decisions side by side", "decisions", "2")
    yield from _decisions(accounts)
    yield Heading(1, "Median position by decision", "medians", "3")
    yield from _medians(accounts)
    yield Heading(1, "Injects played", "injects", "4")
    yield from _injects(accounts)


def _exercises(accounts: Sequence[Account]) -> Table:
    columns = (
        Column("", width=0.4),
        Column("Exercise", width=2.2),
        Column("Held", width=3.4),
        Column("Seats", "center", 0.8),
        Column("Version", width=1.4),
        Column("Record", width=2.2),
    )
    rows = tuple(
        (
            Cell(letter(place), strong=True),
            Cell(account.state.name, note=account.state.kind),
            Cell(held(account)),
            Cell(str(len(account.state.seats)), value=len(account.state.seats)),
            Cell(_version(account)),
            Cell(f"{account.record.head.seq} entries", note=f"head {short_head(account)}"),
        )
        for place, account in enumerate(accounts)
    )
    return Table("Exercises compared", columns, rows, sheet="Exercises")


def _version(account: Account) -> str:
    cut = account.scenario.cut(account.state.cut)
    return f"{account.scenario.version} {account.text(cut.title) if cut else 'full'}".strip()


def _limits(accounts: Sequence[Account]) -> str:
    text = (
        "The tables were different people on different days. What differs between them may come "
        "from the people, the facilitation or the hour; the comparison shows contrast and ranks "
        "nobody."
    )
    if len({account.record.package.sha256 for account in accounts}) > 1:
        text += (
            " The exercises were not played with the same text of the scenario: its file differed."
        )
    return text


# --- decisions ---------------------------------------------------------------------------------


def _decision_ids(accounts: Sequence[Account]) -> list[str]:
    """Return the decisions that at least one table had before it, in the order of the file."""
    opened = {record.decision.id for account in accounts for record in account.decisions}
    ids = (i for account in accounts for i in account.scenario.decisions_by_id)
    return [decision for decision in dict.fromkeys(ids) if decision in opened]


def _record_of(account: Account, decision_id: str) -> DecisionRecord | None:
    found = (r for r in account.decisions if r.decision.id == decision_id)
    return next(found, None)


def _decisions(accounts: Sequence[Account]) -> Iterator[Block]:
    ids = _decision_ids(accounts)
    if not ids:
        yield paragraph("No decision was opened in any of these exercises.")
        return
    columns = (
        Column("Decision", width=2.4),
        Column("", width=0.4),
        Column("Outcome", width=2.8),
        Column("Final positions", width=2.6),
        Column("Median", "center", 0.8),
        Column("Time", "right", 0.8),
    )
    rows = tuple(
        _decision_row(account, decision, place)
        for decision in ids
        for place, account in enumerate(accounts)
    )
    yield Table(
        "Decisions by exercise",
        columns,
        rows,
        note="In a bar, 3 ×5 means that five seats held position 3. Time is time of play to the "
        "closing.",
        dense=True,
        sheet="Decisions",
    )


def _decision_row(account: Account, decision_id: str, place: int) -> tuple[Cell, ...]:
    decision = account.scenario.decisions_by_id.get(decision_id)
    title = f"{decision_id} {account.text(decision.title)}" if decision else decision_id
    head = (Cell(title if place == 0 else "", strong=True), Cell(letter(place), strong=True))
    record = _record_of(account, decision_id)
    if record is None:
        return (*head, Cell("Not put to this table"), Cell(), Cell(MISSING), Cell(MISSING))
    metrics, seconds = record.metrics, record.seconds
    median = Cell(level(metrics.median), value=metrics.median)
    time = Cell(MISSING if seconds is None else span(seconds))
    return (*head, outcome_cell(account, record), distribution_cell(account, record), median, time)


def _medians(accounts: Sequence[Account]) -> Iterator[Block]:
    ids = [d for d in _decision_ids(accounts) if any(_median(a, d) is not None for a in accounts)]
    if not ids:
        yield paragraph("In none of these exercises did a seat take a position on a scale.")
        return
    for start in range(0, len(accounts), _MOST_COLUMNS):
        part = list(enumerate(accounts))[start : start + _MOST_COLUMNS]
        columns = (
            Column("Decision", width=4),
            *(Column(letter(place), "center") for place, _ in part),
        )
        rows = tuple(
            (
                Cell(f"{decision} {_title(accounts, decision)}", strong=True),
                *(_median_cell(account, decision) for _, account in part),
            )
            for decision in ids
        )
        note = "A dash: no position was taken. Under each median the range of positions."
        yield Table("Median final position", columns, rows, note=note, dense=True, sheet="Medians")


def _title(accounts: Sequence[Account], decision_id: str) -> str:
    titles = (
        account.text(account.scenario.decisions_by_id[decision_id].title)
        for account in accounts
        if decision_id in account.scenario.decisions_by_id
    )
    return next(titles, "")


def _median(account: Account, decision_id: str) -> float | None:
    record = _record_of(account, decision_id)
    return None if record is None else record.metrics.median


def _median_cell(account: Account, decision_id: str) -> Cell:
    record, median = _record_of(account, decision_id), _median(account, decision_id)
    if record is None or median is None:
        return Cell(MISSING)
    positions = tuple(record.positions_of(record.finals).values())
    shade = account.shade(record.decision, median)
    return Cell(level(median), detail=spread(positions), shade=shade, value=median)


# --- injects -----------------------------------------------------------------------------------


def _injects(accounts: Sequence[Account]) -> Iterator[Block]:
    ids = list(dict.fromkeys(i.id for account in accounts for i in account.scenario.injects))
    if not ids:
        yield paragraph("The scenario has no injects.")
        return
    for place, account in enumerate(accounts):
        yield paragraph(f"{letter(place)}: {played_in_full(inject_counts(account.record))}")
    for start in range(0, len(accounts), _MOST_COLUMNS):
        part = list(enumerate(accounts))[start : start + _MOST_COLUMNS]
        columns = (
            Column("Inject", width=0.9),
            Column("Title", width=4),
            *(Column(letter(place), width=1.3) for place, _ in part),
        )
        rows = tuple(
            (
                Cell(inject, strong=True),
                Cell(_inject_title(accounts, inject)),
                *(Cell(_status(account, inject)) for _, account in part),
            )
            for inject in ids
        )
        yield Table("Injects by exercise", columns, rows, dense=True, sheet="Injects")
    improvised = [
        f"{letter(place)}: {listed(account.record.improvised)}"
        for place, account in enumerate(accounts)
        if account.record.improvised
    ]
    if improvised:
        yield paragraph(f"Improvised on the day: {'; '.join(improvised)}.")


def _inject_title(accounts: Sequence[Account], inject_id: str) -> str:
    titles = (
        account.text(account.scenario.injects_by_id[inject_id].title)
        for account in accounts
        if inject_id in account.scenario.injects_by_id
    )
    return next(titles, "")


def _status(account: Account, inject_id: str) -> str:
    if inject_id not in account.scenario.injects_by_id:
        return "not in its scenario"
    return inject_status(account.record, inject_id).replace("_", " ")


# --- JSON --------------------------------------------------------------------------------------


def comparison_json(records: Sequence[ExerciseRecord]) -> dict[str, Any]:
    """Return the comparison as JSON values; the parts are those of ``tabletop-report/1``."""
    _check(records)
    reports = [json_report(record) for record in records]
    ids = dict.fromkeys(d.decision.id for record in records for d in decision_records(record))
    return {
        "format": FORMAT,
        "scenario": {"id": records[0].scenario.id, "title": reports[0]["scenario"]["title"]},
        "exercises": [
            {**report["exercise"], "scenario": report["scenario"], "journal": report["journal"]}
            for report in reports
        ],
        "decisions": [
            {"id": decision, "exercises": [_json_decision(report, decision) for report in reports]}
            for decision in ids
        ],
        "injects": [
            {
                "exercise": report["exercise"]["id"],
                "counts": asdict(inject_counts(record)),
                "played": [
                    {"id": inject["id"], "status": inject["status"]} for inject in report["injects"]
                ],
            }
            for record, report in zip(records, reports, strict=True)
        ],
    }


_KEPT = (
    "status",
    "option",
    "text",
    "computed",
    "declared",
    "eligible",
    "answered",
    "tally",
    "evidence",
)


def _json_decision(report: dict[str, Any], decision_id: str) -> dict[str, Any]:
    name = report["exercise"]["id"]
    for decision in report["decisions"]:
        if decision["id"] == decision_id:
            kept = {key: decision[key] for key in _KEPT}
            return {"exercise": name, **kept, "metrics": decision["metrics"]}
    return {"exercise": name, "status": "not_opened"}
