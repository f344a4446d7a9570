"""Records → view data: what the page shows, as plain values that JSON can hold.

Offsets count code points here and UTF-16 units in a browser, so the page gets texts already cut into stretches and never slices
by an offset. Readings are put into words here too; the page only arranges them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.present.claims import pieces_in_words
from extractor.present.dates import date_in_words
from extractor.present.marks import marks_of, stretches
from extractor.present.numbers import number_in_words, unit_in_words
from extractor.records import (
    ArticleRecord,
    AttributionRecord,
    Claim,
    ClaimRecord,
    Provenance,
    QuantityRecord,
    TimexRecord,
)
from extractor.report.gathering import Gathered, extent, gather

View = dict[str, Any]

_WEB_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\x7f]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Desk:
    """What a desk knows beyond the articles.

    Attributes:
        groups: Claims that say the same, as `extractor.desk.grouping` tells them.
        speech: Classes of cues that report speech.
        reviewer: Who drafts reviews on the page.
    """

    groups: Sequence[Mapping[str, Any]] = ()
    speech: frozenset[str] = frozenset()
    reviewer: str | None = None


NO_DESK = Desk()


def view_of(
    records: Iterable[ArticleRecord | ClaimRecord],
    texts: Mapping[str, str],
    title: str | None = None,
    desk: Desk = NO_DESK,
) -> View:
    """What the page shows.

    Args:
        records: Of either layout, in any mixture; the claims of an article are shown together, each once.
        texts: Article texts by the SHA-256 of their records. An article without one shows the sentences of its claims.
        title: The page's heading; by default the article's title, or how many articles there are.
        desk: What is known beyond the articles.
    """
    made_by: dict[str, None] = {}
    articles: list[View] = []
    claims: list[View] = []
    for each in gather(records):
        made_by.update(dict.fromkeys(map(_made_by, each.made_by)))
        articles.append(_article_view(each, len(claims), texts.get(each.article.sha256)))
        claims.extend(_claim_view(claim, len(articles) - 1, n) for n, claim in enumerate(each.claims, 1))
    groups = list(_groups(claims, articles, desk.groups))
    for number, group in enumerate(groups):
        for member in group["members"]:
            claims[member]["group"] = number
    return {
        "title": title or _heading(articles),
        "madeBy": list(made_by),
        "articles": articles,
        "claims": claims,
        "groups": groups,
        "speech": sorted(desk.speech),
        "reviewer": desk.reviewer or "",
        "key": hashlib.sha256("\n".join(claim["id"] for claim in claims).encode()).hexdigest()[:16],
    }


def _groups(
    claims: Sequence[View], articles: Sequence[View], groups: Iterable[Mapping[str, Any]]
) -> Iterator[View]:
    """The groups of at least two claims of the page, with the indices of these."""
    places = {claim["id"]: index for index, claim in enumerate(claims)}
    for group in groups:
        members = [places[member["claim"]] for member in group["members"] if member["claim"] in places]
        if len(members) > 1:
            held = {claims[member]["article"] for member in members}
            outlets = dict.fromkeys(articles[claims[member]["article"]].get("outlet") for member in members)
            yield {
                "kind": group["kind"],
                "articles": len(held),
                "outlets": [outlet for outlet in outlets if outlet],
                "members": members,
            }


def _made_by(made: Provenance) -> str:
    return f"extractor {made.version} with {made.model} {made.model_version}"


def _heading(articles: list[View]) -> str:
    return str(articles[0]["title"]) if len(articles) == 1 else f"Claims of {len(articles):,} articles"


def _article_view(each: Gathered, first: int, text: str | None) -> View:
    article = each.article
    marks = list(marks_of(each.claims, each.numbers, each.dates, first))
    passages = [(0, text)] if text is not None else each.sentences()
    return _filled(
        id=article.id,
        title=article.title or _file_name(article.path or article.id),
        outlet=article.outlet,
        author=article.author,
        published=article.published and article.published.isoformat(),
        url=article.url,
        link=article.url if article.url and _WEB_ADDRESS.fullmatch(article.url) else None,
        path=article.path,
        whole=text is not None,
        passages=[stretches(passage, marks, start) for start, passage in passages],
    )


def _file_name(path: str) -> str:
    return re.split(r"[/\\]", path)[-1] or path


def _claim_view(claim: Claim, article: int, number: int) -> View:
    start, end = extent(claim)
    return _filled(
        id=claim.id,
        article=article,
        number=number,
        kind=claim.kind,
        text=claim.text,
        standalone=claim.standalone if claim.standalone != claim.text else None,
        start=start,
        end=end,
        flags=claim.flags,
        numbers=[_number_view(quantity, claim.timexes) for quantity in claim.quantities],
        dates=[_date_view(timex) for timex in claim.timexes],
        worth=claim.check and claim.check.score,
        type=claim.check and claim.check.type,
        reasons=claim.check and claim.check.reasons,
        within=claim.within,
        **_attribution_view(claim.attribution),
    )


def _attribution_view(attribution: AttributionRecord | None) -> View:
    if attribution is None:
        return {}
    claimant = attribution.claimant
    return _filled(
        who=claimant and claimant.name,
        role=claimant and claimant.role,
        affiliation=claimant and claimant.affiliation,
        whoKind=claimant and claimant.kind,
        resolvedBy=claimant and claimant.resolved_by,
        via=[_filled(name=via.name, kind=via.kind, cue=via.cue.text) for via in attribution.via],
        source=pieces_in_words(attribution.source),
        cue=pieces_in_words(attribution.cue),
        cueClass=attribution.cue_class,
        polarity=attribution.polarity,
        modality=attribution.modality,
        scope=attribution.scope,
        rule=attribution.rule,
        confidence=attribution.confidence,
    )


def _number_view(quantity: QuantityRecord, dates: list[TimexRecord]) -> View:
    return _filled(
        text=quantity.text,
        reading=number_in_words(quantity, dates),
        unit=unit_in_words(quantity),
        counts=quantity.unit is None or None,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        rule=quantity.rule,
    )


def _date_view(timex: TimexRecord) -> View:
    begin, end = (timex.interval.begin, timex.interval.end) if timex.interval else (None, None)
    return _filled(
        text=timex.text,
        reading=date_in_words(timex),
        value=timex.value,
        begin=begin and begin.isoformat(),
        end=end and end.isoformat(),
        relation=timex.relation,
        anchor=timex.anchor and timex.anchor.isoformat(),
        rule=timex.rule,
    )


def _filled(**fields: Any) -> View:
    """The fields that say something; the page takes a missing one as empty."""
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [])}
