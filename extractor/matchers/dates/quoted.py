"""A quotation's own day: in "We sail today," she said on Monday, today is that Monday."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.annotations import Cue, Quotation
from extractor.language.rules import alternation
from extractor.matchers.dates.lexicon import Lexicon
from extractor.matchers.dates.periods import DAY

_CLAUSE = 140
"""How far from a quotation its reporting clause reaches."""
_ENDS = re.compile(r"[.!?](?=\s|$)|[\n“”\"]")


@dataclass(frozen=True, slots=True)
class QuotedDays:
    """The days on which an article's quotations were said.

    Attributes:
        days: Start, end and day of each quotation whose reporting clause names a weekday; offsets of the article text.
    """

    days: tuple[tuple[int, int, dt.date], ...] = ()

    def at(self, start: int) -> dt.date | None:
        """The day on which the quotation around an offset was said; None where nothing tells."""
        place = bisect_right(self.days, start, key=lambda day: day[0]) - 1
        if place < 0 or start >= self.days[place][1]:
            return None
        return self.days[place][2]


@dataclass(frozen=True)
class QuotedDayReader:
    """Reads the weekdays of reporting clauses."""

    lexicon: Lexicon
    weekday: re.Pattern[str]

    def read(
        self, text: str, quotations: Sequence[Quotation], cues: Sequence[Cue], published: dt.date | None
    ) -> QuotedDays:
        """The quotations' days; a quotation that goes on in the same paragraph was said on the day of the one before."""
        if published is None or not quotations:
            return QuotedDays()
        starts = sorted(cue.span.start for cue in cues if cue.form == "verb")
        own = [self._told(text, quotation, starts, published) for quotation in quotations]
        for index, (before, quotation) in enumerate(pairwise(quotations), start=1):
            between = text[before.span.end : quotation.span.start]
            if own[index] is None and len(between) <= _CLAUSE and "\n" not in between:
                own[index] = own[index - 1]
        return QuotedDays(
            tuple((q.span.start, q.span.end, day) for q, day in zip(quotations, own, strict=True) if day)
        )

    def _told(
        self, text: str, quotation: Quotation, cues: Sequence[int], published: dt.date
    ) -> dt.date | None:
        """The weekday behind a verb of saying, after the quotation or before it in its sentence."""
        for start, end in (_behind(text, quotation), _before(text, quotation.span.start)):
            place = bisect_left(cues, start)
            said = place < len(cues) and cues[place] < end
            found = self.weekday.search(text, cues[place], end) if said else None
            if found:
                wanted = int(self.lexicon.tables["WEEKDAY"][found[1].lower()])
                return published - (published.isoweekday() - wanted) % 7 * DAY
        return None


def _behind(text: str, quotation: Quotation) -> tuple[int, int]:
    """The rest of the sentence; nothing behind a quotation that closes one."""
    end = quotation.span.end
    if text[quotation.inner.end - 1] == ".":
        return end, end
    closes = _ENDS.search(text, end, end + _CLAUSE)
    return end, closes.start() if closes else min(len(text), end + _CLAUSE)


def _before(text: str, start: int) -> tuple[int, int]:
    first = max(0, start - _CLAUSE)
    closes = [found.end() for found in _ENDS.finditer(text, first, start)]
    return (closes[-1] if closes else first), start


def quoted_day_reader(lexicon: Lexicon) -> QuotedDayReader:
    """A reader with the lexicon's weekdays, in full."""
    names = [word for word in lexicon.tables["WEEKDAY"] if word.endswith("day")]
    return QuotedDayReader(
        lexicon, re.compile(rf"(?<!last )(?<!next )\b({alternation(names)})\b(?!['’]s)", re.IGNORECASE)
    )
