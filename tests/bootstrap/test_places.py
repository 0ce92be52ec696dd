"""Which database is meant: the one named, else the environment's, else the platform's."""

from pathlib import Path

import pytest

from tabletop.bootstrap.places import (
    database_address,
    default_database,
    remembered_library,
    user_scenarios,
)


def test_nobody_names_one_and_the_default_is_taken():
    assert database_address(None, {}) == (default_database(), True)
    assert database_address(None, {"TABLETOP_DATABASE": ""}) == (default_database(), True)


def test_the_environment_names_one():
    named = {"TABLETOP_DATABASE": "course.db"}
    assert database_address(None, named) == ("course.db", False)


def test_what_the_command_says_outweighs_the_environment():
    named = {"TABLETOP_DATABASE": "course.db"}
    assert database_address("other.db", named) == ("other.db", False)


def test_an_empty_name_is_no_name_and_not_the_default():
    assert database_address("", {}) == ("", False)


def test_everything_of_a_user_lies_in_one_folder():
    assert default_database().name == "exercises.db"
    assert user_scenarios().parent == default_database().parent
    assert default_database().parent.name == "tabletop"


def test_every_database_has_a_memory_of_its_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    usual = remembered_library(None, {})
    one, two = remembered_library("one.db", {}), remembered_library("two.db", {})

    assert usual == "library.json"
    assert len({usual, one, two}) == 3
    assert remembered_library(str(tmp_path / "one.db"), {}) == one
    assert remembered_library(None, {"TABLETOP_DATABASE": "one.db"}) == one


@pytest.mark.parametrize("wanted", ["sub/course.db", "sqlite:///course.db", "odd\udcff.db"])
def test_the_memory_of_a_database_is_a_plain_file_name(wanted):
    assert Path(remembered_library(wanted, {})).name == remembered_library(wanted, {})
