"""What the model's errors mean to an author: a place in the file and a sentence for each."""

import re
from collections.abc import Callable, Mapping

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from tabletop.scenario.conditions import KINDS
from tabletop.scenario.findings import Finding, closest, error
from tabletop.scenario.model import Scenario
from tabletop.scenario.part import Part
from tabletop.scenario_files.building import MOST_ERRORS
from tabletop.scenario_files.model_walk import (
    Reached,
    fields_of,
    is_rule,
    name_of,
    reached,
    rules_that_take,
)

_NOT_ID = re.compile(r"[^A-Za-z0-9._-]+")
_QUOTED = re.compile(r"'([^']*)'")
_MOST_SHOWN = 40


def model_findings(broken: ValidationError, root: type[Part] = Scenario) -> tuple[Finding, ...]:
    """Return a finding for each error, with the place it has in the file."""
    details = broken.errors(include_url=False)[:MOST_ERRORS]
    inner = {detail["loc"][: len(detail["loc"]) - cut] for detail in details for cut in (1, 2, 3)}
    return tuple(
        _finding(detail, root)
        for detail in details
        # A list whose only entry is broken is not too short besides.
        if not (detail["type"] == "too_short" and detail["loc"] in inner)
    )


def _finding(detail: ErrorDetails, root: type[Part]) -> Finding:
    at = reached(detail["loc"], root)
    kind = detail["type"]
    if detail["input"] is None and kind != "missing":
        return error(at.place, "empty", f"{_subject(at)} is empty; fill it in or take it away")
    sentence = _SENTENCES.get(kind, _as_pydantic_says)
    return error(at.place, _CODES.get(kind, "value"), sentence(detail, at))


def _subject(at: Reached) -> str:
    key = next((step for step in reversed(at.place) if isinstance(step, str)), None)
    if key is None:
        return "this"
    return f"“{key}”" if at.place[-1] == key else f"an entry of “{key}”"


def _one(part: type[Part]) -> str:
    name = name_of(part)
    return f"{'an' if name[0] in 'aeio' else 'a'} {name}"


def _missing(_: ErrorDetails, at: Reached) -> str:
    return f"{_one(at.part)} needs “{at.place[-1]}”; it is missing or empty"


def _unknown_key(_: ErrorDetails, at: Reached) -> str:
    key, known = str(at.place[-1]), list(fields_of(at.part))
    if is_rule(at.part) and (kinds := rules_that_take(key)):
        return f"“{key}” does not go with {_one(at.part)}; rules that take it: {', '.join(kinds)}"
    if name_of(at.part) == "condition" and key in KINDS:
        return f"unknown key “{key}”: a condition asks one thing; join several with “all” or “any”"
    if meant := closest(key, known):
        return f"unknown key “{key}”; did you mean “{meant}”?"
    return f"unknown key “{key}”; {_one(at.part)} takes: {', '.join(known)}"


def _list_expected(_: ErrorDetails, at: Reached) -> str:
    return f"{_subject(at)} should be a list; begin each entry with “- ”, or write [a, b]"


def _mapping_expected(detail: ErrorDetails, at: Reached) -> str:
    value = detail["input"]
    if at.place and at.place[-1] == "rule" and isinstance(value, str):
        return f"a rule has keys of its own; write {{kind: {value}}}"
    return f"{_subject(at)} should have keys and values of its own, like “id: …”"


def _text_expected(_: ErrorDetails, at: Reached) -> str:
    return (
        f"{_subject(at)} should be a text; one that begins with a bracket or brace, "
        "or holds “: ”, needs quotes"
    )


def _no_id(detail: ErrorDetails, _: Reached) -> str:
    value = str(detail["input"])
    if not value:
        return "an id cannot be empty"
    like = _NOT_ID.sub("-", value).strip("-")
    example = f", like “{like}”" if like else ""
    return f"“{value}” is no id; use letters, digits, “-”, “_” and “.” only{example}"


def _too_long(detail: ErrorDetails, _: Reached) -> str:
    value = str(detail["input"])
    most = detail["ctx"]["max_length"]
    return f"“{value[:20]}…” is too long ({len(value)}); an id has at most {most} characters"


