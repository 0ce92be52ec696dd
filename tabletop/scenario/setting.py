"""What an exercise is set in: its objectives, scales, state, facts, seats, cards and phases."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated

from pydantic import Field

from tabletop.scenario.part import (
    MOST,
    Amount,
    Flag,
    Id,
    Ids,
    Part,
    Text,
    Texts,
    Whole,
    is_number,
)

# The state with this id is the evidence level that is stamped on every decision.
EVIDENCE = "evidence"


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
    """What branches may test and options may change.

    `levels` name the values of a number, `values` those of a text, for the sentences people read.
    """

    id: Id
    title: Text = ""
    start: str = ""
    minimum: Amount | None = None
    maximum: Amount | None = None
    shown: Flag = False
    levels: tuple[Level, ...] = Field(default=(), max_length=MOST)
    values: Mapping[str, Text] = Field(default_factory=dict)

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
