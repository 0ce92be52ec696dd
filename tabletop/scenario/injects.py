"""Injects with all they carry: papers, judgements, prepared answers, and decisions to be taken."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from tabletop.scenario.conditions import Condition
from tabletop.scenario.effects import Effects
from tabletop.scenario.moments import When
from tabletop.scenario.part import MOST, Flag, Id, Ids, Minutes, Part, Text, Texts, Values, Whole
from tabletop.scenario.rules import Rule

Confidence = Literal["low", "moderate", "high"]
# Channels with a dress of their own; any other word will do as well.
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
