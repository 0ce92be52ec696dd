"""YAML as far as scenarios use it: texts, lists and mappings, from a bounded walk over events.

Every scalar is text; only an empty or ``null`` one is absent. There are no anchors, aliases, tags
or duplicate keys, and neither depth nor number of events can grow without limit: the parser is
libyaml's, but nothing of its constructors is used, which would explode on aliases, let the last of
two equal keys win and read ``12:30`` as 750.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

MOST_DEPTH = 40
_TOO_DEEP = f"nested more than {MOST_DEPTH} deep; no scenario needs that"
_NESTING = "exceeded maximum nesting depth"
MOST_EVENTS = 2_000_000
MOST_ENTRIES = 100_000
MOST_FAULTS = 200
# libyaml compares every tag directive with all before it: a file of them would take hours.
MOST_DIRECTIVES = 20
_DIRECTIVE = "%TAG"
_ABSENT = frozenset({"", "null", "~"})
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# What libyaml says → what an author can do about it.
_SYNTAX = {
    "mapping values are not allowed": (
        "a text with “: ” in it needs quotes, or a key is indented too deep"
    ),
    "cannot start any token": (
        "this character cannot stand here; indent with spaces, not tabs, "
        "and put texts that begin with @ ` % or * in quotes"
    ),
    "a tab character": "a tab stands here; indent with spaces",
    "expected ',' or ']'": "a list in brackets is not closed, or a comma is missing",
    "expected ',' or '}'": (
        "a mapping in braces is not closed, or a comma is missing; "
        "a text that begins with { needs quotes"
    ),
    "could not find expected ':'": (
        "a key without its colon; a text over several lines needs quotes or “|”"
    ),
    "did not find expected key": (
        "this line is not indented like its neighbours, or a quote above is not closed"
    ),
    "expected '-' indicator": "this line is not indented like the entries of its list",
    "block sequence entries are not allowed": "a list cannot begin here; put it on its own line",
    "unexpected end of stream": "a quotation mark opened here is never closed",
    "unknown escape": "a backslash in double quotes begins an escape; use single quotes",
    "expected node content": "a value is missing here",
}
_OPENED = ("end of stream", "expected ',' or ']'", "expected ',' or '}'")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the text that scenario files do not allow, with line and column from 1."""

    line: int
    column: int
    code: str
    text: str


