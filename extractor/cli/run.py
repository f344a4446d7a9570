"""``extractor run``: a batch run with part files, a ledger and supervised workers."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extractor.cli.call import refuse_standard_output
from extractor.cli.grouped import grouped
from extractor.cli.groups import InputOptions, LimitOptions, LoadingOptions
from extractor.cli.options import Inputs, LineLayout, Quiet, one_of
from extractor.cli.progress import Bar, Lines, LogFormat, Silence
from extractor.errors import ExitCode, ExtractorError
from extractor.readers import Reading
from extractor.readers.items import STDIN
from extractor.writers import WRITERS, Format, Layout

if TYPE_CHECKING:
    from extractor.batch.folder import Identity
    from extractor.batch.inputs import Shard
    from extractor.batch.run import Plan
    from extractor.batch.worker import OpenWork
    from extractor.loading import Loading

_COUNTING = 2.0
"""Seconds that counting the inputs may take, so that the bar can say how much is left."""


@grouped
def run(
    inputs: Inputs,
    *,
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="DIR", help="Folder of the run; made if missing.")
    ],
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help="Worker processes; by default one a processor.")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with the run in DIR, if there is one.")
    ] = False,
    shard: Annotated[
        str | None, typer.Option(metavar="I/N", help="Work on the I-th of N shares of the inputs only.")
    ] = None,
    output_format: Annotated[
        str | None,
        typer.Option(
            "--format",
            parser=one_of(WRITERS),
            metavar="FORMAT",
            help="Also one file claims.SUFFIX in the end, in a format of export --to that needs no texts.",
        ),
    ] = None,
    layout: LineLayout = Layout.CLAIM,
    how_read: InputOptions,
    loaded: LoadingOptions,
    limited: LimitOptions,
    part_size: Annotated[int, typer.Option(min=1, metavar="N", help="Inputs a part file.")] = 500,
    recycle: Annotated[int, typer.Option(min=1, metavar="N", help="A worker ends after N articles.")] = 2000,
    log_format: Annotated[
        LogFormat, typer.Option(help="How progress is written to stderr.")
    ] = LogFormat.TEXT,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Name every input that is left out.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Extract claims in a run that survives bad inputs, crashes and power cuts."""
    from extractor.batch.extraction import open_extraction
    from extractor.batch.inputs import Shard
    from extractor.batch.run import Plan

    refuse_standard_output(str(out))
    reading, loading = how_read.reading(), loaded.loading()
    share = Shard.parse(shard) if shard else None
    output = _output(output_format)
    if output and output.name != "jsonl":
        layout = Layout.ARTICLE  # other formats are made of whole articles
    options = {
        "format": output_format,
        "layout": layout,
        "part_size": part_size,
        "max_characters": limited.max_characters,
    }
    plan = Plan(
        folder=out,
        identity=identity_of(loading, reading, options, share),
        jobs=jobs or processors(),
        limits=replace(limited.limits(), articles=recycle),
        part_size=part_size,
        shard=share,
        resume=resume,
        output=output,
    )
    open_work = partial(open_extraction, loading, reading, layout, limited.max_characters)
    watch = _watch(inputs, reading, quiet=quiet, verbose=verbose, log_format=log_format)
    raise typer.Exit(_run(plan, inputs, reading, open_work, watch))


def identity_of(
    loading: Loading, reading: Reading, options: Mapping[str, Any], share: Shard | None = None
) -> Identity:
    """What decides about the bytes of a run.

    Args:
        loading: How the extractor is loaded.
        reading: How inputs are read.
        options: Others that decide about bytes.
        share: The share of the inputs that is worked on.
    """
    from extractor.batch.manifest import identity
    from extractor.doctor import model_sha256
    from extractor.language.resources import Resources

    resources = Resources(loading.language, loading.weights, loading.convention)
    name = loading.model or resources.toml("pipeline")["model"]
    loaded = {
        name: getattr(loading, name) for name in ("min_confidence", "convention", "speech", "outer", "engine")
    }
    options = {**options, **loaded, "reading": _plain(reading)}
    return identity(name, model_sha256(name), resources, options, share)


def _output(name: str | None) -> Format | None:
    """The format of the joined file, known to be writable before a night's work is done.

    Raises:
        ExtractorError: When there is no such format, it holds texts, or a library it needs is missing.
    """
    if name is None:
        return None
    wanted = WRITERS.named(name)
    if wanted.needs_text:
        what = f"{name} holds the texts of the articles, which a run does not keep"
        remedy = f"run without it, then extractor merge DIR -o claims.jsonl and extractor export claims.jsonl --to {name}"
        raise ExtractorError(what, where="--format", remedy=remedy)
    wanted.write([], BytesIO())
    return wanted


def _run(plan: Plan, inputs: Sequence[str], reading: Reading, open_work: OpenWork, watch: Lines) -> ExitCode:
    from extractor.batch import run as batch
    from extractor.readers import find_items

    try:
        code = batch.run(plan, find_items(inputs, reading), open_work, watch)
    except KeyboardInterrupt:
        watch.close()
        watch.tell("stopped; go on with the same command and --resume", event="stopped")
        return ExitCode.INTERRUPTED
    finally:
        watch.close()
    watch.conclude(plan.folder)
    return code


def _watch(
    inputs: Sequence[str], reading: Reading, *, quiet: bool, verbose: bool, log_format: LogFormat
) -> Lines:
    if quiet:
        return Silence(log_format=log_format)
    if log_format is LogFormat.TEXT and sys.stderr.isatty():
        return Bar(_count(inputs, reading), verbose=verbose)
    return Lines(log_format=log_format, verbose=verbose)


def _count(inputs: Sequence[str], reading: Reading) -> int | None:
    """How many inputs there are, if that is quickly found out."""
    from extractor.readers import find_items

    if STDIN in inputs:
        return None
    deadline = time.monotonic() + _COUNTING
    found = 0
    for _ in find_items(inputs, reading):
        found += 1
        if time.monotonic() > deadline:
            return None
    return found


def _plain(reading: Reading) -> dict[str, Any]:
    """The options of reading that differ from the defaults."""
    defaults = Reading()
    values = {field.name: getattr(reading, field.name) for field in fields(Reading)}
    return {name: value for name, value in values.items() if value != getattr(defaults, name)}


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
