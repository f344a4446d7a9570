"""What a noun phrase says of somebody: the role, and whom it is held for."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.matchers.mentions.lexicon import ClaimantLexicon
from extractor.matchers.mentions.proper import ProperName, title_ending
from extractor.matchers.mentions.words import Words

_BODIES = frozenset({"ORG", "GPE", "FAC"})
_DETERMINERS = frozenset({"DT", "PDT", "PRP$", "WP$", "POS", "CC", "-LRB-", "CD", "RB", ",", "``", "''", ":"})
_LOOSE = frozenset({"as"})
"""Prepositions whose phrase belongs to the verb: "seen by organisers as a lifeboat"."""
_JOINED_BY = frozenset({"–", "—", "--", ":", ";", "?"})
_CLAUSES = frozenset({"prep", "acl", "relcl", "amod", "advmod"})
_LONGEST_CLAUSE = 14
"""Words a modifier may add to a name; beyond that it tells a story."""


class Descriptions:
    """Reads roles, affiliations and the names of the unnamed off the parse."""

    def __init__(self, parsed: Words, lexicon: ClaimantLexicon, name_of: Mapping[int, ProperName]) -> None:
        self._parsed = parsed
        self._lexicon = lexicon
        self._name_of = name_of

    def role(self, noun: int) -> str:
        """ "chief economist" of "the bank's chief economist at Varga": modifiers and "of" phrases, no organisation."""
        parsed, end = self._parsed, noun + 1
        child = next((c for c in parsed.children[noun] if c == end and parsed.lower[c] in ("of", "for")), -1)
        if child >= 0 and (objects := parsed.objects(child)) and not self._names_body(child, objects[0]):
            end = parsed.until_break(child, parsed.right[objects[0]])
        joined = [c for c in parsed.children[noun] if parsed.dep[c] == "conj" and parsed.word[c][0].isupper()]
        if joined and parsed.word[noun][0].isupper() and parsed.lemma[joined[-1]] in self._lexicon.roles:
            end = max(end, parsed.right[joined[-1]])
        return parsed.words_of(self._premodified(noun), end)

    def role_before(self, name: ProperName) -> str:
        """The role in front of a name: "Fire Chief", "deputy governor", "Art crime expert", "mum"."""
        parsed, start = self._parsed, name.start if name.role < 0 else name.core
        while start > name.start and (title := title_ending(parsed, self._lexicon, name.start, start - 1)):
            start -= len(title.split())
        last = start - 1
        if last < 0 or parsed.block_of[last] != parsed.block_of[name.head] or not self._ends_role(last, name):
            return ""
        first = self._premodified(last) if last < name.start else self._after_body(name.start, last)
        return parsed.words_of(first, last + 1)

    def _after_body(self, start: int, last: int) -> int:
        """Inside a run of capitals a role begins behind the body it belongs to: "White House | Press Secretary"."""
        parsed = self._parsed
        for token in range(last, start, -1):
            ends = parsed.begins_entity[token] or not parsed.entity[token]
            if (
                ends
                and parsed.entity[token - 1] in _BODIES | {"NORP"}
                and parsed.lower[token - 1] not in self._lexicon.groups
            ):
                return token
        return start

    def affiliation(self, noun: int) -> str | None:
        """The organisation or place in "Karsova's president", "Rovers boss", "a spokesman for the ministry", "of Porto"."""
        parsed = self._parsed
        for child in parsed.children[noun]:
            dep, name = parsed.dep[child], self._name_of.get(child)
            if dep in ("poss", "compound", "nmod") and child < noun:
                if name is not None and name.end <= noun and name.label in _BODIES:
                    return name.text
            elif dep == "prep" and parsed.lower[child] in self._lexicon.small.roles.for_whom:
                for inner in parsed.objects(child):
                    if found := self._body(inner):
                        return found
        return None

    def full_name(self, noun: int) -> tuple[int, int]:
        """The tokens that name the unnamed: "two people familiar with the matter", "survey by Halden Research"."""
        parsed = self._parsed
        start = noun
        for child in parsed.children[noun]:
            if child < noun and parsed.dep[child] not in (
                "punct",
                "prep",
                "appos",
                "relcl",
                "acl",
                "cc",
                "conj",
                "intj",
            ):
                start = min(start, parsed.left[child])
        start = self._own_start(start, noun)
        if any(parsed.quote_of[t] != parsed.quote_of[noun] for t in range(start, noun)):
            start = self._premodified(noun)
        if start < noun and parsed.tag[start] == "RB" and parsed.opens_sentence(start):
            start += 1  # "Ultimately | half of the voters …"
        while start < noun and self._drops(start):
            start += 1
        end = noun + 1
        for child in parsed.children[noun]:
            if child > noun and parsed.left[child] == end and self._restricts(child):
                end = parsed.until_break(child, parsed.right[child])
        return start, end

    def _own_start(self, start: int, noun: int) -> int:
        """Where a noun phrase begins that a parse joined with what stands before: behind dashes, at its determiner."""
        parsed = self._parsed
        broken = (t + 1 for t in range(noun - 1, start, -1) if parsed.word[t] in _JOINED_BY)
        start = next(broken, start)
        own = (c for c in parsed.children[noun] if c < noun and parsed.tag[c] in ("DT", "PRP$"))
        return max(start, max(own, default=start))

    def _drops(self, token: int) -> bool:
        """Whether a determiner or a time of day stands in front; "all" goes only with another determiner ("all the")."""
        parsed = self._parsed
        if parsed.lower[token] == "all":
            return parsed.lower[token + 1] in self._lexicon.small.nominals.dropped
        return parsed.lower[token] in self._lexicon.small.nominals.dropped or _is_time_of_day(
            parsed.word[token]
        )

    def _restricts(self, child: int) -> bool:
        parsed = self._parsed
        if parsed.dep[child] not in _CLAUSES:
            return False
        edge = parsed.right[child] - 1
        told = child in parsed.cues and (parsed.dep[child] == "relcl" or parsed.tag[child] == "VBG")
        if parsed.dep[child] == "prep":
            objects = parsed.objects(child)
            if parsed.lower[child] in _LOOSE or not objects or parsed.entity[objects[0]] in ("DATE", "TIME"):
                return False
        return not told and edge - child < _LONGEST_CLAUSE

    def _premodified(self, noun: int) -> int:
        """The first of the words that describe a noun, determiners, possessors and organisations before them left out."""
        parsed, start = self._parsed, noun
        while start > 0 and parsed.block_of[start - 1] == parsed.block_of[noun]:
            token = start - 1
            inside = token < parsed.head[token] <= noun or parsed.tag[token] == "HYPH"
            if (
                not inside
                or parsed.tag[token] in _DETERMINERS
                or (parsed.dep[token] in ("det", "poss", "case", "punct") and parsed.tag[token] != "HYPH")
            ):
                break
            name = self._name_of.get(token)
            if name is not None and name.label in _BODIES and not self._generic(name):
                break
            if parsed.pos[token] not in ("NOUN", "PROPN", "ADJ", "VERB", "ADV", "PUNCT"):
                break
            start = token
        return start

    def _generic(self, name: ProperName) -> bool:
        """Whether a name is but a capitalised noun ("Council leader", "Opposition leader"), no body of its own."""
        known = self._lexicon.groups | self._lexicon.collectives
        return all(self._parsed.lower[token] in known for token in range(name.start, name.end))

    def _ends_role(self, token: int, name: ProperName) -> bool:
        """Any common noun that the parse makes a part of a person's name is a role: "bricklayer Ana Ruiz"."""
        parsed = self._parsed
        if parsed.lemma[token] in self._lexicon.roles and parsed.pos[token] in ("NOUN", "PROPN", "ADJ"):
            return True
        inside = name.core <= parsed.head[token] < name.end and not parsed.entity[token]
        return (
            inside
            and parsed.tag[token] == "NN"
            and name.label in ("PERSON", "")
            and parsed.dep[token] == "compound"
        )

    def _names_body(self, preposition: int, token: int) -> bool:
        name = self._name_of.get(token)
        if name is None:
            return False
        if self._parsed.lower[preposition] == "of":
            return name.label == "ORG" and self._parsed.child(token, "det") >= 0
        return name.label in _BODIES

    def _body(self, token: int) -> str | None:
        parsed = self._parsed
        if (name := self._name_of.get(token)) is not None:
            return name.text if name.label in _BODIES or name.label == "" else None
        if parsed.lemma[token] in self._lexicon.groups and parsed.lemma[token] not in self._lexicon.documents:
            return parsed.words_of(self._premodified(token), token + 1)
        return None


def _is_time_of_day(text: str) -> bool:
    """The "11.45" that a live blog puts before its headlines."""
    return len(text) in (4, 5) and text[-3] in ".:" and text[:-3].isdigit() and text[-2:].isdigit()