def _no_such_word(detail: ErrorDetails, at: Reached) -> str:
    allowed = _QUOTED.findall(detail["ctx"]["expected"])
    value = str(detail["input"])
    meant = closest(value, allowed)
    hint = f"did you mean “{meant}”?" if meant else f"it is one of {', '.join(allowed)}"
    return f"{_subject(at)} cannot be “{value}”; {hint}"


def _no_such_rule(detail: ErrorDetails, _: Reached) -> str:
    kind, allowed = str(detail["ctx"]["tag"]), _QUOTED.findall(detail["ctx"]["expected_tags"])
    meant = closest(kind, allowed)
    hint = f"did you mean “{meant}”?" if meant else f"the kinds are {', '.join(allowed)}"
    return f"there is no rule of kind “{kind}”; {hint}"


def _no_kind(_: ErrorDetails, __: Reached) -> str:
    return f"a rule needs “kind”: one of {', '.join(rules_that_take('kind'))}"


def _no_condition(detail: ErrorDetails, _: Reached) -> str:
    value = detail["input"]
    if not isinstance(value, Mapping):
        return "this is no condition; write it like {decision: D1, outcome: [a]}"
    meant = next((word for key in value if (word := closest(str(key), list(KINDS)))), None)
    hint = f"; did you mean “{meant}”?" if meant else f"; it begins with {', '.join(KINDS)}"
    return f"this is no condition{hint}"


def _no_effect(_: ErrorDetails, at: Reached) -> str:
    return f"{_subject(at)} should be a value, or {{at_least: NUMBER}}, or {{add: NUMBER}}"


def _out_of_bounds(detail: ErrorDetails, at: Reached) -> str:
    limits = detail["ctx"]
    if "ge" in limits:
        return f"{_subject(at)} should be at least {limits['ge']}"
    return f"{_subject(at)} should be at most {limits['le']:,}"


def _too_few(detail: ErrorDetails, at: Reached) -> str:
    fewest = detail["ctx"]["min_length"]
    return f"{_subject(at)} needs at least {fewest} {'entry' if fewest == 1 else 'entries'}"


def _too_many(detail: ErrorDetails, at: Reached) -> str:
    return f"{_subject(at)} has more than {detail['ctx']['max_length']:,} entries; keep to fewer"


def _as_the_model_says(detail: ErrorDetails, at: Reached) -> str:
    words = str(detail["ctx"]["error"])
    if words.startswith("needs one of"):
        return f"a condition {words}"
    if words.startswith("needs a threshold"):
        return f"a rule of kind majority {words}"
    if words.startswith("has no text") and not detail["input"]:
        return f"{_subject(at)} should be a text; one that begins with “{{” needs quotes"
    if words.startswith("“"):
        return words
    instead = _instead(detail["input"]) if words.startswith("should be") else ""
    return f"{_subject(at)} {words}{instead}"


def _instead(value: object) -> str:
    """Return “, not “ten””: what stands there, when it is a short text."""
    shown = isinstance(value, str) and 0 < len(value) <= _MOST_SHOWN
    return f", not “{value}”" if shown else ""


def _as_pydantic_says(detail: ErrorDetails, at: Reached) -> str:
    return f"{_subject(at)}: {detail['msg'][:1].lower()}{detail['msg'][1:]}"


_SENTENCES: Mapping[str, Callable[[ErrorDetails, Reached], str]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "tuple_type": _list_expected,
    "model_type": _mapping_expected,
    "model_attributes_type": _mapping_expected,
    "dict_type": _mapping_expected,
    "mapping_type": _mapping_expected,
    "string_type": _text_expected,
    "string_pattern_mismatch": _no_id,
    "string_too_long": _too_long,
    "literal_error": _no_such_word,
    "union_tag_invalid": _no_such_rule,
    "union_tag_not_found": _no_kind,
    "condition": _no_condition,
    "effect": _no_effect,
    "greater_than_equal": _out_of_bounds,
    "less_than_equal": _out_of_bounds,
    "too_short": _too_few,
    "too_long": _too_many,
    "value_error": _as_the_model_says,
}
_CODES: Mapping[str, str] = {
    "missing": "missing-key",
    "extra_forbidden": "unknown-key",
    "string_pattern_mismatch": "id",
    "string_too_long": "id",
    "union_tag_invalid": "rule",
    "union_tag_not_found": "rule",
    "condition": "condition",
    "effect": "effect",
}
