"""Plain text for a terminal or a mail: who said what in which words, on one line a claim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from extractor.errors import printable
from extractor.records import ArticleInfo, ArticleRecord, AttributionRecord, Claim
from extractor.writers.options import Options
from extractor.writers.rows import encodable, one_sentence, teller


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
    return f"- {_teller(said) if said else '(article)'}: {one_sentence(claim)}"


def _teller(said: AttributionRecord) -> str:
    source = " ".join(" ".join(piece.text.split()) for piece in said.source)
    who = said.claimant.name if said.claimant else source or "somebody"
    return teller(who, " ".join(piece.text for piece in said.cue), ", ".join(via.name for via in said.via))
