"""What nouns and clauses above a number are about: the part of the reading that climbs the parse.

A noun of movement leads to what moved, one that stands for a value to what it is of; a clause to its object or subject.
"""

from __future__ import annotations

from extractor.matchers.quantities.meaning.amounts import VERBAL, Amount
from extractor.matchers.quantities.meaning.phrases import (
    NOUNS,
    Phrase,
    Phrases,
    is_thing,
    numbers_apart,
    object_of,
)
from extractor.matchers.quantities.meaning.words import MeasureWords
from extractor.text.parsed import Parsed

_OF_NOUN = frozenset({"compound", "nmod", "poss", "amod"})
_PREPOSITIONS = frozenset({"ADP", "SCONJ"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECTS = frozenset({"dobj", "dative"})
_INHERITS = frozenset({"xcomp", "ccomp", "conj", "advcl", "pcomp", "prep", "aux", "auxpass", "dep", "acomp"})
_STEPS = 8
_CLAUSES = 4
"""Clauses above one without a subject in which it is looked for."""


class ClauseReader:
    """Climbs from a number to the phrase that it is said of."""

    def __init__(self, words: MeasureWords) -> None:
        self._words = words
        self._phrases = Phrases(words.post_modifiers, words.dropped)

    def _stands_for(self, lemma: str) -> bool:
        return lemma in self._words.carriers or lemma in self._words.changes

    def _named(self, parsed: Parsed, amount: Amount, noun: int, least: int = 0) -> Phrase | None:
        """The phrase of a noun; of a noun of movement what moved, of one that stands for a value what it is of."""
        lemma = parsed.lemma[noun]
        if lemma in self._words.changes:
            return self._moved(parsed, amount, noun)
        if lemma in self._words.carriers and not self._stands(parsed, amount, noun):
            inner = self._inner(parsed, amount, noun)
            return inner or self._governor(parsed, amount, noun) or self._plain(parsed, amount, noun, least)
        return self._plain(parsed, amount, noun, least)

    def _plain(self, parsed: Parsed, amount: Amount, noun: int, least: int) -> Phrase | None:
        if not is_thing(parsed, noun) or parsed.lemma[noun] in self._words.sessions:
            return None
        before = amount.first - 1 if noun < amount.first else 0
        return self._phrases(parsed, noun, amount.numbers, least, before)

    def _stands(self, parsed: Parsed, amount: Amount, noun: int) -> bool:
        """Whether another noun says of what the value is: "an **inflation** rate of 3 %"."""
        if parsed.lemma[noun] not in self._words.of_itself:
            return False
        return bool(self._before(parsed, amount, noun)) or any(
            parsed.dep[child] == "amod"
            and parsed.tag[child] == "JJ"
            and parsed.lemma[child] not in self._words.carriers
            and parsed.lemma[child] not in self._words.periodic
            for child in parsed.children_near(noun)
        )

    def _before(self, parsed: Parsed, amount: Amount, noun: int) -> list[int]:
        """The nouns in front of a noun that say of what it is."""
        return [
            child
            for child in parsed.children_near(noun)
            if child < noun
            and parsed.dep[child] in _OF_NOUN
            and is_thing(parsed, child)
            and child not in amount.numbers
        ]

    def _inner(self, parsed: Parsed, amount: Amount, noun: int) -> Phrase | None:
        """What a noun of movement or value is of: "a rise in **sales**", "the number of **people**"."""
        for child in parsed.children_near(noun):
            moves = parsed.lemma[noun] in self._words.changes
            if parsed.dep[child] == "prep" and (
                parsed.lower[child] in self._words.arguments if moves else parsed.lower[child] == "of"
            ):
                thing = object_of(parsed, child)
                if thing >= 0 and numbers_apart(amount.numbers, child, thing):
                    return self._phrases(parsed, thing, amount.numbers)
        return None

    def _moved(self, parsed: Parsed, amount: Amount, noun: int) -> Phrase | None:
        """What moved: "a rise in **sales**", "a **revenue** increase", "**shares** suffered a fall"."""
        if inner := self._inner(parsed, amount, noun):
            return inner
        if front := self._before(parsed, amount, noun):
            least = amount.behind if front[-1] > amount.last else 0
            return self._phrases(parsed, front[-1], amount.numbers, least)
        return None if parsed.dep[noun] == "appos" else self._governor(parsed, amount, noun)

    def _governor(self, parsed: Parsed, amount: Amount, token: int) -> Phrase | None:
        """The noun or clause above a token."""
        for _ in range(_STEPS):
            head = parsed.head[token]
            if head == token:
                return None
            if parsed.dep[token] in _SUBJECTS:
                return self._of_predicate(parsed, amount, head)
            if parsed.pos[head] in VERBAL:
                return self._clause(parsed, amount, head, token)
            if (
                parsed.pos[head] in NOUNS
                and head not in amount.numbers
                and parsed.pos[head] not in _PREPOSITIONS
            ):
                return self._named(parsed, amount, head)
            token = head
        return None

    def _clause(self, parsed: Parsed, amount: Amount, verb: int, path: int) -> Phrase | None:
        """What a clause says a number of, which joins its verb through the child ``path``."""
        reckoned = any(parsed.dep[child] == "nsubjpass" for child in parsed.children_near(verb))
        if parsed.lemma[verb] in self._words.reckoning and not reckoned:
            return None  # "analysts expected 64 cents", but "growth was estimated at 2 %"
        if parsed.lemma[verb] in self._words.spending and parsed.dep[path] not in {"prep", "advmod"}:
            return self._purpose(parsed, amount, verb, path)
        for child in parsed.children_near(verb):
            if parsed.dep[child] in _OBJECTS and child != path and self._is_object(parsed, amount, child):
                return self._of_object(parsed, amount, child) or self._subject_of(parsed, amount, verb)
        return self._subject_of(parsed, amount, verb)

    def _of_object(self, parsed: Parsed, amount: Amount, noun: int) -> Phrase | None:
        """The phrase of an object; of a movement or a value what it is of, which is looked for below it only."""
        if not self._stands_for(parsed.lemma[noun]) or self._stands(parsed, amount, noun):
            return self._plain(parsed, amount, noun, 0)
        if inner := self._inner(parsed, amount, noun):
            return inner
        if front := self._before(parsed, amount, noun):
            return self._phrases(parsed, front[-1], amount.numbers)
        return self._plain(parsed, amount, noun, 0) if parsed.lemma[noun] in self._words.carriers else None

    def _is_object(self, parsed: Parsed, amount: Amount, token: int) -> bool:
        """Whether an object can have a value: no number, time, day of trading or person."""
        counted = any(child in amount.numbers for child in parsed.children_near(token))
        return (
            token not in amount.numbers
            and not counted
            and is_thing(parsed, token)
            and parsed.entity[token] != "PERSON"
            and parsed.lemma[token] not in self._words.sessions
        )

    def _purpose(self, parsed: Parsed, amount: Amount, *heads: int) -> Phrase | None:
        """What money is for: "spent £5m on **roads**", "£5m for **roads** was spent"."""
        for head in heads:
            for child in parsed.children_near(head):
                if child > amount.last and parsed.lower[child] in self._words.purposes:
                    thing = object_of(parsed, child)
                    if thing >= 0 and thing not in amount.numbers:
                        return self._phrases(parsed, thing, amount.numbers)
        return None

    def _of_predicate(self, parsed: Parsed, amount: Amount, verb: int) -> Phrase | None:
        """What a number is that is a subject itself: "£13m will come from the **grant**"."""
        for child in parsed.children_near(verb):
            if parsed.dep[child] == "attr" and child not in amount.numbers and is_thing(parsed, child):
                return self._of_object(parsed, amount, child)
        return self._purpose(parsed, amount, verb)

    def _subject_of(self, parsed: Parsed, amount: Amount, verb: int) -> Phrase | None:
        """The subject of a verb, or of the clause it depends on: "is expected to fall", "…, before closing down 8 %"."""
        for _ in range(_CLAUSES):
            subject = next((c for c in parsed.children_near(verb) if parsed.dep[c] in _SUBJECTS), -1)
            if subject >= 0:
                return self._of_subject(parsed, amount, subject, verb)
            head = parsed.head[verb]
            if parsed.dep[verb] in {"acl", "relcl"}:
                return self._named(parsed, amount, head) if parsed.pos[head] in NOUNS else None
            if head == verb or parsed.dep[verb] not in _INHERITS:
                return None
            if parsed.pos[head] in NOUNS:
                return self._named(parsed, amount, head) if head not in amount.numbers else None
            verb = head
        return None

    def _of_subject(self, parsed: Parsed, amount: Amount, subject: int, verb: int) -> Phrase | None:
        if parsed.lower[subject] in self._words.relative:
            subject = parsed.head[verb]
        while subject and not parsed.word[subject][0].isalnum():
            subject -= 1  # the noun before a ticker symbol: "Composite Index .IXIC"
        if subject in amount.numbers or not is_thing(parsed, subject):
            return None
        lemma = parsed.lemma[subject]
        if lemma in self._words.changes or lemma in self._words.carriers:
            inner = self._inner(parsed, amount, subject)
            return inner or self._phrases(parsed, subject, amount.numbers)
        return self._phrases(parsed, subject, amount.numbers)
