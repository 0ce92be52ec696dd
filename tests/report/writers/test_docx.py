from dataclasses import replace
from datetime import datetime

from docx.oxml.ns import qn

from tabletop.report.content import Cell, Column, Heading, Table, paragraph
from tabletop.report.writers.docx import write


def texts(document, style):
    return [p.text for p in document.paragraphs if p.style.name == style]


def test_headings_are_headings(sample, read):
    document = read.docx(write(sample))
    assert texts(document, "Heading 1") == [
        "1\tExecutive summary",
        "5\tDecisions at a glance",
        "C\tFull decision log",
    ]
    assert texts(document, "Heading 2") == [
        "1.1\tWhat held the Council together",
        "5.1\tMovement",
        "5.2\tI-10 as released",
    ]
    assert texts(document, "Title") == ["Calm Front"]


def test_the_table_of_contents_is_a_field_with_its_result(sample, read):
    document = read.docx(write(sample))
    entries = [p for p in document.paragraphs if p.style.name.startswith("toc")]
    shown = ["".join(t.text or "" for t in p._p.iter(qn("w:t"))) for p in entries]
    assert shown[0] == "1Executive summary"
    assert len(shown) == 6
    (closing,) = [p for p in document.paragraphs if p.text == sample.words.contents_help]
    entries.append(closing)
    instructions = [i.text for p in entries for i in p._p.iter(qn("w:instrText"))]
    assert instructions == [' TOC \\o "1-2" \\h \\z \\u ']
    kinds = [f.get(qn("w:fldCharType")) for p in entries for f in p._p.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 1


def test_links_lead_to_bookmarks(sample, read):
    document = read.docx(write(sample))
    body = document.element.body
    names = [found.get(qn("w:name")) for found in body.iter(qn("w:bookmarkStart"))]
    assert len(names) == len(set(names))
    numbers = [found.get(qn("w:id")) for found in body.iter(qn("w:bookmarkStart"))]
    assert len(numbers) == len(set(numbers))
    targets = {found.get(qn("w:anchor")) for found in body.iter(qn("w:hyperlink"))} - {None}
    assert targets
    assert targets <= set(names)


def test_the_marking_and_page_numbers_stand_on_every_page(sample, read):
    section = read.docx(write(sample)).sections[0]
    assert section.different_first_page_header_footer
    for part in (
        section.header,
        section.footer,
        section.first_page_header,
        section.first_page_footer,
    ):
        assert sample.marking in [p.text for p in part.paragraphs]
    fields = [i.text for i in section.footer._element.iter(qn("w:instrText"))]
    assert fields == [" PAGE ", " NUMPAGES "]


def test_tables_have_a_repeated_head_fixed_widths_and_every_cell(sample, read):
    document = read.docx(write(sample))
    # The first one holds the facts on the cover, the last but one stands in a quote.
    facts, decisions, median, positions, quoted, log = document.tables
    assert len(facts._cells) == 6
    for table in (decisions, median, positions, quoted, log):
        first, *others = table._tbl.tr_lst
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(r.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None for r in others)
        assert not table.autofit
        cells = first.tc_lst
        grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
        assert [cell.width.twips for cell in cells] == grid
    assert sum(int(column.get(qn("w:w"))) for column in decisions._tbl.tblGrid) == 9638
    cells = [cell.text for cell in decisions._cells]
    assert cells[1] == "Question"
    assert "○ Not requested\nInformation stands" in cells
    assert "✓ Adopted\n72 h, then review" in cells
    assert len(log._cells) == 13 * 5


def test_pictures_have_their_words(sample, read):
    document = read.docx(write(sample))
    pictures = list(document.element.body.iter(qn("wp:docPr")))
    assert len(pictures) == 2
    assert all(p.get("descr").startswith("Line with markers") for p in pictures)
    assert [p.get("id") for p in pictures] == ["1", "2"]


def test_each_numbered_list_starts_anew(sample, read):
    document = read.docx(write(sample))
    numbering = document.part.numbering_part.element
    starts = [s.get(qn("w:val")) for s in numbering.iter(qn("w:startOverride"))]
    assert starts == ["3", "1"]


def test_properties_tell_the_title_and_no_maker(sample, read):
    properties = read.docx(write(sample)).core_properties
    assert properties.title == "Calm Front"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.created.replace(tzinfo=None) == datetime(2026, 11, 12, 15, 48)  # noqa: DTZ001
    assert properties.language == "en-GB"


def test_a_page_break_goes_into_the_next_heading(sample, read):
    document = read.docx(write(sample))
    found = [p for p in document.paragraphs if p.text == "5.2\tI-10 as released"]
    (heading,) = [p for p in found if p.style.name == "Heading 2"]
    assert heading.paragraph_format.page_break_before


def test_sections_run_on_and_a_sentence_stays_with_its_table(sample, read):
    columns, row = (Column("a"),), (Cell("x"),)
    blocks = (Heading(1, "A"), paragraph("leads"), Table("t", columns, (row,)), paragraph("ends"))
    document = read.docx(write(replace(sample, blocks=(*blocks, Heading(1, "B")))))
    of = {p.text: p.paragraph_format for p in document.paragraphs if "toc" not in p.style.name}
    assert of["A"].page_break_before
    assert not of["B"].page_break_before
    assert of["leads"].keep_with_next
    assert not of["ends"].keep_with_next


def test_no_row_of_a_long_table_and_no_note_stands_alone(sample, read):
    rows = tuple((Cell(str(number)),) for number in range(30))
    table = Table("t", (Column("a"),), rows, note="note")
    document = read.docx(write(replace(sample, blocks=(table,), facts=())))
    cells = document.tables[0].columns[0].cells[1:]
    tied = [int(c.text) for c in cells if c.paragraphs[0].paragraph_format.keep_with_next]
    assert tied == [0, 28, 29]


def test_two_tables_in_a_row_stay_two(sample, read):
    table = Table("", (Column("a"),), ((Cell("x"),),))
    document = read.docx(write(replace(sample, blocks=(table, table), facts=())))
    assert len(document.tables) == 2


def test_a_report_without_headings_has_no_contents(sample, read):
    document = read.docx(write(replace(sample, blocks=(paragraph("x"),))))
    assert texts(document, "Contents title") == []


def test_heading_levels_have_no_gaps(sample, read):
    blocks = (Heading(3, "deep"), Heading(1, "top"), Heading(3, "below"))
    document = read.docx(write(replace(sample, blocks=blocks)))
    assert texts(document, "Heading 1") == ["deep", "top"]
    assert texts(document, "Heading 2") == ["below"]
