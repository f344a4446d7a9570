"""Numbers in words."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.present.numbers import number_in_words, unit_in_words
from extractor.records import QuantityRecord, TimexRecord

SPAN = {"start": 0, "end": 1, "text": "x"}
JOBS = {**SPAN, "text": "jobs", "head": "job"}


def quantity(**fields: Any) -> QuantityRecord:
    defaults = {"unit_kind": "count", "modifier": "=", "vague": False, "rule": "r"}
    return QuantityRecord.model_validate({**SPAN, **defaults, **fields})


@pytest.mark.parametrize(
    ("fields", "reading", "unit"),
    [
        ({"value": 2.5e6, "counted": JOBS, "change": {"direction": "up"}}, "2,500,000 jobs, up", "job"),
        ({"value": 60, "modifier": "~"}, "about 60", "count"),
        ({"value": 60, "modifier": "<="}, "at most 60", "count"),
        ({"value": 12, "unit": "percentage", "unit_kind": "percent"}, "12%", "%"),
        ({"low": 10, "high": 15.5, "unit": "percentage", "unit_kind": "percent"}, "10 to 15.5%", "%"),
        (
            {"value": 1.5e6, "unit": "dollar", "unit_kind": "currency", "currency": "USD"},
            "1,500,000 USD",
            "USD",
        ),
        (
            {"value": 50, "unit": "cent", "unit_kind": "currency", "currency": "USD"},
            "50 cent (USD)",
            "cent (USD)",
        ),
        ({"value": 18, "unit": "year", "unit_kind": "time"}, "18 years", "year"),
        ({"value": 1, "unit": "year", "unit_kind": "time"}, "1 year", "year"),
        ({"value": 53, "unit": "year of age", "unit_kind": "age"}, "53 years of age", "year of age"),
        (
            {"value": 80, "unit": "kilometre per hour", "unit_kind": "physical"},
            "80 kilometres per hour",
            "kilometre per hour",
        ),
        ({"value": 6, "unit": "foot", "unit_kind": "physical"}, "6 feet", "foot"),
        ({"value": 31, "unit": "degree Celsius", "unit_kind": "physical"}, "31 °C", "°C"),
        ({"value": 3, "unit": "square metre", "unit_kind": "physical"}, "3 square metres", "square metre"),
        (
            {
                "value": 40,
                "unit_kind": "currency",
                "currency": "GBP",
                "unit": "pound sterling",
                "per": "week",
            },
            "40 GBP per week",
            "GBP",
        ),
        (
            {"value": 0.1, "unit_kind": "ratio", "of": {**SPAN, "text": "patients"}},
            "10% of patients",
            "ratio",
        ),
        ({"low": 1e4, "high": 1e5, "vague": True}, "10,000 to 100,000, vague", "count"),
        ({"vague": True}, "some, vague", "count"),
        (
            {
                "value": 9.6,
                "unit": "percentage",
                "unit_kind": "percent",
                "measured": {**SPAN, "text": "unemployment\nrate", "head": "rate", "said": "explicit"},
                "change": {"direction": "up", "from": 9},
                "when": {**SPAN, "text": "in December", "value": "2023-12"},
            },
            "unemployment rate: 9.6%, up from 9, in December",
            "%",
        ),
        (
            {"value": 3, "when": {**SPAN, "text": "last winter", "value": "2023-WI"}},
            "3, last winter",
            "count",
        ),
        ({"low": 100, "counted": JOBS}, "100 or more jobs", "job"),
        ({"low": 100, "modifier": ">"}, "more than 100", "count"),
        ({"high": 5}, "up to 5", "count"),
        ({"value": 4, "change": {"direction": "down", "from": 6, "to": 4}}, "4, down from 6", "count"),
        ({"value": 4, "change": {"direction": "down", "from": 6, "to": 5}}, "4, down from 6 to 5", "count"),
        ({"value": 8, "change": {"direction": "down", "multiplier": 0.5}}, "8, down × 0.5", "count"),
        (
            {"low": 14, "high": 31, "change": {"direction": "down", "from": 31, "to": 14}},
            "from 31 to 14, down",
            "count",
        ),
        ({"low": 1, "high": 3, "unit_kind": "ratio", "change": {"from": 3, "to": 1}}, "3–1", "ratio"),
        ({"value": 1 / 9, "unit_kind": "ratio"}, "11.11%", "ratio"),
        ({"low": 0.25, "high": 0.5, "unit_kind": "ratio"}, "25 to 50%", "ratio"),
        ({"value": 2, "unit": "year", "unit_kind": "time"}, "2 years", "year"),
        ({"change": {"direction": "up", "multiplier": 2}, "value": 8}, "8, up × 2", "count"),
        ({"value": 1e18}, "1e+18", "count"),
    ],
)
def test_numbers(fields: dict[str, Any], reading: str, unit: str) -> None:
    assert number_in_words(quantity(**fields)) == reading
    assert unit_in_words(quantity(**fields)) == unit


def test_the_time_it_holds_for_is_worded_as_that_date() -> None:
    days = {"begin": "2024-01-01", "end": "2024-03-05"}
    since = TimexRecord.model_validate(
        {**SPAN, "type": "DATE", "value": "2024", "interval": days, "rule": "r", "text": "since January"}
    )
    found = quantity(value=3, when={**SPAN, "text": "since January", "value": "2024"})
    assert number_in_words(found, [since]) == "3, 1 Jan to 5 Mar 2024"
