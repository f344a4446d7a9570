"""Outlets that a claimant spoke to or is quoted by: "told Reuters", "in an interview with …", "was quoted by … as saying"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extractor.language.claimants import ClaimantWords
from extractor.language.connectives import Connectives
from extractor.language.resources import Resources
from extractor.matchers.attributions.discourse import Discourse
from extractor.text.ranges import Range

_NAMED = frozenset({"ORG", "PRODUCT", "WORK_OF_ART"})
_HEARERS = frozenset({"dobj", "dative"})
_SIDES = frozenset({"advcl", "acl", "prep"})
_ENDS = frozenset({"punct", "relcl", "acl"})
_CLAUSES = frozenset({"relcl", "acl", "advcl"})
_DESCRIBING = frozenset({"amod", "compound"})
_CLIMB = 3


class Outlet(NamedTuple):
    """An outlet in the text.

    Attributes:
        head: Its head token.
        name: The tokens that name it: "Quayside" of "the Quayside news agency", "state television" as it stands.
        whole: Its noun phrase.
    """

    head: int
    name: Range
    whole: Range


class Outlets:
    """Finds outlets with the words of ``lexicons/connectives.toml``."""

    def __init__(self, resources: Resources) -> None:
        self._words = words = resources.lexicon(Connectives)
        claimants = resources.lexicon(ClaimantWords)
        self._no_outlets = words.audiences | words.platforms | claimants.roles.nouns
        self._in_names = claimants.classes["media"].names
        self._carrying = words.carrying | words.quoting

    def around(self, parsed: Discourse, verb: int) -> Iterator[Outlet]:
        """The outlets that a cue verb was spoken to, on or through."""
        for head in self._heads(parsed, verb):
            yield self.read(parsed, head)
        yield from self._opening(parsed, verb)

    def read(self, parsed: Discourse, head: int) -> Outlet:
        """The outlet that a token heads."""
        start, end = parsed.subtree(head)
        clause = min(
            (parsed.left[t] for t in parsed.children[head] if parsed.dep[t] in _CLAUSES and t > head),
            default=end,
        )
        return Outlet(head, self._name(parsed, head), parsed.trimmed(((start, clause),))[0])

    def hands_on(self, parsed: Discourse, verb: int, token: int) -> bool:
        """Whether a source is an outlet at work: one that reports or quotes, or one by noun or name ("the Quay Post said")."""
        if not self.is_outlet(parsed, token):
            return False
        return parsed.lemma[verb] in self._words.quoting or self._has_media_word(parsed, token)

    def _heads(self, parsed: Discourse, verb: int) -> Iterator[int]:
        written = any(self._is_occasion(parsed, child) for child in parsed.children[verb])
        for child in parsed.children[verb]:
            dep = parsed.dep[child]
            if dep in _HEARERS and parsed.lemma[verb] in self._words.telling:
                yield from self._hearer(parsed, child)
            elif dep == "prep":
                yield from self._occasion(parsed, child)
                if written and parsed.lower[child] in (
                    "to",
                    "with",
                ):  # "wrote | in an email | to the Quay Post"
                    yield from self._governed(parsed, child)
                if parsed.lower[child] == "on" and parsed.lemma[verb] not in self._words.with_on:
                    yield from self._governed(parsed, child, aired=True)
            elif dep == "advcl" and parsed.lemma[child] in self._carrying and parsed.tag[child] == "VBN":
                yield from self._agent(parsed, child)  # "as first reported by the Quay Post"
            elif (
                dep in _SIDES and parsed.lemma[child] in self._words.appearing and parsed.tag[child] != "VBD"
            ):
                yield from self._appearance(parsed, child)
        yield from self._quoted_by(parsed, verb)

    def _opening(self, parsed: Discourse, verb: int) -> Iterator[Outlet]:
        """ "Writing in the Archive of Storms, Ruiz said …", where the parse lost the participle."""
        start, end = parsed.sentence[verb]
        known = (
            start + 3 < end and parsed.lemma[start] in self._words.appearing and parsed.tag[start] == "VBG"
        )
        if not known or parsed.lower[start + 1] not in parsed.frames.to_outlets or parsed.head[start] == verb:
            return
        first = start + 3 if parsed.dep[start + 2] == "det" else start + 2
        last = next((t for t in range(first, end) if parsed.lower[t] == ","), first)
        if first < last and parsed.pos[first] in ("PROPN", "NOUN") and self.is_outlet(parsed, last - 1):
            yield Outlet(last - 1, (first, last), (start + 2, last))

    def _name(self, parsed: Discourse, outlet: int) -> Range:
        start, end = parsed.subtree(outlet)
        end = next((t for t in range(outlet + 1, end) if self._leaves(parsed, t)), end)
        while start < outlet and parsed.dep[start] in ("det", "case"):
            start += 1
        proper = [t for t in range(start, end) if parsed.pos[t] == "PROPN"]
        hosted = parsed.lemma[outlet] in self._words.shows and any(
            parsed.entity[t] == "PERSON" for t in proper
        )
        if hosted or not proper:
            return start, end  # "Rosa Stein's show", "state television"
        first, last = proper[0], proper[-1] + 1
        while (
            first < last - 1 and parsed.lower[first] in self._words.outlets and parsed.word[first].islower()
        ):
            first += 1
        return first, last

    def _leaves(self, parsed: Discourse, token: int) -> bool:
        """Whether a token behind the head is no part of the name any more: ", which …", "in Quayside", but "of", "With"."""
        place = parsed.dep[token] == "prep" and parsed.lower[token] != "of" and parsed.word[token].islower()
        return place or parsed.dep[token] in _ENDS

    def is_outlet(self, parsed: Discourse, token: int) -> bool:
        """A name that is no person's or place's; recognisers know few local papers, so an unlabelled name will do."""
        if parsed.pos[token] == "NOUN" and parsed.lemma[token] in self._words.outlets:
            return True
        if parsed.lower[token] in self._words.described_outlets:
            return any(parsed.dep[child] in _DESCRIBING for child in parsed.children[token])
        named = parsed.entity[token] in _NAMED or (parsed.pos[token] == "PROPN" and not parsed.entity[token])
        return named and parsed.lower[token].rstrip(".") not in self._no_outlets

    def _hearer(self, parsed: Discourse, token: int) -> Iterator[int]:
        """ "Told the Quay Post", and the outlet of "told Radio Quay's Rosa Stein"."""
        if self.is_outlet(parsed, token):
            yield token
            return
        for child in parsed.children[token]:
            if parsed.dep[child] == "poss" and parsed.entity[child] in _NAMED:
                yield child

    def _is_occasion(self, parsed: Discourse, preposition: int) -> bool:
        objects = parsed.children[preposition] if parsed.dep[preposition] == "prep" else ()
        return any(parsed.lemma[token] in self._words.occasions for token in objects)

    def _occasion(self, parsed: Discourse, preposition: int) -> Iterator[int]:
        for occasion in parsed.children[preposition]:
            if parsed.lemma[occasion] in self._words.occasions:
                for child in parsed.children[occasion]:
                    if parsed.dep[child] == "prep" and parsed.lower[child] in parsed.frames.to_outlets:
                        yield from self._governed(parsed, child, aired=parsed.lower[child] == "on")
                    elif parsed.dep[child] == "acl" and parsed.lemma[child] in self._carrying:
                        yield from self._agent(parsed, child)  # "in a statement carried by KTA"

    def _appearance(self, parsed: Discourse, participle: int) -> Iterator[int]:
        for child in parsed.children[participle]:
            if parsed.dep[child] in ("prep", "agent") and parsed.lower[child] in parsed.frames.to_outlets:
                yield from self._governed(parsed, child)
                yield from self._occasion(parsed, child)

    def _governed(self, parsed: Discourse, preposition: int, aired: bool = False) -> Iterator[int]:
        """What a preposition leads to; after "on" also a programme, and no plain noun ("on the site")."""
        for token in parsed.children[preposition]:
            if parsed.dep[token] != "pobj":
                continue
            show = parsed.lemma[token] in self._words.shows and any(
                parsed.dep[c] in ("poss", "compound") and parsed.pos[c] == "PROPN"
                for c in parsed.children[token]
            )
            named = self.is_outlet(parsed, token) and (not aired or self._airs(parsed, token))
            if show or named:
                yield token

    def _airs(self, parsed: Discourse, token: int) -> bool:
        """Whether one may speak "on" an organisation: CNN, Radio Quay, but not "attacks on Curnow"."""
        return parsed.entity[token] == "ORG" and (
            parsed.word[token].isupper() or self._has_media_word(parsed, token)
        )

    def _has_media_word(self, parsed: Discourse, token: int) -> bool:
        start, end = self._name(parsed, token)
        words = {parsed.lower[t] for t in range(start, end)} | {parsed.lemma[token]}
        return bool(words & (self._words.outlets | self._in_names))

    def _agent(self, parsed: Discourse, participle: int) -> Iterator[int]:
        for child in parsed.children[participle]:
            if parsed.dep[child] == "agent" or (parsed.dep[child] == "prep" and parsed.lower[child] == "by"):
                yield from self._governed(parsed, child)

    def _quoted_by(self, parsed: Discourse, verb: int) -> Iterator[int]:
        """ "Was quoted by the daily Quay Post as saying", whichever of the two verbs is the cue."""
        token = verb
        for _ in range(_CLIMB):
            if parsed.lemma[token] in self._words.quoting:
                yield from self._agent(parsed, token)
                return
            if parsed.dep[token] not in ("pcomp", "prep", "xcomp", "advcl"):
                return
            token = parsed.head[token]
