"""Past one machine: articles on any Hadoop path in, claims out, by Spark.

One door: `extract`. Spark reads, spreads and writes; what an article does to its process is not left to it. A record that
kills a Python worker would be tried again on four machines and then take the whole job with it. So each of Spark's Python
workers hands its articles to a supervised process of `extractor.batch.pool`, and a killer comes back as a row of the quarantine.

The output is committed whole or not at all: everything is written beside the destination and renamed in the end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from extractor.batch.limits import Limits
from extractor.batch.outcome import State
from extractor.batch.worker import OpenWork
from extractor.errors import ExtractorError, InputError
from extractor.spark.items import SourceFormat, found_items
from extractor.spark.output import Output
from extractor.spark.settle import settled
from extractor.spark.worker import OUTCOMES, Worker
from extractor.writers.layout import Layout

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

__all__ = ["Job", "Summary", "extract"]

_TASK = 500
"""Articles a task: about a minute of work, so that a lost one costs little and starting one counts little."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is done.

    Attributes:
        source: A file, folder or pattern on any Hadoop path.
        out: Where the output goes; must not exist.
        open_work: Makes the work ready, once in each Python worker; travels there.
        source_format: What the files at the source are.
        out_format: How claims are written.
        layout: What a row of the output is.
        limits: What the process that extracts may use.
        partitions: How many tasks the articles are spread over; by default one for 500 articles.
    """

    source: str
    out: str
    open_work: OpenWork
    source_format: SourceFormat = SourceFormat.JSONL
    out_format: Literal["jsonl", "parquet"] = "jsonl"
    layout: Layout = Layout.CLAIM
    limits: Limits = field(default_factory=Limits)
    partitions: int | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of the inputs.

    Attributes:
        inputs: Lines or rows at the source, blank lines not counted.
        states: How many ended in each state; they add up to the inputs.
        claims: Claims written.
    """

    inputs: int
    states: dict[State, int]
    claims: int


def extract(spark: SparkSession, job: Job, tell: Callable[[str], None] = lambda _: None) -> Summary:
    """Do a job: claims, quarantine, ledger and summary, all of them or none.

    Args:
        spark: A session on any cluster whose machines have extractor installed.
        job: What is done.
        tell: Is told what is going on.

    Raises:
        OutputError: When there is something at the destination.
        InputError: When nothing is found at the source.
        ExtractorError: When inputs and outcomes do not add up, which no cluster should manage.
    """
    output = Output(spark, job.out)
    items = found_items(spark, job.source, job.source_format)
    inputs = items.count()
    if not inputs:
        raise InputError("no article here", where=job.source, remedy="check the path and --input-format")
    partitions = job.partitions or max(spark.sparkContext.defaultParallelism, -(-inputs // _TASK))
    tell(f"{inputs} inputs, {partitions} tasks")
    with output.unfinished() as folder:
        spread = items.repartition(partitions, "path", "number")
        worker = Worker(job.open_work, job.limits, job.source_format)
        spread.mapInArrow(worker, OUTCOMES).write.parquet(folder.of("outcomes"))  # the work, done once
        outcomes = settled(spark.read.parquet(folder.of("outcomes")))
        summary = _summary(inputs, output.counts(outcomes))
        output.write(folder, outcomes, job.out_format, job.layout)
        output.write_summary(
            folder,
            {"inputs": inputs, **{str(s): n for s, n in summary.states.items()}, "claims": summary.claims},
        )
    return summary


def _summary(inputs: int, counts: dict[str, tuple[int, int]]) -> Summary:
    states = {state: counts.get(state, (0, 0))[0] for state in State}
    if sum(states.values()) != inputs:
        what = f"{inputs} inputs and {sum(states.values())} outcomes"
        raise ExtractorError(what, where="spark", remedy="the source must not change while a job runs")
    return Summary(inputs, states, sum(claims for _, claims in counts.values()))
