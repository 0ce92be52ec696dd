"""Builds the model from a tree, and keeps the number of errors bounded when that fails.

A hostile file can hold a million errors, and pydantic keeps them all; an author reads a few dozen.
"""

from typing import Any

from pydantic import ValidationError

from tabletop.scenario.model import Scenario

# More would help no author.
MOST_ERRORS = 500
# How many entries of each list and mapping are looked at, until errors are among them.
_SHORTER = (50, 1_000)


def built(tree: dict[str, Any], language: str) -> Scenario:
    """Return the scenario a tree describes; raise ValidationError."""
    return Scenario.model_validate(
        tree, context={"language": language}, by_alias=True, by_name=False
    )


def fewer_errors(broken: ValidationError, tree: dict[str, Any], language: str) -> ValidationError:
    """Return the errors of a tree, or only those near the beginnings of its lists if too many."""
    if broken.error_count() <= MOST_ERRORS:
        return broken
    for most in _SHORTER:
        try:
            built(_shortened(tree, most), language)
        except ValidationError as fewer:
            return fewer
    return broken


def _shortened(part: Any, most: int) -> Any:
    if isinstance(part, dict):
        return {key: _shortened(part[key], most) for key in list(part)[:most]}
    if isinstance(part, list):
        return [_shortened(entry, most) for entry in part[:most]]
    return part
