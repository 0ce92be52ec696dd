"""Finds, fast, the few texts of a scenario that need a closer look, with their places.

A long scenario has tens of thousands of texts; looking at each alone would take longer than
reading the file.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Annotated, Any, get_args, get_origin

from pydantic import PlainValidator

from tabletop.scenario.conditions import KINDS
from tabletop.scenario.findings import Place
from tabletop.scenario.part import Localised, Part


@dataclass(frozen=True, slots=True)
class _Fields:
    """Which fields of a part hold texts, lists of texts and other parts; named as in files."""

    texts: tuple[str, ...]
    text_values: Callable[[Part], tuple[Any, ...]]
    inner: tuple[str, ...]
    inner_values: Callable[[Part], tuple[Any, ...]]


def texts_worth_a_look(part: Part) -> list[tuple[Place, str]]:
    """Return the texts with a brace, a word on confidence or translations in a part and below."""
    found: list[tuple[Place, str]] = []
    _look(part, (), found)
    return found


# A generator for each part would take longer than the look itself, so these fill a list.
def _look(part: Part, place: Place, found: list[tuple[Place, str]]) -> None:
    fields = _fields(part.__class__)
    for name, value in zip(fields.texts, fields.text_values(part), strict=False):
        if value and _is_worth_a_look(value):
            found.append(((*place, name), value))
    if not fields.inner:
        return
    for name, inner in zip(fields.inner, fields.inner_values(part), strict=False):
        if inner.__class__ is not tuple:
            if inner is not None:
                _look(inner, (*place, name), found)
        elif inner:
            _look_at_all(inner, (*place, name), found)


def _look_at_all(parts: tuple[Any, ...], place: Place, found: list[tuple[Place, str]]) -> None:
    for number, part in enumerate(parts):
        if not isinstance(part, str):
            _look(part, (*place, number), found)
        elif _is_worth_a_look(part):
            found.append(((*place, number), part))


def _is_worth_a_look(text: str) -> bool:
    # Three searches for one sign each are faster than one for a pattern.
    return "{" in text or "}" in text or "onfiden" in text or text.__class__ is Localised


@cache
def _fields(kind: type[Part]) -> _Fields:
    texts: dict[str, str] = {}
    inner: dict[str, str] = {}
    for attribute, field in kind.model_fields.items():
        what = _what_it_holds(field.annotation, tuple(field.metadata))
        if what is not None:
            found = texts if what == "text" else inner
            found[attribute] = field.alias or attribute
    return _Fields(
        tuple(texts.values()), _getter(list(texts)), tuple(inner.values()), _getter(list(inner))
    )


def _getter(attributes: list[str]) -> Callable[[Part], tuple[Any, ...]]:
    # The first comes twice, so that the answer is a tuple even for a single one.
    return attrgetter(*attributes, attributes[0]) if attributes else _nothing


def _nothing(_: Part) -> tuple[Any, ...]:
    return ()


def _what_it_holds(annotation: Any, metadata: tuple[Any, ...] = ()) -> str | None:
    if any(isinstance(one, PlainValidator) for one in metadata):
        return "text"
    if isinstance(annotation, type):
        # Conditions have no words of their own.
        words = issubclass(annotation, Part) and annotation not in KINDS.values()
        return "parts" if words else None
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Mapping:
        return None
    if origin is Annotated:
        return _what_it_holds(inner[0], inner[1:])
    kinds = {_what_it_holds(one) for one in inner if one is not Ellipsis}
    if "parts" in kinds:
        return "parts"
    if "text" in kinds:
        return "texts" if origin is tuple else "text"
    return None
