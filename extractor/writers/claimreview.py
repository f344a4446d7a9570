"""ClaimReview drafts for the desk, one a line: all that the article tells, and an empty place for the verdict.

https://developers.google.com/search/docs/appearance/structured-data/factcheck asks for a rating, the review's address, author
and date as well: these are the desk's, and no programme should make them up.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import BinaryIO

from extractor.present.claims import claim_in_words
from extractor.records import ArticleInfo, ArticleRecord, Claim
from extractor.writers.jsonld import CONTEXT, Node, article_node, claim_node
from extractor.writers.options import Options

TO_BE_RATED = (
    "Draft made by a machine: not yet rated. Fill in ratingValue, bestRating, worstRating and alternateName."
)


def write_claimreview(records: Iterable[ArticleRecord], out: BinaryIO, options: Options) -> None:
    """One draft a line."""
    for record in records:
        for claim in record.claims:
            out.write(json.dumps(draft(claim, record.article)).encode() + b"\n")


def draft(claim: Claim, article: ArticleInfo) -> Node:
    """The review of one claim, without its verdict."""
    return {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "creativeWorkStatus": "Draft",
        "claimReviewed": claim_in_words(claim),
        "itemReviewed": {**claim_node(claim, article), "appearance": article_node(article)},
        "reviewRating": {"@type": "Rating", "ratingExplanation": TO_BE_RATED},
    }
