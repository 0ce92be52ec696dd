"""Section 2: the overview table with the eleven rows of the HSEEP template."""

from collections import Counter

from tabletop.plots.picture import counted, span
from tabletop.report.content import (
    Block,
    Cell,
    Column,
    Heading,
    ItemList,
    ListItem,
    Table,
    text_runs,
)
from tabletop.report.markdown import markdown_blocks
from tabletop.report.sections.account import Account
from tabletop.report.sections.phrases import date_in_words

NOT_STATED = "Not stated in the scenario file."


def exercise_overview(account: Account) -> tuple[Block, ...]:
    """Return the table, then what the players were told before the first inject."""
    rows = (
        ("Exercise name", account.state.name or account.text(account.scenario.title)),
        ("Exercise dates", held(account)),
        ("Scope", _scope(account)),
        ("Mission area(s)", "\n".join(_texts(account, account.scenario.overview.mission_areas))),
        ("Core capabilities", "\n".join(_capabilities(account))),
        ("Objectives", "\n".join(_objectives(account))),
        ("Threat or hazard", account.text(account.scenario.overview.threat)),
        ("Scenario", _scenario(account)),
        ("Sponsor", account.text(account.scenario.overview.sponsor)),
        ("Participating organisations", _organisations(account)),
        ("Point of contact", account.text(account.scenario.overview.contact)),
    )
    return (
        Heading(1, "Exercise overview", "overview", "2"),
        Table(
            "Exercise overview",
            (Column("Item", width=1.1), Column("Entry", width=4)),
            tuple((Cell(label, strong=True), Cell(text or NOT_STATED)) for label, text in rows),
            sheet="Overview",
        ),
        *_background(account),
    )


def _texts(account: Account, texts: tuple[str, ...]) -> list[str]:
    return [account.text(text) for text in texts]


def held(account: Account) -> str:
    """Return the day and hours of the exercise, in UTC, with the time played and paused."""
    state, until = account.state, account.record.until
    if state.started_at is None:
        return "Not started"
    day, start = date_in_words(state.started_at), f"{state.started_at:%H:%M}"
    end = f"{until:%H:%M}" if until.date() == state.started_at.date() else date_in_words(until)
    paused = state.paused(until)
    pauses = f", and {span(paused)} of pauses" if paused else ""
    under_way = "" if state.ended_at else ". Still under way when this report was written"
    if state.ended_at and state.played(until) < 1:
        return f"{day}, {start} UTC: ended at once"
    return f"{day}, {start} to {end} UTC: {span(state.played(until))} of play{pauses}{under_way}"


def _scope(account: Account) -> str:
    cut = account.scenario.cut(account.state.cut)
    version = account.text(cut.title) if cut else "full version"
    scope = account.text(account.scenario.overview.scope)
    return f"Discussion-based tabletop {account.state.kind}, {version}.\n{scope}".strip()


def _capabilities(account: Account) -> list[str]:
    named = (account.text(o.capability) for o in account.scenario.objectives)
    return list(dict.fromkeys(name for name in named if name))


def _objectives(account: Account) -> list[str]:
    return [f"{o.id} {account.text(o.title)}" for o in account.scenario.objectives]


def _scenario(account: Account) -> str:
    scenario = account.scenario
    text = " ".join(account.text(scenario.summary).split())
    return text or account.text(scenario.title)


def _organisations(account: Account) -> str:
    counts = Counter(p.organisation for p in account.record.participants if p.organisation)
    seats = counted(len(account.state.seats), "seat")
    if not counts:
        return f"{seats}. No organisations were entered; see annex B."
    people = sum(counts.values())
    separator = "; " if any("," in name for name in counts) else ", "
    names = separator.join(sorted(counts))
    organisations = counted(len(counts), "organisation")
    return f"{seats}; {counted(people, 'person', 'people')} from {organisations}: {names}. Annex B."


def _background(account: Account) -> tuple[Block, ...]:
    scenario = account.scenario
    blocks: list[Block] = []
    background = account.text(scenario.background).strip()
    if background:
        blocks.append(Heading(2, "Before the first inject", number="2.1"))
        blocks += markdown_blocks(background)
    if scenario.assumptions:
        number = "2.2" if background else "2.1"
        blocks.append(Heading(2, "Assumptions", number=number))
        texts = (text_runs(account.text(text)) for text in scenario.assumptions)
        blocks.append(ItemList(tuple(ListItem(runs) for runs in texts)))
    return tuple(blocks)
