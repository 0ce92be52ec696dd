"""The frozen model of a scenario: field names are those of the scenario file, format 1."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from tabletop.scenario.conditions import Condition
from tabletop.scenario.moments import AwareTime, When
from tabletop.scenario.part import (
    MOST,
    Amount,
    Flag,
    Id,
    Ids,
    Minutes,
    Part,
    Text,
    Texts,
    Values,
    Whole,
    is_number,
)
from tabletop.scenario.rules import Rule, named_roles

Confidence = Literal["low", "moderate", "high"]
CHANNELS = (
    "military-flash",
    "military-report",
    "military-advice",
    "technical-briefing",
    "forensic-report",
    "intelligence-summary",
    "diplomatic-note",
    "diplomatic-message",
    "press-release",
    "press",
    "social-post",
    "aviation-notice",
    "draft-text",
    "legal-note",
    "operator-alert",
    "call",
    "e-mail",
)
EVIDENCE = "evidence"


class AtLeast(Part):
    """Raise a number to a level; never lower it."""

    at_least: Amount


class Add(Part):
    """Count a number up or down."""

    add: Amount


def _number_as_text(value: Any) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value


def _kind_of_effect(value: Any) -> str | None:
    if isinstance(value, str | int | float):
        return "value"
    if isinstance(value, AtLeast):
        return "at_least"
    if isinstance(value, Add):
        return "add"
    if isinstance(value, Mapping):
        return next((kind for kind in ("at_least", "add") if kind in value), None)
    return None


Effect = Annotated[
    Annotated[str, BeforeValidator(_number_as_text), Tag("value")]
    | Annotated[AtLeast, Tag("at_least")]
    | Annotated[Add, Tag("add")],
    Discriminator(
        _kind_of_effect,
        custom_error_type="effect",
        custom_error_message="should be a value, or {at_least: NUMBER}, or {add: NUMBER}",
    ),
]
Effects = Mapping[Id, Effect]


class Objective(Part):
    """What the exercise is to show."""

    id: Id
    title: Text
    capability: Text = ""
    target: Text = ""
    tasks: Texts = ()


class Level(Part):
    """One step of a scale."""

    value: Whole
    title: Text


class Scale(Part):
    """Ordered steps; ordinal, not distances."""

    id: Id
    title: Text
    levels: tuple[Level, ...] = Field(min_length=2, max_length=MOST)

    @cached_property
    def span(self) -> int:
        """The distance between the lowest and the highest level."""
        values = [level.value for level in self.levels]
        return max(values) - min(values)


class StateVariable(Part):
    """What branches may test and options may change."""

    id: Id
    title: Text = ""
    start: str = ""
    minimum: Amount | None = None
    maximum: Amount | None = None
    shown: Flag = False
    levels: tuple[Level, ...] = Field(default=(), max_length=MOST)

    @cached_property
    def is_number(self) -> bool:
        """Whether the variable counts; otherwise it is a text and compares exactly."""
        if self.minimum is not None or self.maximum is not None:
            return True
        return is_number(self.start)


class Fact(Part):
    """Something the author has settled, for calibration; facilitator only."""

    id: Id
    question: Text
    answer: Flag | None = None
    notes: Text = ""


class Role(Part):
    """A seat at the table."""

    id: Id
    title: Text
    kind: str = "delegation"
    decides: Flag = False
    weight: Annotated[Amount, Field(ge=0)] = 1
    brief: Text = ""


class Card(Part):
    """An instruction that can be drawn for a seat or handed to it."""

    id: Id
    title: Text
    text: Text = ""
    interest: Text = ""
    red_line: Text = ""
    instruction: Text = ""
    fact: Text = ""
    call: Text = ""
    only: Ids = ()


class Phase(Part):
    """A stretch of the scenario with a theme."""

    id: Id
    title: Text


class Expected(Part):
    """What plans or planners expect the seats to do at this point."""

    id: Id
    text: Text
    objective: Id | None = None
    within: Minutes | None = None
    owner: Text = ""


class Handout(Part):
    """A private paper: given at release, or by hand when it is held."""

    id: Id
    to: Values
    title: Text
    body: Text = ""
    held: Flag = False
    attachments: Values = ()


class Variant(Part):
    """What replaces parts of an inject when its condition holds at release."""

    when: Condition
    title: Text | None = None
    body: Text | None = None
    attachments: Values | None = None
    handouts: tuple[Handout, ...] | None = None


class Judgement(Part):
    """An assessed statement with a word of likelihood; confidence stands apart."""

    text: Text
    likelihood: str


class PreparedAnswer(Part):
    """An answer held ready for a request for information."""

    question: Text
    text: Text


class Option(Part):
    """One possible answer, with its place on a scale and its cost."""

    id: Id
    title: Text
    position: Whole | None = None
    tags: Mapping[str, str] = Field(default_factory=dict)
    only: Ids = ()
    sets: Effects = Field(default_factory=dict)
    cost: Text = ""
    notes: Text = ""


class Decision(Part):
    """A question put to seats under a rule."""

    id: Id
    title: Text
    question: Text = ""
    scale: Id | None = None
    settles: Flag = True
    rule: Rule
    first_round: Flag = False
    minutes: Minutes | None = None
    hours: Minutes | None = None
    seats: Ids = ()
    when: Condition | None = None
    at: When | None = None
    asks: Ids = ()
    notes: Text = ""
    options: tuple[Option, ...] = Field(default=(), max_length=MOST)

    def option(self, option_id: str | None) -> Option | None:
        """Return the option with this id, or None."""
        return next((option for option in self.options if option.id == option_id), None)

    def position_of(self, option_id: str | None) -> int | None:
        """Return the place of an option on the scale, or None."""
        option = self.option(option_id)
        return option.position if option and self.scale else None


class Inject(Part):
    """One piece of news the participants receive."""

    id: Id
    title: Text
    phase: Id | None = None
    at: When | None = None
    channel: str = ""
    from_: Text = Field(default="", alias="from")
    to: Values = ("all",)
    body: Text = ""
    attachments: Values = ()
    grade: str = ""
    sets: Effects = Field(default_factory=dict)
    minutes: Minutes | None = None
    objectives: Ids = ()
    notes: Text = ""
    prompts: Texts = ()
    expected: tuple[Expected, ...] = Field(default=(), max_length=MOST)
    when: Condition | None = None
    contingency: Flag = False
    variants: tuple[Variant, ...] = Field(default=(), max_length=MOST)
    handouts: tuple[Handout, ...] = Field(default=(), max_length=MOST)
    judgements: tuple[Judgement, ...] = Field(default=(), max_length=MOST)
    confidence: Confidence | None = None
    basis: Text = ""
    missing: Text = ""
    answers: tuple[PreparedAnswer, ...] = Field(default=(), max_length=MOST)
    one_of: Id | None = None
    affected: Ids = ()
    storyline: Text = ""
    columns: Mapping[str, str] = Field(default_factory=dict)
    decisions: tuple[Decision, ...] = Field(default=(), max_length=MOST)

    @property
    def is_private(self) -> bool:
        """Whether only some seats receive it."""
        return "all" not in self.to


class Cut(Part):
    """A shorter version: the injects that are played."""

    id: Id
    title: Text
    injects: tuple[Id, ...]


class Overview(Part):
    """Rows of the overview table that the record itself cannot fill (HSEEP template)."""

    mission_areas: Texts = ()
    threat: Text = ""
    sponsor: Text = ""
    contact: Text = ""
    scope: Text = ""


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
