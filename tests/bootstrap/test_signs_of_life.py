"""A file whose time says when a window was last open on an exercise."""

import os
from datetime import UTC, datetime

from tabletop.bootstrap.signs_of_life import SignsOfLife


def test_a_sign_is_of_its_exercise_and_of_its_moment(tmp_path):
    signs = SignsOfLife(tmp_path / "not yet there")
    assert signs.last("x1") is None
    before = datetime.now(UTC).timestamp() - 2
    signs.note("x1")
    assert signs.last("x1").timestamp() >= before
    assert signs.last("x2") is None


def test_a_later_sign_counts_and_one_that_is_taken_away_is_none(tmp_path):
    signs = SignsOfLife(tmp_path)
    signs.note("../odd / name")
    [file] = tmp_path.iterdir()
    os.utime(file, (1_000_000, 1_000_000))
    assert signs.last("../odd / name") == datetime.fromtimestamp(1_000_000, UTC)
    signs.note("../odd / name")
    assert signs.last("../odd / name") > datetime(2020, 1, 1, tzinfo=UTC)
    signs.forget("../odd / name")
    assert signs.last("../odd / name") is None
    signs.forget("../odd / name")


def test_a_place_that_takes_no_sign_is_let_be(tmp_path):
    (tmp_path / "file").write_text("in the way")
    signs = SignsOfLife(tmp_path / "file")
    signs.note("x1")
    assert signs.last("x1") is None
