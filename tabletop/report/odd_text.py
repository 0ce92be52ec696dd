"""Text as every format can hold it: odd characters are made visible, nothing is left out.

XML has no place for control characters and lone surrogates, and a reader has no way to see them.
So a control character is written as its picture (U+0007 becomes ␇), and a code point that is no
character as its number in brackets ([U+D800]). Line ends of every kind become a line feed.
"""

import re
from dataclasses import fields
from functools import cache
from typing import Any

_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_NO_CHARACTER = re.compile("[\x80-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def shown(text: str) -> str:
    """Return the text with every odd character made visible."""
    if _ODD.search(text) is None:
        return text
    text = _LINE_END.sub("\n", text)
    text = _CONTROL.sub(_picture, text)
    return _NO_CHARACTER.sub(numbered, text)


def numbered(match: re.Match[str]) -> str:
    """Return the matched character as its number: [U+FFFE]."""
    return f"[U+{ord(match[0]):04X}]"


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return "␡" if code == 0x7F else chr(0x2400 + code)


class Shown:
    """A frozen dataclass whose texts are made writable when it is built."""

    __slots__ = ()

    def __post_init__(self) -> None:
        for name in _text_fields(self.__class__.__mro__[0]):
            text = getattr(self, name)
            visible = shown(text)
            if visible is not text:
                object.__setattr__(self, name, visible)


@cache
def _text_fields(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.type is str)
