"""Readings in words."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.records import QuantityRecord, TimexRecord
from extractor.report.words import quantity_in_words, timex_in_words, unit_label

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
        ({"low": 5}, "5", "count"),
        ({"value": 4, "change": {"direction": "down", "from": 6, "to": 4}}, "4, down from 6 to 4", "count"),
        ({"change": {"direction": "up", "multiplier": 2}, "value": 8}, "8, up × 2", "count"),
        ({"value": 1e18}, "1e+18", "count"),
    ],
)
def test_numbers(fields: dict[str, Any], reading: str, unit: str) -> None:
    assert quantity_in_words(quantity(**fields)) == reading
    assert unit_label(quantity(**fields)) == unit


@pytest.mark.parametrize(
    ("fields", "reading"),
    [
        ({"value": "2024-03-05", "interval": {"begin": "2024-03-05", "end": "2024-03-05"}}, "5 Mar 2024"),
        (
            {"value": "2024", "interval": {"begin": "2024-01-01", "end": "2024-03-05"}},
            "1 Jan to 5 Mar 2024",
        ),
        ({"value": "2024-05", "interval": {"begin": "2024-05-01", "end": "2024-05-31"}}, "May 2024"),
        ({"value": "2024-02", "interval": {"begin": "2024-02-01", "end": "2024-02-28"}}, "1 to 28 Feb 2024"),
        ({"value": "2019", "interval": {"begin": "2019-01-01", "end": "2019-12-31"}}, "2019"),
        (
            {"value": "2024-Q1", "interval": {"begin": "2024-01-01", "end": "2024-03-31"}},
            "1 Jan to 31 Mar 2024",
        ),
        (
            {"value": "XXXX", "interval": {"begin": "2023-12-24", "end": "2024-01-02"}},
            "24 Dec 2023 to 2 Jan 2024",
        ),
        ({"value": "9999", "interval": {"begin": "9999-12-01", "end": "9999-12-31"}}, "1 to 31 Dec 9999"),
        ({"value": "2024", "interval": {"begin": "2024-01-01", "end": None}}, "from 1 Jan 2024"),
        ({"value": "2024", "interval": {"begin": None, "end": "2024-12-31"}}, "until 31 Dec 2024"),
        ({"value": "P6Y", "type": "DURATION"}, "6 years"),
        ({"value": "P1Y", "type": "DURATION", "mod": "MORE_THAN"}, "more than 1 year"),
        ({"value": "PT20M", "type": "DURATION", "mod": "APPROX"}, "about 20 minutes"),
        ({"value": "P0.5D", "type": "DURATION"}, "0.5 days"),
        ({"value": "PXM", "type": "DURATION"}, "some months"),
        ({"value": "P1M", "type": "SET"}, "every month"),
        ({"value": "P2W", "type": "SET"}, "every 2 weeks"),
        ({"value": "PAST_REF"}, "in the past"),
        ({"value": "XXXX-WXX-3"}, "day not known"),
        ({"value": "2024-SU", "interval": {"begin": None, "end": None}}, "2024-SU"),
        ({"value": "P3DE5"}, "P3DE5"),
    ],
)
def test_dates(fields: dict[str, Any], reading: str) -> None:
    timex = TimexRecord.model_validate({**SPAN, "type": "DATE", "rule": "r", **fields})
    assert timex_in_words(timex) == reading
