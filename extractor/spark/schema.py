"""The published JSON Schema in Spark's words, for Parquet: columns that do not hang on what a job happens to find."""

from __future__ import annotations

import json
from typing import Any

from extractor.writers.layout import Layout
from extractor.writers.schema import json_schema

_TYPES = {"string": "string", "integer": "bigint", "number": "double", "boolean": "boolean"}


def spark_schema(layout: Layout) -> str:
    """The columns of a layout's records as DDL."""
    schema = json.loads(json_schema(layout))
    return _fields(schema, schema.get("$defs", {}), " ")[len("struct<") : -1]


def _fields(schema: dict[str, Any], names: dict[str, Any], between: str = ":") -> str:
    fields = [f"`{name}`{between}{_type(kind, names)}" for name, kind in schema["properties"].items()]
    return f"struct<{', '.join(fields)}>"


def _type(schema: dict[str, Any], names: dict[str, Any]) -> str:
    if "$ref" in schema:
        return _fields(names[schema["$ref"].rpartition("/")[2]], names)
    if "anyOf" in schema:
        kinds = [kind for kind in schema["anyOf"] if kind.get("type") != "null"]
        return "double" if len(kinds) > 1 else _type(kinds[0], names)  # integer or number
    if schema.get("type") == "array":
        return f"array<{_type(schema['items'], names)}>"
    return _TYPES.get(schema.get("type", "string"), "string")
