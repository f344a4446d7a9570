"""Arguments and options that stand in several commands, one by one, and how commands speak to people."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.errors import ExtractorError
from extractor.readers.dates import parse_date
from extractor.writers import WRITERS
from extractor.writers.layout import Layout

if TYPE_CHECKING:
    import datetime as dt


def one_of(names: Iterable[str]) -> Callable[[str], str]:
    """A parser of options whose value is one of some names."""
    known = list(names)

    def parse(written: str) -> str:
        if written not in known:
            raise typer.BadParameter(f"{written!r} is not one of {', '.join(known)}.")
        return written

    return parse


def say(message: object) -> None:
    """Tell people something, on stderr."""
    typer.echo(f"extractor: {message}", err=True)


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


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files of articles (text, JSON, CSV, web pages and more), folders of them, or - for standard input.",
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
Speech = Annotated[
    bool,
    typer.Option("--speech", help="Leave out what somebody is only said to think, want, know or support."),
]
Outer = Annotated[bool, typer.Option("--outer", help="Leave out claims inside another claim's content.")]
Convention = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="What counts as an attribution: news, this project's guidelines, or another that the weights were taught.",
    ),
]
Out = Annotated[
    str | None,
    typer.Option("-o", "--out", metavar="OUT", help="Output file; standard output by default, and for -."),
]
LineLayout = Annotated[Layout, typer.Option("--layout", help="What one line of JSON Lines holds.")]
OutputFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        "--to",
        parser=one_of(WRITERS),
        metavar="FORMAT",
        help="Output format, as of export; by default OUT's suffix tells it.",
    ),
]
Into = Annotated[
    Path | None,
    typer.Option(
        metavar="DB",
        exists=True,
        dir_okay=False,
        help="A database of export --to sqlite that gets them as tables too, with keys to its claims.",
    ),
]
AGAINST = typer.Option(
    metavar="CHECKS",
    exists=True,
    dir_okay=False,
    help="Published fact-checks: ClaimReview, the DataCommons feed, Google's, Full Fact's or AVeriTeC's JSON, or CSV "
    "with claim, verdict, url, date. May be repeated.",
)
Texts = Annotated[
    list[str] | None,
    typer.Option(
        metavar="INPUT",
        help="Where the articles are now, a file or folder, when not at their recorded paths; may be repeated.",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No summary on stderr.")]
