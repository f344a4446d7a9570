from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from extractor.article import Article
from extractor.errors import EmptyInputError, InputError
from extractor.readers import Reading, find_items
from tests.readers.samples import articles, error, everything

ROWS = {
    "text\nOne.\nTwo.\n": ["One.", "Two."],
    "text\r\nOne.\r\nTwo.": ["One.", "Two."],
    "\ufeffid,text\n1,One.\n": ["One."],
    'id,text\n1,"One, ""two""\r\nand three."\n2,Two.\n': ['One, "two"\r\nand three.', "Two."],
    "id;text\n1;One, two.\n": ["One, two."],
    "id\ttext\n1\tOne; two.\n": ["One; two."],
    "id|text|x\n1|One; two, three.|\n": ["One; two, three."],
    "Title , Text\nT,One.\n\n\nT,Two.\n": ["One.", "Two."],
    "id,text\n1,One, two.\n2,Two.\n": ["3 cells under 2 columns", "Two."],
    "id,text\n1\n2,Two.\n": ["1 cells under 2 columns", "Two."],
    "id,text\n1,\n2,Two.\n": ["no text", "Two."],
    "id,text,date\n1,One.,2023-02-30\n2,Two.,\n": ["One.", "Two."],
    "id,text\n1,O\rne.\n2,Two.\n": ["not a row of CSV", "Two."],
    "id,text\n1,One\0.\n2,Two.\n": ["One\0.", "Two."],
    "text,id\nRIFF One.,1\nTwo.,2\n": ["RIFF One.", "Two."],
    'id,text\n1,One.\n2,"Two.\n': ["One.", "Two.\n"],
    "text,text\nOne.,x\n": ["One."],
}


@pytest.mark.parametrize("table", ROWS)
def test_rows(tmp_path: Path, table: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(table.encode())
    found = [
        one.text if isinstance(one, Article) else one.what.partition(":")[0].partition(" (")[0]
        for one in everything(path)
    ]
    assert found == ROWS[table]


def test_rows_are_called_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('text,date\n"One\ntwo.",2020-01-02\nbad\nThree.,\n')
    first, bad, last = everything(path)
    assert isinstance(first, Article)
    assert isinstance(bad, InputError)
    assert isinstance(last, Article)
    assert (first.id, bad.where, last.id) == (f"{path}:2", f"{path}:3", f"{path}:4")
    assert first.published == dt.date(2020, 1, 2)


def test_items_are_plain_dicts_of_what_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text,views,Byline\n1,One.,7,Jo\n")
    (item,) = find_items([str(path)], Reading())
    assert not isinstance(item, InputError)
    assert item.data == {"id": "1", "text": "One.", "Byline": "Jo"}
    (named,) = find_items([str(path)], Reading(fields={"text": "views"}))
    assert not isinstance(named, InputError)
    assert named.data == {"id": "1", "views": "7", "Byline": "Jo"}


@pytest.mark.parametrize(
    ("table", "what"),
    [
        ("", "no column with the text of articles, only "),
        ("id,words\n1,One.\n", "no column with the text of articles, only id, words"),
        ("id,text\n", "no row below the names of the columns"),
        ("id,te\rxt\n", "the first line does not name columns"),
    ],
)
def test_a_table_without_articles_is_one_error(tmp_path: Path, table: str, what: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(table, newline="")
    found = error(path)
    assert found.what == what
    assert isinstance(found, EmptyInputError) == what.startswith("no row")


LIMIT = 10_000
LONG = "x" * 1000


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (f'"{LONG * 11}"', ["One.", None, "Two.", "Three."]),  # one physical line
        ('"' + f'{LONG}\n""' * 11 + '"', ["One.", None, "Two.", "Three."]),  # many
        (f'{LONG * 11}"', ["One.", None, "Two.", "Three."]),
    ],
    ids=["one line", "many lines", "a stray quotation mark"],
)
def test_a_giant_cell_loses_no_other_row(tmp_path: Path, cell: str, found: list[str | None]) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"id,text\n1,One.\n2,{cell}\n3,Two.\n4,Three.\n")
    read = everything(path, max_bytes=LIMIT)
    assert [one.text if isinstance(one, Article) else None for one in read] == found
    assert f"{path}:3: longer than 10,000 bytes" in str(read[1])


def test_a_quotation_mark_that_is_never_closed_costs_a_bounded_piece(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id,text\n1,One.\n2,"Two.\n' + "".join(f"{n},{'word ' * 20}\n" for n in range(3, 1003)))
    read = everything(path, max_bytes=LIMIT)
    assert sum(isinstance(one, InputError) for one in read) == 1
    assert sum(isinstance(one, Article) for one in read) > 600


def test_a_cell_of_ten_megabytes_is_within_the_reach_of_the_default(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    before = csv.field_size_limit()
    path.write_text(f"text\n{'x' * 9_900_000}\n{'y' * 10_000_001}\nTwo.\n")
    long, too_long, last = everything(path)
    assert isinstance(long, Article)
    assert isinstance(too_long, InputError)
    assert (len(long.text), getattr(last, "text", None)) == (9_900_000, "Two.")
    assert csv.field_size_limit() == before


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("id,text\n1,“café”\n2,plain\n".encode(encoding))
    first, second = articles(path)
    assert first.text == "“café”"
    if encoding == "cp1252":
        assert (first.encoding, first.flags) == ("cp1252", ("encoding-guessed",))
        assert (second.encoding, second.flags) == ("utf-8", ())
    assert articles(path, encoding=encoding)[0].text == "“café”"


def test_standard_input_must_be_told_to_be_a_table() -> None:
    assert articles("-", stdin=b"text\nOne.\n", input_format="csv")[0].text == "One."


def test_blank_rows_alone_are_an_empty_table(tmp_path: Path) -> None:
    path = tmp_path / "blank.csv"
    path.write_text("text\n\n\n\n")
    (found,) = find_items([str(path)])
    assert isinstance(found, EmptyInputError)
