"""Outcomes of all machines together: an id that two articles share is the first one's, as in a run on one machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.batch.outcome import State

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def settled(outcomes: DataFrame) -> DataFrame:
    """The outcomes, later articles of an id that another one has put into quarantine."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    same_id = Window.partitionBy("state", "article").orderBy("path", "number")
    holder = f.first(f.concat("path", f.lit(":"), "number")).over(same_id)
    again = (f.col("state") == State.OK) & (f.row_number().over(same_id) > 1)
    reason = f.concat(f.lit("the id "), "article", f.lit(" is that of "), holder)
    marked = outcomes.withColumn("again", again).withColumn(
        "reason",
        f.when(again, f.concat(reason, f.lit(" already; give every article its own"))).otherwise(
            f.col("reason")
        ),
    )
    return (
        marked.withColumn(
            "state", f.when(f.col("again"), f.lit(str(State.QUARANTINED))).otherwise(f.col("state"))
        )
        .withColumn("claims", f.when(f.col("again"), f.lit(0)).otherwise(f.col("claims")).cast("long"))
        .withColumn("lines", f.when(f.col("again"), f.lit("")).otherwise(f.col("lines")))
        .drop("again")
    )
