"""CheckThat! check-worthiness input (CLEF, task 1 in English): a table of sentence ids, texts and labels."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import BinaryIO

from extractor.present.claims import claim_in_words
from extractor.records import ArticleRecord
from extractor.writers.options import Options
from extractor.writers.rows import encodable

COLUMNS = ("Sentence_id", "Text", "class_label")
_WORTH = 0.5
"""Score from which a claim is labelled as worth checking."""


def write_checkthat(records: Iterable[ArticleRecord], out: BinaryIO, options: Options) -> None:
    """A line of column names, then one claim a line; white space becomes single spaces, so nothing needs quoting."""
    out.write("\t".join(COLUMNS).encode() + b"\n")
    for record in records:
        for claim in record.claims:
            label = "Yes" if claim.check and claim.check.score >= _WORTH else "No"
            out.write(f"{number_of(claim.id)}\t{encodable(claim_in_words(claim))}\t{label}\n".encode())


def number_of(claim: str) -> int:
    """A claim's id as a number of 63 bits, the largest that its readers take: they want numbers, we want the same ones again."""
    return int.from_bytes(hashlib.sha256(claim.encode("utf-8", "surrogatepass")).digest()[:8], "big") >> 1
