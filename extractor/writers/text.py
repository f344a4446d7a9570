"""Plain text for a terminal or a mail: who said what in which words, on one line a claim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from extractor.errors import printable
from extractor.present.claims import claim_in_words, claimant_in_words, teller_in_words
from extractor.records import ArticleInfo, ArticleRecord, Claim
from extractor.writers.options import Options
from extractor.writers.rows import encodable


def write_text(records: Iterable[ArticleRecord], out: BinaryIO, options: Options) -> None:
    """Under the line of each article its claims; control characters are written out."""
    for number, record in enumerate(records):
        lines = [_heading(record.article), *map(_line, record.claims)]
        out.write(
            ("\n" * bool(number) + "".join(f"{printable(encodable(line))}\n" for line in lines)).encode()
        )


def _heading(article: ArticleInfo) -> str:
    day = article.published.isoformat() if article.published else "no date"
    return ", ".join(filter(None, (article.title or article.path or article.id, article.outlet, day)))


def _line(claim: Claim) -> str:
    said = claim.attribution
    cue = " ".join(piece.text for piece in said.cue) if said else ""
    who = teller_in_words(claimant_in_words(said), cue, [via.name for via in said.via] if said else ())
    return f"- {who}: {claim_in_words(claim)}"
