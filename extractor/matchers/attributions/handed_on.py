"""Outlets that hand on what somebody told them: "the Quay Post reported, citing two aides", "KTA quoted Ana Ruiz as saying …".

The outlet is the source that the sentence shows; the claimant is whom it cites, and the outlet stands in between. Only outlets
hand on: when a mayor cites a report, the mayor claims.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from extractor.annotations import Mention
from extractor.matchers.attributions.candidates import Source
from extractor.matchers.attributions.decision import Decided
from extractor.matchers.attributions.outlets import Outlet, Outlets
from extractor.matchers.attributions.view import View
from extractor.resources import Language

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

    def __init__(self, language: Language, outlets: Outlets) -> None:
        connectives, claimants = language.toml("lexicons/connectives"), language.toml("lexicons/claimants")
        self._outlets = outlets
        self._citing = frozenset(connectives["citing"])
        self._able = frozenset(
            noun
            for kind in ("roles", "groups", "collectives", "documents", "utterances")
            for noun in claimants[kind]["nouns"]
        )

    def handed_on(self, view: View, decided: Decided, mentions: Mapping[int, Mention]) -> HandedOn | None:
        """Whom the outlet that is the source of a cue cites; None for sources that are no outlet or cite nobody."""
        verb, outlet = self._citing_verb(view, decided.cue.token), decided.candidate.source.head
        if outlet < 0 or outlet not in view.children[verb]:
            return None
        if self._quotes(view, decided):  # "Berg quotes the mayor: "…" ", whoever Berg is
            return self._handed(view, outlet, _object(view, verb), mentions, "person")
        if not self._outlets.hands_on(view, verb, outlet):
            return None
        cited = (
            self._quoted(view, verb) if view.lemmas[verb] in self._citing else self._cited(view, verb, outlet)
        )
        return self._handed(view, outlet, cited, mentions, "outlet")

    def _citing_verb(self, view: View, cue: int) -> int:
        """ "KTA quoted Ana Ruiz as saying …": the verb of the outlet, whichever of the two is the cue."""
        preposition = view.heads[cue] if view.deps[cue] == "pcomp" else cue
        above = view.heads[preposition]
        quotes = view.lower[preposition] == "as" and view.lemmas[above] in self._citing
        return above if quotes else cue

    def _handed(
        self,
        view: View,
        outlet: int,
        cited: int,
        mentions: Mapping[int, Mention],
        kind: Literal["outlet", "person"],
    ) -> HandedOn | None:
        if cited < 0 or not self._may_speak(view, cited, mentions):
            return None
        return HandedOn(
            Source("cited", (view.subtree(cited),), cited), self._outlets.read(view, outlet), kind
        )

    def _quotes(self, view: View, decided: Decided) -> bool:
        """Whether somebody in particular quotes another's words, which stand there."""
        verb, source = decided.cue.token, decided.candidate.source.head
        content = decided.candidate.content.tokens
        speech = content and all(view.quoted(start) for start, _ in content)
        other = _object(view, verb)
        outside = not any(start <= other < end for start, end in content)
        return bool(speech) and view.lemmas[verb] == "quote" and outside and view.entity[source] == "PERSON"

    def _cited(self, view: View, verb: int, outlet: int) -> int:
        """ "…, citing two aides" and "the Quay Post, which cited two aides, …"."""
        for token in (*view.children[verb], *view.children[outlet]):
            if (
                view.deps[token] in _ASIDES
                and view.lemmas[token] in self._citing
                and view.tags[token] != "VBN"
            ):
                return _object(view, token)
        return -1

    def _quoted(self, view: View, verb: int) -> int:
        """ "Quoted Ana Ruiz as saying …"."""
        said = (t for t in view.children[verb] if view.deps[t] == "prep" and view.lower[t] == "as")
        saying = any(view.tags[inner] == "VBG" for token in said for inner in view.children[token])
        return _object(view, verb) if saying else -1

    def _may_speak(self, view: View, token: int, mentions: Mapping[int, Mention]) -> bool:
        """Somebody, or a paper that somebody wrote; no "safety concerns"."""
        known = mentions.get(token)
        named = known is not None and known.kind in _SPEAKERS and view.pos[token] == "PROPN"
        return named or (view.pos[token] == "NOUN" and view.lemmas[token] in self._able)


def _object(view: View, verb: int) -> int:
    return next((token for token in view.children[verb] if view.deps[token] == "dobj"), -1)
