"""Variables in texts: ``{launch_state}``, ``{D6}`` what stands in a decision, ``{{`` a brace."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from tabletop.scenario.part import Localised, text_in

# What stands for a decision in which no option stands yet, by language.
OPEN: Mapping[str, str] = {"en": "open", "fr": "en suspens", "tr": "açık", "de": "offen"}
_NAMED = re.compile(r"\{([A-Za-z0-9._-]+)\}")
_BRACES = re.compile(r"\{\{|\{([A-Za-z0-9._-]+)\}|[{}]")


@dataclass(frozen=True, slots=True)
class Braces:
    """What the braces of a text mean: the names used, and braces that mean nothing."""

    names: tuple[str, ...]
    stray_opening: int
    stray_closing: int


def braces(text: str) -> Braces:
    """Return what the braces of a text mean, of a ``Localised`` those of every language."""
    if isinstance(text, Localised):
        parts = [_braces(translation) for translation in text.translations.values()]
        return Braces(
            tuple(dict.fromkeys(name for part in parts for name in part.names)),
            sum(part.stray_opening for part in parts),
            sum(part.stray_closing for part in parts),
        )
    return _braces(text)


def plainly_filled(text: str, known: Collection[str]) -> bool:
    """Whether every brace of a text plainly belongs to a known name; False says nothing yet."""
    if isinstance(text, Localised):
        return False
    names = _NAMED.findall(text)
    return text.count("{") == len(names) == text.count("}") and all(n in known for n in names)


def _braces(text: str) -> Braces:
    names: dict[str, None] = {}
    opened = stray_opening = stray_closing = 0
    for found in _BRACES.finditer(text):
        if name := found[1]:
            names[name] = None
        elif found[0] == "{{":
            opened += 1
        elif found[0] == "{":
            stray_opening += 1
        elif opened:
            opened -= 1
        else:
            stray_closing += 1
    return Braces(tuple(names), stray_opening, stray_closing)


def names_used(text: str) -> tuple[str, ...]:
    """Return the names of variables and decisions that a text uses, each once, in order."""
    return braces(text).names if "{" in text or isinstance(text, Localised) else ()


def filled(
    text: str,
    variables: Mapping[str, str],
    standing: Mapping[str, str],
    decisions: Collection[str] | None = None,
) -> str:
    """Return a text with its variables replaced; a ``Localised`` stays one.

    ``standing`` holds the title of the option that stands in each decision. A name in neither
    mapping is a decision that is open; give ``decisions`` where a text may come from people who
    type braces freely, and a name that is not among them stays as written.
    """
    if isinstance(text, Localised):
        language = next(code for code, words in text.translations.items() if words == str(text))
        return Localised(
            {
                code: _filled(words, code, variables, standing, decisions)
                for code, words in text.translations.items()
            },
            language,
        )
    return _filled(text, None, variables, standing, decisions)


def _filled(
    text: str,
    language: str | None,
    variables: Mapping[str, str],
    standing: Mapping[str, str],
    decisions: Collection[str] | None,
) -> str:
    if "{" not in text:
        return text

    def replacement(found: re.Match[str]) -> str:
        name = found[1]
        if name is None:
            return "{" if found[0] == "{{" else found[0]
        value = variables.get(name, standing.get(name))
        if value is not None:
            return str(value) if language is None else text_in(value, language)
        if decisions is not None and name not in decisions:
            return found[0]
        return OPEN.get(language or "en", OPEN["en"])

    return _BRACES.sub(replacement, text)
