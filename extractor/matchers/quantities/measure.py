"""What is known of a number and its unit before its context is judged."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.matchers.quantities.numerals import Numeral
from extractor.matchers.quantities.units import Unit


@dataclass(frozen=True, slots=True)
class Measure:
    """A number or range with its unit, before its context is judged.

    Attributes:
        start: First character, currency sign and minus inside.
        end: After the last character, unit inside.
        low: The value, or the lower end.
        high: The value, or the upper end.
        numeral: The number as written; of a range the last one.
        unit: None for a bare number.
        per: Denominator, singular.
        signed: Whether the unit stands before the number.
        first: The lower end as written, when this is a range.
        rule: Which rule read it; empty for a number that nothing has claimed yet.
        reach: After the denominator; numbers before it ("per 100,000 people") are no quantities of their own.
    """

    start: int
    end: int
    low: float
    high: float
    numeral: Numeral
    unit: Unit | None = None
    per: str | None = None
    signed: bool = False
    first: Numeral | None = None
    rule: str = ""
    reach: int = 0

    @property
    def exact(self) -> bool:
        """Whether it is one number rather than a range or a vague magnitude."""
        return self.first is None and self.low == self.high
