"""Events as JSON and back. The class name stands under ``event``; unknown ones are refused."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any, get_type_hints

from tabletop.exercise.events import EVENT_CLASSES, Event

_READER = json.JSONDecoder()
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


class UnknownEvent(Exception):
    """An entry holds an event this version does not know, or one of another shape."""


def _time(value: Any) -> Any:
    return value if value is None else datetime.fromisoformat(value)


def _texts(value: Any) -> Any:
    return tuple(value)


@dataclass(frozen=True, slots=True)
class _Shape:
    """A kind of event, and the fields of it that JSON holds as something else."""

    kind: type[Event]
    converters: tuple[tuple[str, Callable[[Any], Any]], ...]


def _shape(kind: type[Event]) -> _Shape:
    found: list[tuple[str, Callable[[Any], Any]]] = []
    for name, hint in get_type_hints(kind).items():
        if hint is datetime:
            found.append((name, _time))
        elif str(hint).startswith("tuple"):
            found.append((name, _texts))
    return _Shape(kind, tuple(found))


_SHAPES: Mapping[str, _Shape] = {kind.__name__: _shape(kind) for kind in EVENT_CLASSES}
_NAMES = {kind.__name__: tuple(field.name for field in fields(kind)) for kind in EVENT_CLASSES}


def _plain(value: Any) -> Any:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value


def event_values(event: Event) -> dict[str, Any]:
    """Return the event as plain JSON values, its class name first under ``event``."""
    name = type(event).__name__
    return {"event": name, **{field: _plain(getattr(event, field)) for field in _NAMES[name]}}


def event_to_json(event: Event) -> str:
    """Return one line of JSON, the same for the same event."""
    line = _WRITER.encode(event_values(event))
    # Half a character, as broken keyboards and pages send it, has no UTF-8; JSON can spell it.
    return _HALF_CHARACTER.sub(lambda half: f"\\u{ord(half[0]):04x}", line)


def _read(text: str) -> Any:
    """Return what a line of JSON holds; long journals are read in this one place, so it is short.

    A line as it is written holds one mapping and nothing around it, which needs no looking for
    blanks; any other goes the way of all JSON.
    """
    if text[:1] == "{":
        values, end = _READER.raw_decode(text)
        if end == len(text):
            return values
    return json.loads(text)


def event_from_json(text: str) -> Event:
    """Return the event a line holds; raise ``UnknownEvent``."""
    try:
        values = _read(text)
        shape = _SHAPES[values.pop("event")]
        for field, convert in shape.converters:
            if field in values:
                values[field] = convert(values[field])
        return shape.kind(**values)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnknownEvent(f"this version cannot read the entry {text[:80]!r}") from error
