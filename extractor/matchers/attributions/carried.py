"""Carried scope: sentences that continue a reported statement without a cue of their own.

"According to the ministry, 12 ships were stopped. Additionally, three crews were arrested." Only positive signs carry: an
additive connective, or a number and a word in common right after a sentence that was carried so; a contrast or any other source
ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.annotations import Attribution, Span
from extractor.matchers.attributions.decision import Decided
from extractor.matchers.attributions.ranges import Range, count
from extractor.matchers.attributions.view import View
from extractor.resources import Language
from extractor.rules import alternation

_DISCOUNT = 0.6
"""A carried statement is that much less sure than the attribution it continues."""
_SURE = 0.3
"""Confidence from which another attribution in a sentence is a competing source."""
_STEM = 5
"""Letters that words on one topic share: Syria, Syrian."""
_CONTENT_WORDS = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})


class Carrier:
    """Carries attributions with the words of ``lexicons/connectives.toml``."""

    def __init__(self, language: Language) -> None:
        lexicon = language.toml("lexicons/connectives")
        self._additive = re.compile(rf"(?:{alternation(lexicon['additive'])})\b,?\s*", re.IGNORECASE)
        self._contrastive = re.compile(rf"(?:{alternation(lexicon['contrastive'])})\b", re.IGNORECASE)

    def carry(
        self, view: View, decided: Sequence[Decided], made: Sequence[Attribution]
    ) -> Iterator[Attribution]:
        """The carried attributions that follow each "according to" of an article."""
        taken = {view.sentence[d.cue.token] for d in decided if d.confidence >= _SURE}
        for origin, attribution in zip(decided, made, strict=True):
            if origin.cue.cue.form == "preposition" and attribution.claimant and origin.confidence >= _SURE:
                yield from self._following(view, origin, attribution, taken)

    def _following(
        self, view: View, origin: Decided, attribution: Attribution, taken: set[Range]
    ) -> Iterator[Attribution]:
        block_end = view.blocks[view.block_of[origin.cue.token]][1]
        topic = _topic(view, view.sentence[origin.cue.token])
        position, carried = view.sentence[origin.cue.token][1], False
        while position < block_end:
            sentence = view.sentence[position]
            written = view.text_of(sentence)
            additive = self._additive.match(written)
            continues = additive or (carried and _continues(view, sentence, topic))
            if sentence in taken or self._contrastive.match(written) or not continues:
                return
            start = view.token_at(view.offsets[sentence[0]] + (additive.end() if additive else 0))
            content = view.trimmed(((start, sentence[1]),))
            if not content:
                return
            yield _carried(attribution, view.spans(content))
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


def _continues(view: View, sentence: Range, topic: set[str]) -> bool:
    """A number, and a word of the topic at least."""
    numbers = any(view.tags[t] == "CD" for t in range(*sentence))
    return numbers and bool(_topic(view, sentence) & topic) and count(view.quoted_before, (sentence,)) == 0


def _topic(view: View, sentence: Range) -> set[str]:
    return {view.lemmas[t][:_STEM] for t in range(*sentence) if view.pos[t] in _CONTENT_WORDS}
