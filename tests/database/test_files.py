"""A file appears under its name whole, or not at all, and never in another one's place."""

import errno
import os

import pytest

from tabletop.database.files import written_beside
from tabletop.exercise.journal import LibraryUnavailable


@pytest.fixture(params=["with links", "without links"])
def target(request, tmp_path, monkeypatch):
    def no_links(source, name):
        raise OSError(errno.EPERM, "this file system knows no links")

    if request.param == "without links":
        monkeypatch.setattr(os, "link", no_links)
    return tmp_path / "target.db"


def names(folder):
    return [path.name for path in folder.iterdir()]


def test_a_written_file_gets_its_name_at_the_end(target):
    with written_beside(target) as draft:
        draft.write_text("whole")
        assert not target.exists()
    assert target.read_text() == "whole"
    assert names(target.parent) == ["target.db"]


def fail_beside(target):
    with written_beside(target) as draft:
        draft.with_name(draft.name + "-wal").touch()
        raise ZeroDivisionError


def lose_the_race_for(target):
    with written_beside(target) as draft:
        draft.write_text("ours")
        target.write_text("theirs")


def test_a_file_that_failed_half_way_leaves_nothing(target):
    with pytest.raises(ZeroDivisionError):
        fail_beside(target)
    assert names(target.parent) == []


def test_a_file_that_came_meanwhile_is_kept(target):
    with pytest.raises(LibraryUnavailable) as told:
        lose_the_race_for(target)
    assert told.value.code == "exists"
    assert target.read_text() == "theirs"
    assert names(target.parent) == ["target.db"]
