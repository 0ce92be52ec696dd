from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tabletop.report.content import Cell, Column, Table, paragraph
from tabletop.report.writers.xlsx import CELL_LIMIT, split_text, write


def test_every_group_of_tables_has_a_sheet_that_shows_the_marking(sample, read):
    book = read.xlsx(write(sample))
    assert book.sheetnames == [
        "Report",
        "Decisions",
        "Median by decision",
        "Positions",
        "Table",
        "Log",
    ]
    for sheet in book:
        assert sheet["A1"].value == sample.marking
        assert sheet.oddHeader.center.text == sample.marking
        assert sheet.oddFooter.center.text == sample.marking


def test_tables_have_a_frozen_filtered_head(sample, read):
    sheet = read.xlsx(write(sample))["Decisions"]
    assert sheet["A2"].value == "Table 1. Decisions at a glance"
    assert [cell.value for cell in sheet[3]][1:4] == ["Question", "Rule", "Outcome"]
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == "A3:F6"
    assert sheet["D5"].value == "Adopted\n72 h, then review"
    assert sheet["F4"].value == 18.33
    assert sheet["E6"].value == "1 ×2, 2 ×3, 3 ×3, 4 ×2"
    assert sheet["A7"].value.startswith("3 ×5 means")


def test_the_text_of_the_report_is_on_the_first_sheet(sample, read):
    lines = list(read.xlsx(write(sample))["Report"].iter_rows(values_only=True))
    assert (None, "Calm Front") in lines
    assert ("Sponsor", "Directorate for Exercises") in lines
    assert ("1.1", "What held the Council together") in lines
    assert ("Table 1", "Decisions at a glance (see sheet “Decisions”)") in lines
    assert (None, "    3. Owner: Training") in lines


def test_positions_keep_their_colours(sample, read):
    sheet = read.xlsx(write(sample))["Positions"]
    assert sheet["B4"].value == 0
    assert sheet["B4"].fill.fgColor.rgb == "FFF2EEFB"


def test_tables_of_one_name_stand_below_each_other(sample, read):
    first = Table("One", (Column("a"),), ((Cell("x"),),), sheet="Both", note="n")
    second = Table("Two", (Column("b"),), ((Cell("y"),),), sheet="Both")
    sheet = read.xlsx(write(replace(sample, blocks=(first, second))))["Both"]
    assert [cell.value for cell in sheet["A"]] == [
        sample.marking,
        "Table 1. One",
        "a",
        "x",
        "n",
        None,
        "Table 2. Two",
        "b",
        "y",
    ]


def test_a_row_is_as_high_as_its_longest_text(sample, read):
    rows = ((Cell("one line"), Cell("x")), (Cell("words " * 60), Cell("a\nb")))
    table = Table("t", (Column("a"), Column("b")), rows, sheet="Tall")
    sheet = read.xlsx(write(replace(sample, blocks=(table,))))["Tall"]
    assert sheet.row_dimensions[4].height is None, "the usual height is the program's own"
    assert 13 * 6 < sheet.row_dimensions[5].height < 13.2 * 9


def test_what_is_said_once_in_print_stands_in_every_row_to_sort_by(sample, read):
    rows = ((Cell("D4"), Cell("TUR")), (Cell(filed="D4"), Cell("GRC")))
    table = Table("t", (Column("Decision"), Column("Seat")), rows, sheet="Filed")
    sheet = read.xlsx(write(replace(sample, blocks=(table,))))["Filed"]
    assert [cell.value for cell in sheet["A"][3:]] == ["D4", "D4"]


def test_a_sentence_nobody_confirmed_says_so_in_words(sample, read):
    report = replace(sample, blocks=(paragraph("It was so.", generated=True),))
    assert (None, "It was so. (generated)") in read.xlsx(write(report))["Report"].values


def test_formulas_addresses_and_numbers_stay_text(sample, read):
    typed = [
        '=HYPERLINK("http://evil","x")',
        "@SUM(A1)",
        "-2+3",
        "https://example.org",
        "007",
        "{=A1}",
    ]
    table = Table("t", (Column("a"),), tuple((Cell(text),) for text in typed), sheet="T")
    sheet = read.xlsx(write(replace(sample, blocks=(table,))))["T"]
    cells = [sheet.cell(row, 1) for row in range(4, 4 + len(typed))]
    assert [cell.value for cell in cells] == typed
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)


def test_a_number_that_is_none_stays_a_text(sample, read):
    table = Table("t", (Column("a"),), ((Cell("–", value=float("nan")),),), sheet="T")
    assert read.xlsx(write(replace(sample, blocks=(table,))))["T"]["A4"].value == "–"


def test_a_long_text_goes_on_in_the_rows_below(sample, read):
    long = "0123456789" * 7000
    table = Table(
        "t",
        (Column("a"), Column("b")),
        ((Cell("k"), Cell(long)), (Cell("l"), Cell("m"))),
        sheet="T",
    )
    rows = list(
        read.xlsx(write(replace(sample, blocks=(table,))))["T"].iter_rows(
            min_row=4, values_only=True
        )
    )
    assert [row[0] for row in rows] == ["k", None, None, "l"]
    assert "".join(row[1] for row in rows[:3]) == long


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=50), st.integers(0, 2000))
def test_pieces_fit_into_a_cell_and_make_up_the_text(text, times):
    parts = split_text(text * times)
    assert "".join(parts) == text * times
    assert all(len(part.encode("utf-16-le")) // 2 <= CELL_LIMIT for part in parts)


def test_an_odd_marking_is_printed_as_it_is(sample, read):
    book = read.xlsx(write(replace(sample, marking="R&D &P")))
    assert book["Report"].oddHeader.center.text in {"R&&D &&P", "R&D &P"}
    write(replace(sample, marking="long " * 100))
