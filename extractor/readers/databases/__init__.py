"""Articles as press databases export them, many to a file: LexisNexis, Nexis Uni, Factiva and ProQuest, in plain text.

Each database has its own sign between two articles and its own lines around a text; what is read of one is a record
with the fields of an article, or nothing where no text was found, which is then told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractor.errors import EmptyInputError, InputError
from extractor.readers.databases.factiva import ACCESSION, row_of_factiva
from extractor.readers.databases.lexisnexis import row_of_lexis, row_of_nexis
from extractor.readers.databases.proquest import row_of_proquest
from extractor.readers.encodings import decode_text
from extractor.readers.items import Found, Item, Reading, Row, Source
from extractor.readers.streams import lines

_HEAD = 1 << 16
_OLD = re.compile(r"^[ \t]*(?:Document )?(?P<number>\d+) of (?P<all>\d+) DOCUMENTS?[ \t]*$", re.MULTILINE)
_NUMBERED = re.compile(r"^[ \t]*Document (?P<number>\d+) of (?P<all>\d+)[ \t]*$", re.MULTILINE)
_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Database:
    """How the exports of a database are told and read.

    Attributes:
        name: Of the database.
        sign: The line that stands at one end of each article.
        opens: Whether that is the line above it, not the one below.
        row: Reads one article.
    """

    name: str
    sign: re.Pattern[str]
    opens: bool
    row: Callable[[str], Row | None]


DATABASES = (
    Database("LexisNexis", _OLD, True, row_of_lexis),
    Database("Nexis Uni", _END, False, row_of_nexis),
    Database("Factiva", ACCESSION, False, row_of_factiva),
    Database("ProQuest", _NUMBERED, True, row_of_proquest),
)


def database_of(text: str) -> Database | None:
    """The database that a text was exported from, by its signs; None for other texts."""
    return next((database for database in DATABASES if database.sign.search(text)), None)


def articles_in(text: str) -> int:
    """How many articles a text seems to be, by the signs of press databases in it; 1 without any."""
    if "Document" not in text and "DOCUMENT" not in text:
        return 1
    return max(1, *(len(database.sign.findall(text)) for database in DATABASES))


def is_export(head: bytes) -> bool:
    """Whether a file begins as the export of a press database does."""
    if b"DOCUMENT" not in head and b"Document" not in head:
        return False
    return database_of(head[:_HEAD].decode("utf-8", "replace").replace("\r", "")) is not None


def export_items(source: Source, reading: Reading) -> Found:
    """The articles of an export as ``PATH:N``; one in which no text is found comes as an error in its place.

    Raises:
        InputError: When there is none, or fewer than the export says.
    """
    text = b"\n".join(line for line in lines(source.chunks, reading.max_bytes) if line is not None)
    decoded = decode_text(text, given=None if source.encoding else reading.encoding)
    yield from items_of_export(decoded.text, source, (source.encoding or decoded.encoding, decoded.flags))


def items_of_export(text: str, source: Source, read_as: tuple[str | None, tuple[str, ...]]) -> Found:
    """The articles of an export whose text is known."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    database = database_of(text)
    if database is None:
        raise InputError("no export of a press database", where=source.name, remedy="give it as text")
    pieces = list(_pieces(text, database))
    for number, piece in enumerate(pieces, 1):
        name = f"{source.name}:{number}"
        row = database.row(piece)
        if row is None:
            what = f"no text found in this article of a {database.name} export"
            yield InputError(what, where=name, remedy="export it again with full text")
        else:
            yield Item(name, "database", row, source.path, *read_as)
    if not pieces:
        raise EmptyInputError("no article in this export", where=source.name, remedy="leave it out")
    said = max(
        (int(sign["all"]) for sign in database.sign.finditer(text) if "all" in sign.groupdict()), default=0
    )
    if said > len(pieces):
        what = f"the export says that it holds {said} articles, {len(pieces)} are there"
        raise InputError(what, where=source.name, remedy="export it again if the others are needed")


def _pieces(text: str, database: Database) -> Iterator[str]:
    signs = list(database.sign.finditer(text))
    if database.opens:
        borders = [*(sign.end() for sign in signs), len(text)]
        ends = [*(sign.start() for sign in signs[1:]), len(text)]
        yield from (text[start:end] for start, end in zip(borders, ends, strict=False))
        return
    start = 0
    for sign in signs:
        yield text[start : sign.start()]
        start = sign.end()
    if len(text[start:].split()) > 100:  # what stands below the last is a list of what was searched for
        yield text[start:]
