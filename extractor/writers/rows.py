"""Claims as flat rows: one a claim, the same columns in CSV, Parquet and SQLite."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from extractor.present.claims import pieces_in_words
from extractor.present.dates import date_in_words
from extractor.present.numbers import number_in_words
from extractor.records import ArticleInfo, ArticleRecord, Claim, QuantityRecord, TimexRecord

Cell = str | float | int | bool | dt.date | None
Row = dict[str, Cell]

CLAIM_COLUMNS: dict[str, type] = {
    "claim_id": str, "article_id": str, "kind": str, "text": str, "standalone": str,
    "claimant": str, "claimant_kind": str, "role": str, "affiliation": str, "resolved_by": str, "via": str,
    "cue": str, "cue_class": str, "polarity": str, "modality": str, "scope": str, "confidence": float,
    "numbers": str, "dates": str, "flags": str, "sentence": str, "start": int, "end": int,
    "published": dt.date, "outlet": str, "title": str, "author": str, "url": str, "path": str,
}  # fmt: skip
"""Columns of a claim with their types; any cell but the first four, ``start`` and ``end`` may be empty."""

QUANTITY_COLUMNS: dict[str, type] = {
    "claim_id": str, "article_id": str, "start": int, "end": int, "text": str, "value": float, "low": float, "high": float,
    "unit": str, "unit_kind": str, "currency": str, "per": str, "counted": str, "modifier": str, "direction": str, "vague": bool,
    "measured": str, "when_text": str, "when_value": str,
}  # fmt: skip
TIMEX_COLUMNS: dict[str, type] = {
    "claim_id": str, "article_id": str, "start": int, "end": int, "text": str, "type": str, "value": str, "mod": str,
    "begin_date": dt.date, "end_date": dt.date, "relation": str,
}  # fmt: skip
ARTICLE_COLUMNS: dict[str, type] = {
    "article_id": str, "title": str, "published": dt.date, "outlet": str, "author": str, "url": str, "path": str,
    "language": str, "sha256": str,
}  # fmt: skip

BETWEEN = "; "
"""Between the items of a cell that holds several."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """The text with lone surrogates, which UTF-8 cannot hold, as U+FFFD; offsets stay as they are."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def claim_row(claim: Claim, article: ArticleInfo) -> Row:
    """A claim as the cells of CLAIM_COLUMNS."""
    said = claim.attribution
    claimant = said.claimant if said else None
    return _encodable({
        "claim_id": claim.id,
        "article_id": article.id,
        "kind": claim.kind,
        "text": claim.text,
        "standalone": claim.standalone or claim.text,
        "claimant": claimant.name if claimant else None,
        "claimant_kind": claimant.kind if claimant else None,
        "role": claimant.role if claimant else None,
        "affiliation": claimant.affiliation if claimant else None,
        "resolved_by": claimant.resolved_by if claimant else None,
        "via": BETWEEN.join(via.name for via in said.via) or None if said else None,
        "cue": pieces_in_words(said.cue) or None if said else None,
        "cue_class": said.cue_class if said else None,
        "polarity": said.polarity if said else None,
        "modality": said.modality if said else None,
        "scope": said.scope if said else None,
        "confidence": said.confidence if said else None,
        "numbers": BETWEEN.join(number_in_words(q, claim.timexes) for q in claim.quantities) or None,
        "dates": BETWEEN.join(map(date_in_words, claim.timexes)) or None,
        "flags": BETWEEN.join(claim.flags) or None,
        "sentence": claim.sentences.text,
        "start": claim.content[0].start,
        "end": claim.content[-1].end,
        **{name: getattr(article, name) for name in ("published", "outlet", "title", "author", "url", "path")},
    })  # fmt: skip


def quantity_row(quantity: QuantityRecord, article: ArticleInfo, claim: Claim | None) -> Row:
    """A number as the cells of QUANTITY_COLUMNS."""
    own = {name: getattr(quantity, name) for name in QUANTITY_COLUMNS if name in QuantityRecord.model_fields}
    counted = quantity.counted.text if quantity.counted else None
    direction = quantity.change.direction if quantity.change else None
    meaning = {
        "measured": quantity.measured.text if quantity.measured else None,
        "when_text": quantity.when.text if quantity.when else None,
        "when_value": quantity.when.value if quantity.when else None,
    }
    places = {"claim_id": claim.id if claim else None, "article_id": article.id}
    return _encodable({**places, **own, "counted": counted, "direction": direction, **meaning})


def timex_row(timex: TimexRecord, article: ArticleInfo, claim: Claim | None) -> Row:
    """A time expression as the cells of TIMEX_COLUMNS; the days are both inclusive."""
    own = {name: getattr(timex, name) for name in TIMEX_COLUMNS if name in TimexRecord.model_fields}
    days = timex.interval
    interval = {"begin_date": days.begin if days else None, "end_date": days.end if days else None}
    return _encodable({"claim_id": claim.id if claim else None, "article_id": article.id, **own, **interval})


def article_row(article: ArticleInfo) -> Row:
    """An article as the cells of ARTICLE_COLUMNS."""
    return _encodable(
        {"article_id": article.id, **{name: getattr(article, name) for name in list(ARTICLE_COLUMNS)[1:]}}
    )


def quantity_rows(record: ArticleRecord) -> Iterable[Row]:
    """The numbers of every claim, then those of the article that are in no claim."""
    inside = {(q.start, q.end) for claim in record.claims for q in claim.quantities}
    yield from (quantity_row(q, record.article, claim) for claim in record.claims for q in claim.quantities)
    yield from (
        quantity_row(q, record.article, None) for q in record.quantities if (q.start, q.end) not in inside
    )


def timex_rows(record: ArticleRecord) -> Iterable[Row]:
    """The dates of every claim, then those of the article that are in no claim."""
    inside = {(t.start, t.end) for claim in record.claims for t in claim.timexes}
    yield from (timex_row(t, record.article, claim) for claim in record.claims for t in claim.timexes)
    yield from (timex_row(t, record.article, None) for t in record.timexes if (t.start, t.end) not in inside)


def _encodable(row: dict[str, Cell]) -> Row:
    return {name: encodable(cell) if isinstance(cell, str) else cell for name, cell in row.items()}
