"""What several commands share: the types of their options, and how they speak to people."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.engine.kind import EngineKind
from extractor.errors import ExtractorError
from extractor.readers import Reading
from extractor.readers.dates import parse_date
from extractor.readers.encodings import encoding_of
from extractor.readers.fields import FIELDS
from extractor.writers.layout import Layout

if TYPE_CHECKING:
    import datetime as dt

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files (text, JSON, CSV, Parquet, HTML, WARC, NITF), folders of them, or - for standard input.",
    ),
]
Claims = Annotated[
    list[str],
    typer.Argument(
        metavar="CLAIMS",
        help="What extract wrote, in either layout: .jsonl files, folders of them, or -.",
    ),
]
Gold = Annotated[
    list[str],
    typer.Argument(
        metavar="GOLD",
        help="Annotated articles: .jsonl files, folders of them, or what brat or Label Studio saved.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Publication date of the articles whose metadata give none."),
]


class FormatName(StrEnum):
    """The rows of READERS."""

    TEXT = "text"
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"
    HTML = "html"
    WARC = "warc"
    NITF = "nitf"


InputFormat = Annotated[
    FormatName | None,
    typer.Option(help="Format of all inputs; by default the name and the first bytes of each tell it."),
]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="NAME=FIELD",
        help="Field or column that holds an article's text, title, …, as in text=maintext. May be repeated.",
    ),
]
Glob = Annotated[
    str | None,
    typer.Option(metavar="PATTERN", help="Files to read in folders, by their names, as in '*.story'."),
]
Recursive = Annotated[bool, typer.Option(help="Read folders inside folders.")]
Encoding = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Encoding of inputs without a byte order mark; by default it is found out."
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Name or path of a spaCy pipeline; by default the one that comes along."
    ),
]
Weights = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Learned weights of your own, as extractor train attributions writes them.",
        exists=True,
        dir_okay=False,
    ),
]
Engine = Annotated[
    EngineKind,
    typer.Option(
        help="How spaCy's components run: fast where extractor knows them, or as they are. Same claims."
    ),
]
MinConfidence = Annotated[
    float | None, typer.Option(min=0, max=1, metavar="X", help="Leave out attributed claims below X.")
]
Timeout = Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="Most time for an article.")]
Memory = Annotated[int, typer.Option(min=300, metavar="MB", help="Most memory for a worker.")]
MaxCharacters = Annotated[
    int,
    typer.Option(
        min=1,
        metavar="N",
        help="An article that is longer is quarantined, as is one with over one word or sign for four of these.",
    ),
]
TIMEOUT, MEMORY = 60.0, 1500
"""The same for `run` and `spark`, whose records must be the same."""
Out = Annotated[
    str | None,
    typer.Option("-o", "--out", metavar="OUT", help="Output file; standard output by default."),
]
LineLayout = Annotated[Layout, typer.Option("--layout", help="What one line of JSON Lines holds.")]
OutputFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="Output format, as of export --to; by default OUT's suffix tells it.",
    ),
]
Texts = Annotated[
    list[str] | None,
    typer.Option(
        metavar="INPUT",
        help="Where the articles are now, a file or folder, when not at their recorded paths; may be repeated.",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No summary on stderr.")]


def date_of(written: str | None, option: str = "--published") -> dt.date | None:
    """The day that an option names.

    Raises:
        ExtractorError: When it is no date.
    """
    try:
        return parse_date(written) if written is not None else None
    except ValueError as error:
        what = f"impossible date {written!r}: {error}"
        raise ExtractorError(what, where=option, remedy="write it as 2023-07-31") from None


def reading_of(
    published: str | None = None,
    input_format: FormatName | None = None,
    fields: list[str] | None = None,
    glob: str | None = None,
    recursive: bool = True,
    encoding: str | None = None,
) -> Reading:
    """How inputs are to be read, by the values of the options.

    Raises:
        ExtractorError: When one of them cannot be.
    """
    return Reading(
        input_format=input_format,
        fields=dict(map(_field, fields or ())),
        glob=glob,
        recursive=recursive,
        published=date_of(published),
        encoding=_encoding(encoding) if encoding else None,
    )


def _field(written: str) -> tuple[str, str]:
    name, _, field = written.partition("=")
    if name not in FIELDS or not field:
        remedy = f"write NAME=FIELD, with a NAME of {', '.join(FIELDS)}"
        raise ExtractorError(f"unknown field {written!r}", where="--field", remedy=remedy)
    return name, field


def _encoding(label: str) -> str:
    name = encoding_of(label, marked=True)
    if name is None:
        remedy = "use a name such as utf-8, cp1252, latin2, utf-16, shift_jis"
        raise ExtractorError(f"unknown encoding {label!r}", where="--encoding", remedy=remedy)
    return name


def say(message: object) -> None:
    """Tell people something, on stderr."""
    typer.echo(f"extractor: {message}", err=True)
