"""Published fact-checks, out of the forms they are published in.

ClaimReview as JSON-LD (single, in a list or a ``@graph``), the DataCommons feed (``dataFeedElement``), Google's Fact Check
export (``claims`` with ``claimReview``), AVeriTeC's JSON, Full Fact's JSON, CSV with columns claim, verdict, url, date, and JSON
Lines of any of these.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.errors import InputError

_CLAIM = ("claimReviewed", "claim", "text", "claim_text", "content", "statement")
_VERDICT = ("verdict", "textualRating", "label", "rating", "conclusion", "alternateName")
_URL = ("url", "fact_checking_article", "link", "review_url")
_DATE = ("datePublished", "reviewDate", "date", "claimDate", "claim_date", "publication_date", "published")
_INSIDE = (
    "dataFeedElement",
    "@graph",
    "claims",
    "itemListElement",
    "item",
    "items",
    "results",
    "claimReview",
    "data",
)


@dataclass(frozen=True, slots=True)
class Check:
    """A published check.

    Attributes:
        claim: The claim that was checked, in the checker's words.
        verdict: What was found, as the checker words it.
        url: Where it was published.
        date: When, as it is written there.
        publisher: Who checked.
    """

    claim: str
    verdict: str | None = None
    url: str | None = None
    date: str | None = None
    publisher: str | None = None


def read_checks(path: Path) -> list[Check]:
    """The checks of a file, in its order.

    Raises:
        InputError: When it cannot be read, or holds no check.
    """
    try:
        text = path.read_text("utf-8-sig")
        found = list(_rows(text) if path.suffix.lower() in (".csv", ".tsv") else _json(text))
    except (OSError, ValueError, csv.Error) as error:
        raise InputError(
            f"no checks ({error})", where=str(path), remedy="give ClaimReview, JSON or CSV"
        ) from error
    if not found:
        remedy = "each check needs a claim: claimReviewed, claim or text; a CSV file needs the column claim"
        raise InputError("no check in it", where=str(path), remedy=remedy)
    return found


def _rows(text: str) -> Iterator[Check]:
    dialect = "excel-tab" if "\t" in text.partition("\n")[0] else "excel"
    for row in csv.DictReader(io.StringIO(text), dialect=dialect):
        known = {str(name).strip().lower(): value for name, value in row.items() if isinstance(value, str)}
        yield from _check(known, {})


def _json(text: str) -> Iterator[Check]:
    try:
        yield from _within(json.loads(text), {})
    except json.JSONDecodeError:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2:
            raise
        for line in lines:
            yield from _within(json.loads(line), {})


def _within(value: Any, outer: Mapping[str, Any]) -> Iterator[Check]:
    """The checks in a value; what a review leaves out stands in what holds it, as in Google's export."""
    if isinstance(value, list):
        for one in value:
            yield from _within(one, outer)
    elif isinstance(value, dict):
        nested = [value[name] for name in _INSIDE if isinstance(value.get(name), list | dict)]
        found = [check for one in nested for check in _within(one, {**outer, **value})]
        yield from found or _check(value, outer)


def _check(own: Mapping[str, Any], outer: Mapping[str, Any]) -> Iterator[Check]:
    claim = _first(own, _CLAIM) or _first(outer, _CLAIM)
    if claim:
        rating = own.get("reviewRating")
        verdict = (
            _first(rating, ("alternateName", "ratingExplanation", "ratingValue"))
            if isinstance(rating, dict)
            else None
        )
        yield Check(
            claim,
            verdict or _first(own, _VERDICT),
            _first(own, _URL),
            _first(own, _DATE) or _first(outer, _DATE),
            _name(own.get("author")) or _name(own.get("publisher")),
        )


def _first(value: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        found = value.get(name)
        if isinstance(found, str) and found.strip():
            return found.strip()
    return None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("site")
    return value if isinstance(value, str) else None
