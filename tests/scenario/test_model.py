"""Questions a scenario answers about itself."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from tabletop.scenario.model import Scenario, StateVariable
from tabletop.scenario_files.reader import scenario_from_text

SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.fixture
def scenario():
    read = scenario_from_text((SAMPLES / "every-feature.ttx.yaml").read_text(encoding="utf-8"))
    broken = {"tabletop": "1", "id": "x", "title": "x", "starts": "2031-01-01T00:00:00Z"}
    return read.scenario or Scenario.model_validate(broken)


def test_who_takes_a_position_follows_seats_then_rule_then_roles(scenario):
    eligible = {
        decision.id: scenario.eligible_roles(decision)
        for decision in scenario.decisions_by_id.values()
    }
    assert eligible["D1"] == ("TUR", "GRC", "DEU")
    assert eligible["D2"] == ("TUR", "GRC")
    assert eligible["D4"] == ("TUR", "GRC", "DEU", "SG")


def test_a_decision_knows_its_options_and_their_places(scenario):
    decision = scenario.decisions_by_id["D1"]
    assert decision.position_of("b") == 3
    assert decision.option("z") is None
    assert scenario.decisions_by_id["D4"].position_of("a") is None
    assert scenario.inject_of_decision["D1"].id == "I-01"


@pytest.mark.parametrize(
    ("start", "minimum", "is_number"),
    [("0", None, True), ("-2.5", None, True), ("none", None, False), ("", 0, True),
     ("²", None, False), ("9" * 30, None, False)],
)  # fmt: skip
def test_a_state_is_a_number_when_it_starts_as_one_or_has_limits(start, minimum, is_number):
    variable = StateVariable(id="s", start=start, minimum=minimum)
    assert variable.is_number is is_number


def test_a_scenario_cannot_be_changed(scenario):
    with pytest.raises(ValidationError):
        scenario.title = "Another"
