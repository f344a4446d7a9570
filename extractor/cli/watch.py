"""``extractor watch``: folders and feed files read as they fill, each article once."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.call import refuse_standard_output
from extractor.cli.grouped import grouped
from extractor.cli.groups import InputOptions, LimitOptions, LoadingOptions
from extractor.cli.options import LineLayout, Quiet, say
from extractor.cli.progress import Lines, LogFormat, Silence
from extractor.cli.run import identity_of, processors
from extractor.errors import ExitCode, ExtractorError
from extractor.readers.items import STDIN
from extractor.writers import Layout

_PART = 500
"""Articles that make a part, when so many are new at once."""


@grouped
def watch(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE", help="Folders that fill, and files that others update, such as feeds."
        ),
    ],
    *,
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="DIR", help="Folder of the output, as of extractor run.")
    ],
    interval: Annotated[
        float,
        typer.Option(
            min=0.05, metavar="SECONDS", help="Between two looks; a file must not change meanwhile."
        ),
    ] = 1.0,
    execute: Annotated[
        list[str] | None,
        typer.Option(
            "--exec", metavar="COMMAND", help="Run for each new claim, with its JSON on standard input."
        ),
    ] = None,
    post: Annotated[
        list[str] | None,
        typer.Option(
            metavar="URL", help="Address on this machine to which each new claim is posted as JSON."
        ),
    ] = None,
    above: Annotated[
        float | None,
        typer.Option(
            min=0, max=1, metavar="X", help="Pass on claims only whose check-worthiness is X or more."
        ),
    ] = None,
    once: Annotated[bool, typer.Option(help="End when nothing new is there.")] = False,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help="Worker processes; by default one a processor.")
    ] = None,
    layout: LineLayout = Layout.CLAIM,
    how_read: InputOptions,
    loaded: LoadingOptions,
    limited: LimitOptions,
    log_format: Annotated[
        LogFormat, typer.Option(help="How progress is written to stderr.")
    ] = LogFormat.TEXT,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Name every input that is left out.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Read what comes into folders and feed files, each article once, also across restarts; until Ctrl-C."""
    from extractor.batch import hooks
    from extractor.batch.extraction import open_extraction
    from extractor.batch.run import Plan
    from extractor.batch.watching import Files, Watching

    refuse_standard_output(str(out))
    if STDIN in sources:
        raise ExtractorError("standard input cannot be watched", where=STDIN, remedy="name folders and files")
    chosen = [*map(hooks.command, execute or ()), *map(hooks.post, post or ())]
    reading, loading = how_read.reading(), loaded.loading()
    options = {"watches": True, "layout": layout, "max_characters": limited.max_characters}
    plan = Plan(
        folder=out,
        identity=identity_of(loading, reading, options),
        jobs=jobs or processors(),
        limits=limited.limits(),
        part_size=_PART,
    )
    tell = hooks.Hooks(chosen, above, say) if chosen else None
    watching = Watching(plan, Files(tuple(sources), reading), interval, tell, once)
    open_work = partial(open_extraction, loading, reading, layout, limited.max_characters)
    progress = (Silence if quiet else Lines)(log_format=log_format, verbose=verbose)
    try:
        watching.run(open_work, progress)
    except KeyboardInterrupt:
        progress.tell("stopped; the same command goes on", event="stopped")
        raise typer.Exit(ExitCode.INTERRUPTED) from None
    progress.conclude(out)
