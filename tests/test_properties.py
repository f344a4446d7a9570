"""Whatever the text: every span slices back, the record fits its schema, equal texts give equal bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from extractor import Article, Extractor
from extractor.language.resources import schema
from extractor.writers.jsonl import json_line

WORDS = [
    *(
        "Vladimir Putin",
        "the minister",
        "She",
        "said",
        "According to",
        "told Reuters",
        "that",
        "no",
        "claimed",
    ),
    *(
        "23 flights",
        "$1.5 million",
        "5 per cent",
        "on July 27",
        "since 2019",
        "last week",
        "dozens",
        "two-thirds",
    ),
    *('"', "“", "”", "'", "‘", "’", ".", ",", ":", ";", "—", "(", ")", "…", "\n", "\n\n", "\r\n", "\u2028"),
    *(
        "\u200b",
        "\ufeff",
        "é",
        "e\u0301",
        "👩‍👩‍👧",
        "\u202e",
        "\0",
        "\x1b[31m",
        "\ud800",
        "\udfff",
        "𝔘",
        "ﷺ",
        "<b>",
        "&amp;",
    ),
]
NASTY = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
ANY = st.text(st.characters(exclude_categories=()), max_size=120)

SCHEMA = jsonschema.Draft202012Validator(json.loads(schema("article")))


@pytest.mark.parametrize("kind", ["nasty", "any"])
def test_every_text_makes_a_sound_record(extractor_: Extractor, kind: str) -> None:
    @settings(
        max_examples=60,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @example("")
    @example("\n \t\r\n")
    @example("\ud800")
    @example('"' * 50)
    @example("1" * 300)
    @example("“Yes,” he said. “No")
    @given(NASTY if kind == "nasty" else ANY)
    def check(text: str) -> None:
        record = extractor_.extract(Article(text, id="x"), published="2023-07-31")
        line = json_line(record)
        written = json.loads(line)
        SCHEMA.validate(written)
        for span in spans(written):
            assert 0 <= span["start"] < span["end"]
            assert text[span["start"] : span["end"]] == span["text"]
        assert line == json_line(extractor_.extract(Article(text, id="x"), published="2023-07-31"))

    check()


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every object with start, end and text, at any depth; what is counted may have a text of its own."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from spans(item)
