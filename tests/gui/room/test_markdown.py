from hypothesis import given
from hypothesis import strategies as st

from tabletop.gui.room.markdown import Block, Run, blocks_of, plain


def kinds(body):
    return [(block.kind, block.marker, block.text) for block in blocks_of(body)]


def test_paragraphs_lists_headings_and_quotations_are_told_apart():
    body = "# Head\n\nOne\ntwo\n\n1. first\n2. second\n\n- dot\n\n> said"
    assert kinds(body) == [
        ("heading", "", "Head"),
        ("paragraph", "", "One two"),
        ("item", "1", "first"),
        ("item", "2", "second"),
        ("item", "•", "dot"),
        ("quotation", "", "said"),
    ]


def test_points_with_a_letter_of_their_own_get_no_second_mark():
    assert [
        block.marker for block in blocks_of("- **A)** sea\n- (2) air\n- A sea\n- e.g. air")
    ] == [
        *("", "", "•", "•"),
    ]


def test_a_list_that_starts_at_four_goes_on_from_there():
    assert [block.marker for block in blocks_of("4. a\n5. b")] == ["4", "5"]


def test_an_inner_list_is_deeper():
    blocks = blocks_of("- outer\n  - inner")
    assert [(block.text, block.depth) for block in blocks] == [("outer", 0), ("inner", 1)]


def test_bold_words_keep_their_weight():
    (block,) = blocks_of("Assessed **successful at 06:09Z**, later")
    assert [(run.text, run.bold) for run in block.runs] == [
        ("Assessed ", False),
        ("successful at 06:09Z", True),
        (", later", False),
    ]


def test_the_bold_opening_of_a_block_is_its_lead():
    (block,) = blocks_of("**Not known:** launch point")
    assert block.lead == "Not known"
    assert plain(block.after_lead) == "launch point"


def test_a_block_without_bold_opening_has_no_lead():
    (block,) = blocks_of("Launch point **not known**")
    assert block.lead == ""


def test_tables_become_rows():
    head, row = blocks_of("| A | B |\n|---|---|\n| one | two |")
    assert (head.kind, row.kind) == ("head-row", "row")
    assert [plain(cell) for cell in row.cells] == ["one", "two"]


def test_words_in_brackets_are_open():
    (block,) = blocks_of("posture [for 72 hours] and")
    assert [run.text for run in block.runs if run.is_open] == ["[for 72 hours]"]


def test_html_stays_text_and_links_lose_their_address():
    (block,) = blocks_of("<b>x</b> [site](file:///etc/passwd) ![map](http://a.example/x.png)")
    assert block.text == "<b>x</b> site map"
    assert "http" not in block.text


@given(st.text(max_size=400))
def test_any_text_can_be_read(body):
    assert all(isinstance(block, Block) for block in blocks_of(body))


words = st.lists(st.from_regex(r"[a-zı-ž]{1,12}", fullmatch=True), min_size=1, max_size=30)


@given(st.lists(words, min_size=1, max_size=6))
def test_no_word_of_a_plain_text_is_lost(paragraphs):
    body = "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)
    read = [word for block in blocks_of(body) for word in block.text.split()]
    assert read == [word for paragraph in paragraphs for word in paragraph]


def test_runs_of_one_weight_are_one_run():
    (block,) = blocks_of("one\ntwo *three* four")
    assert block.runs == (Run("one two three four"),)
