"""Finds, fast, the few texts of a scenario that need a closer look, with their places.

A long scenario has tens of thousands of texts; looking at each alone would take longer than
reading the file.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
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
    values: Callable[[Part], tuple[Any, ...]]
    lists: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, str], ...]


def texts_worth_a_look(part: Part, place: Place) -> Iterator[tuple[Place, str]]:
    """Yield the texts with a brace, a word on confidence or translations in a part and below."""
    fields = _fields(part.__class__)
    if _worth_a_look(fields.values(part)):
        for name, value in zip(fields.texts, fields.values(part), strict=False):
            if value and _worth_a_look((value,)):
                yield (*place, name), value
    for attribute, name in fields.lists:
        values = getattr(part, attribute)
        if values and _worth_a_look(values):
            yield from (((*place, name, n), value) for n, value in enumerate(values))
    for attribute, name in fields.parts:
        inner = getattr(part, attribute)
        if inner.__class__ is tuple:
            if inner:
                yield from _in_all(inner, (*place, name))
        elif inner is not None:
            yield from texts_worth_a_look(inner, (*place, name))


def _in_all(parts: tuple[Part, ...], place: Place) -> Iterator[tuple[Place, str]]:
    fields = _fields(parts[0].__class__)
    # Options, levels and the like hold nothing but texts: most lists of them need no look at all.
    if not fields.parts and not fields.lists:
        values = [value for part in parts for value in fields.values(part)]
        if not _worth_a_look(values):
            return
    for number, part in enumerate(parts):
        yield from texts_worth_a_look(part, (*place, number))


def _worth_a_look(values: Sequence[Any]) -> bool:
    joined = "\n".join(filter(None, values))
    if "{" in joined or "}" in joined or "onfiden" in joined:
        return True
    return Localised in set(map(type, values))


@cache
def _fields(kind: type[Part]) -> _Fields:
    found: dict[str, list[tuple[str, str]]] = {"text": [], "texts": [], "parts": []}
    for attribute, field in kind.model_fields.items():
        what = _what_it_holds(field.annotation, tuple(field.metadata))
        if what is not None:
            found[what].append((attribute, field.alias or attribute))
    attributes = [attribute for attribute, _ in found["text"]]
    # The first comes twice, so that the answer is a tuple even for a single one.
    values = attrgetter(*attributes, *attributes[:1]) if attributes else _no_texts
    return _Fields(
        tuple(name for _, name in found["text"]),
        values,
        tuple(found["texts"]),
        tuple(found["parts"]),
    )


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


def _no_texts(_: Part) -> tuple[Any, ...]:
    return ()
