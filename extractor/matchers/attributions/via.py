"""Via: the reporting source between a claimant and the article ("told Reuters", "as per a report from TASS")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from extractor.annotations import Mention, Via
from extractor.language.resources import Resources
from extractor.matchers.attributions.candidates import Source
from extractor.matchers.attributions.citing import Citing
from extractor.matchers.attributions.decision import Decided, only_relays
from extractor.matchers.attributions.discourse import Discourse
from extractor.matchers.attributions.outlets import Outlet, Outlets
from extractor.matchers.attributions.proposals import Proposal
from extractor.text.ranges import Range, union

_OUTLETS = frozenset({"ORG", "PRODUCT", "WORK_OF_ART"})
_SURE = 0.5
"""Confidence from which an attribution is relayed by a phrase that would be surer by itself."""
_NEAREST = 16
"""Attributions on either side of a reporting phrase among which it may relay one: of 10,000 sentences of news none has six."""
_MARKS = str.maketrans("", "", '"“”„')


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
    """Finds the outlets and documents between a claimant and the article."""

    def __init__(self, resources: Resources) -> None:
        self._outlets = Outlets(resources)
        self._citing = Citing(resources, self._outlets)

    def cited(
        self, parsed: Discourse, decided: Decided, mentions: Mapping[int, Mention]
    ) -> tuple[Source, tuple[Via, ...]]:
        """Whose words they are, and the outlet that hands them on: the source itself and none where no outlet cites anybody."""
        handed = self._citing.handed_on(parsed, decided, mentions)
        if handed is None:
            return decided.candidate.source, ()
        return handed.cited, (_via(parsed, handed.outlet, decided, handed.kind),)

    def told(self, parsed: Discourse, decided: Decided) -> tuple[Via, ...]:
        """The outlets a claimant spoke to or is quoted by: "told Reuters", "said in an interview with Le Monde"."""
        found: dict[str, Via] = {}
        for outlet in self._outlets.around(parsed, decided.cue.token):
            if not any(start <= outlet.head < end for start, end in decided.candidate.source.tokens):
                via = _via(parsed, outlet, decided)
                found.setdefault(via.name, via)
        return tuple(found.values())

    def relayed(
        self, parsed: Discourse, phrase: Proposal, decided: Sequence[Decided], mentions: Mapping[int, Mention]
    ) -> Relay | None:
        """What a reporting phrase relays: "She said …, as per a report from TASS" is her statement, by way of TASS."""
        place = bisect_left(decided, phrase.cue.token, key=lambda other: other.cue.token)
        near = decided[max(0, place - _NEAREST) : place + _NEAREST]
        own = next((one for one in near if one.cue.token == phrase.cue.token), None)
        least = (
            min(own.confidence, _SURE) if own else 0.0
        )  # "The market sees a cut, according to the Post" is the Post's
        for candidate in (own.candidate,) if own else phrase.candidates:
            for other in near:
                if other.confidence < least or other.cue.token == phrase.cue.token:
                    continue
                if only_relays(parsed, candidate, other):
                    via = self._via(parsed, phrase, candidate.source, mentions)
                    tokens = union([*phrase.cue.tokens, *candidate.source.tokens])
                    span = tokens[0][0], tokens[-1][1]
                    return Relay(phrase.cue.token, other.cue.token, span, via) if via else None
        return None

    def _via(
        self, parsed: Discourse, phrase: Proposal, source: Source, mentions: Mapping[int, Mention]
    ) -> Via | None:
        """The outlet or document of a reporting phrase; None when its source is a person or a body that speaks for itself."""
        outlet = next((t for t in range(*parsed.subtree(source.head)) if _ends_outlet(parsed, t)), None)
        named = mentions.get(source.head if outlet is None else outlet)
        if outlet is None and (named is None or named.kind != "document"):
            return None
        tokens = parsed.trimmed(source.tokens)
        name = named.name if named else parsed.text_of(tokens[0])
        kind: Literal["outlet", "document"] = "document" if outlet is None else "outlet"
        return Via(name, kind, parsed.spans(tokens)[0], phrase.cue.cue.span)


def _via(
    parsed: Discourse, outlet: Outlet, decided: Decided, kind: Literal["outlet", "person"] = "outlet"
) -> Via:
    name = " ".join(parsed.text_of(outlet.name).translate(_MARKS).split())
    return Via(name, kind, parsed.spans((outlet.whole,))[0], decided.cue.cue.span)


def _ends_outlet(parsed: Discourse, token: int) -> bool:
    following = parsed.entity[token + 1] if token + 1 < parsed.size else ""
    return parsed.entity[token] in _OUTLETS and following != parsed.entity[token]
