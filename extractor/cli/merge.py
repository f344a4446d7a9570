"""``extractor merge``: the parts of a run, or the shards of one, as one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.call import output_of
from extractor.cli.options import Out, OutputFormat, say
from extractor.errors import ExitCode, OutputError


def merge(
    folders: Annotated[
        list[Path], typer.Argument(metavar="DIR", help="The folder of a run, or of each shard of one.")
    ],
    out: Out = None,
    output_format: OutputFormat = None,
) -> None:
    """Join the parts of a run, or its shards, in the order of the inputs."""
    from extractor.batch.merge import Merger
    from extractor.writers import WRITERS, Options, format_for

    merger, wanted = Merger(folders), format_for(output_format, out)
    if wanted.needs_text:
        remedy = f"merge into claims.jsonl, then extractor export claims.jsonl --to {wanted.name}"
        raise OutputError(f"{wanted.name} holds the texts of the articles", where="merge", remedy=remedy)
    with output_of(out) as stream:
        if wanted is WRITERS["jsonl"]:
            merger.copy(stream)
        else:
            wanted.write(merger.records(), stream, Options(merger.layout))
    for double in merger.doubles:
        say(double)
    raise typer.Exit(ExitCode.INCOMPLETE if merger.doubles else ExitCode.OK)
