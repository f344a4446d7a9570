"""Groups of options, each declared once for all commands that have it; `grouped` spreads them over a command."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.batch.bounds import MAX_CHARACTERS
from extractor.cli.options import Convention, Model, Outer, Speech, Weights, date_of, one_of
from extractor.engine.kind import EngineKind
from extractor.errors import ExtractorError
from extractor.language.resources import CONVENTION
from extractor.loading import Loading
from extractor.readers import READERS, Reading
from extractor.readers.dates import DateOrder
from extractor.readers.encodings import encoding_of
from extractor.readers.names import FIELDS

if TYPE_CHECKING:
    from extractor.batch.limits import Limits


@dataclass(frozen=True)
class SourceOptions:
    """How articles are read, wherever they come from."""

    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Publication date of the articles whose metadata give none."),
    ] = None
    crawled: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="When the inputs were fetched, for dates such as '4 days ago' in records that do not say it.",
        ),
    ] = None
    date_order: Annotated[
        DateOrder | None,
        typer.Option(help="How 03/04/2024 is read; by default the other dates of the file tell it."),
    ] = None
    field: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=FIELD",
            help="Field or column that holds an article's text, title, …, as in text=maintext; none, as in id=, leaves it out.",
        ),
    ] = None
    encoding: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Encoding of inputs without a byte order mark; by default it is found out.",
        ),
    ] = None

    def reading(self) -> Reading:
        """How inputs are to be read, by the values of the options.

        Raises:
            ExtractorError: When one of them cannot be.
        """
        return Reading(
            fields=dict(map(_field, self.field or ())),
            published=date_of(self.published),
            crawled=date_of(self.crawled, "--crawled"),
            date_order=self.date_order,
            encoding=_encoding(self.encoding) if self.encoding else None,
        )


@dataclass(frozen=True)
class InputOptions(SourceOptions):
    """How files and folders are read."""

    input_format: Annotated[
        str | None,
        typer.Option(
            parser=one_of(READERS),
            metavar="FORMAT",
            help=f"Format of all inputs ({', '.join(READERS)}); by default the name and the first bytes of each tell it.",
        ),
    ] = None
    glob: Annotated[
        str | None,
        typer.Option(metavar="PATTERN", help="Files to read in folders, by their names, as in '*.story'."),
    ] = None
    recursive: Annotated[bool, typer.Option(help="Read folders inside folders.")] = True

    def reading(self) -> Reading:
        """As of any source, and what is read of folders, in which format."""
        return replace(
            super().reading(), input_format=self.input_format, glob=self.glob, recursive=self.recursive
        )


@dataclass(frozen=True)
class LoadingOptions:
    """What extracts: the same options give the same claims in every command."""

    model: Model = None
    min_confidence: Annotated[
        float | None, typer.Option(min=0, max=1, metavar="X", help="Leave out attributed claims below X.")
    ] = None
    weights: Weights = None
    convention: Convention = CONVENTION
    speech: Speech = False
    outer: Outer = False
    engine: Annotated[
        EngineKind,
        typer.Option(
            help="How spaCy's components run: fast where extractor knows them, or as they are. Same claims."
        ),
    ] = EngineKind.FAST

    def loading(self) -> Loading:
        """How the extractor is loaded."""
        return Loading(
            self.model,
            self.min_confidence,
            self.weights,
            self.convention,
            self.engine,
            speech=self.speech,
            outer=self.outer,
        )


@dataclass(frozen=True)
class LimitOptions:
    """What an article and a worker may take; the same for `run` and `spark`, whose records must be the same."""

    timeout: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="Most time for an article.")] = (
        60.0
    )
    memory: Annotated[int, typer.Option(min=300, metavar="MB", help="Most memory for a worker.")] = 1500
    max_characters: Annotated[
        int,
        typer.Option(
            min=1,
            metavar="N",
            help="An article that is longer is quarantined, as is one with over one word or sign for four of these.",
        ),
    ] = MAX_CHARACTERS

    def limits(self) -> Limits:
        """What one worker may use."""
        from extractor.batch.limits import Limits

        return Limits(self.timeout, self.memory)


def _field(written: str) -> tuple[str, str]:
    name, told, field = written.partition("=")
    if name not in FIELDS or not told or (name == "text" and not field):
        remedy = f"write NAME=FIELD, with a NAME of {', '.join(FIELDS)}"
        raise ExtractorError(f"unknown field {written!r}", where="--field", remedy=remedy)
    return name, field


def _encoding(label: str) -> str:
    name = encoding_of(label, marked=True)
    if name is None:
        remedy = "use a name such as utf-8, cp1252, latin2, utf-16, shift_jis"
        raise ExtractorError(f"unknown encoding {label!r}", where="--encoding", remedy=remedy)
    return name
