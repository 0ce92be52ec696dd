"""What holds for every format: odd text comes through, and the same report is the same file."""

import getpass
import io
import random
import re
import socket
import unicodedata
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.report.content import Cell, Column, Table, paragraph
from tabletop.report.formats import FORMATS, format_named
from tabletop.report.odd_text import shown
from tabletop.report.writers.pdf_text import fallback_fonts, printable_with

NASTY = (
    "=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://evil","x")', "{=A1}", "'quoted", "007",
    "1e5", "TRUE", "2026-11-12", "https://example.org/?a=1&b=2", "mailto:a@example.org",
    "<script>alert(1)</script>", "</td></table>", "&amp; &lt; &#65;", "]]>", "<!-- x -->",
    "{{ 7*7 }}", "{% raw %}", "#panic()", "$x$", "*a*", "_b_", "`c`", "``d``", "~e~", "[a](b)",
    "![a](b)", "| a | b |", "a|b", "# Head", "- item", "+ item", "1. one", "2) two", "> quote",
    "===", "---", "***", "```", "    code", "\\", "\\n", "\\\\", "a\\", "_x0041_", "_x000D_",
    "\x00", "a\x07b", "\x1b[31m", "\x7f", "\x85", "\x9b", "\r\n", "\r", "\x0b\x0c", "\ufeff",
    "\ufffe", "\uffff", "\ufdd0", "\ud800", "\udfff", "a\udc80b", "\u2028", "\u2029",
    "\u202eabc\u202c", "\u200b", "\u200f", "\u00ad",
    "مرحبا بالعالم", "שלום", "İIıi", "Ωμέγα ς", "Жизнь", "漢字",
    "🙂", "👩‍👩‍👧", "🇹🇷", "e\u0301\u0323", "ﬁ", "\u00a0", "\t", "a\tb", "a\nb", "\n\n", " a  b ",
    "%s %d {0}", "&&", "&P &N", "C:\\x\\y", "0", "-", "x" * 300, "Ж" * 300, "\U0010fffd",
)  # fmt: skip

odd_texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(), max_size=40),
    st.lists(st.sampled_from(NASTY), min_size=2, max_size=4).map(" ".join),
)


def seeded_texts(count):
    """Return the nasty ones, then mixtures of them with characters from everywhere."""
    chance = random.Random(16)  # noqa: S311 - the same texts every time
    texts = list(NASTY)
    while len(texts) < count:
        parts = [chance.choice(NASTY) for _ in range(chance.randint(1, 3))]
        parts += [chr(chance.choice((chance.randrange(0x250), chance.randrange(0x110000))))]
        chance.shuffle(parts)
        texts.append(" ".join(parts))
    return texts


def bare(text):
    """Return a text without white space and without what nobody can see."""
    return "".join(
        sign for sign in text if not sign.isspace() and unicodedata.category(sign) != "Cf"
    )


def drawn(text):
    """Return the signs of a text however they are put together; marks may be told twice."""
    signs = sorted(bare(unicodedata.normalize("NFKD", text)))
    return sorted(set(signs)) if any(unicodedata.combining(sign) for sign in signs) else signs


def report_with(sample, texts):
    """Return a report with every text as a paragraph and as a cell."""
    table = Table("T", (Column("n"), Column("text", width=9)), tuple(
        (Cell(str(number)), Cell(text)) for number, text in enumerate(texts)
    ), sheet="T")  # fmt: skip
    return replace(
        sample,
        marking="MARKING",
        running_head="",
        running_foot="",
        version="",
        blocks=(*(paragraph(text) for text in texts), table),
    )


def read_back(read, name, file, count):
    """Return the texts of the paragraphs and of the cells."""
    if name == "docx":
        document = read.docx(file)
        last = document.tables[-1]
        paragraphs = [p.text for p in document.paragraphs if p.style.name == "Normal"]
        cells = ["\n".join(p.text for p in cell.paragraphs) for cell in last._cells[2:]]
        return paragraphs[:count], cells[1::2]
    if name == "xlsx":
        book = read.xlsx(file)
        cells = [
            row[1] or "" for row in book["T"].iter_rows(min_row=4, max_col=2, values_only=True)
        ]
        lines = [row[1] or "" for row in book["Report"].iter_rows(max_col=2, values_only=True)]
        return lines[-count - 1 : -1], cells
    page = getattr(read, {"md": "markdown"}.get(name, name))(file)
    return page.of("p"), page.of("td")[1::2]


