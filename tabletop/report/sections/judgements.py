"""What seats made of the facts the author has settled: a table, and no verdict."""

from collections.abc import Iterator

from tabletop.analysis.agreement import median
from tabletop.analysis.decisions import DecisionRecord
from tabletop.analysis.shares import brier
from tabletop.exercise.records import JudgedFact
from tabletop.report.content import Block, Cell, Column, Table
from tabletop.report.sections.account import Account
from tabletop.report.sections.phrases import MISSING, index, level
from tabletop.scenario.model import Fact

_FEWEST = 3


def judged_facts(account: Account, record: DecisionRecord) -> Iterator[Block]:
    """Yield likelihood and confidence by seat and fact; nothing where nobody judged."""
    given = record.judgements
    if not given:
        return
    facts = [f for f in account.scenario.facts if any(j.fact == f.id for j in given)]
    seats = tuple(dict.fromkeys(j.role for j in given))
    columns = (Column("Seat", width=1.3), *(_head(account, fact) for fact in facts))
    found = {(j.role, j.fact): j for j in given}
    rows = [
        (Cell(seat, strong=True), *(_cell(found.get((seat, fact.id))) for fact in facts))
        for seat in seats
    ]
    rows.append(
        (Cell("Median", strong=True), *(_median(_likelihoods(given, fact)) for fact in facts))
    )
    if any(fact.answer is not None for fact in facts):
        rows.append((Cell("True in the story", strong=True), *map(_answer, facts)))
        rows.append((Cell("Brier score", strong=True), *(_score(given, fact) for fact in facts)))
    yield Table(
        f"{record.decision.id}: how likely seats thought it, in percent, with stated confidence",
        columns,
        tuple(rows),
        note="Brier score: mean squared distance from what the author settled; 0 is exact, 0.25 "
        "is what “even” gives. With this few seats it describes and does not judge.",
        dense=True,
        sheet="Judgements",
    )


def _head(account: Account, fact: Fact) -> Column:
    return Column(f"{fact.id} {account.text(fact.question)}", "center", 2)


def _likelihoods(given: tuple[JudgedFact, ...], fact: Fact) -> list[int]:
    return [j.likelihood for j in given if j.fact == fact.id]


def _cell(judged: JudgedFact | None) -> Cell:
    if judged is None:
        return Cell(MISSING)
    sure = f", {judged.confidence}" if judged.confidence else ""
    return Cell(f"{judged.likelihood}{sure}")


def _median(likelihoods: list[int]) -> Cell:
    typical = median(likelihoods)
    return Cell(level(typical), value=typical)


def _answer(fact: Fact) -> Cell:
    return Cell({True: "yes", False: "no", None: "open"}[fact.answer])


def _score(given: tuple[JudgedFact, ...], fact: Fact) -> Cell:
    likelihoods = _likelihoods(given, fact)
    if fact.answer is None or len(likelihoods) < _FEWEST:
        return Cell(MISSING)
    score = brier([one / 100 for one in likelihoods], [fact.answer] * len(likelihoods))
    return Cell(f"{index(score)}, n = {len(likelihoods)}")
