"""Outlets that a claimant spoke to or is quoted by: "told Reuters", "in an interview with …", "was quoted by … as saying"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extractor.matchers.attributions.ranges import Range
from extractor.matchers.attributions.view import View
from extractor.resources import Language

_NAMED = frozenset({"ORG", "PRODUCT", "WORK_OF_ART"})
_HEARERS = frozenset({"dobj", "dative"})
_LEADING_TO = frozenset({"with", "to", "by", "from", "for", "on", "in"})
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

    def __init__(self, language: Language) -> None:
        lexicon = language.toml("lexicons/connectives")
        self._telling = frozenset(lexicon["telling"])
        self._occasions = frozenset(lexicon["occasions"])
        claimants = language.toml("lexicons/claimants")
        self._no_outlets = frozenset(
            [*lexicon["audiences"], *lexicon["platforms"], *claimants["roles"]["nouns"]]
        )
        self._nouns = frozenset(lexicon["outlets"])
        self._in_names = frozenset(claimants["classes"]["media"]["names"])
        self._described = frozenset(lexicon["described_outlets"])
        self._shows = frozenset(lexicon["shows"])
        self._appearing = frozenset(lexicon["appearing"])
        self._with_on = frozenset(lexicon["with_on"])
        self._quoting = frozenset(lexicon["quoting"])
        self._carrying = frozenset([*lexicon["carrying"], *lexicon["quoting"]])

    def around(self, view: View, verb: int) -> Iterator[Outlet]:
        """The outlets that a cue verb was spoken to, on or through."""
        for head in self._heads(view, verb):
            yield self.read(view, head)
        yield from self._opening(view, verb)

    def read(self, view: View, head: int) -> Outlet:
        """The outlet that a token heads."""
        start, end = view.subtree(head)
        clause = min(
            (view.left[t] for t in view.children[head] if view.deps[t] in _CLAUSES and t > head), default=end
        )
        return Outlet(head, self._name(view, head), view.trimmed(((start, clause),))[0])

    def hands_on(self, view: View, verb: int, token: int) -> bool:
        """Whether a source is an outlet at work: one that reports or quotes, or one by noun or name ("the Quay Post said")."""
        if not self.is_outlet(view, token):
            return False
        return view.lemmas[verb] in self._quoting or self._has_media_word(view, token)

    def _heads(self, view: View, verb: int) -> Iterator[int]:
        written = any(self._is_occasion(view, child) for child in view.children[verb])
        for child in view.children[verb]:
            dep = view.deps[child]
            if dep in _HEARERS and view.lemmas[verb] in self._telling:
                yield from self._hearer(view, child)
            elif dep == "prep":
                yield from self._occasion(view, child)
                if written and view.lower[child] in (
                    "to",
                    "with",
                ):  # "wrote | in an email | to the Quay Post"
                    yield from self._governed(view, child)
                if view.lower[child] == "on" and view.lemmas[verb] not in self._with_on:
                    yield from self._governed(view, child, aired=True)
            elif dep == "advcl" and view.lemmas[child] in self._carrying and view.tags[child] == "VBN":
                yield from self._agent(view, child)  # "as first reported by the Quay Post"
            elif dep in _SIDES and view.lemmas[child] in self._appearing and view.tags[child] != "VBD":
                yield from self._appearance(view, child)
        yield from self._quoted_by(view, verb)

    def _opening(self, view: View, verb: int) -> Iterator[Outlet]:
        """ "Writing in the Archive of Storms, Ruiz said …", where the parse lost the participle."""
        start, end = view.sentence[verb]
        known = start + 3 < end and view.lemmas[start] in self._appearing and view.tags[start] == "VBG"
        if not known or view.lower[start + 1] not in _LEADING_TO or view.heads[start] == verb:
            return
        first = start + 3 if view.deps[start + 2] == "det" else start + 2
        last = next((t for t in range(first, end) if view.lower[t] == ","), first)
        if first < last and view.pos[first] in ("PROPN", "NOUN") and self.is_outlet(view, last - 1):
            yield Outlet(last - 1, (first, last), (start + 2, last))

    def _name(self, view: View, outlet: int) -> Range:
        start, end = view.subtree(outlet)
        end = next((t for t in range(outlet + 1, end) if self._leaves(view, t)), end)
        while start < outlet and view.deps[start] in ("det", "case"):
            start += 1
        proper = [t for t in range(start, end) if view.pos[t] == "PROPN"]
        hosted = view.lemmas[outlet] in self._shows and any(view.entity[t] == "PERSON" for t in proper)
        if hosted or not proper:
            return start, end  # "Rosa Stein's show", "state television"
        first, last = proper[0], proper[-1] + 1
        while first < last - 1 and view.lower[first] in self._nouns and view.texts[first].islower():
            first += 1
        return first, last

    def _leaves(self, view: View, token: int) -> bool:
        """Whether a token behind the head is no part of the name any more: ", which …", "in Quayside", but "of", "With"."""
        place = view.deps[token] == "prep" and view.lower[token] != "of" and view.texts[token].islower()
        return place or view.deps[token] in _ENDS

    def is_outlet(self, view: View, token: int) -> bool:
        """A name that is no person's or place's; recognisers know few local papers, so an unlabelled name will do."""
        if view.pos[token] == "NOUN" and view.lemmas[token] in self._nouns:
            return True
        if view.lower[token] in self._described:
            return any(view.deps[child] in _DESCRIBING for child in view.children[token])
        named = view.entity[token] in _NAMED or (view.pos[token] == "PROPN" and not view.entity[token])
        return named and view.lower[token].rstrip(".") not in self._no_outlets

    def _hearer(self, view: View, token: int) -> Iterator[int]:
        """ "Told the Quay Post", and the outlet of "told Radio Quay's Rosa Stein"."""
        if self.is_outlet(view, token):
            yield token
            return
        for child in view.children[token]:
            if view.deps[child] == "poss" and view.entity[child] in _NAMED:
                yield child

    def _is_occasion(self, view: View, preposition: int) -> bool:
        objects = view.children[preposition] if view.deps[preposition] == "prep" else ()
        return any(view.lemmas[token] in self._occasions for token in objects)

    def _occasion(self, view: View, preposition: int) -> Iterator[int]:
        for occasion in view.children[preposition]:
            if view.lemmas[occasion] in self._occasions:
                for child in view.children[occasion]:
                    if view.deps[child] == "prep" and view.lower[child] in _LEADING_TO:
                        yield from self._governed(view, child, aired=view.lower[child] == "on")
                    elif view.deps[child] == "acl" and view.lemmas[child] in self._carrying:
                        yield from self._agent(view, child)  # "in a statement carried by KTA"

    def _appearance(self, view: View, participle: int) -> Iterator[int]:
        for child in view.children[participle]:
            if view.deps[child] in ("prep", "agent") and view.lower[child] in _LEADING_TO:
                yield from self._governed(view, child)
                yield from self._occasion(view, child)

    def _governed(self, view: View, preposition: int, aired: bool = False) -> Iterator[int]:
        """What a preposition leads to; after "on" also a programme, and no plain noun ("on the site")."""
        for token in view.children[preposition]:
            if view.deps[token] != "pobj":
                continue
            show = view.lemmas[token] in self._shows and any(
                view.deps[c] in ("poss", "compound") and view.pos[c] == "PROPN" for c in view.children[token]
            )
            named = self.is_outlet(view, token) and (not aired or self._airs(view, token))
            if show or named:
                yield token

    def _airs(self, view: View, token: int) -> bool:
        """Whether one may speak "on" an organisation: CNN, Radio Quay, but not "attacks on Curnow"."""
        return view.entity[token] == "ORG" and (
            view.texts[token].isupper() or self._has_media_word(view, token)
        )

    def _has_media_word(self, view: View, token: int) -> bool:
        start, end = self._name(view, token)
        words = {view.lower[t] for t in range(start, end)} | {view.lemmas[token]}
        return bool(words & (self._nouns | self._in_names))

    def _agent(self, view: View, participle: int) -> Iterator[int]:
        for child in view.children[participle]:
            if view.deps[child] == "agent" or (view.deps[child] == "prep" and view.lower[child] == "by"):
                yield from self._governed(view, child)

    def _quoted_by(self, view: View, verb: int) -> Iterator[int]:
        """ "Was quoted by the daily Quay Post as saying", whichever of the two verbs is the cue."""
        token = verb
        for _ in range(_CLIMB):
            if view.lemmas[token] in self._quoting:
                yield from self._agent(view, token)
                return
            if view.deps[token] not in ("pcomp", "prep", "xcomp", "advcl"):
                return
            token = view.heads[token]
