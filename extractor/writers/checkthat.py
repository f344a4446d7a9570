"""CheckThat! check-worthiness input (CLEF, task 1 in English): a table of sentence ids and texts, to be labelled."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from extractor.present.claims import claim_in_words
from extractor.records import ArticleRecord
from extractor.writers.options import Options
from extractor.writers.rows import encodable

COLUMNS = ("Sentence_id", "Text")


def write_checkthat(records: Iterable[ArticleRecord], out: BinaryIO, options: Options) -> None:
    """A line of column names, then one claim a line; white space becomes single spaces, so nothing needs quoting."""
    out.write("\t".join(COLUMNS).encode() + b"\n")
    for record in records:
        for claim in record.claims:
            words = claim_in_words(claim)
            out.write(f"{claim.id}\t{encodable(words)}\n".encode())
