"""What `extractor explain` tells, in a form that JSON can hold."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from extractor.records import Record, SpanRecord

Verdict = Literal["claim", "below threshold", "no room", "set aside", "unlikely", "given up"]


class Reason(Record):
    """A feature that was weighed, by its name among the weights and in words; a weight below zero speaks against."""

    name: str
    words: str
    weight: float


class Option(Record):
    """A content and a source that the rules propose for a cue, for all candidates that say nearly the same.

    ``probability`` is that of all of them together, before calibration; ``reasons`` are of the likeliest, the weightiest first.
    """

    rule: str
    rule_in_words: str
    source_in_words: str
    content: list[SpanRecord]
    source: list[SpanRecord]
    probability: float
    reasons: list[Reason]


class CueExplanation(Record):
    """What was decided about a cue.

    ``claims`` are the numbers, from 1, of the article's claims that it reports. ``confidence`` is the calibrated one.
    ``nothing`` is the probability that it reports nothing. ``options`` are ordered by probability, the runner-up second.
    """

    cue: list[SpanRecord]
    lemma: str
    verdict: Verdict
    verdict_in_words: str
    claims: list[int]
    confidence: float | None
    nothing: float
    options: list[Option]


class RuleUse(SpanRecord):
    """A number or date, and the rule that read it."""

    rule: str
    rule_in_words: str
    reading: str


class Explanation(Record):
    """Cues, numbers and dates of an article, or of one of its claims when one was asked for; all in text order."""

    article_id: str = Field(alias="article")
    claim: int | None
    cues: list[CueExplanation]
    numbers: list[RuleUse]
    dates: list[RuleUse]
