"""What is found at the source: a row for each article, with the place the local readers would name."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


class SourceFormat(StrEnum):
    """What the files at a source are."""

    JSONL = "jsonl"
    PARQUET = "parquet"


def found_items(spark: SparkSession, source: str, source_format: SourceFormat) -> DataFrame:
    """Rows of ``path``, ``number`` (of the line or row in its file, from 1) and ``data``: the line's bytes, or the row.

    Args:
        spark: The session.
        source: A file, folder or pattern on any Hadoop path.
        source_format: What the files are.
    """
    return _rows(spark, source) if source_format is SourceFormat.PARQUET else _lines(spark, source)


def _lines(spark: SparkSession, source: str) -> DataFrame:
    """Lines are numbered within their file: Spark cuts files into blocks and keeps no count of lines before a block."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    in_file = Window.partitionBy("path").orderBy("block", "order")
    return (
        spark.read.option("lineSep", "\n")
        .option("recursiveFileLookup", "true")
        .text(source)
        .select(
            f.col("value").cast("binary").alias("data"),  # undecoded: the readers find the encoding out
            f.col("_metadata.file_path").alias("path"),
            f.col("_metadata.file_block_start").alias("block"),
            f.monotonically_increasing_id().alias("order"),
        )
        .withColumn("number", f.row_number().over(in_file).cast("long"))
        .where(f.decode("data", "ISO-8859-1").rlike(r"\S"))
        .select("path", "number", "data")
    )


def _rows(spark: SparkSession, source: str) -> DataFrame:
    from pyspark.sql import functions as f

    rows = spark.read.option("recursiveFileLookup", "true").parquet(source)
    return rows.select(
        f.col("_metadata.file_path").alias("path"),
        (f.col("_metadata.row_index") + 1).alias("number"),
        f.struct(*(f.col(f"`{name}`") for name in rows.columns)).alias("data"),
    )
