"""A scenario for the start page, and the page filled in as on the morning of an exercise."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING

from tabletop.gui.start.looking import Plan
from tabletop.gui.start.preflight import Machine
from tabletop.scenario.findings import warning
from tabletop.scenario.model import Card, Decision, Inject, Option, Role, Scenario
from tabletop.scenario.package import ScenarioPackage
from tabletop.scenario.rules import Discussion
from tests.gui.library.samples import CALM_FRONT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tabletop.gui.start.page import StartPage
    from tabletop.gui.theme.theme import Theme

DELEGATIONS = (
    ("TUR", "Türkiye"),
    ("USA", "United States"),
    ("GBR", "United Kingdom"),
    ("FRA", "France"),
    ("DEU", "Germany"),
    ("ITA", "Italy"),
    ("POL", "Poland"),
    ("ROU", "Romania"),
    ("GRC", "Greece"),
    ("NLD", "Netherlands"),
)
CARDS = ("Frontline", "Cautious", "Evidence first", "Cohesion", "Provider", "Bridge-builder")
SPREADSHEET = (
    "TUR\tA. Demir\tMinistry of Foreign Affairs\n"
    "USA\tJ. Carter\tDefence Department\n"
    "GBR\tH. Shaw\tCabinet Office\n"
    "FRA\tC. Laurent\tPermanent Delegation\n"
    "DEU\tM. Vogel\tFederal Foreign Office\n"
    "POL\tK. Nowak\tMinistry of Defence\n"
    "ROU\tI. Popa\tMinistry of Defence\n"
    "GRC\tE. Nikou\tMinistry of Foreign Affairs\n"
    "NLD\tS. de Wit\tPermanent Delegation\n"
)


def chance(seed: int) -> Random:
    """Return what cards are drawn with, the same every time."""
    return Random(seed)  # noqa: S311 (cards for a table)


def scenario() -> Scenario:
    """Return a scenario with ten delegations, a chair, and cards, one of them for Türkiye only."""
    own = Card(id="affected", title="Affected Ally", only=("TUR",))
    cards = tuple(Card(id=title.lower().replace(" ", "-"), title=title) for title in CARDS)
    decision = Decision(
        id="D1",
        title="Form",
        rule=Discussion(kind="discussion"),
        options=(Option(id="a", title="A"),),
    )
    return Scenario(
        tabletop=1,
        id="calm-front",
        title="Calm Front",
        starts=datetime(2031, 3, 4, 6, tzinfo=UTC),
        roles=(
            Role(id="SG", title="Secretary General", kind="chair"),
            *(Role(id=code, title=name, decides=True) for code, name in DELEGATIONS),
        ),
        cards=(own, *cards),
        injects=(Inject(id="I-01", title="A flash", decisions=(decision,)),),
    )


def package() -> ScenarioPackage:
    """Return the scenario as services hand it out."""
    return ScenarioPackage(scenario(), "tabletop: 1")


def filled_page(theme: Theme, parent: QWidget) -> StartPage:
    """Return the page with people pasted and cards drawn."""
    from tabletop.gui.start.page import StartPage

    page = StartPage(theme, CALM_FRONT, chance=chance(4), parent=parent)
    finding = warning(("injects", "I-17"), "no-addressee", "the private hand-out has no addressee")
    page.show_plan(Plan(scenario(), (finding,)))
    page.show_machine(Machine(212_000_000_000, "exercises.db", 0.0004))
    page.seats.paste(SPREADSHEET)
    page.draw_cards()
    page.seats.go_to("ITA")
    return page
