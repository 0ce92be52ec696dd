"""The base of everything that is read from a scenario file, and the small types its fields use.

In a file every scalar is text; these types say what the text becomes.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)

# More digits than a float tells apart would not come back as they were written.
_LONGEST_NUMBER = 16
_NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]*)?")
_WHOLE = re.compile(r"[-+]?[0-9]+")
# Bounded before it becomes a Fraction: 1e999999999 would take all memory.
_SHARE = re.compile(r"[0-9]{1,9}(\.[0-9]{0,9}|/[0-9]{1,9})?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


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
        text = Localised(value, language)
        if odd := [code for code in value if not _LANGUAGE.fullmatch(code)]:
            raise ValueError(f"“{odd[0]}” is no language code; they look like en, fr or pt-BR")
        return text
    raise ValueError("should be a text, or a mapping of language codes to texts")


def _flag(value: Any) -> Any:
    if value in ("true", True):
        return True
    if value in ("false", False):
        return False
    raise ValueError("should be true or false")


def is_number(text: str) -> bool:
    """Whether a text is a plain decimal number, like 12 or -1.5."""
    cleaned = text.strip()
    return len(cleaned) <= _LONGEST_NUMBER and _NUMBER.fullmatch(cleaned) is not None


# A scenario has thousands of numbers, and most of them are the same few.
@lru_cache(maxsize=1_000)
def number(text: str) -> int | float:
    """Return the number a text is, whole where it can be; raise ValueError when it is none."""
    cleaned = text.strip()
    if not _NUMBER.fullmatch(cleaned):
        raise ValueError("should be a number, like 12 or 1.5")
    if len(cleaned) > _LONGEST_NUMBER:
        raise ValueError("should be a number of at most 15 digits")
    value = float(cleaned)
    return int(value) if value.is_integer() else value


def _whole(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return _whole_number(value if isinstance(value, str) else "")


@lru_cache(maxsize=1_000)
def _whole_number(text: str) -> int:
    digits = text.strip()
    if len(digits) > _LONGEST_NUMBER or not _WHOLE.fullmatch(digits):
        raise ValueError("should be a whole number, like 12")
    return int(digits)


def _amount(value: Any) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return number(value if isinstance(value, str) else "")


def _share(value: Any) -> Any:
    text = str(value).strip()
    share = None
    if _SHARE.fullmatch(text):
        numerator, _, denominator = text.partition("/")
        share = Fraction(numerator) / int(denominator or 1) if int(denominator or 1) else None
    if share is None or share > 1:
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
    # Plain, because str's own validation would make a Localised an ordinary text.
    PlainValidator(_text),
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
# Lists that are longer than anybody could play are refused at the door; the checks rely on it.
MOST = 1_000
Ids = Annotated[tuple[Id, ...], BeforeValidator(_several), Field(max_length=MOST)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_several), Field(max_length=MOST)]
Values = Annotated[tuple[str, ...], BeforeValidator(_several), Field(max_length=MOST)]
