from __future__ import annotations

import json

import jsonschema  # type: ignore[import-untyped]
import pytest

from extractor.language.resources import schema
from extractor.writers import Layout
from extractor.writers.jsonl import json_line
from extractor.writers.schema import json_schema
from tests.by_hand import record

SAID = "<source 1>Ana</source 1> <cue 1>said</cue 1> <content 1>no</content 1>."


@pytest.mark.parametrize("layout", Layout)
def test_the_published_schema_is_that_of_the_records(layout: Layout) -> None:
    assert schema(layout) == json_schema(layout), "run make schema"


@pytest.mark.parametrize("layout", Layout)
def test_the_schema_is_valid_and_fits_what_is_written(layout: Layout) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schema(layout)))
    validator.check_schema(validator.schema)
    found = record(SAID)
    line = found if layout is Layout.ARTICLE else found.claim_records()[0]
    validator.validate(json.loads(json_line(line)))
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({**json.loads(json_line(line)), "surprise": 1})
