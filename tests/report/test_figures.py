from tabletop.plots.picture import Picture
from tabletop.plots.picture import Table as Numbers
from tabletop.report.content import Cell
from tabletop.report.figures import figure_of


def picture(rows):
    return Picture(
        name="median",
        svg=b"<svg/>",
        png=b"",
        alt="In words.",
        table=Numbers(("Decision", "Median"), rows),
        title="Median by decision",
        width_mm=85,
        height_mm=40,
    )


def test_a_drawing_keeps_its_words_numbers_and_width():
    figure = figure_of(picture((("D1", "1"), ("D2", "3"))))
    assert (figure.name, figure.caption, figure.alt) == (
        "median",
        "Median by decision",
        "In words.",
    )
    assert figure.width == 0.5
    assert figure.data is not None
    assert figure.data.rows == ((Cell("D1"), Cell("1")), (Cell("D2"), Cell("3")))


def test_a_drawing_without_numbers_has_no_table():
    assert figure_of(picture(()), caption="Nothing was asked.").data is None
