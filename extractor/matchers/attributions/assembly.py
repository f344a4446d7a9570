"""Decided candidates dressed as attributions: spans, kind, claimant, polarity, modality, via and carried scope."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from extractor.annotations import BOILERPLATE, Annotations, Attribution, Claimant, Kind, Mention
from extractor.language.claimants import ClaimantWords
from extractor.language.resources import Resources
from extractor.matchers.attributions.carried import Carrier
from extractor.matchers.attributions.claimants import ClaimantFinder
from extractor.matchers.attributions.content_borders import amounts_by_border, mended
from extractor.matchers.attributions.decision import Decided, stretch_of, stretches
from extractor.matchers.attributions.discourse import Discourse
from extractor.matchers.attributions.interviews import Interview
from extractor.matchers.attributions.proposals import Proposal
from extractor.matchers.attributions.stance import Stance
from extractor.matchers.attributions.uncued import Uncued, speakers_of
from extractor.matchers.attributions.via import Relay, ViaFinder
from extractor.text.ranges import Range, Ranges, count, without

_SILENT = BOILERPLATE | {"caption"}
"""Blocks in which nobody is quoted: what stands around a story, and what a picture shows."""
_DIRECT = 0.9
"""Share of quoted words from which a content is direct."""


class Assembler:
    """Makes attributions of what was decided."""

    def __init__(self, resources: Resources) -> None:
        self._claimants = ClaimantFinder(resources)
        self._labels = resources.lexicon(ClaimantWords).labels
        self._via = ViaFinder(resources)
        self._carrier = Carrier(resources)
        self._stance = Stance(resources)
        self._uncued = Uncued(self._claimants)

    def assemble(
        self, parsed: Discourse, proposals: Sequence[Proposal], decided: Sequence[Decided], found: Annotations
    ) -> tuple[Attribution, ...]:
        """The attributions of an article in the order of their contents."""
        mentions = {mention.token: mention for mention in found.mentions}
        interview = Interview(parsed, self._labels, mentions)
        relays = self._relays(parsed, proposals, decided, mentions)
        phrases = {relay.phrase for found in relays.values() for relay in found}
        kept = [
            one
            for one in decided
            if one.cue.token not in phrases
            and parsed.block_kinds[parsed.block_of[one.cue.token]] not in _SILENT
            and not self._claimants.is_topic(parsed, one, mentions)
            and not interview.asks(one)
        ]
        amounts = amounts_by_border(parsed, found)
        made = [
            self._attribution(parsed, one, mentions, relays.get(one.cue.token, ()), amounts) for one in kept
        ]
        made = [
            replace(attribution, claimant=attribution.claimant or interview.answerer(one))
            for one, attribution in zip(kept, made, strict=True)
        ]
        near = _near(kept, made)
        speakers = speakers_of(parsed, kept, made)

        def speaking(token: int) -> Claimant | None:
            return self._uncued.who_speaks(parsed, token, speakers, mentions)

        made = [self._in_first_person(parsed, attribution, near, speaking) for attribution in made]
        carried = list(self._carrier.carry(parsed, kept, made))
        made += [*carried, *self._uncued.attribute(parsed, kept, made, mentions)]
        return tuple(sorted(made, key=lambda attribution: (attribution.content, attribution.cue)))

    def _relays(
        self,
        parsed: Discourse,
        proposals: Sequence[Proposal],
        decided: Sequence[Decided],
        mentions: dict[int, Mention],
    ) -> dict[int, tuple[Relay, ...]]:
        """The reporting phrases that only relay another attribution, by the cue of that attribution."""
        relays: dict[int, tuple[Relay, ...]] = {}
        for proposal in proposals:
            if proposal.cue.cue.form == "preposition" and (
                relay := self._via.relayed(parsed, proposal, decided, mentions)
            ):
                relays[relay.relayed] = (*relays.get(relay.relayed, ()), relay)
        return relays

    def _attribution(
        self,
        parsed: Discourse,
        decided: Decided,
        mentions: dict[int, Mention],
        relays: tuple[Relay, ...],
        amounts: Mapping[int, Range],
    ) -> Attribution:
        cue, candidate = decided.cue, decided.candidate
        source = parsed.trimmed(candidate.source.tokens)
        phrases = [relay.tokens for relay in relays]
        content = parsed.trimmed(without(candidate.content.tokens, phrases)) or candidate.content.tokens
        content = parsed.with_marks(mended(parsed, content, amounts, (*source, *cue.tokens)))
        behind, handing_on = self._via.cited(parsed, decided, mentions)
        return Attribution(
            source=parsed.spans(source),
            cue=parsed.spans(cue.tokens),
            content=parsed.spans(content),
            cue_lemma=cue.cue.lemma,
            cue_class=cue.cue.cue_class,
            kind=_kind(parsed, candidate.content.tokens, candidate.words),
            polarity=self._stance.polarity(parsed, decided),
            modality=self._stance.modality(parsed, decided),
            claimant=self._claimants.find(parsed, behind, mentions),
            via=(*self._via.told(parsed, decided), *handing_on, *(relay.via for relay in relays)),
            rule=f"{cue.cue.form}:{candidate.content.frame}",
            confidence=decided.confidence,
        )

    def _in_first_person(
        self,
        parsed: Discourse,
        attribution: Attribution,
        near: Mapping[int, Sequence[Attribution]],
        speaking: Callable[[int], Claimant | None],
    ) -> Attribution:
        """The attribution with the speaker of the quotation that its "I" stands in."""
        if attribution.claimant or not attribution.source:
            return attribution
        inside = attribution.source[0]
        around = near.get(stretch_of(parsed.token_at(inside.start)), ())
        return replace(attribution, claimant=self._claimants.first_person(parsed, inside, around, speaking))


def _near(kept: Sequence[Decided], made: Sequence[Attribution]) -> dict[int, list[Attribution]]:
    """The attributions to somebody by the stretches of text their contents lie in."""
    near: dict[int, list[Attribution]] = {}
    for one, attribution in zip(kept, made, strict=True):
        if attribution.claimant:
            for stretch in stretches(one.candidate.content.tokens):
                near.setdefault(stretch, []).append(attribution)
    return near


def _kind(parsed: Discourse, content: Ranges, words: int) -> Kind:
    quoted = count(parsed.quoted_before, content)
    if quoted >= _DIRECT * words:
        return "direct"
    return "mixed" if quoted else "indirect"
