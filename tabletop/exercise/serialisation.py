"""Events as JSON and back. The class name stands under ``event``; unknown ones are refused."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, get_type_hints

from tabletop.exercise.events import EVENT_CLASSES, Event

_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


class UnknownEvent(Exception):
    """An entry holds an event this version does not know, or one of another shape."""


def _time(value: Any) -> Any:
    return value if value is None else datetime.fromisoformat(value)


def _texts(value: Any) -> Any:
    return tuple(value)


def _converters(kind: type[Event]) -> Mapping[str, Callable[[Any], Any]]:
    found: dict[str, Callable[[Any], Any]] = {}
    for name, hint in get_type_hints(kind).items():
        if hint is datetime:
            found[name] = _time
        elif str(hint).startswith("tuple"):
            found[name] = _texts
    return found


_CLASSES: Mapping[str, type[Event]] = {kind.__name__: kind for kind in EVENT_CLASSES}
_CONVERTERS = {name: _converters(kind) for name, kind in _CLASSES.items()}
_NAMES = {name: tuple(field.name for field in fields(kind)) for name, kind in _CLASSES.items()}


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


def event_from_json(text: str) -> Event:
    """Return the event a line holds; raise ``UnknownEvent``."""
    try:
        values = json.loads(text)
        name = values.pop("event")
        converters = _CONVERTERS[name]
        for field, convert in converters.items():
            if field in values:
                values[field] = convert(values[field])
        return _CLASSES[name](**values)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnknownEvent(f"this version cannot read the entry {text[:80]!r}") from error
