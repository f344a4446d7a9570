"""What several commands share: the types of their options, and how they speak to people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from extractor.errors import ExtractorError
from extractor.readers.dates import parse_date

if TYPE_CHECKING:
    import datetime as dt

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT", help="Files (.txt, .jsonl, .ndjson), folders of them, or - for standard input."
    ),
]
Gold = Annotated[
    list[str], typer.Argument(metavar="GOLD", help="Annotated articles: .jsonl files or folders.")
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Publication date of the articles whose metadata give none."),
]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Name or path of a spaCy pipeline; by default the one that comes along."
    ),
]
MinConfidence = Annotated[
    float | None, typer.Option(min=0, max=1, metavar="X", help="Leave out attributed claims below X.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No summary on stderr.")]


def date_of(written: str | None) -> dt.date | None:
    """The value of ``--published``.

    Raises:
        ExtractorError: When it is no date.
    """
    try:
        return parse_date(written) if written is not None else None
    except ValueError as error:
        what = f"impossible date {written!r}: {error}"
        raise ExtractorError(what, where="--published", remedy="write it as 2023-07-31") from None


def say(message: object) -> None:
    """Tell people something, on stderr."""
    typer.echo(f"extractor: {message}", err=True)
