"""Claims in words: who says it, by which words and through whom, and what is said."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.records import AttributionRecord, Claim, SpanRecord

OWN_VOICE = "(article)"
"""Who says a statistic."""
NOBODY_NAMED = "somebody"


def claimant_in_words(attribution: AttributionRecord | None) -> str:
    """Who says it: the claimant by name, else the source in the text's own words, else the article."""
    if attribution is None:
        return OWN_VOICE
    if attribution.claimant:
        return attribution.claimant.name
    return " ".join(pieces_in_words(attribution.source).split()) or NOBODY_NAMED


def teller_in_words(who: str, cue: str = "", via: Iterable[str] = ()) -> str:
    """Who tells, by which words and outlets: "Ana Kask (denied; via Radio Quay)" does not say what she denied."""
    words = cue.lower() if any(map(str.isalpha, cue)) else ""
    outlets = ", ".join(via)
    told = "; ".join(filter(None, (words, outlets and f"via {outlets}")))
    return f"{who} ({told})" if told else who


def claim_in_words(claim: Claim) -> str:
    """A claim for readers who see nothing else: the text that stands alone, without its line breaks."""
    return " ".join((claim.standalone or claim.text).split())


def pieces_in_words(spans: Iterable[SpanRecord]) -> str:
    """A span in pieces."""
    return " … ".join(span.text for span in spans)
