from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pypdf.generic import ContentStream

from tabletop.report.content import (
    Cell,
    Column,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
    paragraph,
)
from tabletop.report.writers.pdf import write
from tabletop.report.writers.pdf_data import template_data
from tabletop.report.writers.pdf_text import _UNUSUAL, _covered, fallback_fonts, printable_with


def one_line(text):
    return " ".join(text.split())


@pytest.fixture
def text_of(font_paths, read):
    """Return what a reader can copy out of the pages of a report."""

    def text(report):
        pages = read.pdf(write(report, font_paths=font_paths)).pages
        return "".join(page.extract_text() for page in pages)

    return text


def test_the_marking_and_the_page_number_stand_on_every_page(sample, font_paths, read):
    pages = read.pdf(write(sample, font_paths=font_paths)).pages
    assert len(pages) >= 5
    for number, page in enumerate(pages, start=1):
        text = one_line(page.extract_text())
        assert text.count(sample.marking) == 2
        assert (f"{number} of {len(pages)}" in text) == (number > 1)
        assert (sample.running_head in text) == (number > 1)


def test_no_letter_stands_so_far_from_the_next_that_a_word_is_copied_as_two(
    sample, font_paths, read
):
    reader = read.pdf(write(sample, font_paths=font_paths))
    gaps = [
        -number
        for page in reader.pages
        for operands, operator in ContentStream(page.get_contents(), reader).operations
        if operator == b"TJ"
        for number in operands[0]
        if isinstance(number, int | float)
    ]
    # In thousandths of the size; programs that copy text take a tenth for a space.
    assert 20 < max(gaps) < 95


def test_a_section_runs_on_where_a_page_has_room_and_begins_a_new_one_where_not(
    sample, font_paths, read
):
    def pages(*blocks):
        report = replace(sample, blocks=(Heading(1, "First"), *blocks, Heading(1, "Second")))
        texts = [p.extract_text() for p in read.pdf(write(report, font_paths=font_paths)).pages]
        return [next(n for n, t in enumerate(texts[2:]) if word in t) for word in ("First", "Sec")]

    lines = [paragraph("A line.")]
    assert pages(*lines * 5) == [0, 0]
    assert pages(*lines * 22) == [0, 1]
    assert pages(*lines, PageBreak()) == [0, 1]


def test_headings_are_bookmarks(sample, font_paths, read):
    outline = read.pdf(write(sample, font_paths=font_paths)).outline
    assert [entry.title for entry in outline if not isinstance(entry, list)] == [
        "1Executive summary",
        "5Decisions at a glance",
        "CFull decision log",
    ]


def test_the_file_is_tagged_and_knows_its_language_title_and_date(sample, font_paths, read):
    reader = read.pdf(write(sample, font_paths=font_paths))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert reader.metadata.title == "Calm Front – After-action report and improvement plan"
    assert reader.metadata.author is None
    assert reader.metadata.creation_date == datetime(2026, 11, 12, 15, 48, tzinfo=UTC)


def test_only_the_given_fonts_are_used(sample, font_paths, read):
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in read.pdf(write(sample, font_paths=font_paths)).pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    assert fonts
    assert all(name.startswith(("Inter", "DejaVuSans")) for name in fonts)


def test_a_long_table_repeats_its_head_on_every_page(font_paths, read, sample):
    columns = (Column("Entry", width=1), Column("What was recorded", width=4))
    rows = tuple((Cell(str(number)), Cell(f"position of {number}")) for number in range(200))
    table = Table("Log", columns, rows)
    pages = read.pdf(write(replace(sample, blocks=(table,)), font_paths=font_paths)).pages[1:]
    assert len(pages) > 3
    texts = [page.extract_text() for page in pages]
    assert all("What was recorded" in text for text in texts)
    found = one_line(" ".join(texts))
    assert all(f"position of {number}" in found for number in range(200))


def test_nothing_typed_is_taken_for_markup(sample, text_of):
    typed = '#panic("x") $x^2$ *a* _b_ `c` @ref <label> = Head [+] \\u{1F600} // c /* d */ -- --- ~'
    table = Table(typed, (Column(typed),), ((Cell(typed),),))
    blocks = (paragraph(typed), Heading(1, typed), table)
    text = text_of(replace(sample, blocks=blocks, title=typed, facts=()))
    assert "".join(text.split()).count("".join(typed.split())) >= 5


