"""Whether an article writes 3/12/2024 with the day or the month first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/.-]*\d)")
_SAMPLE = 50


@dataclass(frozen=True, slots=True)
class DateOrder:
    """The article's habit.

    Attributes:
        day_first: True or False when dates of the article prove it, None when all of them are ambiguous.
    """

    day_first: bool | None

    def read(self, first: int, second: int) -> tuple[int, int] | None:
        """Month and day of two numbers; None when neither they nor the article tell which is which."""
        if first > 12 and 1 <= second <= 12:
            return second, first
        if second > 12 and 1 <= first <= 12:
            return first, second
        if first == second and 1 <= first <= 12:
            return first, second
        if self.day_first is None or not (1 <= first <= 12 and 1 <= second <= 12):
            return None
        return (second, first) if self.day_first else (first, second)


def date_order(text: str) -> DateOrder:
    """The habit that its unambiguous numeric dates prove.

    Args:
        text: The article text; its first fifty numeric dates are looked at.
    """
    votes = 0
    for found in islice(_NUMERIC.finditer(text), _SAMPLE):
        votes += (int(found[1]) > 12) - (int(found[3]) > 12)
    return DateOrder(votes > 0 if votes else None)
