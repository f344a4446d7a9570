"""Annotations → records: each value of the matchers as the JSON contract writes it."""

from __future__ import annotations

from typing import TypedDict

from extractor import records
from extractor.annotations import (
    Attribution,
    Change,
    Claimant,
    Measured,
    Mention,
    Quantity,
    Span,
    Timex,
    Via,
    When,
)


class _Place(TypedDict):
    start: int
    end: int
    text: str


def span(text: str, found: Span) -> records.SpanRecord:
    """A span with its surface."""
    return records.SpanRecord(start=found.start, end=found.end, text=text[found.start : found.end])


def entity(text: str, start: int, end: int, label: str) -> records.EntityRecord:
    """A named entity with the model's label."""
    return records.EntityRecord(start=start, end=end, text=text[start:end], label=label)


def quantity(text: str, found: Quantity) -> records.QuantityRecord:
    """A quantity; a change from 5.9 to 5.4 is written under ``from`` and ``to``."""
    counted = found.counted
    return records.QuantityRecord(
        **_place(text, found.span),
        value=found.value,
        low=found.low,
        high=found.high,
        unit=found.unit,
        unit_kind=found.unit_kind,
        currency=found.currency,
        per=found.per,
        counted=records.CountedRecord(**_place(text, counted.span), head=counted.head) if counted else None,
        of=span(text, found.of) if found.of else None,
        measured=_measured(found.measured),
        when=_when(text, found.when),
        modifier=found.modifier,
        change=_change(found.change),
        vague=found.vague,
        rule=found.rule,
    )


def timex(text: str, found: Timex) -> records.TimexRecord:
    """A time expression; no interval when both of its ends are unknown."""
    known = found.begin or found.end
    return records.TimexRecord(
        **_place(text, found.span),
        type=found.type,
        value=found.value,
        mod=found.mod,
        interval=records.IntervalRecord(begin=found.begin, end=found.end) if known else None,
        relation=found.relation,
        anchor=found.anchor,
        rule=found.rule,
    )


def mention(text: str, found: Mention) -> records.MentionRecord:
    """A mention with the number of its cluster."""
    return records.MentionRecord(
        **_place(text, found.span),
        name=found.name,
        kind=found.kind,
        role=found.role,
        affiliation=found.affiliation,
        cluster=found.cluster,
    )


def attribution(text: str, found: Attribution) -> records.AttributionRecord:
    """An attribution without its content, which the claim holds."""
    return records.AttributionRecord(
        source=[span(text, piece) for piece in found.source],
        cue=[span(text, piece) for piece in found.cue],
        cue_lemma=found.cue_lemma,
        cue_class=found.cue_class,
        polarity=found.polarity,
        modality=found.modality,
        claimant=_claimant(text, found.claimant) if found.claimant else None,
        via=[_via(text, via) for via in found.via],
        scope=found.scope,
        rule=found.rule,
        confidence=round(found.confidence, 3),
    )


def _claimant(text: str, found: Claimant) -> records.ClaimantRecord:
    return records.ClaimantRecord(
        name=found.name,
        mention=span(text, found.mention),
        kind=found.kind,
        role=found.role,
        affiliation=found.affiliation,
        resolved_by=found.resolved_by,
        gender=found.gender,
        sure=round(found.sure, 2),
    )


def _via(text: str, found: Via) -> records.ViaRecord:
    return records.ViaRecord(
        name=found.name, kind=found.kind, span=span(text, found.span), cue=span(text, found.cue)
    )


def _measured(found: Measured | None) -> records.MeasuredRecord | None:
    if found is None:
        return None
    start, end = found.span.start, found.span.end
    return records.MeasuredRecord(start=start, end=end, text=found.text, head=found.head, said=found.said)


def _when(text: str, found: When | None) -> records.WhenRecord | None:
    return records.WhenRecord(**_place(text, found.span), value=found.value) if found else None


def _change(found: Change | None) -> records.ChangeRecord | None:
    if found is None:
        return None
    return records.ChangeRecord(
        direction=found.direction,
        **{"from": found.from_value, "to": found.to_value},
        multiplier=found.multiplier,
        by=found.by,
    )


def _place(text: str, found: Span) -> _Place:
    return {"start": found.start, "end": found.end, "text": text[found.start : found.end]}
