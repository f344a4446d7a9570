"""``extractor spark``: a job on a cluster, or on all processors of this machine."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import Annotated, Any, Literal

import typer

from extractor.cli.call import refuse_standard_output
from extractor.cli.grouped import grouped
from extractor.cli.groups import LimitOptions, LoadingOptions, SourceOptions
from extractor.cli.options import LineLayout, Quiet, say
from extractor.errors import ExitCode, ModelError
from extractor.writers.layout import Layout


@grouped
def spark(
    source: Annotated[str, typer.Argument(metavar="SRC", help="File, folder or pattern on any Hadoop path.")],
    *,
    out: Annotated[
        str, typer.Option("-o", "--out", metavar="DST", help="Where the output goes; must not exist.")
    ],
    input_format: Annotated[
        Literal["jsonl", "parquet"] | None,
        typer.Option(help="What the files are; by default the name of SRC tells it."),
    ] = None,
    out_format: Annotated[
        Literal["jsonl", "parquet"], typer.Option("--format", help="How claims are written.")
    ] = "jsonl",
    layout: LineLayout = Layout.CLAIM,
    how_read: SourceOptions,
    loaded: LoadingOptions,
    limited: LimitOptions,
    master: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Spark's master; by default what spark-submit sets, else local[*]."),
    ] = None,
    partitions: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Tasks; by default one for 500 articles.")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Extract claims on a Spark cluster; all of the output is written, or none."""
    from extractor.batch.extraction import open_extraction
    from extractor.batch.outcome import State
    from extractor.spark import Job, extract
    from extractor.spark.items import SourceFormat

    refuse_standard_output(out)
    job = Job(
        source,
        out,
        partial(open_extraction, loaded.loading(), how_read.reading(), layout, limited.max_characters),
        SourceFormat(input_format or ("parquet" if source.rstrip("/*").endswith(".parquet") else "jsonl")),
        out_format,
        layout,
        limited.limits(),
        partitions,
    )
    session = _session(master)
    try:
        summary = extract(session, job, (lambda _: None) if quiet else say)
    finally:
        session.stop()
    states = summary.states
    if not quiet:
        counts = ", ".join(f"{number} {state}" for state, number in states.items() if number)
        say(f"{counts}; {summary.claims} claims in {out}")
    if not states[State.OK] + states[State.EMPTY]:
        raise typer.Exit(ExitCode.NOTHING_READ)
    raise typer.Exit(ExitCode.INCOMPLETE if states[State.QUARANTINED] else ExitCode.OK)


def _session(master: str | None) -> Any:
    """A Spark session.

    Raises:
        ModelError: When there is no PySpark, or no Java it can start.
    """
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise ModelError(
            "PySpark is missing", where="spark", remedy="pip install 'extractor[spark]'"
        ) from error
    if master is None or master.startswith("local"):  # else "python3", which may be another one
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("extractor")
    try:
        return (builder.master(master) if master else builder).getOrCreate()
    except PySparkException as error:
        what = f"Spark does not start ({str(error).splitlines()[0]})"
        raise ModelError(
            what, where="spark", remedy="install Java 17 or newer, and check --master"
        ) from error