class _Stop(Exception):
    """The rest of the text cannot be read."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.text)
        self.fault = fault


def parsed(text: str) -> tuple[Any, tuple[Fault, ...]]:
    """Return what the text holds, and all faults; with one that stops reading, None."""
    builder = _Builder(text)
    try:
        tree = builder.document()
    except _Stop as stop:
        return None, (*builder.faults, stop.fault)
    return tree, tuple(builder.faults)


def events_of(text: str) -> Iterator[Event]:
    """Return the events of a text, at most ``MOST_EVENTS``; raises YAMLError on the way."""
    parser = yaml.CSafeLoader(text)
    return islice(iter(parser.get_event, None), MOST_EVENTS)


def control_character(text: str) -> Fault | None:
    """Return the first character that no text may hold, or None."""
    found = _CONTROL.search(text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    code = f"U+{ord(found[0]):04X}"
    return Fault(line, column, "control-character", f"the control character {code}; take it away")


class _Builder:
    """Builds the tree of one document by descending with its events."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.faults: list[Fault] = []

    def document(self) -> Any:
        """Return the tree of the only document, or raise ``_Stop``."""
        if self._text.count(_DIRECTIVE) > MOST_DIRECTIVES:
            text = f"more than {MOST_DIRECTIVES} lines with {_DIRECTIVE}; take them away"
            raise _Stop(Fault(*_first_spot(self._text, _DIRECTIVE), "tag", text))
        try:
            self._next: Callable[[], Any] = events_of(self._text).__next__
            return self._document()
        except yaml.YAMLError as broken:
            raise _Stop(_syntax_fault(broken, self._text)) from broken
        except UnicodeEncodeError as broken:
            fault = control_character(self._text)
            raise _Stop(fault or Fault(1, 1, "yaml", "this is no Unicode text")) from broken
        except StopIteration as end:
            text = f"the file has more than {MOST_EVENTS:,} pieces; no scenario is that long"
            raise _Stop(Fault(1, 1, "too-large", text)) from end

    def _document(self) -> Any:
        tree = None
        documents = 0
        while (event := self._next()).__class__ is not StreamEndEvent:
            if event.__class__ is DocumentStartEvent:
                documents += 1
                if documents == 2:
                    self._fault(event, "documents", "“---” begins a second document; keep one")
                    return tree
                tree = self._node(self._next(), 1)
        return tree

    def _node(self, event: Any, depth: int) -> Any:
        kind = event.__class__
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is AliasEvent:
            text = f"aliases like *{event.anchor} are not allowed; write the value out"
            self._fault(event, "alias", text)
            return None
        if depth > MOST_DEPTH:
            raise _Stop(_fault_at(event, "too-deep", _TOO_DEEP))
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)
        return self._mapping(depth) if kind is MappingStartEvent else self._sequence(depth)

    def _scalar(self, event: Any) -> str | None:
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)
        value: str = event.value
        style = event.style
        if not style:
            return None if value in _ABSENT else value
        if style == '"' and _CONTROL.search(value):
            self._fault(event, "control-character", "the text holds a control character")
        return value

    def _sequence(self, depth: int) -> list[Any]:
        following = self._next
        items: list[Any] = []
        while (event := following()).__class__ is not SequenceEndEvent:
            plain = event.__class__ is ScalarEvent
            items.append(self._scalar(event) if plain else self._node(event, depth + 1))
            if len(items) > MOST_ENTRIES:
                text = f"a list of more than {MOST_ENTRIES:,} entries; no scenario has that many"
                raise _Stop(_fault_at(event, "too-large", text))
        return items

    def _mapping(self, depth: int) -> dict[str, Any]:
        following = self._next
        mapping: dict[str, Any] = {}
        # Nearly all keys and values are plain texts, so that each call less tells.
        while (event := following()).__class__ is not MappingEndEvent:
            key = event.value if event.__class__ is ScalarEvent else None
            if not key or key in mapping or event.anchor is not None or event.tag is not None:
                key = self._key(event, mapping, depth)
            event = following()
            if event.__class__ is not ScalarEvent:
                value = self._node(event, depth + 1)
            elif event.style or event.anchor is not None or event.tag is not None:
                value = self._scalar(event)
            else:
                value = None if event.value in _ABSENT else event.value
            if key is not None:
                mapping[key] = value
        if None in mapping.values():
            return {key: value for key, value in mapping.items() if value is not None}
        return mapping

    def _key(self, event: Any, mapping: dict[str, Any], depth: int) -> str | None:
        """Return the key, or None when its value is not to be kept."""
        if event.__class__ is not ScalarEvent:
            self._fault(event, "key", "a key must be a text")
            self._node(event, depth + 1)
            return None
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)
        key: str = event.value
        if key and key not in mapping:
            return key
        if not key:
            self._fault(event, "key", "a key is missing before the colon")
        else:
            self._fault(event, "duplicate-key", f"the key “{key}” appears twice; keep one of them")
        return None

    def _decorated(self, event: Any) -> None:
        if event.anchor is not None:
            text = f"anchors like &{event.anchor} are not allowed; write the value out"
            self._fault(event, "anchor", text)
        if event.tag is not None:
            text = f"tags like {event.tag} are not allowed; put a text that begins with ! in quotes"
            self._fault(event, "tag", text)

    def _fault(self, event: Any, code: str, text: str) -> None:
        fault = _fault_at(event, code, text)
        if len(self.faults) >= MOST_FAULTS:
            raise _Stop(fault)
        self.faults.append(fault)


def _first_spot(text: str, words: str) -> tuple[int, int]:
    at = text.index(words)
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _fault_at(event: Any, code: str, text: str) -> Fault:
    mark = event.start_mark
    return Fault(mark.line + 1, mark.column + 1, code, text)


def _syntax_fault(broken: yaml.YAMLError, text: str) -> Fault:
    if not isinstance(broken, yaml.MarkedYAMLError):
        fault = control_character(text)
        return fault or Fault(1, 1, "yaml", "this is no text that YAML allows")
    problem = broken.problem or "this is no YAML"
    if fault := _quote_closed_late(broken, text):
        return fault
    # Where a quotation mark or a bracket was opened says more than where that showed.
    opened = broken.context_mark is not None and any(sign in problem for sign in _OPENED)
    mark = broken.context_mark if opened else broken.problem_mark or broken.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    if _NESTING in problem:
        # Newer parsers count brackets themselves, while they look ahead for the end of a key.
        return Fault(line, column, "too-deep", _TOO_DEEP)
    hint = next((words for said, words in _SYNTAX.items() if said in problem), None)
    sentence = f"{hint} (YAML: {problem})" if hint else f"this is no YAML: {problem}"
    return Fault(line, column, "yaml", sentence)


def _last_event(text: str) -> Any:
    """Return the event just before the place where a text breaks off."""
    last = None
    with suppress(yaml.YAMLError):
        for event in events_of(text):
            last = event
    return last


def _quote_closed_late(broken: yaml.MarkedYAMLError, text: str) -> Fault | None:
    """Return a quotation that ran over lines until another one ended it, just before the fault."""
    last = _last_event(text)
    kind = last.__class__
    if kind is not ScalarEvent or last.style not in ("'", '"'):
        return None
    first, end = last.start_mark.line, last.end_mark.line
    mark = broken.problem_mark
    if end == first or mark is None or mark.line != end:
        return None
    words = (
        f"the quote that opens here is closed only in line {end + 1}, by a quotation mark that "
        "seems to open another text; close it where its text ends"
    )
    return _fault_at(last, "yaml", words)
