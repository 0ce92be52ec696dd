"""What the screens are told of scenarios."""

from pathlib import Path

from tabletop.bootstrap.places import assets_folder
from tabletop.bootstrap.services import shipped_scenario
from tabletop.scenario_files.reader import read_scenario
from tabletop.scenario_files.shipped import shipped_folder


def test_a_card_shows_no_braces_of_a_text_with_variables():
    for file in sorted(shipped_folder("scenarios").rglob("*.ttx.yaml")):
        scenario = read_scenario(file).scenario
        assert scenario is not None
        assert "{" not in shipped_scenario(scenario.id, Path(file), scenario).summary


def test_a_card_counts_every_seat_as_the_list_of_scenarios_does():
    scenario = read_scenario(shipped_folder("scenarios") / "calm-front.ttx.yaml").scenario
    assert scenario is not None

    assert shipped_scenario("calm-front", Path(), scenario).seats == len(scenario.roles) == 16


def test_the_window_finds_the_assets_where_everybody_else_does():
    assert assets_folder() == shipped_folder("assets")
