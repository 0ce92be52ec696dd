"""The frozen model of a scenario: field names are those of the scenario file, format 1.

Its parts stand in ``setting``, ``injects`` and ``effects``; everybody else finds them here.
"""

from collections.abc import Mapping
from functools import cached_property

from pydantic import Field

from tabletop.scenario.effects import Add, AtLeast, Effect, Effects
from tabletop.scenario.injects import (
    CHANNELS,
    Confidence,
    Decision,
    Expected,
    Handout,
    Inject,
    Judgement,
    Option,
    PreparedAnswer,
    Variant,
)
from tabletop.scenario.moments import AwareTime
from tabletop.scenario.part import MOST, Id, Part, Text, Texts, Whole
from tabletop.scenario.rules import named_roles
from tabletop.scenario.setting import (
    EVIDENCE,
    Card,
    Cut,
    Fact,
    Level,
    Objective,
    Overview,
    Phase,
    Role,
    Scale,
    StateVariable,
)

__all__ = [
    "CHANNELS",
    "EVIDENCE",
    "Add",
    "AtLeast",
    "Card",
    "Confidence",
    "Cut",
    "Decision",
    "Effect",
    "Effects",
    "Expected",
    "Fact",
    "Handout",
    "Inject",
    "Judgement",
    "Level",
    "Objective",
    "Option",
    "Overview",
    "Phase",
    "PreparedAnswer",
    "Role",
    "Scale",
    "Scenario",
    "StateVariable",
    "Variant",
]


class Scenario(Part):
    """The whole plan of an exercise."""

    tabletop: Whole
    id: Id
    title: Text
    version: str = ""
    language: str = "en"
    marking: Text = ""
    starts: AwareTime
    summary: Text = ""
    aim: Text = ""
    background: Text = ""
    assumptions: Texts = ()
    overview: Overview = Overview()
    authors: Texts = ()
    licence: Text = ""
    variables: Mapping[Id, Text] = Field(default_factory=dict)
    objectives: tuple[Objective, ...] = Field(default=(), max_length=MOST)
    scales: tuple[Scale, ...] = Field(default=(), max_length=MOST)
    state: tuple[StateVariable, ...] = Field(default=(), max_length=MOST)
    facts: tuple[Fact, ...] = Field(default=(), max_length=MOST)
    roles: tuple[Role, ...] = Field(default=(), max_length=MOST)
    cards: tuple[Card, ...] = Field(default=(), max_length=MOST)
    phases: tuple[Phase, ...] = Field(default=(), max_length=MOST)
    injects: tuple[Inject, ...] = ()
    cuts: tuple[Cut, ...] = Field(default=(), max_length=MOST)

    @cached_property
    def injects_by_id(self) -> Mapping[str, Inject]:
        """Every inject under its id."""
        return {inject.id: inject for inject in self.injects}

    @cached_property
    def decisions_by_id(self) -> Mapping[str, Decision]:
        """Every decision under its id, in file order; of two with one id the first."""
        found: dict[str, Decision] = {}
        for inject in self.injects:
            for decision in inject.decisions:
                found.setdefault(decision.id, decision)
        return found

    @cached_property
    def inject_of_decision(self) -> Mapping[str, Inject]:
        """The inject that carries each decision, under the decision's id."""
        found: dict[str, Inject] = {}
        for inject in self.injects:
            for decision in inject.decisions:
                found.setdefault(decision.id, inject)
        return found

    @cached_property
    def roles_by_id(self) -> Mapping[str, Role]:
        """Every role under its id, in file order."""
        return {role.id: role for role in self.roles}

    @cached_property
    def scales_by_id(self) -> Mapping[str, Scale]:
        """Every scale under its id."""
        return {scale.id: scale for scale in self.scales}

    @cached_property
    def cards_by_id(self) -> Mapping[str, Card]:
        """Every card under its id."""
        return {card.id: card for card in self.cards}

    @cached_property
    def state_by_id(self) -> Mapping[str, StateVariable]:
        """Every state variable under its id."""
        return {variable.id: variable for variable in self.state}

    def cut(self, cut_id: str | None) -> Cut | None:
        """Return the cut with this id, or None for the full version."""
        if cut_id is None:
            return None
        return next((cut for cut in self.cuts if cut.id == cut_id), None)

    def eligible_roles(self, decision: Decision) -> tuple[str, ...]:
        """Return the roles that take a position on a decision, in the order of the file."""
        if decision.seats:
            named = set(decision.seats)
        else:
            also = [role for role in named_roles(decision.rule) if role not in self.deciding_roles]
            if not also:
                return tuple(self.deciding_roles)
            named = {*self.deciding_roles, *also}
        return tuple(role for role in self.roles_by_id if role in named)

    @cached_property
    def deciding_roles(self) -> Mapping[str, Role]:
        """The roles that take a position where a decision names no seats, in file order."""
        return {role.id: role for role in self.roles if role.decides}
