"""The JSON Schema of scenario files, for editors that complete and check while one types."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from tabletop.scenario.model import Scenario

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Schema(GenerateJsonSchema):
    """Says what YAML says: a text may look like a number or a flag."""

    schema_dialect = DIALECT

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Return the schema of a text, which YAML may take for a number or a flag."""
        found = super().str_schema(schema)
        return {**found, "type": ["string", "number", "boolean"]}


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a scenario file, format 1."""
    schema = Scenario.model_json_schema(by_alias=True, schema_generator=_Schema)
    schema["properties"]["tabletop"] = {"const": 1, "title": "Format version"}
    return {
        "$schema": DIALECT,
        **schema,
        "title": "Tabletop scenario",
        "description": "A scenario file for Tabletop (NAME.ttx.yaml), format 1.",
    }