def test_a_word_without_end_stays_on_the_page(sample, font_paths, read):
    table = Table("t", (Column("a"), Column("b")), ((Cell("Ђ" * 300), Cell("Џ" * 300)),))
    report = replace(sample, blocks=(paragraph("Ѫ" * 40_000), table))
    pages = read.pdf(write(report, font_paths=font_paths)).pages
    text = "".join(page.extract_text() for page in pages)
    assert text.count("Ѫ") == 40_000
    assert text.count("Ђ") == text.count("Џ") == 300
    longest = max(max(map(len, page.extract_text().split("\n"))) for page in pages)
    assert longest < 130


def test_a_table_with_one_endless_cell_runs_over_pages(sample, text_of):
    table = Table("t", (Column("a"),), ((Cell("word " * 8000),),))
    text = text_of(replace(sample, blocks=(table,)))
    assert text.count("word") == 8000


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("İstanbul Ωμέγα Жизнь – “x”", "İstanbul Ωμέγα Жизнь – “x”"),
        ("مرحبا שלום ✓", "مرحبا שלום ✓"),
        ("漢", "[U+6F22]"),
        ("\U0001f642", "[U+1F642 slightly smiling face]"),
        ("␇", "[BEL]"),
        ("␡", "[DEL]"),
        ("a\u200bb\u202e", "a\u200bb\u202e"),
        ("x" * 30, "x" * 12 + "\u200b" + "x" * 12 + "\u200b" + "x" * 6),
    ],
)
def test_what_the_fonts_lack_is_written_as_its_number(typed, printed, font_paths):
    assert printable_with((*font_paths, fallback_fonts()))(typed) == printed


def test_the_fonts_have_every_ordinary_character(font_paths):
    covered = _covered((*font_paths, fallback_fonts()))
    ordinary = [code for code in range(0x20, 0x2500) if not _UNUSUAL.match(chr(code))]
    assert len(ordinary) > 500
    assert [hex(code) for code in ordinary if code not in covered and code != 0xAD] == []


def test_a_link_to_nowhere_is_plain_text(sample, text_of):
    block = Paragraph((Run("the annex", target="#nowhere"),))
    assert "the annex" in text_of(replace(sample, blocks=(block,)))


def test_a_word_that_fits_its_column_is_not_broken_at_a_syllable(sample):
    def breaks(text, others):
        # The other columns are full, so that they have nothing to give.
        columns = (Column("a"), *(Column("b") for _ in range(others)))
        rows = ((Cell(text), *(Cell("m" * 40) for _ in range(others))),)
        data = template_data(replace(sample, blocks=(Table("t", columns, rows),)), str)
        return data["blocks"][0]["rows"][0][0].get("breaks", False)

    assert not breaks("low → moderate", others=2)
    assert breaks("low → moderate", others=14)
    assert breaks("Verteidigungsministerium", others=6)


def test_a_heading_stands_on_the_page_on_which_its_table_begins(sample, font_paths, read):
    """At every height of the page: where the text before it ends decides nothing."""
    columns = (Column("a"), Column("b", width=3))
    rows = tuple((Cell(f"row {n}"), Cell("words " * 24)) for n in range(6))
    table = Table("options", columns, rows, dense=True, runs_on=True)
    for lines in range(20, 44, 4):
        blocks = (
            Heading(1, "Section"),
            Heading(2, "Part"),
            *(paragraph(f"line {n}") for n in range(lines)),
            Heading(3, "Wording on attribution"),
            paragraph("the question " * 24),
            paragraph("the outcome " * 24),
            paragraph("time and evidence " * 16),
            table,
        )
        report = replace(sample, blocks=blocks)
        pages = [p.extract_text() for p in read.pdf(write(report, font_paths=font_paths)).pages]
        # The first pages are the cover and the list of contents.
        here = next(n for n, text in enumerate(pages[2:]) if "Wording on attribution" in text)
        assert "row 0" in pages[2:][here], lines
