"""Movements: "rose 3 %", "up 12 %", "a 19 % drop", "from 5.9 % to 5.4 %", "doubled to 40".

The verb or noun that states the movement is looked up among the governors of the quantity in the parse.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from extractor.annotations import Change
from extractor.matchers.quantities.measure import Measure

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Direction = Literal["up", "down"]

_STEPS = 4
_MODIFIERS = 4
_ADVERBS: Mapping[str, Direction] = {"up": "up", "down": "down"}
_AMOUNTS = frozenset({"percent", "percentage_point", "currency"})
_POINTS = (["point"], ["points"])
_ENDS = frozenset({"to", "from"})
_ORDERED = frozenset({"range.from-to", "score"})
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class ChangeReader:
    """Reads the movement a measure states.

    Attributes:
        verbs: Direction by lemma of the verb.
        nouns: Direction by lemma of the noun ("drop", "increase").
        multipliers: Factor by lemma ("double" 2).
        behind: Direction by word behind a measure ("5 % up on last year").
        moves: Verbs of going from one amount to another, whichever way.
        links: Prepositions that may stand between the word and the amount.
        gathering: Verbs that gather money rather than move it, unless a preposition links it.
        measured: Verbs that move only what has a unit or is one of ``measured_nouns``.
        particled: Verbs whose particle says which way ("ticked up to 3.9 %").
        beaten: Verbs that say by how many points one was beaten.
        between: Words between "up" or "down" and the measure: "up by nearly 3 %".
        unmoved: Words that make no movement of a verb that has one: "fell short of 300", "sank 3 million into it".
        after_behind: What follows a word of ``behind`` that moves the amount before it.
        levels: Nouns that are an amount rather than a movement when money is told of them: "a loss of £5m".
    """

    verbs: Mapping[str, Direction]
    nouns: Mapping[str, Direction]
    multipliers: Mapping[str, float]
    behind: Mapping[str, Direction]
    moves: frozenset[str]
    links: frozenset[str]
    gathering: frozenset[str]
    measured: frozenset[str]
    measured_nouns: frozenset[str]
    particled: frozenset[str]
    beaten: frozenset[str]
    levels: frozenset[str]
    between: frozenset[str]
    unmoved: frozenset[str]
    after_behind: frozenset[str]

    @classmethod
    def of(cls, table: Mapping[str, Any], multipliers: Mapping[str, float]) -> ChangeReader:
        """From the tables ``changes`` and ``multipliers`` of the lexicon."""
        verbs: dict[str, Direction] = dict.fromkeys(table["up"], "up") | dict.fromkeys(table["down"], "down")
        nouns: dict[str, Direction] = dict.fromkeys(table["nouns_up"], "up") | dict.fromkeys(
            table["nouns_down"], "down"
        )
        sets = (
            frozenset(table[name])
            for name in (
                "moves",
                "links",
                "gathering",
                "measured",
                "measured_nouns",
                "particled",
                "beaten",
                "levels",
                "between",
                "unmoved",
                "after_behind",
            )
        )
        return cls(verbs, nouns, multipliers, table["behind"], *sets)

    def __call__(self, doc: Doc, measure: Measure, first: int, last: int) -> Change | None:
        """The change a measure of tokens ``first`` to ``last`` states, or None."""
        if direction := self._adverb(doc, first):
            return Change(direction)
        if direction := self._since(doc, first):
            return Change(direction, from_value=measure.high if measure.exact else None)
        if direction := self._behind(doc, measure, last):
            return Change(direction)
        governors = list(_governors(doc[last], first, last))
        word = next((g for g in governors if self._direction(g) and not _is_counted(g, measure, last)), None)
        if last + 1 < len(doc) and doc[last + 1].lower_ in self.unmoved:
            word = None
        if word is None or not (measure.rule == "range.from-to" or self._governs(word, governors, measure)):
            return self._ordered(measure, governors)
        return self._change(word, measure, governors, doc[first - 1].lower_ if first else "")

    def _ordered(self, measure: Measure, governors: Sequence[Token]) -> Change | None:
        """The ends of a pair in the order the text names them: "from 0 to 60", "3-1", "217 to 213".

        Verbs of mere going ("went from 14 to 31") take their direction from the pair.
        """
        if measure.first is None or measure.rule not in _ORDERED:
            return None
        start, end = measure.first.low, measure.numeral.high
        moves = measure.rule != "score" and any(g.lemma_.lower() in self.moves for g in governors)
        direction: Direction | None = ("up" if end > start else "down") if moves and start != end else None
        return Change(direction, start, end)

    def _adverb(self, doc: Doc, first: int) -> Direction | None:
        """The direction of "up" or "down" before the measure, modifiers between; "made up 43 %" has none."""
        index = first - 1
        while index > 0 and first - index <= _MODIFIERS and doc[index].lower_ in self.between:
            index -= 1
        if index < 0 or doc[index].lower_ not in _ADVERBS:
            return None
        adverb = doc[index]
        phrasal = adverb.dep_ == "prt" and adverb.head.lemma_.lower() not in self.verbs
        return None if phrasal or doc[index + 1].lower_ == "to" else _ADVERBS[adverb.lower_]

    def _since(self, doc: Doc, first: int) -> Direction | None:
        """The direction of "up from" or "down from" before what it was: "58%, up from 54%"."""
        leads = first > 1 and doc[first - 1].lower_ == "from"
        return _ADVERBS.get(doc[first - 2].lower_) if leads else None

    def _behind(self, doc: Doc, measure: Measure, last: int) -> Direction | None:
        """The direction behind an amount, unless it compares or leads on: "5 % lower than", "20 % down payment"."""
        rest = [doc[index].lower_ for index in range(last + 1, min(last + 4, len(doc)))]
        if measure.unit is None:
            rest = rest[1:] if rest[:1] in _POINTS else []
        elif measure.unit.kind not in _AMOUNTS:
            rest = []
        return self.behind.get(rest[0]) if len(rest) > 1 and rest[1] in self.after_behind else None

    def _governs(self, word: Token, governors: Sequence[Token], measure: Measure) -> bool:
        """Whether the word moves the measure itself, not what happened in it ("tripled over three years")."""
        path = governors[: governors.index(word)]
        if any(token.lower_ in self.unmoved for token in path):
            return False
        if any(token.pos_ in {"ADP", "SCONJ"} and token.lower_ not in self.links for token in path):
            return False
        by = any(token.lower_ in self.links for token in path)
        if word.lemma_.lower() in self.levels and word.pos_ == "NOUN":
            return measure.unit is None or measure.unit.kind != "currency"
        if (
            word.lemma_.lower() in self.gathering
            and measure.unit is not None
            and measure.unit.kind == "currency"
        ):
            return by  # "raised 3 million" gathered them
        if word.lemma_.lower() in self.beaten and measure.unit is None and by:
            return False
        if word.lemma_.lower() in self.measured and measure.unit is None and not by:
            return any(token.lemma_ in self.measured_nouns for token in path)
        return measure.unit is None or measure.unit.kind != "time" or by

    def _direction(self, token: Token) -> Direction | None:
        lemma = token.lemma_.lower()
        if token.pos_ in _VERBAL:
            particle = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
            return self.verbs.get(lemma) or (_ADVERBS.get(particle) if lemma in self.particled else None)
        return self.nouns.get(lemma) if token.pos_ == "NOUN" else None

    def _change(self, word: Token, measure: Measure, governors: Sequence[Token], before: str) -> Change:
        direction = self._direction(word)
        multiplier = self.multipliers.get(word.lemma_.lower())
        if measure.numeral.form == "fold":  # "rose fivefold", "a threefold decrease"
            return Change(direction, multiplier=1 / measure.high if direction == "down" else measure.high)
        if measure.first is not None and measure.rule in _ORDERED:
            lost = measure.rule == "score"  # "lost 1-3" is no fall
            return Change(None if lost else direction, measure.first.low, measure.numeral.high, multiplier)
        linked = next((g.lower_ for g in governors if g.pos_ in {"ADP", "PART"}), "")
        preposition = before if before in _ENDS else linked  # "rose 3 to 67" is often parsed as one amount
        if preposition == "to" and measure.exact:
            return Change(direction, to_value=measure.high, multiplier=multiplier)
        if preposition == "from" and measure.exact:
            return Change(direction, from_value=measure.high, multiplier=multiplier)
        return Change(direction, multiplier=multiplier)


def _is_counted(word: Token, measure: Measure, last: int) -> bool:
    """Whether the word is what the number counts: "three rate cuts", "11 rebounds"."""
    return measure.unit is None and word.tag_ == "NNS" and word.doc[last].head == word


def _governors(token: Token, first: int, last: int) -> Iterable[Token]:
    """The heads above a measure, nearest first, until the first verb; a subject's verb does not move it."""
    steps = 0
    while steps < _STEPS and token.head.i != token.i:
        if (
            token.dep_ in {"nsubj", "nsubjpass", "relcl", "ccomp", "advcl"}
            and not first <= token.head.i <= last
        ):
            return
        token = token.head
        if first <= token.i <= last:
            continue
        steps += 1
        yield token
        if token.pos_ in _VERBAL:
            return
