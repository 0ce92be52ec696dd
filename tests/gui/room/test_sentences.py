import pytest

from tabletop.gui.room.markdown import blocks_of
from tabletop.gui.room.paging import paged
from tabletop.gui.room.sentences import paged_at_sentences
from tabletop.gui.room.text import Style

pytestmark = pytest.mark.usefixtures("shipped_fonts")
STYLE = Style(48, 64, "#000000")
SENTENCE = "We take part in what was asked for and we say so here."


@pytest.mark.parametrize("count", [1, 6, 10, 14])
def test_pages_end_with_sentences_and_cost_no_page_more(count):
    blocks = blocks_of(" ".join([SENTENCE] * count))
    plain = paged(blocks, STYLE, 1176, 540)
    made = paged_at_sentences(blocks, STYLE, 1176, 540)
    assert len(made) == len(plain)
    assert all(page[0].opens_block for page in made)
    assert sum(s.words for page in made for s in page) == count * len(SENTENCE.split())


def test_a_text_without_sentences_is_broken_where_the_page_is_full():
    blocks = blocks_of("word " * 150)
    assert [len(page) for page in paged_at_sentences(blocks, STYLE, 1176, 540)] == [
        len(page) for page in paged(blocks, STYLE, 1176, 540)
    ]


def test_bold_words_are_kept_on_either_side_of_a_break():
    blocks = blocks_of(" ".join([f"**{SENTENCE}** {SENTENCE}"] * 5))
    made = paged_at_sentences(blocks, STYLE, 1176, 540)
    assert sum(s.words for page in made for s in page) == 10 * len(SENTENCE.split())
