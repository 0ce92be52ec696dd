from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tabletop.gui.room.markdown import Block, Run, blocks_of
from tabletop.gui.room.paging import MOST_WORDS, best_pages, faults, paged, pages
from tabletop.gui.room.text import SMALLEST_BODY, Style, flow, height_of

BODY = Style(50, 63, "#000000")
bodies = st.lists(
    st.lists(st.from_regex(r"[a-z]{1,14}", fullmatch=True), min_size=1, max_size=90).map(" ".join),
    min_size=1,
    max_size=5,
).map("\n\n".join)

pytestmark = pytest.mark.usefixtures("shipped_fonts")
relaxed = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def paragraphs(*counts):
    return "\n\n".join(" ".join(["word"] * count) for count in counts)


@relaxed
@given(body=bodies, width=st.integers(400, 1700), height=st.integers(150, 800))
def test_every_word_is_on_some_page_and_no_page_is_too_full(body, width, height):
    strips = flow(blocks_of(body), BODY, width)
    made = pages(strips, height)
    assert sum(strip.words for page in made for strip in page) >= len(body.split())
    assert tuple(strip for page in made for strip in page) == strips
    for page in made:
        assert len(page) == 1 or height_of(page) <= height
        assert len(page) == 1 or sum(strip.words for strip in page) <= MOST_WORDS


@relaxed
@given(body=bodies)
def test_type_never_falls_below_what_the_back_row_reads(body):
    for page in paged(blocks_of(body), BODY, 1200, 500):
        assert min(strip.height for strip in page) >= BODY.sized(SMALLEST_BODY).line - 0.01


@relaxed
@given(body=bodies, width=st.integers(700, 1700))
def test_a_page_begins_within_a_block_only_when_the_block_is_too_long_for_one(body, width):
    strips = flow(blocks_of(body), BODY, width)
    made = pages(strips, 700)
    for before, page in pairwise(made):
        if not page[0].opens_block:
            start = strips.index(page[0])
            first = max(n for n in range(start) if strips[n].opens_block)
            rest = (n for n in range(start, len(strips)) if strips[n].opens_block)
            block = strips[first : next(rest, len(strips))]
            assert height_of(block) > 700 or sum(strip.words for strip in block) > MOST_WORDS
            assert not before[-1].opens_block


def test_pages_are_about_equally_full():
    strips = flow((Block("paragraph", (Run(" ".join(["word"] * 66)),)),), BODY, 1200)
    first, second = ([strip.words for strip in page] for page in pages(strips, 2000))
    assert abs(sum(first) - sum(second)) <= 10


def test_a_page_breaks_between_paragraphs_where_it_can():
    made = pages(flow(blocks_of(paragraphs(20, 40, 20)), BODY, 1200), 2000)
    assert [page[0].opens_block for page in made] == [True, True]


def test_no_paragraph_is_broken_to_save_a_page():
    made = pages(flow(blocks_of(paragraphs(40, 40, 40)), BODY, 1200), 2000)
    assert faults(made) == (3, 0, 0)


def test_a_heading_does_not_stand_at_the_foot_of_a_page():
    body = f"{paragraphs(50)}\n\n## Sources\n\n{paragraphs(50)}"
    _, second = pages(flow(blocks_of(body), BODY, 1200), 2000)
    assert sum(strip.words for strip in second) == 51


def test_a_list_stays_whole_where_that_costs_no_page():
    body = f"{paragraphs(12)}\n\n- one\n- two\n- three\n\n{paragraphs(52)}"
    _, second = pages(flow(blocks_of(body), BODY, 1200), 2000)
    assert sum(strip.words for strip in second) == 52


def test_a_short_message_is_set_larger_and_a_long_one_is_not():
    _, short = best_pages(lambda style: pages(flow(blocks_of("Help."), style, 1200), 500), BODY)
    assert short[0][0].height > BODY.line
    style, _ = best_pages(
        lambda style: pages(flow(blocks_of(paragraphs(59)), style, 1200), 260), BODY
    )
    assert style.size <= BODY.size


def test_nothing_takes_no_page():
    assert pages((), 100) == ()
