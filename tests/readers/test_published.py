from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.readers.dates import DateOrder
from extractor.readers.published import INFERRED, UNREADABLE, Published, read_moment, read_published
from tests.readers.samples import articles, gzip_

CRAWLED = dt.datetime(2024, 10, 15, 12)

PLAIN = {  # read without help
    "1709600000": dt.date(2024, 3, 5),
    "1709600000000": dt.date(2024, 3, 5),
    "1709600000.0": dt.date(2024, 3, 5),
    "1709600000000000000": dt.date(2024, 3, 5),
    "20240305081500": dt.date(2024, 3, 5),
    "20240305T081500Z": dt.date(2024, 3, 5),
    "Last update 14 Oct 2024": dt.date(2024, 10, 14),
    "Published: March 5th, 2024": dt.date(2024, 3, 5),
    "Posted on 3 May 2024 at 10:00": dt.date(2024, 5, 3),
    "Updated 1:35 PM EDT, Wed May 1, 2024": dt.date(2024, 5, 1),
    "Oct 12, 2024 • 3 min read": dt.date(2024, 10, 12),
    "Sat Oct 12 2024 10:00:00 GMT+0100 (BST)": dt.date(2024, 10, 12),
    "25/03/2024": dt.date(2024, 3, 25),
    "03/25/2024": dt.date(2024, 3, 25),
    "2024-03-05T23:30:00-08:00": dt.date(2024, 3, 5),
}
BY_CRAWL = {
    "4 days ago": dt.date(2024, 10, 11),
    "14 hrs ago": dt.date(2024, 10, 14),
    "2 HOURS AGO": dt.date(2024, 10, 15),
    "Updated 5 hours ago": dt.date(2024, 10, 15),
    "yesterday": dt.date(2024, 10, 14),
    "September 16": dt.date(2024, 9, 16),
    "October 25": dt.date(2023, 10, 25),
    "Updated 1:35 PM EDT, Wed May 1": dt.date(2024, 5, 1),
    "Updated 1:35 PM EDT, Mon May 1": dt.date(2023, 5, 1),
    "February 29": dt.date(2024, 2, 29),
    "05/12/2024": dt.date(2024, 5, 12),  # 5 December lies ahead of the crawl
}
NO_DAY = [
    "6 YEARS AGO",
    "2 weeks ago",
    "a month ago",
    "2024",
    "May 2024",
    "2024-13-45",
    "30 February 2023",
    "soon",
]
SILENT = [
    "",
    " ",
    "nan",
    "NaN",
    "NaT",
    "None",
    "null",
    "N/A",
    "-",
    "Unknown",
    "0000-00-00",
    "0000-00-00 00:00:00",
]
SILENT += ["1970-01-01T00:00:00Z", "0001-01-01T00:00:00", "undefined", "Date", "0"]


@pytest.mark.parametrize(("written", "day"), PLAIN.items())
def test_dates_that_say_all_themselves(written: str, day: dt.date) -> None:
    assert read_published([written]) == Published(day, written)


@pytest.mark.parametrize(("written", "day"), BY_CRAWL.items())
def test_dates_that_need_the_time_of_the_crawl(written: str, day: dt.date) -> None:
    assert read_published([written], CRAWLED) == Published(day, written, (INFERRED,))
    assert read_published([written]) == Published(None, written, (UNREADABLE,))


@pytest.mark.parametrize("written", NO_DAY)
def test_what_names_no_day_is_kept_as_written(written: str) -> None:
    assert read_published([written], CRAWLED) == Published(None, written, (UNREADABLE,))


@pytest.mark.parametrize("written", SILENT)
def test_what_programs_write_for_nothing_is_nothing(written: str) -> None:
    assert read_published([written], CRAWLED) == Published()


def test_the_first_readable_date_counts() -> None:
    assert read_published(["soon", "nan", "2024-03-05"]).day == dt.date(2024, 3, 5)
    assert read_published(["soon", "later"]).raw == "soon"


