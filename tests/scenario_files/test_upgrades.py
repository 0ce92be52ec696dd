"""Older formats are lifted step by step; newer ones are refused."""

import pytest

from tabletop.scenario_files.upgrades import FORMAT, UPGRADES, WrongFormat, upgraded

STEPS = {
    1: lambda tree: {**tree, "title": tree["name"], "name": "gone"},
    2: lambda tree: {**tree, "title": tree["title"].upper()},
}


def test_each_step_is_taken_once_and_in_order():
    assert upgraded({"tabletop": "1", "name": "calm"}, STEPS, newest=3) == {
        "tabletop": "3",
        "name": "gone",
        "title": "CALM",
    }
    assert upgraded({"tabletop": "2", "title": "calm"}, STEPS, newest=3)["title"] == "CALM"


def test_there_is_a_step_from_every_older_format():
    assert sorted(UPGRADES) == list(range(1, FORMAT))


@pytest.mark.parametrize(
    ("version", "words"), [("4", "newer Tabletop"), ("0", "there is no format 0")]
)
def test_a_format_without_a_way_is_refused(version, words):
    with pytest.raises(WrongFormat, match=words):
        upgraded({"tabletop": version}, STEPS, newest=3)


@pytest.mark.parametrize("tree", [{}, {"tabletop": "one"}, {"tabletop": ["1"]}, {"tabletop": "-1"}])
def test_a_version_that_is_none_is_left_to_the_model(tree):
    assert upgraded(tree, STEPS, newest=3) is tree
