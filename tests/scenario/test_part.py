"""What texts of a file become: numbers, shares, flags, texts in several languages."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from tabletop.scenario.part import (
    Amount,
    Flag,
    Ids,
    Localised,
    Share,
    Text,
    Whole,
    is_number,
    number,
    text_in,
)


def read(kind: Any, value: object, language: str = "en") -> object:
    return TypeAdapter(kind).validate_python(value, context={"language": language})


@pytest.mark.parametrize(
    ("kind", "value", "meant"),
    [
        (Whole, "-3", -3),
        (Whole, " 007 ", 7),
        (Amount, "1.50", 1.5),
        (Amount, "2.0", 2),
        (Flag, "true", True),
        (Flag, "false", False),
        (Share, "0.55", Fraction(11, 20)),
        (Share, "2/3", Fraction(2, 3)),
        (Share, "1", Fraction(1)),
        (Ids, "TUR", ("TUR",)),
        (Text, "no", "no"),
    ],
)
def test_texts_become_what_their_field_says(kind, value, meant):
    assert read(kind, value) == meant


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Whole, "1e3"),
        (Whole, "1.5"),
        (Whole, "٣"),
        (Whole, "9" * 17),
        (Amount, "1.²"),
        (Amount, "nan"),
        (Amount, "1_000"),
        (Flag, "yes"),
        (Flag, "True"),
        (Share, "55%"),
        (Share, "1/0"),
        (Share, "3/2"),
        (Share, "-0.5"),
        (Share, "1e999999999"),
        (Text, ["a"]),
        (Text, {"fr": "un"}),
        (Text, {"en": "one", "second language": "x"}),
        (Text, {"en": ["one"]}),
    ],
)
def test_anything_else_is_refused(kind, value):
    with pytest.raises(ValidationError):
        read(kind, value)


def test_a_text_keeps_its_other_languages():
    text = read(Text, {"en": "Incident", "tr": "Olay"}, language="tr")
    assert isinstance(text, Localised)
    assert text == "Olay"
    assert text_in(text, "en") == "Incident"
    assert text_in(text, "de") == "Olay"
    assert text_in("plain", "en") == "plain"


@given(st.text(max_size=30))
def test_what_is_called_a_number_is_one(text):
    if is_number(text):
        assert float(text) == number(text)
