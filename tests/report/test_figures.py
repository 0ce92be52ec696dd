from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from tabletop.plots.picture import Picture
from tabletop.plots.picture import Table as Numbers
from tabletop.report.content import Cell
from tabletop.report.figures import figure_of
from tabletop.report.formats import format_named


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
    assert figure.data_in_print
    assert figure.data is not None
    assert figure.data.rows == ((Cell("D1"), Cell("1")), (Cell("D2"), Cell("3")))


def test_a_drawing_without_numbers_has_no_table():
    assert figure_of(picture(()), caption="Nothing was asked.").data is None


def test_numbers_of_many_columns_stay_off_paper(sample, font_paths):
    wide = Numbers(tuple(f"D{number}" for number in range(19)), (("1",) * 19,))
    figure = figure_of(
        replace(picture(()), table=wide, svg=sample.cover_figure.svg, png=sample.cover_figure.png)
    )
    report = replace(sample, blocks=(figure,), cover_figure=None)
    assert not figure.data_in_print
    assert b"D18" in format_named("html").write(report, ())
    assert "D18" not in "".join(
        page.extract_text()
        for page in PdfReader(BytesIO(format_named("pdf").write(report, font_paths))).pages
    )


def test_a_tall_drawing_is_made_smaller_to_share_its_page_with_its_caption():
    tall = figure_of(replace(picture(()), width_mm=170, height_mm=400))
    assert tall.width * 400 == 200
    assert figure_of(replace(picture(()), width_mm=170, height_mm=150)).width == 1
