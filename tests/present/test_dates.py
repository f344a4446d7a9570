"""Time expressions in words."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.present.dates import date_in_words
from extractor.records import TimexRecord

SPAN = {"start": 0, "end": 1, "text": "x"}


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
        ({"value": "XXXX-WXX-3", "text": "Wednesday"}, "Wednesday (day not known)"),
        ({"value": "XXXX-WXX-2", "type": "SET", "text": "every\n  Tuesday"}, "every Tuesday"),
        ({"value": "XXXX-XX-XXTMO", "type": "SET", "text": "each morning"}, "each morning"),
        ({"value": "PRESENT_REF", "text": "current"}, "now"),
        ({"value": "P2CE", "type": "DURATION"}, "2 centuries"),
        (
            {
                "value": "2024-03-05T16:30",
                "type": "TIME",
                "interval": {"begin": "2024-03-05", "end": "2024-03-05"},
            },
            "5 Mar 2024, 16:30",
        ),
        ({"value": "T09:00", "type": "TIME", "text": "at 9 am"}, "at 9 am"),
        ({"value": "2024-SU", "interval": {"begin": None, "end": None}, "text": "summer"}, "summer"),
        ({"value": "P3DE5", "text": "three odd decades"}, "three odd decades"),
    ],
)
def test_dates(fields: dict[str, Any], reading: str) -> None:
    timex = TimexRecord.model_validate({**SPAN, "type": "DATE", "rule": "r", **fields})
    assert date_in_words(timex) == reading
