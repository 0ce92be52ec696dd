from tabletop.plots.convergence import Convergence, Point, convergence
from tabletop.plots.picture import Frame, Level, Scale

SCALE = Scale(tuple(map(Level, range(7))))
FRAME = Frame("EXERCISE ONLY")


def drawn(*points):
    return convergence(Convergence(points, SCALE), FRAME)


def test_the_table_gives_every_number():
    picture = drawn(Point("D1", 0.888, 9, 1, 1, 2), Point("D2", None, 2, 1.5, 1, 2))
    assert picture.table.rows == (
        ("D1", "0.89", "9", "1", "1", "2"),
        ("D2", "–", "2", "1.5", "1", "2"),
    )


def test_few_answers_are_not_joined_to_a_trend():
    many = drawn(Point("D1", 0.5, 8, 1, 1, 2), Point("D2", 0.9, 8, 1, 1, 2))
    few = drawn(Point("D1", 0.5, 7, 1, 1, 2), Point("D2", 0.9, 7, 1, 1, 2))
    # The note on it takes the place of the line.
    assert many.svg.count(b"<path") == few.svg.count(b"<path") + 1


def test_only_decisions_on_the_scale_are_joined():
    on = Point("D1", 0.5, 10, 1, 1, 2)
    apart = drawn(on, Point("D2", 0.9, 10))
    together = drawn(on, Point("D2", 0.9, 10, 1, 1, 1))
    assert "the median was 1 in D1." in apart.alt
    assert "1 in D1 and 1 in D2." in together.alt


def test_without_an_index_and_a_scale_there_is_nothing_to_draw():
    assert drawn(Point("D1", None, 2)).is_empty
