"""``extractor extract``: claims of articles as one stream."""

from __future__ import annotations

import typer

from extractor.cli.call import Call, output_of
from extractor.cli.options import (
    Encoding,
    Engine,
    Fields,
    Glob,
    InputFormat,
    Inputs,
    LineLayout,
    MinConfidence,
    Model,
    Out,
    OutputFormat,
    Published,
    Quiet,
    Recursive,
    Weights,
    reading_of,
    say,
)
from extractor.cli.texts import PassingTexts
from extractor.engine.kind import EngineKind
from extractor.errors import ExitCode
from extractor.loading import Loading
from extractor.writers import Layout, Options, format_for
from extractor.writers.files import refuse_overwriting


def extract(
    inputs: Inputs,
    out: Out = None,
    output_format: OutputFormat = None,
    layout: LineLayout = Layout.CLAIM,
    published: Published = None,
    input_format: InputFormat = None,
    field: Fields = None,
    glob: Glob = None,
    recursive: Recursive = True,
    encoding: Encoding = None,
    model: Model = None,
    min_confidence: MinConfidence = None,
    weights: Weights = None,
    engine: Engine = EngineKind.FAST,
    quiet: Quiet = False,
) -> None:
    """Write the claims of articles, as JSON Lines or in the format of another tool."""
    call = Call(say)
    articles = call.articles(inputs, reading_of(published, input_format, field, glob, recursive, encoding))
    refuse_overwriting(inputs, out)
    wanted, texts = format_for(output_format, out), PassingTexts()
    if wanted.needs_text:
        articles = texts.remembered(articles)
    with output_of(out) as stream:
        records = call.records(articles, Loading(model, min_confidence, weights, engine))
        wanted.write(records, stream, Options(layout, texts.of))
        if not call.read:
            raise typer.Exit(ExitCode.NOTHING_READ)
    if not quiet:
        say(call.summary)
    raise typer.Exit(call.exit_code)
