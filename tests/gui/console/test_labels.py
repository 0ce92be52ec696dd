"""Labels of breaks close together stand beside each other, never over each other."""

from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from tabletop.exercise import commands as c
from tabletop.gui.console.rows.labels import label_starts

ROOM = (0.0, 400.0)
LABELS = st.lists(st.tuples(st.floats(-20, 420), st.floats(1, 90)), min_size=1, max_size=8)


def test_a_label_alone_stands_about_its_point():
    assert label_starts((200.0,), (60.0,), ROOM) == (170.0,)


def test_two_breaks_close_together_have_labels_side_by_side():
    first, second = label_starts((200.0, 210.0), (60.0, 60.0), ROOM)

    assert second - first >= 60.0


def test_labels_that_need_more_room_than_there_is_have_no_place():
    assert label_starts((10.0, 20.0, 30.0), (150.0, 150.0, 150.0), ROOM) == ()


@given(LABELS)
def test_no_label_lies_over_another_or_outside(labels):
    points, widths = zip(*labels, strict=True)

    starts = label_starts(points, widths, ROOM)

    placed = sorted(zip(starts, widths, strict=False))
    assert all(a + width < b for (a, width), (b, _) in pairwise(placed))
    assert all(start >= -1e-6 and start + width <= 400 + 1e-6 for start, width in placed)
    assert bool(starts) == (sum(widths) + 8 * (len(widths) - 1) <= 400)


def test_the_box_of_every_seat_that_broke_says_break(console, shipped_theme):
    console.window.resize(1366, 768)
    console.press("Space")
    console.window.bridge.send(c.ReleaseInject("I-04"))
    console.window.bridge.send(c.CirculateText("D4", "a", minutes=5))
    for role in ("GRC", "GBR"):
        console.send_break("D4", role, "No instruction")
    view = console.window.board.silence

    picture = view.grab().toImage()

    ink = shipped_theme.colour("danger").rgb()
    for rect, role in view.boxes:
        # The word stands in the right third, clear of the box's own edge.
        words = rect.adjusted(rect.width() * 2 / 3, 6, -4, -6).toRect()
        places = product(range(words.left(), words.right()), range(words.top(), words.bottom()))
        assert any(picture.pixel(x, y) == ink for x, y in places) == (role in ("GRC", "GBR"))
