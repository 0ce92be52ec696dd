"""Conditions as data: what a branch, a variant or a decision waits for. Never code.

What a condition is worth in an exercise is computed in ``exercise.conditions``.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from tabletop.scenario.part import MOST, Amount, Id, Ids, Part, Whole

DecisionStatus = Literal[
    "open",
    "adopted",
    "no_agreement",
    "not_requested",
    "recorded",
    "ranked",
    "withdrawn",
    "not_taken",
    "not_opened",
]


class _Compared(Part):
    """A number held against one or more limits."""

    at_least: Amount | None = None
    at_most: Amount | None = None
    above: Amount | None = None
    below: Amount | None = None

    @property
    def limits(self) -> tuple[tuple[str, int | float], ...]:
        """The limits that were given, as (name, number)."""
        named = (
            ("at_least", self.at_least),
            ("at_most", self.at_most),
            ("above", self.above),
            ("below", self.below),
        )
        return tuple((name, limit) for name, limit in named if limit is not None)


class DecisionIs(Part):
    """How a decision came out (``outcome``, ``status``), or who chose what (``chosen``)."""

    decision: Id
    outcome: Ids | None = None
    status: Annotated[tuple[DecisionStatus, ...] | None, Field()] = None
    chosen: Ids | None = None
    by: Ids | None = None
    seats: Annotated[Whole, Field(ge=1)] = 1

    @model_validator(mode="before")
    @classmethod
    def _one_status_is_a_list(cls, value: Any) -> Any:
        if isinstance(value, Mapping) and isinstance(value.get("status"), str):
            return {**value, "status": (value["status"],)}
        return value

    @model_validator(mode="after")
    def _asks_something(self) -> "DecisionIs":
        if self.outcome is None and self.status is None and self.chosen is None:
            raise ValueError("needs one of: outcome, status, chosen")
        return self


class BreaksAre(Part):
    """How often silence was broken on a decision, void breaks not counted."""

    breaks: Id
    at_least: Annotated[Whole, Field(ge=0)] = 1


class StateIs(_Compared):
    """The value of a state variable."""

    state: Id
    equals: str | None = Field(default=None, alias="is")
    differs: str | None = Field(default=None, alias="is_not")

    @model_validator(mode="after")
    def _asks_something(self) -> "StateIs":
        if self.equals is None and self.differs is None and not self.limits:
            raise ValueError("needs one of: is, is_not, at_least, at_most, above, below")
        return self


class PositionIs(_Compared):
    """Where the group stands on a scale."""

    position: Id

    @model_validator(mode="after")
    def _asks_something(self) -> "PositionIs":
        if not self.limits:
            raise ValueError("needs one of: at_least, at_most, above, below")
        return self


class InjectReleasedIs(Part):
    """An inject has been released (and not recalled)."""

    released: Id


class AllOf(Part):
    """Every one of these."""

    all_of: tuple["Condition", ...] = Field(alias="all", min_length=1, max_length=MOST)


class AnyOf(Part):
    """At least one of these."""

    any_of: tuple["Condition", ...] = Field(alias="any", min_length=1, max_length=MOST)


class Negation(Part):
    """Not this."""

    negated: "Condition" = Field(alias="not")


KINDS: Mapping[str, type[Part]] = {
    "decision": DecisionIs,
    "breaks": BreaksAre,
    "state": StateIs,
    "position": PositionIs,
    "released": InjectReleasedIs,
    "all": AllOf,
    "any": AnyOf,
    "not": Negation,
}


def _kind(value: Any) -> str | None:
    if isinstance(value, Part):
        return next((name for name, kind in KINDS.items() if type(value) is kind), None)
    if not isinstance(value, Mapping):
        return None
    names = [name for name in KINDS if name in value]
    return names[0] if names else None


Condition = Annotated[
    Annotated[DecisionIs, Tag("decision")]
    | Annotated[BreaksAre, Tag("breaks")]
    | Annotated[StateIs, Tag("state")]
    | Annotated[PositionIs, Tag("position")]
    | Annotated[InjectReleasedIs, Tag("released")]
    | Annotated[AllOf, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[Negation, Tag("not")],
    Discriminator(
        _kind,
        custom_error_type="condition",
        custom_error_message=(
            "is no condition; it should start with one of: "
            "decision, breaks, state, position, released, all, any, not"
        ),
    ),
]

AllOf.model_rebuild()
AnyOf.model_rebuild()
Negation.model_rebuild()
