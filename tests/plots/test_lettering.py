import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.plots.lettering import Lettering

LETTERS = Lettering(None)
words = st.text(st.sampled_from("abcdefgh İğŞçΩμ Київ—$&<"), max_size=40)


@given(words, st.floats(0, 60))
def test_elided_words_fit_their_room(line, room):
    shortened = LETTERS.elided(line, room, 8)
    assert LETTERS.width(shortened, 8) <= room or not shortened
    assert shortened == line or line.startswith(shortened.removesuffix("…"))


def test_words_that_fit_are_left_alone():
    assert LETTERS.elided("Reply to the note", 100, 8) == "Reply to the note"
    assert LETTERS.elided("Reply to the note", 15, 8).endswith("…")


@given(words)
def test_wrapped_lines_fit_and_keep_every_word(text):
    lines = LETTERS.wrapped(text, 40, 8)
    assert all(LETTERS.width(line, 8) <= 40 for line in lines)
    if not any("…" in line for line in lines):
        assert " ".join(lines).split() == text.split()


def test_widths_grow_with_size_weight_and_length():
    assert LETTERS.width("TUR", 16) == pytest.approx(2 * LETTERS.width("TUR", 8))
    assert LETTERS.width("TUR", 8, "bold") > LETTERS.width("TUR", 8)
    assert LETTERS.width("TURTUR", 8) > LETTERS.width("TUR", 8)
    assert LETTERS.width("", 8) == 0
    assert LETTERS.widest((), 8) == 0
