from __future__ import annotations

import datetime as dt
import random
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractor.errors import EmptyInputError, InputError
from extractor.readers import Reading, find_items, parquet
from tests.readers.samples import articles, error, everything, table


def test_rows(tmp_path: Path) -> None:
    path = table(
        tmp_path / "a.parquet",
        headline=["First", None],
        maintext=["One.", "Two."],
        date_publish=[dt.datetime(2024, 3, 5, 8), None],
        authors=[["Ana", "Bo"], []],
        views=[1, 2],
    )
    first, second = articles(path)
    assert (first.id, first.text, first.title, first.author) == (f"{path}:1", "One.", "First", "Ana, Bo")
    assert (first.published, first.encoding) == (dt.date(2024, 3, 5), None)
    assert (second.id, second.text, second.title, second.published) == (f"{path}:2", "Two.", None, None)


def test_times_to_the_nanosecond(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    times = pa.array([1709625600123456789, None], pa.int64())
    zones = {"date": None, "published": "UTC", "pubDate": "America/New_York"}
    for name, zone in zones.items():
        column = times.cast(pa.timestamp("ns", zone))
        pq.write_table(pa.table({"text": ["One.", "Two."], name: column}), path)
        assert [found.published for found in articles(path)] == [dt.date(2024, 3, 5), None]


def test_a_field_inside_of_a_column(tmp_path: Path) -> None:
    path = table(tmp_path / "a.parquet", fields=[{"bodyText": "One."}], views=[1])
    assert articles(path, fields={"text": "fields.bodyText"})[0].text == "One."


def test_a_row_too_long_loses_no_other(tmp_path: Path) -> None:
    path = table(tmp_path / "a.parquet", text=["One.", "x" * 2000, "Three."])
    found = everything(path, max_bytes=1000)
    assert [getattr(one, "text", None) for one in found] == ["One.", None, "Three."]


def test_only_the_columns_that_are_needed_are_read(tmp_path: Path) -> None:
    path = table(tmp_path / "a.parquet", text=["One."], views=[1], body={"x": 1})
    (item,) = find_items([str(path)], Reading(fields={"text": "text"}))
    assert not isinstance(item, InputError)
    assert item.data == {"text": "One."}


def test_a_bad_row_loses_no_other(tmp_path: Path) -> None:
    path = table(tmp_path / "a.parquet", text=["One.", None, "Three."], date=["2020-01-02", None, "soon"])
    found = everything(path)
    assert [getattr(one, "text", None) for one in found] == ["One.", None, "Three."]
    assert [getattr(one, "where", None) for one in found] == [None, f"{path}:2", None]


def test_a_table_without_articles_is_one_error(tmp_path: Path) -> None:
    assert isinstance(error(table(tmp_path / "a.parquet", text=[])), EmptyInputError)
    found = error(table(tmp_path / "b.parquet", words=["One."]))
    assert found.what == "no column with the text of articles, only words"


def test_a_damaged_file_is_one_error_after_what_was_whole(tmp_path: Path) -> None:
    path = table(tmp_path / "a.parquet", text=[f"Text {number}." for number in range(1000)])
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    assert error(path).what.startswith("not a Parquet file, or a damaged one")
    path.write_bytes(b"PAR1 nothing PAR1")
    assert error(path).what.startswith("not a Parquet file, or a damaged one")


def test_what_unpacks_to_too_much_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "_GROUP", 1000)
    path = table(tmp_path / "a.parquet", text=[random.Random(1).randbytes(2000).hex()])
    assert error(path).what == "row group 1 unpacks to more than 1,000 bytes, the limit"


def test_a_missing_pyarrow_is_named_with_its_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = table(tmp_path / "a.parquet", text=["One."])
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    found = error(path)
    assert found.what == "needs pyarrow, which is not installed"
    assert found.remedy == "pip install 'extractor[parquet]'"


def test_standard_input_cannot_be_parquet(tmp_path: Path) -> None:
    data = table(tmp_path / "a.parquet", text=["One."]).read_bytes()
    assert error("-", stdin=data).what == "Parquet cannot be read from standard input"
