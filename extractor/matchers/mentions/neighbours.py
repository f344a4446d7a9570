"""What stands beside a name: the noun it is in apposition to, its acronym in brackets, those it is joined with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from extractor.matchers.mentions.lexicon import ClaimantLexicon
from extractor.matchers.mentions.proper import ProperName
from extractor.matchers.mentions.roles import Descriptions
from extractor.matchers.mentions.words import Words

_SPELT = re.compile(r"[A-Z][a-z]{2,5}")
"""An acronym that is written as a word: "Nato"."""
_CLOSING = frozenset({",", ".", "—", "–", "("})
_TIMES = frozenset({"DATE", "TIME", "EVENT"})
_DESCRIBING = frozenset({"compound", "amod", "nmod", "nummod"})


class Neighbours:
    """Reads appositions, acronyms and couples off the parse and the punctuation."""

    def __init__(
        self,
        parsed: Words,
        lexicon: ClaimantLexicon,
        names: Sequence[ProperName],
        name_of: Mapping[int, ProperName],
        described: Descriptions,
    ) -> None:
        self._parsed = parsed
        self._lexicon = lexicon
        self._names = names
        self._name_of = name_of
        self._described = described

    def aliases(self) -> Iterator[tuple[int, str]]:
        """Heads of acronyms with what they stand for: "Relief Office (RO)", "…, or RO,", "officer (DFO) Ana Ruiz"."""
        parsed = self._parsed
        for long, short in pairwise(self._names):
            if self._is_short_role(long) and short.start == long.end + 1:
                yield long.head, short.text
            between = parsed.lower[long.end : short.core]
            bracket = between in (["("], ["["], [",", "or"], ["(", "or"])
            closed = bracket and short.end < parsed.size and parsed.word[short.end] in (")", "]", ",")
            written = short.text.isupper() or (
                between == ["("] and _SPELT.fullmatch(short.text) and long.text.count(" ") > 1
            )
            if closed and written and " " in long.text and " " not in short.text:
                yield short.head, long.text

    def _is_short_role(self, name: ProperName) -> bool:
        """Whether initials in brackets stand for the role before them, as in "forest officer (DFO) Ana Ruiz"."""
        parsed, start, end = self._parsed, name.start, name.end
        bracketed = (
            start > 1 and end < parsed.size and parsed.word[start - 1] == "(" and parsed.word[end] == ")"
        )
        return bracketed and name.text.isupper() and parsed.lemma[start - 2] in self._lexicon.roles

    def renames(self, noun: int) -> bool:
        """Whether a noun tells of the name before it; nobody is its own: "to the BBC, its president, Ana Ruiz, said"."""
        parsed = self._parsed
        apposed = parsed.dep[noun] == "appos" and self.name_at(parsed.head[noun]) is not None
        other = self.name_at(noun + 1)  # "In The Empty Byre, the historian Ana Ruiz writes …"
        return apposed and other is None and not any(parsed.lower[c] == "its" for c in parsed.children[noun])

    def name_at(self, token: int) -> ProperName | None:
        """The name a token is part of."""
        return self._name_of.get(token)

    def noun_behind(self, name: ProperName) -> int:
        """The noun set behind a name: "Ana Ruiz, 71, a retired teacher", "Parcelwise, an operator of lockers"."""
        parsed = self._parsed
        for child in parsed.children[name.head]:
            if child >= name.end and self.renames(child) and parsed.word[child - 1] != "(":
                for noun in (child, parsed.child(child, "appos")):
                    lemma = parsed.lemma[noun]
                    known = lemma in self._lexicon.roles or lemma in self._lexicon.groups
                    if noun >= 0 and known and (parsed.pos[noun] == "NOUN" or lemma in self._lexicon.roles):
                        return noun
        return -1

    def name_behind(self, noun: int, person: bool) -> ProperName | None:
        """The name in apposition to a noun: "the transport secretary, Colm Weatherby", "the firm, Castro Roofing"."""
        parsed = self._parsed
        for child in parsed.children[noun]:
            name = self._name_of.get(child)
            if name is not None and child > noun and parsed.dep[child] == "appos":
                several = parsed.tag[noun] in ("NNS", "NNPS") and (
                    parsed.child(noun, "nummod") >= 0 or parsed.child(child, "conj", "appos") >= 0
                )
                return None if several or (person and self._bare_body(name.start - 2)) else name
            if person and parsed.dep[child] == "appos" and parsed.pos[child] == "NOUN" and child > noun:
                return self.name_behind(child, person)  # "her husband, the conductor Tom Berg"
            if person and parsed.dep[child] == "prep" and child > noun:
                for body in self._bodies(child):
                    inner = self._name_of.get(parsed.child(body, "appos"))
                    if (
                        inner is not None
                        and not self._bare_body(body)
                        and (inner.label == "PERSON" or inner.title or inner.role >= 0)
                    ):
                        return inner
        return self._name_between_commas(noun) or self._name_next_to(noun) or self._name_given(noun)

    def _name_given(self, noun: int) -> ProperName | None:
        """ "The zoo's manager, surnamed Falk, said …"."""
        parsed, naming = self._parsed, noun + 1
        if parsed.word[naming : naming + 1] == [","]:
            naming += 1
        told = parsed.lower[naming : naming + 1]
        return self._name_of.get(naming + 1) if told and told[0] in self._lexicon.small.names.naming else None

    def _bodies(self, preposition: int) -> Iterator[int]:
        """Whom a role is held for, and where that is: "for the Civil Guard in Porto, Ana Ruiz" may name either to the parse."""
        parsed = self._parsed
        for body in parsed.objects(preposition):
            yield body
            for child in parsed.children[body]:
                if parsed.dep[child] == "prep":
                    yield from parsed.objects(child)

    def _name_between_commas(self, noun: int) -> ProperName | None:
        """ "the chief executive, Anders Holm, blames …" whatever the parse made of it."""
        parsed, comma = self._parsed, noun + 1
        pointed = definite(parsed, noun, self._lexicon.small.nominals.pointing)
        if not pointed or parsed.word[comma : comma + 1] != [","] or comma + 1 == parsed.size:
            return None
        name = self._name_of.get(comma + 1)
        closed = name is not None and name.end < parsed.size and parsed.word[name.end] in _CLOSING
        return name if closed and name is not None and name.start == comma + 1 else None

    def _name_next_to(self, noun: int) -> ProperName | None:
        """ "state news agency Norpress said": the parse makes two subjects of them."""
        parsed, first = self._parsed, noun + 1
        if parsed.word[first : first + 1] == ["The"]:
            first += 1
        name = self._name_of.get(first)
        if name is None or name.start not in (noun + 1, first) or parsed.tag[noun] not in ("NN", "NNP"):
            return None
        cut = parsed.word[name.end : name.end + 1]
        if name.label in _TIMES or (cut and cut[0].istitle()):
            return None  # "the agency Boats | Without Delay"
        beside = parsed.block_of[noun] == parsed.block_of[name.head]
        return name if beside and parsed.head[noun] == parsed.head[name.head] else None

    def _bare_body(self, token: int) -> bool:
        """A bare noun needs its name, a specified one has it.

        "a spokeswoman for the contractor, Ruiz Vane" names the contractor, "a spokeswoman for the foreign ministry, Ana Ruiz"
        the spokeswoman, and so does "her chief of staff, Ana Ruiz", where no body is pointed at.
        """
        parsed = self._parsed
        if parsed.lemma[token] not in self._lexicon.groups or token in self._name_of:
            return False
        told = {parsed.dep[child] for child in parsed.children[token]}
        return parsed.dep[token] == "pobj" and "det" in told and not told & _DESCRIBING

    def together(self, token: int) -> str:
        """The name of a couple: "Ana Ruiz and colleagues", "Inga and Thomas Reddy"."""
        parsed = self._parsed
        other = parsed.child(token, "conj")
        if other <= token or parsed.child(token, "cc") < 0 or parsed.pos[other] not in ("NOUN", "PROPN"):
            return ""
        name = self._name_of.get(token)
        start = name.core if name else self._described.full_name(token)[0]
        partner = self._name_of.get(other)
        return parsed.words_of(start, partner.end if partner else other + 1)


def definite(parsed: Words, token: int, pointing: frozenset[str]) -> bool:
    """Whether a noun points at something known: "the minister", "her lawyer", a headline's "Minister"."""
    determiner = parsed.child(token, "det", "predet")
    if determiner >= 0:
        return parsed.lower[determiner] in pointing
    return parsed.child(token, "poss") >= 0 or parsed.in_headline[token]
