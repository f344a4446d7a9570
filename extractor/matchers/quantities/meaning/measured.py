"""What a value is the value of: "the **unemployment rate** fell to 9.6 %", "a 25 % **stake in Norbank**", "**shares** lost 8 %".

The noun phrase is told from the parse, by the construction the number stands in, the nearest first:

1. what the amount is in or of: "$4 billion in **writedowns**", "£40,000 worth of **clothes**";
2. the noun the number modifies: "a $10 billion **deal**", "a five-day **trip**"; of a noun of movement, what moved:
   "a 5 % rise in **sales**";
3. the noun that "of", "at" or "to" joins it to: "a **loss** of $20.80 a share", "**growth** of 2 %";
4. what the clause is about: the subject of what fell, is or costs so much, the object of what is cut, valued or raised.
"""

from __future__ import annotations

from extractor.matchers.quantities.meaning.amounts import VERBAL, Amount, clause_of
from extractor.matchers.quantities.meaning.clauses import ClauseReader
from extractor.matchers.quantities.meaning.phrases import (
    NOUNS,
    Phrase,
    is_thing,
    numbers_apart,
    object_of,
)
from extractor.text.parsed import Parsed

_MODIFIES = frozenset(
    {"nummod", "compound", "nmod", "amod", "quantmod", "npadvmod", "advmod", "poss", "det", "punct"}
)
_IN_FRONT = frozenset({"det", "nummod", "compound", "nmod", "quantmod", "amod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_BESIDE = frozenset({"npadvmod", "advmod", "quantmod"})
_WORTH = "worth"
_OF = "of"
_FOR = "for"
_MARKS = frozenset({",", "(", "+", "-", "−", ":"})
_NO_STUFF = frozenset({"GPE", "LOC", "FAC", "PERSON", "DATE", "TIME"})
_NEAR = 10
"""Tokens between a number and the noun it modifies."""


class MeasuredReader(ClauseReader):
    """Finds the phrase that a number measures."""

    def __call__(self, parsed: Parsed, amount: Amount) -> Phrase | None:
        """The phrase that the sentence itself gives, or None."""
        readers = (
            self._valued,
            self._measure_noun,
            self.substance,
            self._modified,
            self._above,
            self._behind,
        )
        return next((found for reader in readers if (found := reader(parsed, amount))), None)

    def person(self, parsed: Parsed, amount: Amount) -> Phrase | None:
        """Whose age it is: "Tom Rudd, 61,", "a 16-year-old **goalkeeper**", "**Ann Lee** is 40"."""
        if found := self.named_before(parsed, amount) or self._modified(parsed, amount):
            return found
        found = self._subject_of(parsed, amount, clause_of(parsed, amount.root)[-1])
        if found is None:
            return None
        human = parsed.entity[found.head] == "PERSON" or parsed.lemma[found.head] in self._words.people
        return found if human else None

    def is_elliptic(self, parsed: Parsed, amount: Amount) -> bool:
        """Whether the clause leaves what it measures to the one before: "it fell to 9.6 %", "7 % think so"."""
        if parsed.dep[amount.root] in _SUBJECTS:
            return True
        verb = clause_of(parsed, amount.root)[-1]
        return parsed.lemma[verb] in self._words.reckoning or any(
            parsed.dep[child] in _SUBJECTS and parsed.lower[child] in self._words.standing_for
            for child in parsed.children_near(verb)
        )

    def whole(self, parsed: Parsed, amount: Amount, noun: int) -> Phrase | None:
        """The phrase around the noun that a share is of."""
        while (
            parsed.dep[noun] in {"compound", "poss"}
            and amount.last < parsed.head[noun]
            and parsed.pos[parsed.head[noun]] in NOUNS
        ):
            noun = parsed.head[noun]
        return (
            self._phrases(parsed, noun, amount.numbers, amount.last + 1)
            if parsed.pos[noun] in NOUNS
            else None
        )

    def named_before(self, parsed: Parsed, amount: Amount) -> Phrase | None:
        """The name right before a number: "Tom Rudd, 61, said", "**FTSE** +0.3%"."""
        name = amount.first - 1
        while name >= 0 and parsed.word[name] in _MARKS:
            name -= 1
        if name < 0 or name in amount.numbers or parsed.pos[name] != "PROPN":
            return None
        return self._phrases(parsed, name, amount.numbers)

    def possessor(self, parsed: Parsed, amount: Amount, counted: int) -> Phrase | None:
        """Whose things are counted: "five seasons of **Norbank Tales**", "two of **Berg**'s deputies"."""
        for child in parsed.children_near(counted):
            if parsed.dep[child] == "poss" and is_thing(parsed, child):
                return self._phrases(parsed, child, amount.numbers)
            if child > counted and parsed.dep[child] == "prep" and parsed.lower[child] in amount.substances:
                thing = object_of(parsed, child)
                if thing >= 0 and numbers_apart(amount.numbers, child, thing):
                    return self._phrases(parsed, thing, amount.numbers)
        return None

    def holder(self, parsed: Parsed, amount: Amount) -> Phrase | None:
        """Who or what has a number of things: "**Norbank** employs 400 people"."""
        verb = parsed.head[amount.root]
        if parsed.pos[verb] not in VERBAL:
            verb = parsed.head[verb]
        there = any(parsed.dep[child] == "expl" for child in parsed.children_near(verb))
        if there or parsed.lemma[verb] not in self._words.holding:
            return None  # "there had been two strikes" is said of nobody
        return self._subject_of(parsed, amount, verb)

    def _valued(self, parsed: Parsed, amount: Amount) -> Phrase | None:
        """What is in front of a word of being worth: "**planes** worth $17 billion", "a **stake** valued at £5m"."""
        word = amount.first - 1
        while word > 0 and amount.first - word < _NEAR and parsed.lower[word] in self._words.links:
            word -= 1
        noun = word - 1
        if noun < 0 or parsed.lower[word] not in self._words.valuing or not is_thing(parsed, noun):
            return None
        return self._phrases(parsed, noun, amount.numbers - {noun})

    def _measure_noun(self, parsed: Parsed, amount: Amount) -> Phrase | None:
        """The noun that "of" gives a value: "annual **costs** of £5m for upkeep"."""
        of = parsed.head[amount.root]
        noun = parsed.head[of]
        if parsed.lower[of] != _OF or parsed.dep[amount.root] != "pobj" or noun in amount.numbers:
            return None
        plain = is_thing(parsed, noun) and noun < of and not self._stands_for(parsed.lemma[noun])
        return self._named(parsed, amount, noun) if plain else None

    def _above(self, parsed: Parsed, amount: Amount) -> Phrase | None:
        """What noun or clause above the number is about; a distance beside a verb is nobody's ("meets the coast 5 km on")."""
        aside = (
            parsed.dep[amount.root] in _BESIDE and _OF in amount.substances and _FOR not in amount.substances
        )
        if aside and parsed.lemma[parsed.head[amount.root]] not in self._words.lasting:
            return None
        return self._governor(parsed, amount, amount.root)

    def _behind(self, parsed: Parsed, amount: Amount) -> Phrase | None:
        """What money is for, where nothing else says it: "£7m for **aid**"."""
        token = amount.behind
        if _FOR not in amount.substances or token >= parsed.size or parsed.lower[token] != _FOR:
            return None
        thing = object_of(parsed, token)
        stuff = thing >= 0 and thing not in amount.numbers and self._is_stuff(parsed, thing)
        return self._phrases(parsed, thing, amount.numbers) if stuff else None

    def substance(self, parsed: Parsed, amount: Amount) -> Phrase | None:
        """ "$4 billion in **writedowns**", "£40,000 worth of **clothes**"."""
        token = amount.behind if amount.substances else parsed.size
        if token < parsed.size and parsed.lower[token] == _WORTH:
            token += 1
        if (
            token >= parsed.size
            or parsed.lower[token] not in amount.substances
            or parsed.lower[token] == _FOR
        ):
            return None
        thing = object_of(parsed, token)
        if thing < 0 or thing in amount.numbers or not self._is_stuff(parsed, thing):
            return None
        return self._phrases(parsed, thing, amount.numbers)

    def _is_stuff(self, parsed: Parsed, thing: int) -> bool:
        """Whether there can be an amount of it; not of a place, a person or a day of trading."""
        return parsed.entity[thing] not in _NO_STUFF and parsed.lemma[thing] not in self._words.sessions

    def _modified(self, parsed: Parsed, amount: Amount) -> Phrase | None:
        """The noun in front of which the number stands."""
        noun = parsed.head[amount.root]
        near = amount.last < noun <= amount.last + _NEAR
        if not near or parsed.dep[amount.root] not in _MODIFIES or parsed.pos[noun] not in NOUNS:
            noun = self._noun_behind(parsed, amount)
        if noun < 0:
            return None
        return self._named(parsed, amount, _outermost(parsed, noun), amount.behind)

    def _noun_behind(self, parsed: Parsed, amount: Amount) -> int:
        """The noun right behind a number of which the parse made something else ("a £5m deal"); -1 without one."""
        token = amount.behind
        led = amount.first and parsed.pos[amount.first - 1] in {"DET", "ADJ", "PRON"}
        if parsed.dep[amount.first] not in _IN_FRONT and not (led and token > amount.last + 1):
            return -1
        while token + 1 < parsed.size and parsed.pos[token] == "ADJ" and parsed.head[token] > token:
            token += 1
        behind = token < parsed.size and parsed.sentence_of[token] == parsed.sentence_of[amount.last]
        return token if behind and parsed.pos[token] in NOUNS and token not in amount.numbers else -1


def _outermost(parsed: Parsed, noun: int) -> int:
    """The noun of a run that all before it belong to: "a $5 billion arms **deal**"."""

    def runs_on(token: int) -> bool:
        head = parsed.head[token]
        return (
            parsed.dep[token] in {"compound", "nmod"}
            and token < head < token + 4
            and parsed.pos[head] in NOUNS
        )

    while runs_on(noun):
        noun = parsed.head[noun]
    return noun
