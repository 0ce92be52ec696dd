"""Decision rules as data. What they compute from positions and stances: ``exercise.rules``."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from tabletop.scenario.part import Flag, Id, Ids, Minutes, Part, Share, Text


class _Rule(Part):
    shown_as: Text | None = None


class _RuleWithDefault(_Rule):
    otherwise: Id | None = None


class OnRequest(_RuleWithDefault):
    """Any eligible seat may ask, and nobody can block it (Washington Treaty, Article 4)."""

    kind: Literal["on_request"]
    triggers: Ids = Field(min_length=1)


class Consensus(_RuleWithDefault):
    """Adopted when nobody objects and nobody is awaiting instructions."""

    kind: Literal["consensus"]
    consent: Ids = ()


class Silence(_RuleWithDefault):
    """Adopted at a deadline unless a seat breaks silence in writing before it."""

    kind: Literal["silence"]
    minutes: Minutes | None = None
    hours: Minutes | None = None
    reveal: Literal["at_once", "at_deadline"] = "at_once"


class Authority(_RuleWithDefault):
    """The named roles decide, all the same; every other position is advice."""

    kind: Literal["authority"]
    roles: Ids = Field(min_length=1)


class Majority(_RuleWithDefault):
    """The option with the largest share, if it passes every threshold."""

    kind: Literal["majority"]
    more_than: Share | None = None
    at_least: Share | None = None
    of: Literal["cast", "eligible"] = "cast"
    weight_at_least: Share | None = None

    @model_validator(mode="after")
    def _has_a_threshold(self) -> "Majority":
        if self.more_than is None and self.at_least is None and self.weight_at_least is None:
            raise ValueError("needs a threshold: more_than, at_least or weight_at_least")
        return self


class Each(_Rule):
    """Every seat decides for itself; there is no outcome of the group."""

    kind: Literal["each"]
    several: Flag = False


class Ranking(_Rule):
    """Every seat puts all options in order."""

    kind: Literal["ranking"]


class Discussion(_Rule):
    """Nothing to decide."""

    kind: Literal["discussion"]


Rule = Annotated[
    OnRequest | Consensus | Silence | Authority | Majority | Each | Ranking | Discussion,
    Field(discriminator="kind"),
]


def named_roles(rule: Rule) -> tuple[str, ...]:
    """Return the roles a rule names as deciders, eligible besides those that decide anyway."""
    return rule.roles if isinstance(rule, Authority) else ()


def default_option(rule: Rule) -> str | None:
    """Return the option that stands when the rule yields nothing."""
    return rule.otherwise if isinstance(rule, _RuleWithDefault) else None
