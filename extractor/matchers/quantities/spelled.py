"""Spelled numbers: "two thousand and six", "three and a half million", "two thirds", "half a dozen"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extractor.language.rules import alternation
from extractor.matchers.quantities.vocabulary import NumberWords

GAP = r"(?:[^\S\n]{1,20}+|-|[^\S\n]-[^\S\n])"
"""What joins the parts of a number: spaces or a hyphen, as a tokenizer or a typesetter may have spaced it."""

POINT = r"-(?:percentage-)?point\b"
"""Behind a part that is one of a percentage point: "a quarter-point cut"."""
_WORD = re.compile(r"[A-Za-z]+")
_ARTICLES = frozenset({"a", "an", "another"})


@dataclass(frozen=True, slots=True)
class Spelled:
    """A spelled number.

    Attributes:
        length: Code points it takes of the run it was read from.
        scale: The last scale word ("million" of "three and a half million"); 1 without.
        form: article when "a" stands for one ("a million").
    """

    value: float
    length: int
    scale: float = 1
    form: Literal["spelled", "fraction", "article"] = "spelled"


class SpelledReader:
    """Reads the number at the start of a run of number words."""

    def __init__(self, words: NumberWords) -> None:
        self._cardinals = words.cardinals
        self._scales = {**words.scales, **{f"{word}s": value for word, value in words.scales.items()}}
        self._fractions = words.fractions
        self._plurals = words.plural_fractions
        number, scale = alternation(words.cardinals), alternation(self._scales)
        part = alternation([*words.fractions, *words.plural_fractions])
        self.pattern = rf"""
            (?: (?:{number})
              | (?:an?|another)[^\S\n]+(?:half[^\S\n]+)?(?:{scale}|{part})
              | half(?:[^\S\n]+an?[^\S\n]+(?:{scale})|[^\S\n]+(?:{scale}))?
              | quarter(?={POINT})
              | quarter[^\S\n]+(?:of[^\S\n]+a[^\S\n]+)?(?:{scale})
            ) \b
            (?: {GAP} (?:(?:and|of){GAP})? (?:an?{GAP})?
                (?:{number}|{scale}|{part}|point) \b ){{0,16}} """

    def __call__(self, run: str) -> Spelled | None:
        """The longest number the run begins with; None when there is none."""
        tokens = [(match[0].lower(), match.end()) for match in _WORD.finditer(run)]
        return self._opening(tokens) or _Cardinal(self, tokens).read()

    def scale(self, word: str) -> float:
        """What the scale word multiplies by, 0 for other words."""
        return self._scales.get(word, 0.0)

    def cardinal(self, word: str) -> int | None:
        """The value of a cardinal below 100."""
        return self._cardinals.get(word)

    def part(self, word: str) -> int:
        """The denominator a singular fraction word names, 0 for other words."""
        return self._fractions.get(word, 0)

    def parts(self, word: str, numerator: float) -> int:
        """The denominator of a fraction with this numerator; 0 for "two quarters", which are half a year."""
        if word in self._plurals:
            return 0 if word == "quarters" and numerator != 3 else self._plurals[word]
        return self._fractions.get(word, 0) if numerator == 1 else 0

    def _opening(self, tokens: list[tuple[str, int]]) -> Spelled | None:
        """Numbers that begin with "a", "half" or "quarter"."""
        words = [word for word, _ in tokens]
        start = 1 if words[0] in _ARTICLES else 0
        if start >= len(words):
            return None
        first = words[start]
        if first in {"half", "quarter"}:
            skipped = start + 1 + (words[start + 1 : start + 2] == ["of"])
            skipped += words[skipped : skipped + 1] in (["a"], ["an"])
            if skipped < len(words) and (scale := self.scale(words[skipped])):
                return Spelled(scale / self._fractions[first], tokens[skipped][1], scale)
        if first in self._fractions and (start or first in {"half", "quarter"}):
            return Spelled(1 / self._fractions[first], tokens[start][1], form="fraction")
        if start:
            read = _Cardinal(self, [("one", tokens[0][1]), *tokens[1:]]).read()
            return (
                Spelled(read.value, read.length, read.scale, "article") if read and read.value > 1 else None
            )
        return None


class _Cardinal:
    """One pass over number words, from the largest scale to the smallest."""

    def __init__(self, reader: SpelledReader, tokens: list[tuple[str, int]]) -> None:
        self.reader, self.tokens = reader, tokens
        self.total, self.group = 0.0, -1.0  # finished scales; the group being read, -1 before its first word
        self.scale, self.end = 1.0, 0

    @property
    def value(self) -> float:
        return self.total + max(self.group, 0.0)

    def read(self) -> Spelled | None:
        index = 0
        while index < len(self.tokens):
            taken = self._take(index)
            if not taken:
                break
            index += taken
            self.end = self.tokens[index - 1][1]
        if not self.end:
            return None
        following = self.tokens[index][0] if index < len(self.tokens) else ""
        if denominator := self.reader.parts(following, self.value):
            return self._fraction(self.value / denominator, index)
        return Spelled(self.value, self.end, self.scale)

    def _fraction(self, value: float, index: int) -> Spelled:
        """The fraction whose denominator is word ``index``, of a scale when one follows ("two thirds of a million")."""
        after = index + 1
        if [word for word, _ in self.tokens[after : after + 2]] in (["of", "a"], ["of", "one"]):
            after += 2
        scale = self.reader.scale(self.tokens[after][0]) if after < len(self.tokens) else 0
        if scale:
            return Spelled(value * scale, self.tokens[after][1], scale)
        return Spelled(value, self.tokens[index][1], form="fraction")

    def _take(self, index: int) -> int:
        """How many words, from this one on, belong to the number; 0 ends it."""
        word = self.tokens[index][0]
        if word == "and":
            return self._take_and(index)
        if word == "point":
            return self._take_decimals(index)
        number = self.reader.cardinal(word)
        if number is not None:
            return self._add(number)
        return self._multiply(self.reader.scale(word))

    def _add(self, number: int) -> int:
        tens, room = self.group % 100, self.group >= 0
        fits = (
            not room
            or (tens == 0 and self.group >= 100)
            or (tens >= 20 and tens % 10 == 0 and 0 < number < 10)
        )
        if not fits or (not room and self.total and self.total % 1 != 0):
            return 0
        self.group = max(self.group, 0.0) + number
        return 1

    def _multiply(self, scale: float) -> int:
        if not scale or not self.end:
            return 0
        if scale == 100 and 0 < self.group < 100:
            self.group *= 100
            return 1
        if self.group >= 0 and self.total and scale < self.scale:
            self.total, self.group = self.total + self.group * scale, -1.0
        else:
            self.total, self.group = self.value * scale, -1.0
        self.scale = scale
        return 1

    def _take_and(self, index: int) -> int:
        """What "and" adds: "two hundred and five", "three and a half"."""
        words = [word for word, _ in self.tokens[index + 1 : index + 4]]
        if numerator := self._numerator(words):
            denominator = self.reader.part(words[1]) or self.reader.parts(words[1], numerator)
            return self._add_part(numerator / denominator, words[2:], 3)
        if words and words[0] == "half":
            return self._add_part(0.5, words[1:], 2)
        after_hundred = self.group >= 100 and self.group % 100 == 0
        after_scale = self.group < 0 and self.scale > 1
        number = self.reader.cardinal(words[0]) if words else None
        if number is None or not (after_hundred or after_scale):
            return 0
        return 1 + self._add(number)

    def _numerator(self, words: list[str]) -> int:
        """The numerator of the fraction the words begin with ("three quarters"), 0 without one."""
        if len(words) < 2:
            return 0
        if words[0] in {"a", "an", "one"}:
            return 1 if self.reader.part(words[1]) else 0
        number = self.reader.cardinal(words[0]) or 0
        part = self.reader.parts(words[1], number)
        if not part and self.value < 100:  # "two and three-quarter hours"
            part = self.reader.part(words[1])
        return number if number < part or self.reader.parts(words[1], number) else 0

    def _add_part(self, part: float, following: list[str], taken: int) -> int:
        """A part, of one or of a scale: "seven billion and a half million", "a million and a half"."""
        own = self.reader.scale(following[0]) if following else 0.0
        if own and own < self.scale:
            self.total, self.group = self.value + part * own, -1.0
            return taken + 1
        of = self.scale if self.group < 0 else 1
        self.total, self.group = self.value + part * of, -1.0
        return taken

    def _take_decimals(self, index: int) -> int:
        digits = self._digit_words(index + 1)
        if not digits or not self.end:
            return 0
        self.total, self.group = self.value + float(f"0.{''.join(digits)}"), -1.0
        return 1 + len(digits)

    def _digit_words(self, index: int) -> list[str]:
        digits: list[str] = []
        for word, _ in self.tokens[index:]:
            number = self.reader.cardinal(word)
            if number is None or number > 19:
                break
            digits.append(str(number))
        return digits
