import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tabletop.gui.room.markdown import Block, Run, blocks_of
from tabletop.gui.room.text import (
    MOST_WORDS,
    SMALLEST_BODY,
    Style,
    fitted,
    flow,
    height_of,
    lines,
    paged,
    pages,
)

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


def test_pages_are_about_equally_full():
    strips = flow((Block("paragraph", (Run(" ".join(["word"] * 66)),)),), BODY, 1200)
    first, second = ([strip.words for strip in page] for page in pages(strips, 2000))
    assert abs(sum(first) - sum(second)) <= 10


def test_a_page_breaks_between_paragraphs_where_it_can():
    body = "\n\n".join(" ".join(["word"] * count) for count in (30, 40))
    first, second = pages(flow(blocks_of(body), BODY, 1200), 2000)
    assert first[0].opens_block
    assert second[0].opens_block


def test_a_word_longer_than_the_line_is_broken_not_cut():
    strips = lines("x" * 200, BODY, 400)
    assert len(strips) > 5
    assert all(strip.width <= 400 for strip in strips)


def test_a_text_gets_smaller_before_it_is_broken_further():
    text = "A leak from the Council room names two capitals"
    large = lines(text, Style(132, 150, "#000000"), 1000)
    strips = fitted(text, Style(132, 150, "#000000"), 1000, 160, 60)
    assert height_of(large) > 160 >= height_of(strips)


def test_what_does_not_fit_at_the_smallest_size_is_still_there_in_full():
    text = " ".join(["word"] * 100)
    strips = fitted(text, BODY, 400, 100, 45)
    assert sum(strip.words for strip in strips) == 100


def test_nothing_takes_no_room():
    assert lines("", BODY, 400) == ()
    assert pages((), 100) == ()
    assert height_of(()) == 0


def test_a_bold_run_counts_signs_of_two_places_like_qt():
    strips = lines((Run("🛰 "), Run("bold", bold=True), Run(" plain")), BODY, 900)
    assert strips[0].words == 3