@pytest.mark.parametrize("name", ["docx", "xlsx", "html"])
def test_two_thousand_odd_texts_are_read_back_to_the_letter(name, sample, read):
    texts = seeded_texts(2000)
    file = format_named(name).write(report_with(sample, texts), ())
    paragraphs, cells = read_back(read, name, file, len(texts))
    expected = [shown(text) for text in texts]
    if name == "html":
        assert [text for text in paragraphs if text in set(expected)][-2000:] == expected
    else:
        assert paragraphs == expected
    assert cells == expected


def test_two_thousand_odd_texts_are_shown_by_markdown(sample, read):
    texts = seeded_texts(2000)
    file = format_named("md").write(report_with(sample, texts), ())
    paragraphs, cells = read_back(read, "md", file, len(texts))
    expected = [bare(shown(text)) for text in texts]
    assert [bare(text) for text in cells] == expected
    lines = [line for line in map(bare, paragraphs) if line]
    wanted = [text for text in expected if text]
    # After the paragraphs come the table's caption and the marking.
    assert lines[-len(wanted) - 2 : -2] == wanted


def test_two_thousand_odd_texts_are_printed(sample, read, font_paths):
    texts = [text for text in seeded_texts(2000) if bare(shown(text))]
    printable = printable_with((*font_paths, fallback_fonts()))
    blocks = tuple(
        paragraph(line) for number, text in enumerate(texts) for line in (f"@@{number}@@", text)
    )
    report = replace(report_with(sample, []), blocks=blocks)
    file = format_named("pdf").write(report, font_paths)
    pages = [page.extract_text() for page in read.pdf(file).pages[1:]]
    pages = [re.sub(r"MARKING|\b\d+ of \d+\b", "", page) for page in pages]
    found = re.split(r"@@\d+@@", "\n".join(pages))[1:]
    # Right-to-left text comes in the order in which it is drawn.
    assert [drawn(text) for text in found] == [drawn(printable(shown(text))) for text in texts]


@pytest.fixture(scope="module")
def write_all(sample, font_paths):
    def written(texts):
        report = report_with(sample, texts)
        return [form.write(report, font_paths) for form in FORMATS]

    return written


@settings(max_examples=12, deadline=None)
@given(texts=st.lists(odd_texts, min_size=1, max_size=12))
def test_no_text_stops_a_report(write_all, texts):
    assert all(write_all(texts))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_odd_text_may_stand_anywhere(form, sample, font_paths):
    for text in (NASTY[4] + NASTY[8] + "\x00\ud800]]>🙂", "word " * 900):
        report = replace(
            sample, title=text, kind=text, subtitle=text, version=text, handling=text,
            running_head=text, running_foot=text, language="tr",
        )  # fmt: skip
        assert form.write(report, font_paths)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_the_same_report_is_the_same_file(form, sample, font_paths):
    first = form.write(sample, font_paths)
    assert first == form.write(replace(sample), font_paths)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_file_tells_nothing_about_the_machine(form, sample, font_paths):
    file = form.write(sample, font_paths)
    parts = [file]
    if form.name in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(file)) as package:
            parts = [package.read(name) for name in package.namelist()]
            assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    host = socket.gethostname()
    named = [host] if len(host) > 4 else []
    for told in (*named, f"/{getpass.getuser()}/", "python-docx", "/home/"):
        assert not any(told.encode() in part for part in parts)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_report_without_anything_can_be_written(form, sample, font_paths):
    assert form.write(replace(sample, blocks=(), facts=(), cover_figure=None), font_paths)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_table_without_rows_can_be_written(form, sample, font_paths):
    table = Table("Requests", (Column("Question"),), (), note="There were none.")
    assert form.write(replace(sample, blocks=(table,)), font_paths)
