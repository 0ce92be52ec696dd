import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.report.content import Cell, ItemList, Paragraph, Quote, Run, Table, plain_text
from tabletop.report.markdown import markdown_blocks, markdown_runs


def test_paragraphs_carry_their_emphasis_code_and_links():
    (block,) = markdown_blocks("A **bold** *word*, `code` and [a map](https://example.org).")
    assert block == Paragraph(
        (
            Run("A "),
            Run("bold", bold=True),
            Run(" "),
            Run("word", italic=True),
            Run(", "),
            Run("code", code=True),
            Run(" and "),
            Run("a map", target="https://example.org"),
            Run("."),
        )
    )


def test_lists_keep_their_depth_and_their_numbers():
    (block,) = markdown_blocks("- one\n- two\n\n  7. seven\n  8. eight\n")
    assert isinstance(block, ItemList)
    assert not block.ordered
    inner = block.items[1].children
    assert inner is not None
    assert (inner.ordered, inner.start) == (True, 7)
    assert [plain_text(item.runs) for item in inner.items] == ["seven", "eight"]


def test_everything_in_a_list_item_stays_in_it():
    (block,) = markdown_blocks("- one\n\n  more\n\n  > said\n\n  - a\n\n  text\n\n  - b\n")
    assert isinstance(block, ItemList)
    (item,) = block.items
    assert plain_text(item.runs) == "one\nmore\nsaid\ntext\n– b"


def test_tables_keep_heads_cells_and_sides():
    (block,) = markdown_blocks("| a | b |\n|:--|--:|\n| *1* | 2 |\n")
    assert isinstance(block, Table)
    assert [(column.header, column.align) for column in block.columns] == [
        ("a", "left"),
        ("b", "right"),
    ]
    assert block.rows == ((Cell("1"), Cell("2")),)


def test_headings_become_bold_paragraphs_and_quotes_stay_quotes():
    heading, quote = markdown_blocks("# Title\n\n> said\n")
    assert heading == Paragraph((Run("Title", bold=True),))
    assert isinstance(quote, Quote)
    assert quote.blocks == (Paragraph((Run("said"),)),)


def test_code_keeps_its_lines():
    (block,) = markdown_blocks("```\na  b\n<c>\n```\n")
    assert block == Paragraph((Run("a  b\n<c>", code=True),))


def test_hard_breaks_are_line_ends_and_soft_ones_are_spaces():
    (block,) = markdown_blocks("a\nb\\\nc")
    assert isinstance(block, Paragraph)
    assert plain_text(block.runs) == "a b\nc"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<b>not bold</b>",
    ],
)
def test_html_is_text(text):
    assert (
        "".join(
            plain_text(block.runs)
            for block in markdown_blocks(text)
            if isinstance(block, Paragraph)
        )
        == text
    )


@pytest.mark.parametrize(
    "text",
    [
        "[word](javascript:alert)",
        "[word](file:///etc/passwd)",
        "[word](data:text/html,x)",
        "![word](file:///etc/passwd)",
        "![word](https://example.org/tracker.png)",
    ],
)
def test_dangerous_links_and_all_pictures_leave_only_their_words(text):
    (block,) = markdown_blocks(text)
    assert block == Paragraph((Run("word"),))


def test_one_line_becomes_runs():
    assert markdown_runs("- a **b**") == (Run("- a "), Run("b", bold=True))


@given(st.text(st.characters()))
def test_no_text_is_refused(text):
    markdown_blocks(text)
    markdown_runs(text)


@pytest.mark.parametrize(
    "text", ["[" * 5000, ">" * 3000 + "x", "*" * 3000 + "a", "- " * 2000 + "x"]
)
def test_deep_nesting_is_no_trouble(text):
    markdown_blocks(text)
