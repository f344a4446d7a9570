"""``extractor extract``: claims of articles as one stream."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.call import Call, standard_output
from extractor.cli.options import Inputs, MinConfidence, Model, Published, Quiet, date_of, say
from extractor.errors import ExitCode, OutputError
from extractor.writers import Layout, writer_for
from extractor.writers.files import whole_file


def extract(
    inputs: Inputs,
    out: Annotated[
        str | None,
        typer.Option("-o", "--out", metavar="OUT", help="Output file; standard output by default."),
    ] = None,
    layout: Annotated[Layout, typer.Option(help="What one line holds.")] = Layout.CLAIM,
    published: Published = None,
    model: Model = None,
    min_confidence: MinConfidence = None,
    quiet: Quiet = False,
) -> None:
    """Write the claims of articles as JSON Lines."""
    call = Call(say)
    articles = call.articles(inputs, date_of(published))
    _refuse_overwriting(inputs, out)
    with whole_file(out) if out is not None else standard_output() as stream:
        writer_for(out)(call.records(articles, model, min_confidence), stream, layout)
        if not call.read:
            raise typer.Exit(ExitCode.NOTHING_READ)
    if not quiet:
        say(call.summary)
    raise typer.Exit(call.exit_code)


def _refuse_overwriting(inputs: Iterable[str], out: str | None) -> None:
    if out and any(
        Path(out).exists() and Path(given).exists() and Path(out).samefile(given) for given in inputs
    ):
        raise OutputError(
            "the output is also an input", where=out, remedy="choose another name for the output"
        )
