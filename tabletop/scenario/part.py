"""The base of everything that is read from a scenario file, and the small types its fields use.

In a file every scalar is text; these types say what the text becomes.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema


class Part(BaseModel):
    """A frozen piece of a scenario that refuses keys it does not know."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True
    )


class Localised(str):
    """A text in the scenario's language that carries its other languages with it."""

    translations: Mapping[str, str]

    def __new__(cls, translations: Mapping[str, str], language: str) -> "Localised":
        """Take the text in ``language``; raise ValueError when it is not among them."""
        if language not in translations:
            raise ValueError(
                f"has no text in the scenario's language “{language}”; "
                f"it has {', '.join(sorted(translations)) or 'none'}"
            )
        text = super().__new__(cls, translations[language])
        text.translations = dict(translations)
        return text


def text_in(text: str, language: str) -> str:
    """Return the text in a language, or in the scenario's own where it has no other."""
    if isinstance(text, Localised):
        return text.translations.get(language, str(text))
    return text


def _text(value: Any, info: Any) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        wrong = [k for k, v in value.items() if not (isinstance(k, str) and isinstance(v, str))]
        if wrong:
            raise ValueError(f"each language needs one text; “{wrong[0]}” has none")
        language = (info.context or {}).get("language", "en")
        return Localised(value, language)
    raise ValueError("should be a text, or a mapping of language codes to texts")


def _flag(value: Any) -> Any:
    if value in ("true", True):
        return True
    if value in ("false", False):
        return False
    raise ValueError("should be true or false")


def _whole(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    digits = value.strip() if isinstance(value, str) else ""
    unsigned = digits[1:] if digits[:1] in ("-", "+") else digits
    if not (unsigned.isascii() and unsigned.isdigit() and len(unsigned) <= 15):
        raise ValueError("should be a whole number, like 12")
    return int(digits)


def _amount(value: Any) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = value.strip() if isinstance(value, str) else ""
    unsigned = text[1:] if text[:1] in ("-", "+") else text
    whole, _, decimals = unsigned.partition(".")
    if not (whole.isascii() and whole.isdigit() and (not decimals or decimals.isdigit())):
        raise ValueError("should be a number, like 12 or 1.5")
    if len(unsigned) > 15:
        raise ValueError("should be a number of at most 15 digits")
    number = float(text)
    return int(number) if number.is_integer() else number


def _share(value: Any) -> Any:
    try:
        share = Fraction(str(value).strip())
    except (ValueError, ZeroDivisionError) as error:
        raise ValueError("should be a share between 0 and 1, like 0.55 or 2/3") from error
    if not 0 <= share <= 1:
        raise ValueError("should be a share between 0 and 1, like 0.55 or 2/3")
    return share


def _several(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Id = Annotated[
    str,
    Field(
        pattern=r"^[A-Za-z0-9._-]+$",
        max_length=64,
        description="letters, digits, '-', '_', '.'; case kept",
    ),
]
Text = Annotated[
    str,
    BeforeValidator(_text),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {"type": "object", "additionalProperties": {"type": "string"}},
            ]
        }
    ),
]
Flag = Annotated[bool, BeforeValidator(_flag)]
Whole = Annotated[int, BeforeValidator(_whole)]
Amount = Annotated[int | float, BeforeValidator(_amount)]
Minutes = Annotated[int | float, BeforeValidator(_amount), Field(ge=0, le=1_000_000)]
Share = Annotated[
    Fraction,
    BeforeValidator(_share),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": ["number", "string"]}),
]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_several)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_several)]
Values = Annotated[tuple[str, ...], BeforeValidator(_several)]
