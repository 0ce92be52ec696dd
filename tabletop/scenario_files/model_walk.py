"""Finds, for a location in pydantic's words, the place in the file and the part of the model there.

Pydantic puts the tags of unions between keys (``when.all.all.0.decision.outcome``), which a file
does not have.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from tabletop.scenario.conditions import KINDS
from tabletop.scenario.findings import Place
from tabletop.scenario.model import Add, AtLeast, Scenario
from tabletop.scenario.part import Part
from tabletop.scenario.rules import Rule

_KEY_ITSELF = "[key]"


@dataclass(frozen=True, slots=True)
class Reached:
    """A place in the file, and the part of the model that holds its last key."""

    place: Place
    part: type[Part]


def reached(location: tuple[str | int, ...], root: type[Part] = Scenario) -> Reached:
    """Follow the location of a validation error through the model that begins with ``root``."""
    place: list[str | int] = []
    part = root
    rest = list(location)
    while rest:
        key = rest.pop(0)
        place.append(key)
        annotation = fields_of(part).get(str(key))
        if annotation is None:
            break
        if rest and _holds_many(annotation):
            place.append(rest.pop(0))
        inner = _parts_in(annotation)
        following = _following(inner, rest)
        if following is None:
            place += [step for step in rest if step != _KEY_ITSELF and not inner]
            break
        part = following
    return Reached(tuple(place), part)


def _following(inner: Mapping[str, type[Part]], rest: list[str | int]) -> type[Part] | None:
    if not rest:
        return None
    if len(inner) > 1:
        return inner.get(str(rest.pop(0)))
    return next(iter(inner.values()), None)


@cache
def fields_of(part: type[Part]) -> Mapping[str, Any]:
    """Return the type of each key a part of the model takes, as files spell it."""
    return {field.alias or name: field.annotation for name, field in part.model_fields.items()}


@cache
def name_of(part: type[Part]) -> str:
    """Return what an author calls a part of the model."""
    if part in _rules():
        return f"rule of kind {_tags()[part]}"
    if part in KINDS.values():
        return "condition"
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", part.__name__).lower()


@cache
def rules_that_take(key: str) -> tuple[str, ...]:
    """Return the kinds of rules that have this key."""
    return tuple(_tags()[rule] for rule in _rules() if key in fields_of(rule))


def is_rule(part: type[Part]) -> bool:
    """Whether this part of the model is one of the decision rules."""
    return part in _rules()


@cache
def _rules() -> tuple[type[Part], ...]:
    return tuple(_classes_in(Rule))


@cache
def _tags() -> Mapping[type[Part], str]:
    tags: dict[type[Part], str] = {part: tag for tag, part in KINDS.items()}
    tags |= {rule: get_args(rule.model_fields["kind"].annotation)[0] for rule in _rules()}
    tags[AtLeast], tags[Add] = "at_least", "add"
    return tags


def _parts_in(annotation: Any) -> Mapping[str, type[Part]]:
    return {_tags().get(part, ""): part for part in _classes_in(annotation)}


def _classes_in(annotation: Any) -> list[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return [annotation]
    return [part for inner in get_args(annotation) for part in _classes_in(inner)]


def _holds_many(annotation: Any) -> bool:
    origin = get_origin(annotation)
    if origin in (tuple, Mapping):
        return True
    return any(_holds_many(inner) for inner in get_args(annotation) if not _classes_in(inner)) or (
        any(get_origin(inner) is tuple for inner in get_args(annotation))
    )
