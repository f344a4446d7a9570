"""What a number measures because another one does: "to 9.6 % from 10.6 %", "£800m ($1.5bn)", "5 % or $1.20", "7 % think so".

The two are linked by the words between them, times taken out ("38.5 % in 2020, 44.7 % in 2021 and 36.4 % in 2022").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.annotations import Quantity, Timex
from extractor.language.rules import alternation
from extractor.matchers.quantities.meaning.words import MeasureWords

_LONGEST = 60
_CONVERTED = re.compile(r"\s?[\[(/;:]\s?|,?\sor\s(?:about\s|around\s)?")
"""Between one amount and the same in another unit: "£800m ($1.5bn; €1bn)", "5 %, or $1.20"."""


class Links:
    """Decides whether two neighbouring numbers measure one thing."""

    def __init__(self, words: MeasureWords) -> None:
        listed = alternation(words.links)
        self._linked = re.compile(rf"(?i)[\W]*(?:(?:{listed})[\W]+)*")

    def lends(self, text: str, lender: Quantity, borrower: Quantity, timexes: Sequence[Timex]) -> bool:
        """Whether the second of two neighbours measures what the first does."""
        start, end = lender.span.end, borrower.span.start
        if not 0 < end - start < _LONGEST or "\n" in text[start:end]:
            return False
        if _CONVERTED.fullmatch(text, start, end):
            return True
        return lender.unit_kind == borrower.unit_kind and self.joins(text, lender, borrower, timexes)

    def joins(self, text: str, lender: Quantity, borrower: Quantity, timexes: Sequence[Timex]) -> bool:
        """Whether only linking words and times stand between two neighbours."""
        start, end = lender.span.end, borrower.span.start
        if not 0 < end - start < _LONGEST or "\n" in text[start:end]:
            return False
        if lender.per and (
            per := re.compile(rf"\s+(?:an?|per|each|/)?\s*{re.escape(lender.per)}s?\b").match(
                text, start, end
            )
        ):
            start = per.end()
        between = text[start:end]
        for timex in reversed(timexes):
            if start <= timex.span.start and timex.span.end <= end:
                between = between[: timex.span.start - start] + between[timex.span.end - start :]
        return bool(self._linked.fullmatch(between)) and not between.rstrip().endswith(".")
