"""``extractor extract``: claims of articles as one stream."""

from __future__ import annotations

import typer

from extractor.cli.call import Call, output_of
from extractor.cli.grouped import grouped
from extractor.cli.groups import InputOptions, LoadingOptions
from extractor.cli.options import Inputs, LineLayout, Out, OutputFormat, Quiet, say
from extractor.cli.texts import PassingTexts
from extractor.errors import ExitCode
from extractor.writers import Layout, Options, format_for
from extractor.writers.files import refuse_overwriting


@grouped
def extract(
    inputs: Inputs,
    *,
    out: Out = None,
    output_format: OutputFormat = None,
    layout: LineLayout = Layout.CLAIM,
    how_read: InputOptions,
    loaded: LoadingOptions,
    quiet: Quiet = False,
) -> None:
    """Write the claims of articles, as JSON Lines or in the format of another tool."""
    call = Call(say)
    articles = call.articles(inputs, how_read.reading())
    refuse_overwriting(inputs, out)
    wanted, texts = format_for(output_format, out), PassingTexts()
    if wanted.needs_text:
        articles = texts.remembered(articles)
    with output_of(out) as stream:
        wanted.write(call.records(articles, loaded.loading()), stream, Options(layout, texts.of))
        if not call.read:
            raise typer.Exit(ExitCode.NOTHING_READ)
    if not quiet:
        say(call.summary)
    raise typer.Exit(call.exit_code)
