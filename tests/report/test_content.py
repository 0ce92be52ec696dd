from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tabletop.report.content import (
    Cell,
    Column,
    Heading,
    Paragraph,
    Report,
    Run,
    Segment,
    Table,
    anchors,
    cell_text,
    heads_a_table,
    is_looked_up,
    kept_with_next,
    leads_to,
    paragraph,
    plain_text,
    stays_whole,
    with_following,
)


def test_a_row_must_have_as_many_cells_as_the_table_has_columns():
    with pytest.raises(ValueError, match="Row 2 of the table 'Seats' has 1 cells"):
        Table("Seats", (Column("a"), Column("b")), ((Cell(), Cell()), (Cell(),)))


def test_a_table_needs_a_column():
    with pytest.raises(ValueError, match="has no columns"):
        Table("Seats", (), ())


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"]
)
def test_a_link_leads_to_an_anchor_or_to_the_web(target):
    with pytest.raises(ValueError, match="A link leads to"):
        Run("x", target=target)


def test_a_report_needs_a_marking_and_a_time_zone(sample):
    with pytest.raises(ValueError, match="needs a marking"):
        replace(sample, marking=" ")
    with pytest.raises(ValueError, match="needs a time zone"):
        replace(sample, ended=datetime(2026, 1, 1))  # noqa: DTZ001 - this is the mistake


@pytest.mark.parametrize("level", [0, 4])
def test_headings_have_three_levels(level):
    with pytest.raises(ValueError, match="level 1 to 3"):
        Heading(level, "x")


def test_a_cell_says_all_its_lines_where_nothing_can_be_drawn():
    cell = Cell(
        "Adopted", bar=(Segment("1 ×9", 9, 0.2), Segment("3", 1, 0.5)), note="after a break"
    )
    assert cell_text(cell) == "Adopted\n1 ×9, 3\nafter a break"


def test_anchors_are_found_in_every_kind_of_block(sample):
    assert {"summary", "decisions", "decision-1", "median", "I-10", "annex-c", "log-12"} <= anchors(
        sample
    )


def test_only_short_tables_are_kept_together():
    columns = (Column("a"),)
    assert stays_whole(Table("t", columns, ((Cell("x"),),) * 8))
    assert not stays_whole(Table("t", columns, ((Cell("x"),),) * 40))
    assert not stays_whole(Table("t", columns, ((Cell("x" * 5000),),)))


def test_a_dense_table_of_few_words_stays_whole_with_more_rows():
    columns = (Column("a"),)
    assert stays_whole(Table("t", columns, ((Cell("88, moderate"),),) * 13, dense=True))
    assert not stays_whole(Table("t", columns, ((Cell("88, moderate"),),) * 13))
    assert not stays_whole(Table("t", columns, ((Cell("x" * 100),),) * 13, dense=True))


def test_plain_text_leaves_the_dress_out():
    assert plain_text((Run("a", bold=True), Run("b", target="#c"))) == "ab"
    assert paragraph("a", generated=True) == Paragraph((Run("a"),), generated=True)


def test_a_report_is_a_value(sample):
    assert sample == replace(sample)
    assert isinstance(sample, Report)
    assert sample.ended.tzinfo is UTC


def test_a_paragraph_leads_to_the_table_right_after_it():
    table = Table("t", (Column("a"),), ())
    blocks = (paragraph("a"), paragraph("b"), table)
    led = [leads_to(block, following) for block, following in with_following(blocks)]
    assert led == [False, True, False]
    assert list(with_following(())) == []


def test_all_between_the_head_of_a_sheet_and_its_table_shares_a_page():
    table = Table("t", (Column("a"),), ())
    sheet = (Heading(3, "D1"), paragraph("a"), paragraph("b"), table, paragraph("c"))
    assert kept_with_next(sheet) == {1, 2}
    section = (Heading(2, "7.1"), paragraph("a"), paragraph("b"), table)
    assert kept_with_next(section) == {2}


def test_only_long_dense_tables_are_looked_up():
    rows = ((Cell("x"),),) * 121
    assert is_looked_up(Table("t", (Column("a"),), rows, dense=True))
    assert not is_looked_up(Table("t", (Column("a"),), rows))
    assert not is_looked_up(Table("t", (Column("a"),), rows[:120], dense=True))


def test_a_table_that_runs_on_is_not_kept_together_however_short():
    assert not stays_whole(Table("t", (Column("a"),), ((Cell("x"),),), runs_on=True))


def test_a_heading_heads_the_table_that_stands_before_the_next_heading():
    table = Table("t", (Column("a"),), ())
    assert heads_a_table((Heading(3, "D1"), paragraph("a"), table, Heading(3, "D2")))
    assert not heads_a_table((Heading(3, "D1"), paragraph("a"), Heading(3, "D2"), table))
