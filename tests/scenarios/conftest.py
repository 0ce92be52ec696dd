"""The scenario that travels with the program, read once."""

from pathlib import Path

import pytest

from tabletop.scenario_files.reader import read_scenario

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.fixture(scope="session")
def calm_front_file():
    return SCENARIOS / "calm-front.ttx.yaml"


@pytest.fixture(scope="session")
def calm_front_read(calm_front_file):
    return read_scenario(calm_front_file)


@pytest.fixture(scope="session")
def calm_front(calm_front_read):
    return calm_front_read.scenario


@pytest.fixture(scope="session")
def demonstration_file():
    return SCENARIOS / "demonstrations" / "calm-front.transcript.yaml"
