import pytest

from tabletop.gui.room.markdown import Run
from tabletop.gui.room.text import Style, bound, fitted, height_of, lines

BODY = Style(50, 63, "#000000")

pytestmark = pytest.mark.usefixtures("shipped_fonts")


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
    assert height_of(()) == 0


def test_a_bold_run_counts_signs_of_two_places_like_qt():
    strips = lines((Run("🛰 "), Run("bold", bold=True), Run(" plain")), BODY, 900)
    assert strips[0].words == 3


@pytest.mark.parametrize(
    ("written", "tied"),
    [
        ("D-Day", "D\u2011Day"),
        ("on D-2 10:00Z", "on D\u20112\u00a010:00Z"),
        ("D+13 06:00Z", "D+13\u00a006:00Z"),
        ("fragment M-09", "fragment M\u201109"),
        ("Article 5", "Article\u00a05"),
        ("11 km out", "11\u00a0km out"),
        ("missile-defence crews", "missile-defence crews"),
        ("12 minutes", "12 minutes"),
    ],
)
def test_what_belongs_together_stays_on_one_line(written, tied):
    assert bound(written) == tied


def test_a_line_never_ends_within_d_day():
    for width in range(300, 900, 10):
        strips = lines("the missile incidents since D-Day", BODY, width)
        assert sum(strip.words for strip in strips) == 5
