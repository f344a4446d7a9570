"""The JSON contract: what the pipeline gives out, as pydantic models.

Every span holds ``start`` and ``end``, half-open, in Unicode code points of the article text exactly as read, and ``text``, the
characters between them. The published JSON Schema in models/schema is generated from these models.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from html import escape
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "2"

ClaimantKind = Literal["person", "organisation", "group", "document", "anonymous"]
Confidence = Annotated[float, Field(ge=0, le=1)]
Offset = Annotated[int, Field(ge=0)]


class Record(BaseModel):
    """Base of all records: immutable, no unknown fields, no NaN or infinity."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False, populate_by_name=True)


class SpanRecord(Record):
    """A stretch of the article text."""

    start: Offset
    end: Offset
    text: str


class CountedRecord(SpanRecord):
    """What a quantity counts, without determiner and number."""

    head: str


class MeasuredRecord(SpanRecord):
    """What a value is the value of; "carried" when another number, clause or sentence lends it."""

    head: str
    said: Literal["explicit", "carried"]


class WhenRecord(SpanRecord):
    """The time expression a number holds for, with its TIMEX3 value."""

    value: str


class ChangeRecord(Record):
    """A stated movement; ``multiplier`` is 2 for doubled, 0.5 for halved, ``by`` how far a level moved, in its unit or points."""

    direction: Literal["up", "down"] | None = None
    from_value: float | None = Field(None, alias="from")
    to_value: float | None = Field(None, alias="to")
    multiplier: float | None = None
    by: float | None = None


class QuantityRecord(SpanRecord):
    """A number read: a value, or a range from low to high."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    unit_kind: Literal[
        "count", "currency", "percent", "percentage_point", "physical", "time", "age", "ratio", "index"
    ]
    currency: str | None = None
    per: str | None = None
    counted: CountedRecord | None = None
    of: SpanRecord | None = None
    measured: MeasuredRecord | None = None
    when: WhenRecord | None = None
    modifier: Literal["=", "~", "<", "<=", ">", ">="]
    change: ChangeRecord | None = None
    vague: bool
    rule: str


class IntervalRecord(Record):
    """Days from begin to end, both inclusive; null where it is open or unresolved."""

    begin: dt.date | None
    end: dt.date | None


class TimexRecord(SpanRecord):
    """A time expression with its TIMEX3 value; ``anchor`` is the date it was resolved against."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: str | None = None
    interval: IntervalRecord | None = None
    relation: str | None = None
    anchor: dt.date | None = None
    rule: str


class MentionRecord(SpanRecord):
    """A phrase that names a possible claimant; ``cluster`` joins the mentions of one of them."""

    name: str
    kind: ClaimantKind
    role: str | None = None
    affiliation: str | None = None
    cluster: int


class EntityRecord(SpanRecord):
    """A named entity as the spaCy model labels it."""

    label: str


class ClaimantRecord(Record):
    """The resolved person, organisation, group or document behind a source."""

    name: str
    mention: SpanRecord
    kind: ClaimantKind
    role: str | None = None
    affiliation: str | None = None
    resolved_by: str
    gender: Literal["female", "male", "other"] | None = None
    sure: Confidence = 1.0


class ViaRecord(Record):
    """A reporting source between the claimant and the article."""

    name: str
    kind: Literal["outlet", "document", "person"]
    span: SpanRecord
    cue: SpanRecord


class AttributionRecord(Record):
    """Who is said to hold the content, and in which words the text says so."""

    source: list[SpanRecord]
    cue: list[SpanRecord]
    cue_lemma: str
    cue_class: str
    polarity: Literal["affirmed", "negated"]
    modality: Literal["actual", "hypothetical", "reported"]
    claimant: ClaimantRecord | None
    via: list[ViaRecord]
    scope: Literal["explicit", "carried"]
    rule: str
    confidence: Confidence


CheckType = Literal[
    "measure", "event", "rule", "prediction", "opinion", "question", "order", "promise", "other"
]


class CheckRecord(Record):
    """How much a fact-checker would want a claim; ``reasons`` say why in words, the weightiest first."""

    score: Confidence
    type: CheckType
    reasons: list[str]


class Claim(Record):
    """A checkable unit: an attributed content, or a statistic in the article's own voice.

    ``id`` is stable: a hash of the article's id and the claim's spans. ``text`` joins the pieces of ``content`` with " … ".
    ``standalone`` is ``text`` with what a reader without the article needs, each insertion a space and square brackets behind
    the words it explains: "on July 27 [2023-07-27]". Without its insertions it is ``text``, to the character. ``within`` is the
    id of the claim whose content holds this one.
    """

    id: str
    kind: Literal["direct", "mixed", "indirect", "statistic"]
    text: str
    standalone: str | None = None
    content: list[SpanRecord]
    sentences: SpanRecord
    attribution: AttributionRecord | None
    quantities: list[QuantityRecord]
    timexes: list[TimexRecord]
    entities: list[EntityRecord]
    check: CheckRecord | None = None
    flags: list[str]
    within: str | None = None


class ArticleInfo(Record):
    """The article a record speaks of; ``sha256`` is of its text in UTF-8.

    ``encoding`` is Python's name of the encoding its bytes were in; null when it came as text. ``published_raw`` is the
    publication date as the metadata write it, whether or not a day can be read from it.
    """

    id: str
    path: str | None
    url: str | None
    title: str | None
    published: dt.date | None
    published_from: Literal["metadata", "argument", "head", "date line", "dateline"] | None
    published_raw: str | None = None
    outlet: str | None
    author: str | None
    language: str
    encoding: str | None = None
    sha256: str


class Provenance(Record):
    """What made the record: the same provenance and the same text give the same bytes."""

    version: str
    model: str
    model_version: str
    resources_sha256: str


class ArticleRecord(Record):
    """Everything found in one article."""

    schema_version: Literal["2"] = "2"
    article: ArticleInfo
    claims: list[Claim]
    quantities: list[QuantityRecord]
    timexes: list[TimexRecord]
    mentions: list[MentionRecord]
    extractor: Provenance
    flags: list[str]

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return _html_table(self.claims)

    def claim_records(self) -> list[ClaimRecord]:
        """One self-contained record for each claim, as the claim layout writes them."""
        return [
            ClaimRecord(
                **{name: getattr(claim, name) for name in Claim.model_fields},
                article=self.article,
                extractor=self.extractor,
            )
            for claim in self.claims
        ]


class ClaimRecord(Claim):
    """A claim with its article and provenance: one line of the claim layout."""

    schema_version: Literal["2"] = "2"
    article: ArticleInfo
    extractor: Provenance

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return _html_table([self])


def _html_table(claims: Sequence[Claim]) -> str:
    """Claims as a table, a row each, in the words of the article; everything in it is escaped."""
    head = "".join(f"<th>{name}</th>" for name in ("claimant", "kind", "claim", "numbers", "dates"))
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in _cells(claim))}</tr>" for claim in claims
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cells(claim: Claim) -> tuple[str, ...]:
    said = claim.attribution
    claimant = said.claimant.name if said and said.claimant else "" if said else "(article)"
    numbers = "; ".join(quantity.text for quantity in claim.quantities)
    return (
        claimant,
        claim.kind,
        claim.standalone or claim.text,
        numbers,
        "; ".join(t.text for t in claim.timexes),
    )
