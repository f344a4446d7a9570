"""Carried scope: sentences that continue a reported statement without a cue of their own.

"According to the ministry, 12 ships were stopped. Additionally, three crews were arrested." Only positive signs carry: an
additive connective behind "according to"; the next figure of a series behind any figure that somebody gives ("A poll by Holm
found that 40 % want a vote. Of those, 12 % …"); a number and a word in common right after a sentence that was carried so. A
contrast or any other source ends it. Of 377 articles of news, where people marked 42 sentences so, figures of a series were right
five times of six; modal verbs ("would let", six of 24) and numbers in both sentences (seven of 126) alone carry nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.annotations import Attribution, Span
from extractor.language.connectives import Connectives
from extractor.language.resources import Resources
from extractor.language.rules import alternation
from extractor.matchers.attributions.decision import Decided
from extractor.matchers.attributions.discourse import Discourse
from extractor.text.ranges import Range, Ranges, count, shared, union

_DISCOUNT = 0.6
"""A carried statement is that much less sure than the attribution it continues."""
_SURE = 0.3
"""Confidence from which another attribution in a sentence is a competing source."""
_STEM = 5
"""Letters that words on one topic share: Syria, Syrian."""
_CONTENT_WORDS = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})


class Carrier:
    """Carries attributions with the words of ``lexicons/connectives.toml``."""

    def __init__(self, resources: Resources) -> None:
        lexicon = resources.lexicon(Connectives)
        self._additive = re.compile(rf"(?:{alternation(lexicon.additive)})\b,?\s*", re.IGNORECASE)
        self._series = re.compile(rf"(?:(?:but|and)\s+)?(?:{alternation(lexicon.series)})\b", re.IGNORECASE)
        self._contrastive = re.compile(rf"(?:{alternation(lexicon.contrastive)})\b", re.IGNORECASE)

    def carry(
        self, parsed: Discourse, decided: Sequence[Decided], made: Sequence[Attribution]
    ) -> Iterator[Attribution]:
        """The carried attributions that follow the surest attribution of each sentence to somebody."""
        taken = {parsed.sentence[d.cue.token] for d in decided if d.confidence >= _SURE}
        contents = union(
            piece for d in decided if d.confidence >= _SURE for piece in d.candidate.content.tokens
        )
        origins: dict[Range, tuple[Decided, Attribution]] = {}
        for origin, attribution in zip(decided, made, strict=True):
            sentence = parsed.sentence[origin.cue.token]
            free = not origin.inside and attribution.claimant and origin.confidence >= _SURE
            if free and (sentence not in origins or origins[sentence][0].confidence < origin.confidence):
                origins[sentence] = origin, attribution
        for origin, attribution in origins.values():
            yield from self._following(parsed, origin, attribution, taken, contents)

    def _following(
        self,
        parsed: Discourse,
        origin: Decided,
        attribution: Attribution,
        taken: set[Range],
        contents: Ranges,
    ) -> Iterator[Attribution]:
        block_end = parsed.blocks[parsed.block_of[origin.cue.token]][1]
        first = parsed.sentence[origin.cue.token]
        topic, figures = _topic(parsed, first), _has_figures(parsed, first)
        by_phrase = origin.cue.cue.form == "preposition"
        position, carried = first[1], False
        while position < block_end:
            sentence = parsed.sentence[position]
            written = parsed.text_of(sentence)
            additive = self._additive.match(written) if by_phrase else None
            series = figures and _has_figures(parsed, sentence) and self._series.match(written)
            continues = additive or series or (carried and _continues(parsed, sentence, topic))
            held = shared(parsed.words_before, contents, (sentence,))
            contrast = self._contrastive.match(written) and not series
            if sentence in taken or held or contrast or not continues:
                return
            start = parsed.token_at(parsed.start[sentence[0]] + (additive.end() if additive else 0))
            content = parsed.trimmed(((start, sentence[1]),))
            if not content:
                return
            yield _carried(attribution, parsed.spans(content))
            position, carried = sentence[1], True


def _carried(origin: Attribution, content: tuple[Span, ...]) -> Attribution:
    return Attribution(
        source=(),
        cue=(),
        content=content,
        cue_lemma=origin.cue_lemma,
        cue_class=origin.cue_class,
        kind="indirect",
        claimant=origin.claimant,
        scope="carried",
        rule="carried",
        confidence=round(origin.confidence * _DISCOUNT, 4),
    )


def _continues(parsed: Discourse, sentence: Range, topic: set[str]) -> bool:
    """A number, and a word of the topic at least."""
    unquoted = count(parsed.quoted_before, (sentence,)) == 0
    return _has_figures(parsed, sentence) and bool(_topic(parsed, sentence) & topic) and unquoted


def _has_figures(parsed: Discourse, sentence: Range) -> bool:
    return any(parsed.tag[token] == "CD" for token in range(*sentence))


def _topic(parsed: Discourse, sentence: Range) -> set[str]:
    return {parsed.lemma[t][:_STEM] for t in range(*sentence) if parsed.pos[t] in _CONTENT_WORDS}
