import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tabletop.gui.theme.shapes import (
    INJECT_SHAPES,
    OUTCOME_SHAPES,
    STANCE_SHAPES,
    Shape,
    outcome_colour,
    paint_position_chip,
    paint_shape,
    stance_colour,
)
from tabletop.plots.tokens import DARK, LIGHT, THEMES, position_step

STATUSES = (
    *("open", "adopted", "no_agreement", "not_requested", "recorded"),
    *("ranked", "withdrawn", "not_taken", "not_opened"),
)


def picture_of(paint, side=48):
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def shape_picture(shape, side=48):
    return picture_of(
        lambda painter: paint_shape(painter, shape, QRectF(0, 0, side, side), QColor("black")), side
    )


def pixels(image):
    return bytes(image.constBits())


def test_shapes_differ_without_any_colour(qapp):
    pictures = {shape: pixels(shape_picture(shape, 12)) for shape in Shape}
    assert len(set(pictures.values())) == len(Shape)


@pytest.mark.parametrize("shape", Shape)
def test_a_shape_stays_inside_its_square(qapp, shape):
    image = picture_of(
        lambda painter: paint_shape(painter, shape, QRectF(12, 12, 24, 24), QColor("black"))
    )
    outside = [
        image.pixelColor(x, y).lightness()
        for x in range(48)
        for y in range(48)
        if not (11 <= x < 37 and 11 <= y < 37)
    ]
    assert min(outside) == 255


def test_a_check_is_cut_out_of_its_disc(qapp):
    filled = QImage(shape_picture(Shape.DISC_CHECK))
    assert filled.pixelColor(21, 32).lightness() > 200
    assert filled.pixelColor(6, 24).lightness() < 50


@pytest.mark.parametrize("status", STATUSES)
def test_every_outcome_has_a_shape_and_a_colour(status):
    assert status in OUTCOME_SHAPES
    assert all(outcome_colour(tokens, status) for tokens in THEMES)


@pytest.mark.parametrize("stance", STANCE_SHAPES)
def test_every_stance_has_the_colour_of_its_shape(stance):
    assert stance_colour(LIGHT, stance) != stance_colour(DARK, stance)


def test_no_two_states_of_an_inject_look_alike_but_those_outside_the_line():
    named = {state: shape for state, shape in INJECT_SHAPES.items() if state != "improvised"}
    assert len(set(named.values())) == len(named)


def test_a_held_position_is_filled_and_one_nobody_holds_is_outlined(qapp):
    rect = QRectF(0, 0, 24, 20)
    step = position_step(LIGHT, 6, 7)
    held = picture_of(lambda p: paint_position_chip(p, rect, "6", step, LIGHT))
    free = picture_of(lambda p: paint_position_chip(p, rect, "6", None, LIGHT))
    assert held.pixelColor(3, 10) == QColor(step.fill)
    assert free.pixelColor(3, 10) == QColor("white")


def test_a_pale_position_keeps_an_edge_on_white(qapp):
    rect = QRectF(0, 0, 24, 20)
    step = position_step(LIGHT, 0, 7)
    image = picture_of(lambda p: paint_position_chip(p, rect, "0", step, LIGHT))
    assert image.pixelColor(12, 0) == QColor(LIGHT.edge)
