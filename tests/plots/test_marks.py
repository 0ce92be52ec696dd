import pytest

from tabletop.plots.canvas import Canvas, fixed_settings
from tabletop.plots.marks import MARKS, draw_mark, in_words, outcome_mark, stance_mark
from tabletop.plots.picture import Frame


def drawn(mark):
    with fixed_settings():
        canvas = Canvas(10, 10, Frame(""))
        draw_mark(canvas, mark, 5, 5, 6)
        return canvas.png()


def test_every_sign_has_a_shape_of_its_own():
    assert len({drawn(mark) for mark in MARKS}) == len(MARKS)


@pytest.mark.parametrize(
    ("status", "mark"),
    [("adopted", "check"), ("no_agreement", "cross"), ("not_taken", "struck"), ("new", "ring")],
)
def test_outcomes_have_signs(status, mark):
    assert outcome_mark(status) == mark


def test_stances_that_block_and_stances_that_carry_differ():
    assert stance_mark("objects") != stance_mark("supports") == stance_mark("joins")
    assert in_words("can_accept") == "can accept"
