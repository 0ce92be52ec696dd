"""The JSON Schema says what the reader does."""

from pathlib import Path

from tabletop.scenario_files.schema import json_schema
from tabletop.scenario_files.yaml_tree import parsed

SAMPLES = Path(__file__).parents[1] / "samples"


def test_it_is_a_schema_of_the_dialect_it_names():
    schema = json_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == "Tabletop scenario"
    assert schema["required"] == ["tabletop", "id", "title", "starts"]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["tabletop"]["const"] == 1


def test_keys_are_those_of_files():
    definitions = json_schema()["$defs"]
    assert "from" in definitions["Inject"]["properties"]
    assert "from_" not in definitions["Inject"]["properties"]
    assert {"is", "is_not"} <= set(definitions["StateIs"]["properties"])
    assert definitions["Inject"]["properties"]["id"]["pattern"] == "^[A-Za-z0-9._-]+$"
    assert definitions["Role"]["description"] == "A seat at the table."


def test_texts_may_look_like_numbers():
    start = json_schema()["$defs"]["StateVariable"]["properties"]["start"]
    assert start["type"] == ["string", "number", "boolean"]


def test_every_key_of_the_sample_with_everything_is_in_it():
    tree, _ = parsed((SAMPLES / "every-feature.ttx.yaml").read_text(encoding="utf-8"))
    schema = json_schema()
    assert set(tree) <= set(schema["properties"])
    used = {key for inject in tree["injects"] for key in inject}
    known = set(schema["$defs"]["Inject"]["properties"])
    assert used <= known
    # The sample is kept so that the format stays readable: it must use everything.
    assert known - used == set()
