"""Claims out of an SQLite export: by their words, safely, and by what is known of them."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.errors import InputError
from extractor.query import SCHEMA_VERSION, Query, match_expression, search
from extractor.writers.sqlite import TABLES, USER_VERSION
from tests.writers.golden import RECORD, written


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frozen record, and another article with 50 % in an outlet's name."""
    info = {"id": "b", "published": dt.date(2023, 1, 2), "outlet": "50%_News", "sha256": "0" * 64}
    claim = RECORD.claims[0].model_copy(update={"id": "b" * 16})
    other = RECORD.model_copy(update={"article": RECORD.article.model_copy(update=info), "claims": [claim]})
    path = tmp_path_factory.mktemp("query") / "claims 1?.sqlite"
    path.write_bytes(written("sqlite", RECORD, other))
    return path


FERRY, WAITED, RIDERS, ISLANDS, BUSES, FARES = (claim.text for claim in RECORD.claims)
QUERIES: list[tuple[Query, list[str]]] = [
    (Query("riders"), [RIDERS]),
    (Query("RIDERS expected"), [RIDERS]),
    (Query("riders kask"), []),
    (Query('kask "ride it first"'), [WAITED]),
    (Query('"it ride"'), []),
    (Query("cancel*"), [BUSES]),
    (Query("cancel"), []),
    (Query("2,500,000"), [FERRY, FERRY]),
    (Query('AND OR NOT NEAR( ) "'), []),
    (Query("riders OR buses"), []),
    (Query("standalone : riders"), []),
    (Query("!"), [FERRY, FERRY, WAITED, RIDERS, ISLANDS, BUSES, FARES]),
    (Query(claimant="ana k"), [FERRY, FERRY, WAITED, FARES]),
    (Query(kind="statistic"), [ISLANDS, BUSES]),
    (Query(unit="GBP"), [FERRY, FERRY, FARES]),
    (Query(unit="pound sterling", min_value=1e6), [FERRY, FERRY]),
    (Query(unit="rider", min_value=350), [RIDERS]),
    (Query(unit="rider", min_value=401), []),
    (Query(unit="GBP", max_value=3), [FARES]),
    (Query(unit="%"), []),
    (Query(since=dt.date(2024, 3, 5), kind="indirect"), [FERRY, FARES]),
    (Query(until=dt.date(2024, 3, 4)), [FERRY]),
    (Query(outlet="0%_"), [FERRY]),
    (Query(outlet="lund", limit=2), [FERRY, WAITED]),
    (Query("town", outlet="lund"), [FERRY]),
]


@pytest.mark.parametrize(("query", "expected"), QUERIES)
def test_only_what_fits_is_found(database: Path, query: Query, expected: list[str]) -> None:
    assert [row["text"] for row in search(database, query)] == expected


def test_the_best_match_comes_first(database: Path) -> None:
    texts = [row["text"] for row in search(database, Query("i"))]
    assert texts == [WAITED]
    assert {tuple(row) for row in search(database, Query("i"))} == {tuple(TABLES["claims"])}


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(words=st.text(max_size=12), part=st.text(max_size=6))
def test_no_words_are_a_command(database: Path, words: str, part: str) -> None:
    words, part = (text.encode("utf-8", "replace").decode() for text in (words, part))
    list(search(database, Query(words, claimant=part, unit=part, outlet=part)))


def test_words_become_quoted_terms() -> None:
    assert match_expression('ana "two words" be* a"b - *') == '"ana" "two words" "be"* "a b"'


def test_a_file_that_is_none_of_ours_is_named(tmp_path: Path) -> None:
    def refuse(path: Path, words: str) -> None:
        with pytest.raises(InputError, match=words) as caught:
            list(search(path, Query("x")))
        assert "extractor export --to sqlite" in str(caught.value)

    refuse(tmp_path / "missing.sqlite", "no such file")
    (tmp_path / "text.sqlite").write_text("no database " * 100)
    refuse(tmp_path / "text.sqlite", "not a database")
    other = sqlite3.connect(tmp_path / "other.sqlite")
    other.execute("CREATE TABLE claims (a)")
    other.close()
    refuse(tmp_path / "other.sqlite", "version 2")


def test_the_export_and_the_query_agree_on_the_version(database: Path) -> None:
    assert SCHEMA_VERSION == USER_VERSION
    before: Any = database.read_bytes()
    list(search(database, Query("riders")))
    assert database.read_bytes() == before, "a query changes nothing"
