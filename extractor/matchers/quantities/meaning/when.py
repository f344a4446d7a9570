"""When a number holds: "9.6 % **in December** from 10.6 % **in November** and 10.9 % **a year earlier**".

A time right behind a number is its own. One that stands elsewhere in the clause is of every number the clause states, but for a
number that is compared with ("from 10.6 %"); what follows a word of comparison ("than in 2019") is the time of nothing here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from extractor.annotations import Quantity, Timex, When
from extractor.matchers.quantities.meaning.amounts import Amount, clause_of
from extractor.matchers.quantities.meaning.words import MeasureWords
from extractor.text.parsed import Parsed

_ADPOSITIONS = frozenset({"ADP", "SCONJ"})
_LEADING = frozenset({"DET", "PRON", "ADJ", "ADV"})
_BETWEEN = _ADPOSITIONS | {"DET", "PUNCT"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "aux", "auxpass"})
_BREAKS = frozenset({".", ";", "(", ":"})
_VAGUE = frozenset({"PAST_REF", "FUTURE_REF"})
_STATED = frozenset({"count", "currency", "percent", "percentage_point", "ratio", "index"})
"""What a clause states for its time; lengths, ages and durations mostly hold beyond it ("a village 4 miles away")."""
_CLOSE = 3
"""Tokens between a number and a time that is its own."""
_FAR = 40
"""Tokens between a number and the time of its clause."""
_FOR = "for"


@dataclass(frozen=True, slots=True)
class _Time:
    """A time expression in the parse.

    Attributes:
        timex: The expression.
        first: Its first token.
        governor: The token it depends on, prepositions passed over.
        led_by: The word before it.
        compared: Whether it is what something is compared with ("than in 2019"), or of a number that is.
    """

    timex: Timex
    first: int
    governor: int
    led_by: str
    compared: bool


class WhenReader:
    """Ties time expressions to numbers."""

    def __init__(self, words: MeasureWords) -> None:
        self._words = words

    def __call__(
        self,
        parsed: Parsed,
        amounts: Sequence[Amount],
        quantities: Sequence[Quantity],
        timexes: Sequence[Timex],
    ) -> list[When | None]:
        """For each quantity the time it holds for, or None."""
        compared = {amount.last for amount in amounts if self._is_compared(parsed, amount)}
        times = [self._time(parsed, timex, compared) for timex in timexes if _is_definite(timex)]
        starts = [time.first for time in times]
        found: list[When | None] = []
        for amount, quantity in zip(amounts, quantities, strict=True):
            low, high = bisect_left(starts, amount.first - _FAR), bisect_left(starts, amount.last + _FAR)
            sentence = parsed.sentence_of[amount.root]
            near = [
                time
                for time in times[low:high]
                if parsed.sentence_of[time.first] == sentence and not time.timex.span.overlaps(quantity.span)
            ]
            found.append(self._when(parsed, amount, quantity, near))
        return found

    def _when(
        self, parsed: Parsed, amount: Amount, quantity: Quantity, times: Sequence[_Time]
    ) -> When | None:
        announced = parsed.lemma[clause_of(parsed, amount.root)[-1]] in self._words.announcing
        if announced:
            times = [time for time in times if time.led_by == _FOR or not _is_day(time.timex)]
        time = self._own(parsed, amount, times)
        if time is None and self._is_stated(parsed, amount, quantity):
            time = self._of_clause(parsed, amount, times)
        return When(time.timex.span, time.timex.value) if time else None

    def _own(self, parsed: Parsed, amount: Amount, times: Sequence[_Time]) -> _Time | None:
        """The time right behind the number: "9.6 % in December", "10.9 % a year earlier"."""
        for time in times:
            between = range(amount.last + 1, time.first)
            close = amount.last < time.first <= amount.last + _CLOSE
            if close and not self._compares(parsed, between) and _is_plain(parsed, between):
                return time
        return None

    def _is_stated(self, parsed: Parsed, amount: Amount, quantity: Quantity) -> bool:
        """Whether the clause states the number; "the **two**-page report" and "her **two** sisters" are known."""
        if quantity.change and quantity.change.direction:
            return True
        if quantity.unit_kind not in _STATED or parsed.lower[amount.first] in self._words.picking:
            return False
        if amount.last + 1 < parsed.size and parsed.word[amount.last + 1] == "-":
            return False
        modifies = quantity.unit_kind == "count" or parsed.head[amount.root] > amount.last
        return not (modifies and self._is_known(parsed, amount.first - 1))

    def _is_known(self, parsed: Parsed, before: int) -> bool:
        return before >= 0 and (
            parsed.lower[before] in self._words.definite or parsed.tag[before] in {"PRP$", "POS"}
        )

    def _of_clause(self, parsed: Parsed, amount: Amount, times: Sequence[_Time]) -> _Time | None:
        """The one time that the clause, or its subject, has: "In May sales rose 5 %", "May's sales rose 5 %"."""
        if self._is_compared(parsed, amount):
            return None
        above = _above(parsed, amount.root)
        fitting = [time for time in times if time.governor in above and not time.compared]
        return fitting[0] if len(fitting) == 1 else None

    def _is_compared(self, parsed: Parsed, amount: Amount) -> bool:
        """Whether a word of comparison leads to the number, an article or adjective between: "from its 10 percent peak"."""
        before = amount.first - 1
        while before > 0 and amount.first - before <= _CLOSE and parsed.pos[before] in _LEADING:
            before -= 1
        return before >= 0 and parsed.lower[before] in self._words.comparing

    def _compares(self, parsed: Parsed, tokens: Iterable[int]) -> bool:
        return any(parsed.lower[token] in self._words.comparing for token in tokens)

    def _time(self, parsed: Parsed, timex: Timex, compared: Collection[int]) -> _Time:
        """The time with its governor; it is compared with when a word of comparison leads to it or to its number."""
        first = parsed.token_of(timex.span.start)
        inside = range(first, parsed.token_of(timex.span.end - 1) + 1)
        top = next((t for t in inside if parsed.head[t] not in inside or parsed.head[t] == t), first)
        path = [parsed.head[top]]
        while parsed.pos[path[-1]] in _ADPOSITIONS and parsed.head[path[-1]] != path[-1]:
            path.append(parsed.head[path[-1]])
        led = self._compares(parsed, path[:-1]) or parsed.lemma[path[-1]] in self._words.contracts
        owned = any(token in compared for token in range(first - _CLOSE, first))
        return _Time(timex, first, path[-1], parsed.lower[first - 1] if first else "", led or owned)


def _is_definite(timex: Timex) -> bool:
    """Whether it says when: no bare duration, and no "recently" or "in the future"."""
    return timex.value not in _VAGUE and (timex.type in {"DATE", "TIME"} or timex.begin is not None)


def _is_plain(parsed: Parsed, tokens: Iterable[int]) -> bool:
    """Whether only prepositions, articles and commas stand there."""
    return all(parsed.pos[token] in _BETWEEN and parsed.word[token] not in _BREAKS for token in tokens)


def _is_day(timex: Timex) -> bool:
    """Whether it is a day or a time of one: 2024-03-05, XXXX-WXX-2."""
    return len(timex.value) >= len("2024-03-05") and timex.value[4] == "-"


def _above(parsed: Parsed, token: int) -> set[int]:
    """The tokens from a number up to its clause's verb, with that verb's subject."""
    path = clause_of(parsed, token)
    subjects = (c for c in parsed.children_near(path[-1]) if parsed.dep[c] in _SUBJECTS)
    return {*path, *subjects}
