import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.report.content import Cell, Run
from tabletop.report.odd_text import shown


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("plain", "plain"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("bell\x07", "bell␇"),
        ("nul\x00del\x7f", "nul␀del␡"),
        ("half \ud83d pair", "half [U+D83D] pair"),
        ("no character \ufffe", "no character [U+FFFE]"),
        ("C1 \x9b", "C1 [U+009B]"),
        ("İı Ωμέγα Жук 漢字 🙂 مرحبا", "İı Ωμέγα Жук 漢字 🙂 مرحبا"),
    ],
)
def test_odd_characters_become_visible(typed, written):
    assert shown(typed) == written


@given(st.text(st.characters()))
def test_shown_text_fits_into_utf8_and_xml_and_stays_as_it_is(typed):
    text = shown(typed)
    text.encode("utf-8")
    assert not any(ord(sign) < 32 and sign not in "\n\t" for sign in text)
    assert shown(text) == text


@given(st.text(st.characters(blacklist_characters="\r")))
def test_nothing_is_left_out(typed):
    assert len(shown(typed)) >= len(typed)


def test_texts_in_a_report_are_shown_when_they_are_built():
    assert Run("a\x00").text == "a␀"
    assert Cell("a", note="\ud800").note == "[U+D800]"
