"""Variables in texts, in one language and in several."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.scenario.part import Localised
from tabletop.scenario.texts import braces, filled, names_used, plainly_filled

VARIABLES = {"launch_state": "Kestria", "island": Localised({"en": "Cape", "fr": "Cap"}, "en")}
STANDING = {"D6": "Consult (Article 4)"}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("{launch_state} denies", "Kestria denies"),
        ("It was: {D6}.", "It was: Consult (Article 4)."),
        ("It is {D7}", "It is open"),
        ("a {{brace}", "a {brace}"),
        ("{{{launch_state}}", "{Kestria}"),
        ("nothing", "nothing"),
        ("a { alone and { launch_state }", "a { alone and { launch_state }"),
    ],
)
def test_braces_are_filled(text, meant):
    assert filled(text, VARIABLES, STANDING) == meant


def test_a_text_in_several_languages_is_filled_in_each():
    text = Localised({"en": "{island}: {D7}", "fr": "{island} : {D7}"}, "fr")
    result = filled(text, VARIABLES, STANDING)
    assert isinstance(result, Localised)
    assert result == "Cap : en suspens"
    assert result.translations == {"en": "Cape: open", "fr": "Cap : en suspens"}


def test_a_name_that_is_no_decision_stays_where_people_type_freely():
    assert filled("{smile} {D7}", {}, {}, decisions=("D7",)) == "{smile} open"


def test_what_is_filled_in_is_not_filled_again():
    assert filled("{a}", {"a": "{b}", "b": "no"}, {}) == "{b}"


def test_the_names_a_text_uses_are_listed_once_in_order():
    assert names_used("{b} {a} {b} {{c}") == ("b", "a")
    assert names_used(Localised({"en": "{a}", "fr": "{b}"}, "en")) == ("a", "b")


@pytest.mark.parametrize(
    ("text", "opening", "closing"),
    [("a { b", 1, 0), ("a } b", 0, 1), ("{{a}", 0, 0), ("{{a}}", 0, 1), ("{a b}", 1, 1)],
)
def test_braces_that_mean_nothing_are_counted(text, opening, closing):
    found = braces(text)
    assert (found.stray_opening, found.stray_closing) == (opening, closing)


@given(st.text(alphabet="{}ab D6"))
def test_any_text_can_be_filled(text):
    assert filled(text.replace("{", "{{"), {}, {}) == text
    assert isinstance(filled(text, VARIABLES, STANDING), str)


@given(st.text(alphabet="{}ab"))
def test_the_fast_look_never_passes_a_text_with_a_fault(text):
    if plainly_filled(text, {"a", "b", "ab"}):
        found = braces(text)
        assert not found.stray_opening
        assert not found.stray_closing
        assert set(found.names) <= {"a", "b", "ab"}