def test_no_article_is_published_after_it_was_fetched() -> None:
    assert read_published(["2024-10-16"], CRAWLED).day == dt.date(2024, 10, 16), "in another zone"
    assert read_published(["2024-10-17"], CRAWLED) == Published(None, "2024-10-17", (UNREADABLE,))


def test_the_order_of_day_and_month_may_be_given() -> None:
    assert read_published(["05/03/2024"], order=DateOrder.DMY).day == dt.date(2024, 3, 5)
    assert read_published(["05/03/2024"], order=DateOrder.MDY).day == dt.date(2024, 5, 3)
    assert read_published(["05/03/2024"]).flags == (UNREADABLE,)


@pytest.mark.parametrize(
    ("others", "day"),
    [
        (["25/03/2024"], dt.date(2024, 3, 5)),
        (["03/25/2024", "12/31/2023"], dt.date(2024, 5, 3)),
        (["25/03/2024", "03/25/2024"], None),
        (["01/02/2024"], None),
    ],
)
@pytest.mark.parametrize("suffix", ["jsonl", "csv", "jsonl.gz"])
def test_other_dates_of_the_file_tell_the_order(
    tmp_path: Path, suffix: str, others: list[str], day: dt.date | None
) -> None:
    dates = ["05/03/2024", *others]
    path = tmp_path / f"a.{suffix}"
    if suffix == "csv":
        data = "date,text\n" + "".join(f"{date},Words.\n" for date in dates)
    else:
        data = "".join(json.dumps({"text": "Words.", "date": date}) + "\n" for date in dates)
    path.write_bytes(gzip_(data.encode()) if suffix.endswith("gz") else data.encode())
    first = articles(path)[0]
    assert (first.published, first.flags) == (day, (INFERRED,) if day else (UNREADABLE,))


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2024-10-14 18:26:39.526457", dt.datetime(2024, 10, 14, 18, 26, 39, 526457)),
        ("2024-10-15", CRAWLED),
        ("Oct 15, 2024", CRAWLED),
        ("<built-in method now of type object>", None),
    ],
)
def test_times_of_crawls(written: str, moment: dt.datetime | None) -> None:
    assert read_moment(written) == moment


@given(
    st.one_of(st.text(max_size=60), st.from_regex(r"[0-9A-Za-z ,:/.-]{0,40}", fullmatch=True)),
    st.none() | st.datetimes(dt.datetime(1995, 1, 1), dt.datetime(2090, 1, 1)),
)
def test_no_words_are_read_as_a_day_after_the_crawl_or_lost(
    written: str, crawled: dt.datetime | None
) -> None:
    found = read_published([written], crawled)
    assert (found.day is None) == (UNREADABLE in found.flags or found.raw is None)
    assert found.raw in (None, written.strip())
    if found.day and crawled:
        assert found.day <= crawled.date() + dt.timedelta(days=1)


@given(
    st.dates(dt.date(1990, 1, 2), dt.date(2035, 1, 1)),
    st.sampled_from(
        [
            "%Y-%m-%d",
            "%d %B %Y",
            "%b %d, %Y",
            "%A, %d %b %Y",
            "%Y/%m/%d",
            "%d.%m.%Y",
            "%m/%d/%Y",
            "%Y%m%d%H%M%S",
            "%s",
        ]
    ),
)
def test_every_notation_gives_the_day_or_says_that_it_cannot(day: dt.date, notation: str) -> None:
    moment = dt.datetime.combine(day, dt.time(), dt.UTC)
    written = str(int(moment.timestamp())) if notation == "%s" else moment.strftime(notation)
    found = read_published([written])
    assert found.day == day or found.flags == (UNREADABLE,)
    assert found.day or (notation[-5:] in (".%m.%Y"[-5:], "%d/%Y") and day.day <= 12)
