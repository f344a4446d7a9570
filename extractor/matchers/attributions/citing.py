"""Outlets that hand on what somebody told them: "the Quay Post reported, citing two aides", "KTA quoted Ana Ruiz as saying …".

The outlet is the source that the sentence shows; the claimant is whom it cites, and the outlet stands in between. Only outlets
hand on: when a mayor cites a report, the mayor claims.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from extractor.annotations import Mention
from extractor.language.claimants import ClaimantWords
from extractor.language.connectives import Connectives
from extractor.language.resources import Resources
from extractor.matchers.attributions.candidates import Source
from extractor.matchers.attributions.decision import Decided
from extractor.matchers.attributions.discourse import Discourse
from extractor.matchers.attributions.outlets import Outlet, Outlets

_ASIDES = frozenset({"advcl", "acl", "relcl"})
_SPEAKERS = frozenset({"person", "organisation", "group", "anonymous"})


class HandedOn(NamedTuple):
    """What an outlet hands on.

    Attributes:
        cited: Source of the one it cites.
        outlet: The outlet, or the person who quotes somebody else's words.
        kind: Which of the two.
    """

    cited: Source
    outlet: Outlet
    kind: Literal["outlet", "person"]


class Citing:
    """Finds whom an outlet cites, with the words of ``lexicons/connectives.toml`` and ``lexicons/claimants.toml``."""

    def __init__(self, resources: Resources, outlets: Outlets) -> None:
        claimants = resources.lexicon(ClaimantWords)
        self._outlets = outlets
        self._citing = resources.lexicon(Connectives).citing
        self._able = claimants.generic | claimants.utterances.nouns

    def handed_on(
        self, parsed: Discourse, decided: Decided, mentions: Mapping[int, Mention]
    ) -> HandedOn | None:
        """Whom the outlet that is the source of a cue cites; None for sources that are no outlet or cite nobody."""
        verb, outlet = self._citing_verb(parsed, decided.cue.token), decided.candidate.source.head
        if outlet < 0 or outlet not in parsed.children[verb]:
            return None
        if self._quotes(parsed, decided):  # "Berg quotes the mayor: "…" ", whoever Berg is
            return self._handed(parsed, outlet, _object(parsed, verb), mentions, "person")
        if not self._outlets.hands_on(parsed, verb, outlet):
            return None
        cited = (
            self._quoted(parsed, verb)
            if parsed.lemma[verb] in self._citing
            else self._cited(parsed, verb, outlet)
        )
        return self._handed(parsed, outlet, cited, mentions, "outlet")

    def _citing_verb(self, parsed: Discourse, cue: int) -> int:
        """ "KTA quoted Ana Ruiz as saying …": the verb of the outlet, whichever of the two is the cue."""
        preposition = parsed.head[cue] if parsed.dep[cue] == "pcomp" else cue
        above = parsed.head[preposition]
        quotes = parsed.lower[preposition] == "as" and parsed.lemma[above] in self._citing
        return above if quotes else cue

    def _handed(
        self,
        parsed: Discourse,
        outlet: int,
        cited: int,
        mentions: Mapping[int, Mention],
        kind: Literal["outlet", "person"],
    ) -> HandedOn | None:
        if cited < 0 or not self._may_speak(parsed, cited, mentions):
            return None
        return HandedOn(
            Source("cited", (parsed.subtree(cited),), cited), self._outlets.read(parsed, outlet), kind
        )

    def _quotes(self, parsed: Discourse, decided: Decided) -> bool:
        """Whether somebody in particular quotes another's words, which stand there."""
        verb, source = decided.cue.token, decided.candidate.source.head
        content = decided.candidate.content.tokens
        speech = content and all(parsed.quoted(start) for start, _ in content)
        other = _object(parsed, verb)
        outside = not any(start <= other < end for start, end in content)
        return (
            bool(speech) and parsed.lemma[verb] == "quote" and outside and parsed.entity[source] == "PERSON"
        )

    def _cited(self, parsed: Discourse, verb: int, outlet: int) -> int:
        """ "…, citing two aides" and "the Quay Post, which cited two aides, …"."""
        for token in (*parsed.children[verb], *parsed.children[outlet]):
            if (
                parsed.dep[token] in _ASIDES
                and parsed.lemma[token] in self._citing
                and parsed.tag[token] != "VBN"
            ):
                return _object(parsed, token)
        return -1

    def _quoted(self, parsed: Discourse, verb: int) -> int:
        """ "Quoted Ana Ruiz as saying …"."""
        said = (t for t in parsed.children[verb] if parsed.dep[t] == "prep" and parsed.lower[t] == "as")
        saying = any(parsed.tag[inner] == "VBG" for token in said for inner in parsed.children[token])
        return _object(parsed, verb) if saying else -1

    def _may_speak(self, parsed: Discourse, token: int, mentions: Mapping[int, Mention]) -> bool:
        """Somebody, or a paper that somebody wrote; no "safety concerns"."""
        known = mentions.get(token)
        named = known is not None and known.kind in _SPEAKERS and parsed.pos[token] == "PROPN"
        return named or (parsed.pos[token] == "NOUN" and parsed.lemma[token] in self._able)


def _object(parsed: Discourse, verb: int) -> int:
    return next((token for token in parsed.children[verb] if parsed.dep[token] == "dobj"), -1)
