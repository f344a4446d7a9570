"""Carried scope: sentences that continue a reported statement without a cue of their own.

"According to the ministry, 12 ships were stopped. Additionally, three crews were arrested." Only positive signs carry: an
additive connective, or a number and a word in common right after a sentence that was carried so; a contrast or any other source
ends it.
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
from extractor.text.ranges import Range, count

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
        self._contrastive = re.compile(rf"(?:{alternation(lexicon.contrastive)})\b", re.IGNORECASE)

    def carry(
        self, parsed: Discourse, decided: Sequence[Decided], made: Sequence[Attribution]
    ) -> Iterator[Attribution]:
        """The carried attributions that follow each "according to" of an article."""
        taken = {parsed.sentence[d.cue.token] for d in decided if d.confidence >= _SURE}
        for origin, attribution in zip(decided, made, strict=True):
            if origin.cue.cue.form == "preposition" and attribution.claimant and origin.confidence >= _SURE:
                yield from self._following(parsed, origin, attribution, taken)

    def _following(
        self, parsed: Discourse, origin: Decided, attribution: Attribution, taken: set[Range]
    ) -> Iterator[Attribution]:
        block_end = parsed.blocks[parsed.block_of[origin.cue.token]][1]
        topic = _topic(parsed, parsed.sentence[origin.cue.token])
        position, carried = parsed.sentence[origin.cue.token][1], False
        while position < block_end:
            sentence = parsed.sentence[position]
            written = parsed.text_of(sentence)
            additive = self._additive.match(written)
            continues = additive or (carried and _continues(parsed, sentence, topic))
            if sentence in taken or self._contrastive.match(written) or not continues:
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
    numbers = any(parsed.tag[t] == "CD" for t in range(*sentence))
    return (
        numbers and bool(_topic(parsed, sentence) & topic) and count(parsed.quoted_before, (sentence,)) == 0
    )


def _topic(parsed: Discourse, sentence: Range) -> set[str]:
    return {parsed.lemma[t][:_STEM] for t in range(*sentence) if parsed.pos[t] in _CONTENT_WORDS}
