from dataclasses import replace

from tabletop.report.content import Figure, Heading, Paragraph, Run, Table
from tabletop.report.writers.places import Places


def test_a_link_to_an_anchor_the_report_lacks_leads_nowhere(sample):
    places = Places(sample)
    assert places.target("#decisions") == "#to-decisions"
    assert places.target("#elsewhere") == ""
    assert places.target("https://example.org") == "https://example.org"


def test_an_anchor_belongs_to_its_first_place(sample):
    blocks = (Paragraph((Run("a"),), anchor="x"), Paragraph((Run("b"),), anchor="x"))
    places = Places(replace(sample, blocks=blocks))
    assert [places.claim("x"), places.claim("x"), places.claim("")] == ["to-x", "", ""]


def test_anchors_that_look_alike_get_different_ids(sample):
    blocks = tuple(
        Paragraph((Run("a"),), anchor=anchor)
        for anchor in ("D 1", "d-1", "Ω", "Ж", "x" * 90, "x" * 91)
    )
    places = Places(replace(sample, blocks=blocks))
    ids = [places.claim(block.anchor) for block in blocks]
    assert len(set(ids)) == 6
    assert all(len(found) < 40 for found in ids)


def test_captions_are_counted_by_kind(sample):
    places = Places(sample)
    tables = [block for block in sample.blocks if isinstance(block, Table)]
    figures = [block for block in sample.blocks if isinstance(block, Figure)]
    assert [places.label(block) for block in (*tables, *figures)] == [
        "Table 1",
        "Table 2",
        "Table 3",
        "Figure 1",
    ]
    assert places.label(replace(tables[0], caption="")) == ""


def test_heading_levels_are_closed_up(sample):
    blocks = tuple(Heading(level, str(level)) for level in (2, 3, 1, 3, 3, 2))
    assert [placed.level for placed in Places(replace(sample, blocks=blocks)).headings] == [
        1,
        2,
        1,
        2,
        3,
        2,
    ]


def test_numbers_of_a_figure_are_called_after_it_and_shift_no_table(sample):
    places = Places(sample)
    figure = next(block for block in sample.blocks if isinstance(block, Figure))
    tables = [block for block in sample.blocks if isinstance(block, Table)]
    found = [places.label(block) for block in (tables[0], figure, figure.data, tables[1])]
    assert found == ["Table 1", "Figure 1", "Figure 1, numbers", "Table 2"]
