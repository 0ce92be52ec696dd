import io
import struct
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pytest
from matplotlib import image

from tabletop.plots import picture
from tabletop.plots.picture import Frame, Level, Scale, counted, extent, number, on_scale, span
from tabletop.plots.tokens import CONTRAST, DARK, LIGHT

SIZES = ((1, 1), (10, 20), (40, 30))
FONTS = Path(picture.__file__).parents[2] / "assets" / "fonts"


def pixels(drawn):
    return image.imread(io.BytesIO(drawn.png), format="png")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_figure_fits_its_page_and_has_words_and_a_whole_table(draw, exercise, frame, size):
    drawn = draw(exercise(*size), frame)
    assert drawn.width_mm == 170
    assert drawn.height_mm <= 242
    sheet = pixels(drawn)[:, :, :3]
    for edge in (sheet[:3], sheet[-3:], sheet[:, :3], sheet[:, -3:]):
        assert (edge == 1).all(), "something is drawn over the edge"
    assert drawn.title
    assert drawn.alt.endswith(".")
    assert not drawn.alt.startswith("No data")
    assert not drawn.is_empty
    assert {len(row) for row in drawn.table.rows} == {len(drawn.table.columns)}


def test_without_data_a_figure_says_so(draw, exercise, frame):
    drawn = draw(exercise(0, 0), frame)
    assert drawn.is_empty
    assert drawn.alt.startswith("No data. ")
    assert drawn.table.columns
    assert drawn.png.startswith(b"\x89PNG")


def test_the_same_data_give_the_same_bytes(draw, exercise, frame):
    assert draw(exercise(10, 8), frame) == draw(exercise(10, 8), frame)


def test_the_same_data_give_the_same_bytes_in_another_process(frame):
    program = (
        "import hashlib\n"
        "from tabletop.plots.participation import *\n"
        f"frame = Frame({frame.marking!r})\n"
        "drawn = participation_bars(Participation((('TUR', 3), ('GRC', 2))), frame)\n"
        "print(hashlib.sha256(drawn.svg + drawn.png).hexdigest())"
    )
    runs = {
        subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout
        for _ in range(2)
    }
    assert len(runs) == 1


def test_a_persons_own_plot_settings_change_nothing(draw, exercise, frame):
    plain = draw(exercise(4, 4), frame)
    odd = {"path.sketch": (9, 9, 9), "savefig.transparent": True, "lines.antialiased": False}
    with mpl.rc_context(odd):
        assert draw(exercise(4, 4), frame) == plain


def test_the_vector_stands_alone_and_beside_others(draw, exercise, frame):
    drawn = draw(exercise(4, 4), frame)
    root = ET.fromstring(drawn.svg)  # noqa: S314  # our own bytes
    assert root.attrib["width"] == "481.89pt"
    assert root.attrib["role"] == "img"
    assert drawn.alt in root.attrib["aria-label"]
    for element in root.iter():
        assert "style" not in element.attrib, "strict pages forbid inline styles"
        assert element.tag.rsplit("}")[-1] not in {"text", "style", "metadata", "script"}
        assert element.attrib.get("id", drawn.name).startswith(drawn.name)
    assert b"<!--" not in drawn.svg


def test_the_pixels_have_two_hundred_dots_an_inch(draw, exercise, frame):
    drawn = draw(exercise(4, 4), frame)
    width, height = struct.unpack(">II", drawn.png[16:24])
    assert width == int(170 / 25.4 * 200)
    assert height == pytest.approx(drawn.height_mm / 25.4 * 200, abs=1)


def test_marking_and_exercise_stand_inside_every_figure(draw, exercise, frame):
    drawn = draw(exercise(4, 4), frame)
    bottom, corner = pixels(drawn)[-28:-6, 400:-400, :3], pixels(drawn)[8:48, -160:-4, :3]
    bare = draw(exercise(4, 4), replace(frame, marking=".", exercise="."))
    assert (bottom.mean(axis=2) < 0.4).sum() > 300
    assert (pixels(bare)[-28:-6, 400:-400, :3].mean(axis=2) < 0.4).sum() < 60
    assert (corner.mean(axis=2) < 0.4).sum() > 300


def test_a_long_marking_takes_more_lines_and_loses_nothing(draw, exercise, frame):
    longer = draw(exercise(4, 4), replace(frame, marking="FOR EXERCISE PURPOSES ONLY " * 8))
    assert longer.height_mm > draw(exercise(4, 4), frame).height_mm + 3


@pytest.mark.parametrize("tokens", [DARK, CONTRAST], ids=lambda tokens: tokens.name)
def test_every_figure_can_be_drawn_on_dark_ground(draw, exercise, frame, tokens):
    drawn = draw(exercise(4, 4), replace(frame, tokens=tokens))
    corner = pixels(drawn)[0, 0, :3]
    assert corner.max() < 0.2
    assert LIGHT.surface != tokens.surface


def test_shipped_letters_are_used_where_they_are_given(draw, exercise, frame):
    if not list(FONTS.glob("Inter-Regular.*")):
        pytest.skip("the fonts are not in this checkout")
    assert draw(exercise(4, 4), replace(frame, fonts=FONTS)).svg != draw(exercise(4, 4), frame).svg


def test_a_folder_without_fonts_does_no_harm(draw, exercise, frame, tmp_path):
    plain, elsewhere = frame, Frame(frame.marking, fonts=tmp_path / "none")
    assert draw(exercise(4, 4), elsewhere) == draw(exercise(4, 4), plain)


def test_numbers_are_printed_short():
    assert [number(value) for value in (2, 2.0, 2.5, 0.333, -1, 10, 100)] == [
        "2",
        "2",
        "2.5",
        "0.33",
        "−1",
        "10",
        "100",
    ]


def test_counts_and_durations_are_words():
    assert (counted(1, "seat"), counted(3, "seat")) == ("1 seat", "3 seats")
    assert counted(0, "entry", "entries") == "0 entries"
    assert picture.moment(65) == "0:01:05"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (45, "45 s"),
        (60, "1 min"),
        (565, "9 min 25 s"),
        (600, "10 min"),
        (599.6, "10 min"),
        (810, "14 min"),
        (899, "15 min"),
        (3599, "1 h"),
        (3600, "1 h"),
        (18390, "5 h 7 min"),
    ],
)
def test_durations_have_no_seconds_from_ten_minutes_on(seconds, words):
    assert span(seconds) == words


def test_a_scale_is_said_by_its_ends():
    scale = Scale((Level(6, "Defence"), Level(0, "Home"), Level(2)))
    assert scale.words == "Home to Defence"
    assert on_scale(scale) == "from 0, Home, to 6, Defence"
    assert [scale.place(position) for position in (0, 1.5, 2, 6)] == [0, 1, 1, 2]
    assert on_scale(Scale(())) == "without levels"


def test_the_extent_of_positions_is_a_sentence():
    assert extent([]) == "No seat gave a position."
    assert extent([2, 2]) == "Every position given is 2."
    assert extent([4, 1]) == "The positions run from 1 to 4."
