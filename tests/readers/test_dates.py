from __future__ import annotations

import datetime as dt

import pytest

from extractor.readers.dates import parse_date

READ = {
    "2023-07-31": dt.date(2023, 7, 31),
    "20230731": dt.date(2023, 7, 31),
    " 2023-07-31 ": dt.date(2023, 7, 31),
    "2023-07-31T23:30:00-05:00": dt.date(2023, 7, 31),
    "2023-07-31T10:00:00Z": dt.date(2023, 7, 31),
    "2023-07-31 10:00:00.123456 +0000": dt.date(2023, 7, 31),
    "Mon, 31 Jul 2023 10:00:00 GMT": dt.date(2023, 7, 31),
    "July 31, 2023": dt.date(2023, 7, 31),
    "31st of July 2023": dt.date(2023, 7, 31),
    "Sept. 5, 2023": dt.date(2023, 9, 5),
    "Monday, July 31, 2023 10:00 AM EDT": dt.date(2023, 7, 31),
    "2023/07/31": dt.date(2023, 7, 31),
    "31/07/2023": dt.date(2023, 7, 31),
    "07/07/2023": dt.date(2023, 7, 7),
}

REFUSED = [
    "",
    "2023-02-30",
    "30 February 2023",
    "Mon, 31 Feb 2023 10:00:00 GMT",
    "03/04/2023",
    "2023-W10",
    "2023",
    "July 2023",
    "July 31",
    "yesterday",
    "1690761600",
    "not a date",
    "2023-07-31 " + "and more " * 1000,
]


@pytest.mark.parametrize(("written", "day"), READ.items())
def test_absolute_dates_are_read(written: str, day: dt.date) -> None:
    assert parse_date(written) == day


@pytest.mark.parametrize("written", REFUSED)
def test_what_names_no_single_day_is_refused(written: str) -> None:
    with pytest.raises(ValueError):
        parse_date(written)
