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

_MODIFIES = frozenset(
    {"nummod", "compound", "nmod", "amod", "quantmod", "npadvmod", "advmod", "poss", "det", "punct"}
)
_IN_FRONT = frozenset({"det", "nummod", "compound", "nmod", "quantmod", "amod"})
_OF_NOUN = frozenset({"compound", "nmod", "poss", "amod"})
_PREPOSITIONS = frozenset({"ADP", "SCONJ"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECTS = frozenset({"dobj", "dative"})
_INHERITS = frozenset({"xcomp", "ccomp", "conj", "advcl", "pcomp", "prep", "aux", "auxpass", "dep", "acomp"})
_STEPS = 8
_BESIDE = frozenset({"npadvmod", "advmod", "quantmod"})
_WORTH = "worth"
_OF = "of"
_FOR = "for"
_MARKS = frozenset({",", "(", "+", "-", "−", ":"})
_NO_STUFF = frozenset({"GPE", "LOC", "FAC", "PERSON", "DATE", "TIME"})
_CLAUSES = 4
"""Clauses above one without a subject in which it is looked for."""
_NEAR = 10
"""Tokens between a number and the noun it modifies."""


class MeasuredReader:
    """Finds the phrase that a number measures."""

    def __init__(self, words: MeasureWords) -> None:
        self._words = words
        self._phrases = Phrases(words.post_modifiers, words.dropped)

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
        if parsed.lemma[verb] not in self._words.holding:
            return None
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

    def _stands_for(self, lemma: str) -> bool:
        return lemma in self._words.carriers or lemma in self._words.changes

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
        if parsed.lemma[verb] in self._words.reckoning:
            return None
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
