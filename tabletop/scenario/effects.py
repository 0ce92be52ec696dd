"""What releasing an inject or adopting an option does to the state: set, raise or count."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Tag

from tabletop.scenario.part import Amount, Id, Part


class AtLeast(Part):
    """Raise a number to a level; never lower it."""

    at_least: Amount


class Add(Part):
    """Count a number up or down."""

    add: Amount


def _number_as_text(value: Any) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value


def _kind_of_effect(value: Any) -> str | None:
    if isinstance(value, str | int | float):
        return "value"
    if isinstance(value, AtLeast):
        return "at_least"
    if isinstance(value, Add):
        return "add"
    if isinstance(value, Mapping):
        return next((kind for kind in ("at_least", "add") if kind in value), None)
    return None


Effect = Annotated[
    Annotated[str, BeforeValidator(_number_as_text), Tag("value")]
    | Annotated[AtLeast, Tag("at_least")]
    | Annotated[Add, Tag("add")],
    Discriminator(
        _kind_of_effect,
        custom_error_type="effect",
        custom_error_message="should be a value, or {at_least: NUMBER}, or {add: NUMBER}",
    ),
]
Effects = Mapping[Id, Effect]
