"""Files are there as a whole or not at all, and their names can be written anywhere."""

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.bootstrap.file_writing import (
    UnwritableFile,
    make_folder,
    require_writable,
    slug,
    write_whole,
)


def test_a_file_is_written_with_the_folders_above_it(tmp_path):
    path = write_whole(tmp_path / "course" / "day one" / "report.md", b"whole")

    assert path.read_bytes() == b"whole"
    assert [p.name for p in path.parent.iterdir()] == ["report.md"]


def test_an_older_file_is_replaced(tmp_path):
    path = tmp_path / "report.md"
    path.write_bytes(b"a longer text from before")

    write_whole(path, b"new")

    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_half_way_leaves_what_stood_there_and_nothing_beside(tmp_path, monkeypatch, step):
    path = tmp_path / "report.md"
    path.write_bytes(b"from before")

    def full(*unused):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(UnwritableFile, match="No space left") as told:
        write_whole(path, b"half of it")

    assert str(path) in str(told.value)
    assert path.read_bytes() == b"from before"
    assert [p.name for p in tmp_path.iterdir()] == ["report.md"]


def test_a_stop_half_way_leaves_nothing_beside_either(tmp_path, monkeypatch):
    def stopped(*unused):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "report.md", b"half")

    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path):
    (tmp_path / "reports").write_bytes(b"a file")

    with pytest.raises(UnwritableFile, match="reports could not be made"):
        write_whole(tmp_path / "reports" / "report.md", b"whole")
    with pytest.raises(UnwritableFile):
        make_folder(tmp_path / "reports" / "deeper")


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path):
    (tmp_path / "report.md").mkdir()

    with pytest.raises(UnwritableFile, match=r"report\.md could not be written"):
        write_whole(tmp_path / "report.md", b"whole")

    assert [p.name for p in tmp_path.iterdir()] == ["report.md"]


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.ENOSPC, "Free some space"),
        (errno.EROFS, "allow writing there"),
        (errno.EIO, "Choose another folder"),
    ],
)
def test_each_hindrance_is_told_with_its_remedy(tmp_path, monkeypatch, number, remedy):
    def hindered(*unused):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "replace", hindered)
    with pytest.raises(UnwritableFile, match=remedy):
        write_whole(tmp_path / "report.md", b"whole")


def test_a_folder_is_tried_out_and_left_as_it_was(tmp_path):
    require_writable(tmp_path / "course" / "day one")

    assert list((tmp_path / "course" / "day one").iterdir()) == []


def test_a_file_in_the_way_is_named_as_what_to_move(tmp_path):
    (tmp_path / "reports").write_bytes(b"a file")

    with pytest.raises(UnwritableFile, match="move it away"):
        require_writable(tmp_path / "reports")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such file system here")
def test_a_folder_that_takes_nothing_is_refused():
    with pytest.raises(UnwritableFile, match="/proc/self"):
        require_writable(Path("/proc/self/fd"))


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such mask")
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
def test_the_users_mask_decides_who_may_read_it(tmp_path, mask, mode):
    before = os.umask(mask)
    try:
        path = write_whole(tmp_path / "report.md", b"names")
    finally:
        os.umask(before)

    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Calm Front, spring course", "calm-front-spring-course"),
        ("Işık çağrısı – Ğ", "isik-cagrisi-g"),
        ("../../etc/passwd", "etc-passwd"),
        ("Ήρεμο", "exercise"),
        ("", "exercise"),
        ("CON", "con"),
    ],
)
def test_a_name_becomes_a_part_of_a_file_name(text, name):
    assert slug(text) == name


@given(st.text())
def test_every_text_becomes_a_file_name_that_every_system_takes(text):
    name = slug(text)

    assert 0 < len(name) <= 60
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(name) == name
