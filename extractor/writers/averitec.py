"""AVeriTeC (Schlichtkrull et al. 2023, https://github.com/michschli/averitec): claims as its fact-checking systems read them.

Label, justification, questions and strategies are a fact-checker's work and left out. Of its claim types only those are given
that the record shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from extractor.present.claims import claim_in_words
from extractor.records import ArticleInfo, ArticleRecord, Claim
from extractor.writers.jsonld import write_json_items
from extractor.writers.options import Options


def write_averitec(records: Iterable[ArticleRecord], out: BinaryIO, options: Options) -> None:
    """One JSON list of all claims."""
    claims = (averitec_claim(claim, record.article) for record in records for claim in record.claims)
    write_json_items(claims, out, "[", "]")


def averitec_claim(claim: Claim, article: ArticleInfo) -> dict[str, Any]:
    """One claim; what is unknown is null, as in the data set."""
    claimant = claim.attribution.claimant if claim.attribution else None
    return {
        "claim": claim_in_words(claim),
        "claim_date": f"{article.published:%d-%m-%Y}" if article.published else None,
        "speaker": claimant.name if claimant else None,
        "original_claim_url": article.url,
        "reporting_source": article.outlet,
        "location_ISO_code": None,
        "claim_types": _types(claim),
    }


def _types(claim: Claim) -> list[str]:
    types = []
    if any(not quantity.vague for quantity in claim.quantities):
        types.append("Numerical Claim")
    if claim.kind == "direct":
        types.append("Quote Verification")
    return types or ["Event/Property Claim"]
