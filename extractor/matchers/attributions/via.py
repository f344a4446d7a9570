"""Via: the reporting source between a claimant and the article ("told Reuters", "as per a report from TASS")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from extractor.annotations import Mention, Via
from extractor.matchers.attributions.candidates import Candidate, Source
from extractor.matchers.attributions.decision import Decided
from extractor.matchers.attributions.proposals import Proposal
from extractor.matchers.attributions.ranges import Range, count, holds, union, without
from extractor.matchers.attributions.view import View
from extractor.resources import Language

_OUTLETS = frozenset({"ORG", "PRODUCT", "WORK_OF_ART"})
_HEARERS = frozenset({"dobj", "dative"})
_LEADING_TO = frozenset({"with", "to", "by", "from", "for"})
_OUTSIDE = 2
"""Words a reporting phrase's sentence may hold beside the inner attribution ("However, …") and still only relay it."""


class Relay(NamedTuple):
    """A reporting phrase that passes another attribution on.

    Attributes:
        phrase: Token of the phrase's cue.
        relayed: Token of the cue of the attribution it passes on.
        tokens: The whole phrase, which is no part of the content.
        via: The outlet or document it names.
    """

    phrase: int
    relayed: int
    tokens: Range
    via: Via


class ViaFinder:
    """Finds outlets and documents with the words of ``lexicons/connectives.toml``."""

    def __init__(self, language: Language) -> None:
        lexicon = language.toml("lexicons/connectives")
        self._telling = frozenset(lexicon["telling"])
        self._occasions = frozenset(lexicon["occasions"])
        self._audiences = frozenset(lexicon["audiences"])

    def told(self, view: View, decided: Decided) -> tuple[Via, ...]:
        """The outlet a claimant spoke to: "told Reuters", "said in an interview with Le Monde"."""
        found = []
        for outlet in self._outlets(view, decided.cue.token):
            tokens = view.subtree(outlet)
            named = next(t for t in range(*tokens) if view.deps[t] != "det")
            found.append(
                Via(
                    view.text_of((named, tokens[1])), "outlet", view.spans((tokens,))[0], decided.cue.cue.span
                )
            )
        return tuple(found)

    def relayed(
        self, view: View, phrase: Proposal, decided: Sequence[Decided], mentions: Mapping[int, Mention]
    ) -> Relay | None:
        """What a reporting phrase relays: "She said …, as per a report from TASS" is her statement, by way of TASS."""
        for candidate in phrase.candidates:
            for other in decided:
                if other.cue.token != phrase.cue.token and _only_relays(view, candidate, other):
                    via = self._via(view, phrase, candidate.source, mentions)
                    tokens = union([*phrase.cue.tokens, *candidate.source.tokens])
                    span = tokens[0][0], tokens[-1][1]
                    return Relay(phrase.cue.token, other.cue.token, span, via) if via else None
        return None

    def _via(
        self, view: View, phrase: Proposal, source: Source, mentions: Mapping[int, Mention]
    ) -> Via | None:
        """The outlet or document of a reporting phrase; None when its source is a person or a body that speaks for itself."""
        outlet = next((t for t in range(*view.subtree(source.head)) if view.entity[t] in _OUTLETS), None)
        named = mentions.get(source.head if outlet is None else outlet)
        if outlet is None and (named is None or named.kind != "document"):
            return None
        tokens = view.trimmed(source.tokens)
        name = named.name if named else view.text_of(tokens[0])
        kind: Literal["outlet", "document"] = "document" if outlet is None else "outlet"
        return Via(name, kind, view.spans(tokens)[0], phrase.cue.cue.span)

    def _outlets(self, view: View, verb: int) -> Iterator[int]:
        for child in view.children[verb]:
            if (
                view.deps[child] in _HEARERS
                and view.lemmas[verb] in self._telling
                and self._is_outlet(view, child)
            ):
                yield child
            elif view.deps[child] == "prep":
                for occasion in view.children[child]:
                    if view.lemmas[occasion] in self._occasions:
                        yield from self._through(view, occasion)

    def _is_outlet(self, view: View, token: int) -> bool:
        """A name that is no person's or place's; recognisers know few local papers, so an unlabelled name will do."""
        named = view.entity[token] in _OUTLETS or (view.pos[token] == "PROPN" and not view.entity[token])
        return named and view.lower[token] not in self._audiences

    def _through(self, view: View, occasion: int) -> Iterator[int]:
        for child in view.children[occasion]:
            if view.deps[child] == "prep" and view.lower[child] in _LEADING_TO:
                yield from (t for t in view.children[child] if self._is_outlet(view, t))


def _only_relays(view: View, candidate: Candidate, other: Decided) -> bool:
    """Whether a phrase's content is just another attribution, give or take a linking word."""
    outer, inner = candidate.content.tokens, other.candidate
    if not holds(outer, other.cue.token):
        return False
    rest = without(outer, [*inner.content.tokens, *inner.source.tokens, *other.cue.tokens])
    return count(view.words_before, rest) <= _OUTSIDE
