"""The words a command may use: a confidence is low, moderate or high, and nothing else.

Types say so too, but commands also come from transcripts and from the network.
"""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Literal, get_args, get_origin, get_type_hints

from tabletop.exercise.commands import Command, TakePositions
from tabletop.exercise.deciding.refusal import Refused


def _words(hint: Any) -> tuple[Any, ...] | None:
    if get_origin(hint) is Literal:
        return get_args(hint)
    parts = get_args(hint)
    literal = next((part for part in parts if get_origin(part) is Literal), None)
    if literal is None:
        return None
    return (*get_args(literal), None) if type(None) in parts else get_args(literal)


def _worded_fields(kind: type[Any]) -> Mapping[str, tuple[Any, ...]]:
    hints = get_type_hints(kind)
    found = {field.name: _words(hints[field.name]) for field in fields(kind)}
    return {name: words for name, words in found.items() if words is not None}


_WORDS: Mapping[type[Any], Mapping[str, tuple[Any, ...]]] = {
    kind: _worded_fields(kind) for kind in get_args(Command)
}


def refuse_unknown_words(command: Command) -> None:
    """Refuse a command with a word that is none of those its field knows."""
    if isinstance(command, TakePositions):
        for position in command.positions:
            refuse_unknown_words(position)
        return
    for name, words in _WORDS[type(command)].items():
        given = getattr(command, name)
        if given not in words:
            known = ", ".join(str(word) for word in words if word is not None)
            raise Refused(f"“{given}” is no {name} that Tabletop knows; it can be {known}.")
