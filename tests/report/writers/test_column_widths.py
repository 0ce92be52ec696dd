"""Columns: the author's shares, as far as no word is torn that could be whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.report.content import Cell, Column, Table
from tabletop.report.writers.column_widths import column_widths, has_torn_word

GUTTER = 3.0
POINTS = 7.8


def widths(heads, row, shares, whole=170.0):
    columns = tuple(Column(head, width=share) for head, share in zip(heads, shares, strict=True))
    table = Table("t", columns, (tuple(Cell(text) for text in row),))
    return column_widths(table, whole, points=POINTS, gutter=GUTTER)


def test_columns_with_room_keep_their_shares():
    assert widths(["a", "b"], ["x", "y"], [1, 3]) == pytest.approx([42.5, 127.5])


def test_a_column_takes_what_its_longest_word_needs_from_one_that_has_room():
    narrow, wide = widths(["ID", "Action"], ["SACEUR-7", "Add the flank"], [0.2, 9.8])
    assert narrow > 3.4
    assert not has_torn_word(Cell("SACEUR-7"), narrow, points=POINTS, gutter=GUTTER)
    assert narrow + wide == pytest.approx(170)


def test_the_head_of_a_column_counts_as_well_as_its_cells():
    capability, _ = widths(["Capability", "Text"], ["–", "words"], [0.2, 9.8])
    assert not has_torn_word(Cell("Capability"), capability, points=POINTS, gutter=GUTTER)


def test_a_word_as_long_as_the_page_takes_a_third_at_most():
    first, second = widths(["a", "b"], ["W" * 300, "plain words"], [1, 1])
    assert first == pytest.approx(85)
    assert has_torn_word(Cell("W" * 300), first, points=POINTS, gutter=GUTTER)
    assert second == pytest.approx(85)


@given(
    st.lists(st.tuples(st.text("abcWi -", max_size=40), st.floats(0.1, 9)), min_size=1, max_size=9)
)
def test_widths_always_add_up_to_the_whole_and_none_is_lost(columns):
    texts, shares = [text for text, _ in columns], [share for _, share in columns]
    found = widths(texts, texts, shares)
    assert sum(found) == pytest.approx(170)
    assert all(width > 0 for width in found)
