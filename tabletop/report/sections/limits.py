"""Section 10: what this report can say and what it cannot, with the data that are missing."""

from collections.abc import Iterator

from tabletop.exercise.phrasing import listed
from tabletop.plots.picture import counted
from tabletop.report.content import (
    Block,
    Heading,
    Inner,
    ItemList,
    ListItem,
    Note,
    paragraph,
    text_runs,
)
from tabletop.report.sections.account import Account
from tabletop.report.sections.cover import NOT_INTENDED
from tabletop.report.sections.outcomes import asks_everybody, unanswered
from tabletop.report.sections.phrases import capital, part_of


def limits_of_this_report(account: Account) -> tuple[Block, ...]:
    """Return the fixed statement and the list of what was not recorded."""
    missing = tuple(ListItem(text_runs(text)) for text in _missing(account))
    blocks: list[Inner] = [paragraph(_statement(account))]
    found: list[Block] = [
        Heading(1, "Limits of this report", "limits", "10"),
        Note("limits", "", tuple(blocks)),
    ]
    if missing:
        found += [Heading(2, "What was not recorded", number="10.1"), ItemList(missing)]
    return tuple(found)


def _statement(account: Account) -> str:
    seats = counted(len(account.state.seats), "seat")
    return (
        f"This report describes one {account.state.kind} with {seats}, a fictional scenario, "
        "compressed time and facilitation. Positions are those taken in role and do not represent "
        "governments or organisations. Seats influenced one another. Numbers are descriptive; "
        "with so few seats they can change by one person’s choice. They do not predict behaviour "
        "in a real crisis and are not a measure of individuals. Positions on the scale are "
        "ordered, not equally spaced."
    )


def _missing(account: Account) -> Iterator[str]:
    state, decisions = account.state, account.decisions
    if state.kind != "exercise":
        yield f"This was a {state.kind}, {NOT_INTENDED}"
    if state.started_at is not None and state.ended_at is None:
        yield "ENDEX was not recorded; the report covers what had been recorded until then."
    still_open = [d.decision.id for d in decisions if d.status == "open"]
    if still_open:
        yield f"Open at the end, without an outcome: {listed(still_open)}."
    if decisions:
        without = sum(not d.firsts for d in decisions)
        if without:
            which = part_of(without, len(decisions), "decision", "decisions")
            yield f"{capital(which)} had no silent first positions."
        missing = sum(len(unanswered(d)) for d in decisions)
        asked = sum(len(d.eligible) for d in decisions if asks_everybody(d))
        if missing:
            verb = "is" if missing == 1 else "are"
            which = part_of(missing, asked, "answer", "answers")
            yield f"{capital(which)} asked of eligible seats {verb} missing."
    unrated = [o.id for o in account.scenario.objectives if o.id not in state.ratings]
    if unrated:
        yield f"Objectives without a rating: {listed(unrated)}."
    if not account.record.participants:
        yield "No participants were entered; seats are named, people are not."
    yield "No participant feedback was recorded."
