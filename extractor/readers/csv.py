"""CSV and its like: one article a row, under a row of column names."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from extractor.article import Article
from extractor.errors import EmptyInputError, InputError
from extractor.readers.encodings import decode_text
from extractor.readers.fields import article_from
from extractor.readers.items import Found, Item, Reading, Source
from extractor.readers.streams import lines, too_long
from extractor.readers.tables import SAMPLE, plan_table

_DELIMITERS = ",;\t|"


def row_article(item: Item, reading: Reading) -> Article:
    """The article of a row of a table.

    Raises:
        InputError: When it has no text, or a date that is none.
    """
    if not isinstance(item.data, dict):
        raise InputError("not a row of a table", where=item.name, remedy="find it with find_items")
    return article_from(item.data, item, reading)


def csv_items(source: Source, reading: Reading) -> Found:
    """The rows as ``PATH:N``, counted as a spreadsheet does: the names of the columns are row 1.

    The delimiter is that of comma, semicolon, tab and ``|`` which is most frequent in the first line. A row that is
    longer than an article may be, or has more or fewer cells than there are columns, comes as an error in its place.

    Raises:
        InputError: When there is no row, or no column with texts.
    """
    records = _Records(source, reading)
    delimiter, names = _header(records, source.name)
    rows = _rows(records, delimiter, reading)
    sample = list(islice(rows, SAMPLE))
    cells_of = [row.cells for row in sample if isinstance(row.cells, list)]
    plan = plan_table(
        names, (dict(zip(names, cells, strict=False)) for cells in cells_of), source.name, reading
    )
    wanted = [
        (names.index(name), key) for name, key in plan.keys.items()
    ]  # the first of two with the same name
    empty = True
    for number, row in enumerate(chain(sample, rows), 2):
        if not row.cells:
            continue
        empty = False
        name = f"{source.name}:{number}"
        if isinstance(row.cells, InputError):
            yield InputError(row.cells.what, where=name, remedy=row.cells.remedy)
        elif len(row.cells) == len(names):
            fields = {key: row.cells[column] for column, key in wanted}
            yield Item(name, "csv", fields, source.path, row.encoding, (*row.flags, *plan.flags))
        else:
            what = f"{len(row.cells)} cells under {len(names)} columns"
            yield InputError(
                what, where=name, remedy="put quotation marks around cells with commas or newlines"
            )
    if empty:
        what = "no row below the names of the columns"
        raise EmptyInputError(what, where=source.name, remedy="leave it out")


class _Row(NamedTuple):
    """The cells of a row, or why there are none, and how they were read."""

    cells: list[str] | InputError
    encoding: str
    flags: tuple[str, ...]


def _rows(records: _Records, delimiter: str, reading: Reading) -> Iterator[_Row]:
    rows = csv.reader(records, delimiter=delimiter)
    while True:
        records.begin()
        before = csv.field_size_limit(2 * reading.max_bytes)  # the whole process's, so it is put back
        try:
            cells: list[str] | InputError = next(rows)
        except StopIteration:
            return
        except _TooLongError:
            cells = too_long("", reading.max_bytes)
        except csv.Error as error:
            cells = InputError(f"not a row of CSV ({error})", remedy="write the table anew")
        finally:
            csv.field_size_limit(before)
        yield _Row(cells, records.encoding, records.flags)


def _header(records: _Records, where: str) -> tuple[str, list[str]]:
    """The delimiter, and the names of the columns."""
    try:
        header = next(records, "")
        delimiter = max(_DELIMITERS, key=header.count)
        return delimiter, [name.strip() for name in next(csv.reader([header], delimiter=delimiter), [])]
    except (csv.Error, _TooLongError) as error:
        what = "the first line does not name columns"
        raise InputError(what, where=where, remedy="write the names of the columns there") from error


class _TooLongError(Exception):
    """A row of more bytes than an article may have."""


class _Records:
    """The lines of a table, decoded; it raises _TooLongError in place of a row's last line when the row is too long."""

    def __init__(self, source: Source, reading: Reading) -> None:
        self._lines = lines(source.chunks, reading.max_bytes)
        self._reading, self._marked = reading, source.encoding
        self._given = None if source.encoding else reading.encoding
        self.begin()

    def begin(self) -> None:
        """Begin a row."""
        self._size = self._quotes = 0
        self.encoding: str = self._marked or "utf-8"
        self.flags: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._count(line)
        if self._size > self._reading.max_bytes:
            self._skip_row()
            raise _TooLongError
        text, encoding, flags = decode_text(line or b"", given=self._given)
        if encoding != "utf-8":
            self.encoding = encoding
        self.flags = tuple(dict.fromkeys(self.flags + flags))
        return text + "\n"

    def _count(self, line: bytes | None) -> None:
        self._size += self._reading.max_bytes + 1 if line is None else len(line) + 1
        self._quotes += line.count(b'"') if line else 0

    def _skip_row(self) -> None:
        """Skip lines until the open quotation mark is closed; one that stays open costs so much and not the rest."""
        while self._quotes % 2 and self._size < 3 * self._reading.max_bytes:
            line = next(self._lines, b'"')
            self._count(line)
