"""The output on a Hadoop path: written beside its destination, and put in place by one rename."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractor.batch.outcome import State
from extractor.errors import OutputError
from extractor.spark.schema import spark_schema
from extractor.writers.layout import Layout

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_LEDGER = ("path", "number", "state", "reason", "article", "sha256", "claims", "words", "seconds")
_QUARANTINE = ("path", "number", "reason", "input")


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder on a Hadoop path."""

    path: str

    def of(self, name: str) -> str:
        """The path of what lies in it."""
        return f"{self.path}/{name}"


class Output:
    """The destination of a job.

    Args:
        spark: The session; not one of Spark Connect, which gives no access to files.
        out: The destination.

    Raises:
        OutputError: When there is something already.
    """

    def __init__(self, spark: SparkSession, out: str) -> None:
        self._out = out.rstrip("/")
        java: Any = spark.sparkContext._jvm
        self._path = java.org.apache.hadoop.fs.Path
        self._files = self._path(self._out).getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())
        if self._files.exists(self._path(self._out)):
            raise OutputError(
                "there is something here already", where=out, remedy="name another place, or remove it"
            )

    @contextmanager
    def unfinished(self) -> Iterator[Folder]:
        """A folder beside the destination, which it becomes when the block ends well; otherwise nothing of it is left.

        Raises:
            OutputError: When it cannot be put in place.
        """
        folder = Folder(f"{self._out}.unfinished")
        self._remove(folder.path)  # of a driver that was killed
        try:
            yield folder
            self._remove(folder.of("outcomes"))
            if not self._files.rename(self._path(folder.path), self._path(self._out)):
                raise OutputError(
                    "the output cannot be put in place", where=self._out, remedy="check its folder"
                )
        finally:
            self._remove(folder.path)

    def counts(self, outcomes: DataFrame) -> dict[str, tuple[int, int]]:
        """Inputs and claims by state."""
        from pyspark.sql import functions as f

        rows = outcomes.groupBy("state").agg(f.count("*"), f.sum("claims")).collect()
        return {state: (inputs, claims or 0) for state, inputs, claims in rows}

    def write(self, folder: Folder, outcomes: DataFrame, out_format: str, layout: Layout) -> None:
        """Claims or articles, what is in quarantine, and the ledger of all inputs."""
        from pyspark.sql import functions as f

        lines = outcomes.where((f.col("state") == State.OK) & (f.col("lines") != "")).select(
            f.expr("rtrim('\n', lines)").alias("value")
        )
        records = folder.of(f"{layout}s")
        if out_format == "parquet":
            line = f.explode(f.split("value", "\n"))
            parsed = f.from_json("line", spark_schema(layout))
            lines.select(line.alias("line")).select(parsed.alias("record")).select("record.*").write.parquet(
                records
            )
        else:
            lines.write.text(records)
        quarantined = outcomes.where(f.col("state") == State.QUARANTINED)
        quarantined.select(*_QUARANTINE).write.json(folder.of("quarantine"))
        outcomes.select(*_LEDGER).write.parquet(folder.of("ledger"))

    def write_summary(self, folder: Folder, counts: dict[str, int]) -> None:
        """The counts as ``summary.json``."""
        stream = self._files.create(self._path(folder.of("summary.json")))
        stream.write(bytearray(json.dumps(counts).encode() + b"\n"))
        stream.close()

    def _remove(self, path: str) -> None:
        self._files.delete(self._path(path), True)
