"""Quotations without a cue of their own: they belong to whoever speaks where they stand, marked as carried.

A paragraph of speech after `"…," Garneau said.`, or between sentences about one person: `Tom Rudd is angry. "Nobody asked us."`
Whoever is spoken to in it does not say it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from extractor.annotations import Attribution, Claimant, Mention
from extractor.matchers.attributions.candidates import Source
from extractor.matchers.attributions.claimants import ClaimantFinder
from extractor.matchers.attributions.decision import Decided
from extractor.matchers.attributions.discourse import Discourse
from extractor.text.ranges import Ranges, shared, union

_SURE = 0.35
"""Confidence from which an attribution takes the words of its content."""
_TAKEN = 0.5
"""Share of a quotation's words that somebody else's content must hold to take it."""
_NEAR = 120
"""Tokens from whoever spoke last to a quotation that still is taken for theirs."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FOLLOWS, _TURN, _PERSON, _OPEN = 0.6, 0.5, 0.45, 0.4
"""How sure the speaker is: who spoke right before, a little earlier, whom the sentence before is about, nobody."""


class Speaker(NamedTuple):
    """Somebody whom a cue lets speak, and how sure that is."""

    token: int
    claimant: Claimant | None
    confidence: float


class Uncued:
    """Finds who says the quotations that no cue attributes."""

    def __init__(self, claimants: ClaimantFinder) -> None:
        self._claimants = claimants

    def attribute(
        self,
        parsed: Discourse,
        decided: Sequence[Decided],
        made: Sequence[Attribution],
        mentions: Mapping[int, Mention],
    ) -> Iterator[Attribution]:
        """The carried attributions of quotations that stand alone and that no content holds."""
        taken = union(
            piece for one in decided if one.confidence >= _SURE for piece in one.candidate.content.tokens
        )
        speakers = speakers_of(parsed, decided, made)
        for number in range(len(parsed.quotes)):
            if _stands_alone(parsed, number, taken):
                yield self._attribution(parsed, number, speakers, mentions)

    def who_speaks(
        self,
        parsed: Discourse,
        token: int,
        speakers: Sequence[Speaker],
        mentions: Mapping[int, Mention],
    ) -> Claimant | None:
        """Who says the quotation that a token stands in, where no content holds it."""
        number = parsed.speech_of[token]
        if number < 0 or not parsed.in_story[token]:
            return None
        return self._speaker(parsed, number, speakers, mentions)[0]

    def _attribution(
        self,
        parsed: Discourse,
        number: int,
        speakers: Sequence[Speaker],
        mentions: Mapping[int, Mention],
    ) -> Attribution:
        claimant, confidence = self._speaker(parsed, number, speakers, mentions)
        return Attribution(
            source=(),
            cue=(),
            content=parsed.spans((parsed.quotes[number],)),
            cue_lemma="",
            cue_class="say",
            kind="direct",
            claimant=claimant,
            scope="carried",
            rule="uncued",
            confidence=confidence,
        )

    def _speaker(
        self,
        parsed: Discourse,
        number: int,
        speakers: Sequence[Speaker],
        mentions: Mapping[int, Mention],
    ) -> tuple[Claimant | None, float]:
        start = parsed.quotes[number][0]
        claimant: Claimant | None
        before = bisect_left(speakers, start, key=_token) - 1
        last = speakers[before] if before >= 0 and speakers[before].token > start - _NEAR else None
        about = self._subject_before(parsed, start, mentions)
        if about and (last is None or last.token < parsed.sentence[start - 1][0]):
            claimant, confidence = about, _PERSON
        elif last:
            follows = not parsed.unquoted(parsed.sentence[last.token][1], start)
            claimant, confidence = last.claimant, last.confidence * (_FOLLOWS if follows else _TURN)
        else:
            return None, _OPEN
        if claimant is None or _is_addressed(parsed, number, claimant):
            return None, _OPEN
        return claimant, max(_OPEN, round(confidence, 4))

    def _subject_before(
        self, parsed: Discourse, start: int, mentions: Mapping[int, Mention]
    ) -> Claimant | None:
        """The person whom the sentence before a quotation is about."""
        if start == 0:
            return None
        low, high = parsed.sentence[start - 1]
        for token in range(low, high):
            known = mentions.get(token)
            if (
                parsed.dep[token] in _SUBJECTS
                and known
                and known.kind == "person"
                and not parsed.quoted(token)
            ):
                return self._claimants.find(parsed, Source("turn", (parsed.subtree(token),), token), mentions)
        return None


def speakers_of(parsed: Discourse, decided: Sequence[Decided], made: Sequence[Attribution]) -> list[Speaker]:
    """Whom the article lets speak in its own words, in order."""
    found = [
        Speaker(one.cue.token, attribution.claimant, one.confidence)
        for one, attribution in zip(decided, made, strict=True)
        if attribution.claimant and not one.inside and not parsed.quoted(one.cue.token)
    ]
    return sorted(found, key=_token)


def _token(speaker: Speaker) -> int:
    return speaker.token


def _stands_alone(parsed: Discourse, number: int, taken: Ranges) -> bool:
    """Whether a quotation is speech in sentences of its own outside headlines, and nobody's content holds it."""
    quote = parsed.quotes[number]
    words = parsed.words_before[quote[1]] - parsed.words_before[quote[0]]
    if not parsed.speech[number] or not parsed.stands_alone(number) or not parsed.in_story[quote[0]]:
        return False
    return shared(parsed.words_before, taken, (quote,)) < _TAKEN * words


def _is_addressed(parsed: Discourse, number: int, claimant: Claimant) -> bool:
    """Whether the quotation calls the claimant by name, between commas: "So I did, Beth."""
    names = {word.lower() for word in claimant.name.split()}
    start, end = parsed.quotes[number]
    return any(
        parsed.lower[token] in names and parsed.lower[token - 1] == "," for token in range(start + 1, end)
    )
