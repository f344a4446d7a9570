"""Attributions scored as in the PolNeAR literature: contents matched by word overlap, then their sources.

Explicit attributions are scored among themselves; those carried over from an earlier sentence apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.evaluate.gold import GoldAttribution, Stretch
from extractor.evaluate.measures import (
    SAME,
    Measure,
    Pairs,
    Score,
    Share,
    WordIndex,
    Words,
    jaccard,
    same_words,
)
from extractor.records import ArticleRecord, AttributionRecord, Claim, SpanRecord

KINDS = ("direct", "mixed", "indirect")

_DIRECT = 0.9
"""An attribution is direct when this share of its content's words is quoted, indirect when none is."""

_DOUBLE_MARK = re.compile(r"[“”„\"]|``|''")
_SINGLE_QUOTED = re.compile(r"(?<!\w)‘([^‘\n]{2,300}?)’(?!\w)")
_DETERMINER = re.compile(r"^(?:the|an?|his|her|its|their) ")


@dataclass(frozen=True, slots=True)
class _Side:
    """An attribution of gold or of the record, as words."""

    content: Words
    source: Words
    cue: Words
    kind: str
    claimant: str | None
    via: tuple[str, ...]


def score_attributions(
    text: str, gold: Sequence[GoldAttribution], record: ArticleRecord
) -> dict[str, Measure]:
    """The measures of one article, by name."""
    reader = _Reader(text)
    found = [(claim, claim.attribution) for claim in record.claims if claim.attribution]
    explicit = [attribution for attribution in gold if not attribution.carried]
    ours = [reader.gold(attribution) for attribution in explicit]
    theirs = [reader.found(claim, a) for claim, a in found if a.scope == "explicit"]
    pairs = same_words([side.content for side in ours], [side.content for side in theirs])
    return {
        **_contents(ours, theirs, pairs),
        "cue": _cues([side.cue for side in ours if side.cue], [side.cue for side in theirs if side.cue]),
        **_claimants(explicit, ours, theirs, pairs),
        **_carried(
            [reader.gold(attribution) for attribution in gold if attribution.carried],
            [reader.found(claim, a) for claim, a in found if a.scope == "carried"],
        ),
    }


def quoted_regions(text: str) -> list[Stretch]:
    """What stands between quotation marks; an unclosed quotation runs to the end of its paragraph."""
    regions: list[Stretch] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        opened: int | None = None
        for mark in _DOUBLE_MARK.finditer(text, *paragraph.span()):
            if opened is None and mark[0] not in ("”", "''"):
                opened = mark.end()
            elif opened is not None and mark[0] not in ("“", "„", "``"):
                regions.append((opened, mark.start()))
                opened = None
        if opened is not None:
            regions.append((opened, paragraph.end()))
        regions += [quotation.span(1) for quotation in _SINGLE_QUOTED.finditer(text, *paragraph.span())]
    return regions


def same_name(one: str, other: str) -> bool:
    """Whether two names differ at most in case, white space, determiner and possessive ending."""
    return _name(one) == _name(other)


def _name(written: str) -> str:
    name = " ".join(written.casefold().split()).replace("’", "'").strip(" .,;:'\"")
    return _DETERMINER.sub("", name.removesuffix("'s"))


def _contents(ours: Sequence[_Side], theirs: Sequence[_Side], pairs: Pairs) -> dict[str, Measure]:
    right = [(i, j) for i, j in pairs if _same_source(ours[i].source, theirs[j].source)]
    measures: dict[str, Measure] = {
        "content": _plain(pairs, ours, theirs),
        "joint": _plain(right, ours, theirs),
    }
    for kind in KINDS:
        measures[f"joint, {kind}"] = Score(
            correct=sum(theirs[j].kind == kind for _, j in right),
            found=sum(side.kind == kind for side in theirs),
            recalled=sum(ours[i].kind == kind for i, _ in right),
            gold=sum(side.kind == kind for side in ours),
        )
    return measures


def _claimants(
    gold: Sequence[GoldAttribution],
    ours: Sequence[_Side],
    theirs: Sequence[_Side],
    pairs: Pairs,
) -> dict[str, Measure]:
    """Claimants of the matched attributions; empty when the corpus does not resolve them."""
    if not any(attribution.resolved for attribution in gold):
        return {}
    shares: dict[str, Share] = {"claimant": Share()}
    for i, j in pairs:
        named = ours[i].claimant
        if named is None:
            continue
        share = _named_right(named, theirs[j].claimant)
        for measure in ("claimant", f"claimant, by {gold[i].resolved_by}"):
            shares[measure] = shares.get(measure, Share()) + share
    return {**shares, "via": _via(ours, theirs, pairs)}


def _named_right(gold: str, found: str | None) -> Share:
    return Share(right=int(found is not None and same_name(gold, found)), of=1, silent=int(found is None))


def _via(ours: Sequence[_Side], theirs: Sequence[_Side], pairs: Pairs) -> Score:
    right = sum(any(same_name(name, via) for via in theirs[j].via) for i, j in pairs for name in ours[i].via)
    return Score(right, sum(len(side.via) for side in theirs), right, sum(len(side.via) for side in ours))


def _carried(gold: Sequence[_Side], found: Sequence[_Side]) -> dict[str, Measure]:
    """Contents of carried attributions; empty when gold has none, since most corpora do not mark them."""
    pairs = same_words([side.content for side in gold], [side.content for side in found])
    return {"carried": _plain(pairs, gold, found)} if gold else {}


def _cues(gold: Sequence[Words], found: Sequence[Words]) -> Score:
    """Cues, those among them that are only signs; an attribution may have none."""
    pairs = same_words(gold, found)
    return Score(correct=len(pairs), found=len(found), recalled=len(pairs), gold=len(gold))


def _plain(pairs: Pairs, gold: Sequence[_Side], found: Sequence[_Side]) -> Score:
    return Score(correct=len(pairs), found=len(found), recalled=len(pairs), gold=len(gold))


def _same_source(gold: Words, found: Words) -> bool:
    return not gold and not found if not gold or not found else jaccard(gold, found) >= SAME


class _Reader:
    """Turns the attributions of one article, gold or found, into words."""

    def __init__(self, text: str) -> None:
        self._words = WordIndex(text)
        self._quoted = self._words.of(quoted_regions(text))

    def gold(self, attribution: GoldAttribution) -> _Side:
        return self._side(
            attribution.content, attribution.source, attribution.cue, attribution.claimant, attribution.via
        )

    def found(self, claim: Claim, attribution: AttributionRecord) -> _Side:
        claimant = attribution.claimant
        return self._side(
            _stretches(claim.content),
            _stretches(attribution.source),
            _stretches(attribution.cue),
            claimant.name if claimant else None,
            tuple(via.name for via in attribution.via),
        )

    def _side(
        self,
        content: Iterable[Stretch],
        source: Iterable[Stretch],
        cue: Iterable[Stretch],
        claimant: str | None,
        via: tuple[str, ...],
    ) -> _Side:
        words, cues = self._words.of(content), list(cue)
        cue_words = self._words.of(cues) or self._words.signs_of(cues)
        return _Side(words, self._words.of(source), cue_words, self._kind(words), claimant, via)

    def _kind(self, content: Words) -> str:
        quoted = len(content & self._quoted) / len(content) if content else 0
        return "direct" if quoted >= _DIRECT else "mixed" if quoted else "indirect"


def _stretches(spans: Iterable[SpanRecord]) -> list[Stretch]:
    return [(span.start, span.end) for span in spans]
