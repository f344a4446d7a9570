"""The fold that reads the quantities of an article: numbers, units, ranges, context, then the parse."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.annotations import Annotations, Counted, Quantity, Span, UnitKind
from extractor.matchers.quantities.changes import ChangeReader
from extractor.matchers.quantities.contexts import ContextRules, with_effect
from extractor.matchers.quantities.ellipsis import completed
from extractor.matchers.quantities.invisible import seen_through
from extractor.matchers.quantities.meaning.reader import MeaningReader
from extractor.matchers.quantities.measure import Measure
from extractor.matchers.quantities.measures import MeasureReader
from extractor.matchers.quantities.modifiers import ModifierReader
from extractor.matchers.quantities.names import is_name
from extractor.matchers.quantities.nouns import counted_noun, share_of
from extractor.matchers.quantities.numerals import NumeralReader
from extractor.matchers.quantities.ranges import RangeReader
from extractor.matchers.quantities.years import counts_plural
from extractor.text.parsed import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SHARES: frozenset[UnitKind] = frozenset({"percent", "ratio"})
_LENDERS = 12
"""How many quantities back an elliptic number may look."""
_APART = re.compile(r"[^\S\n](?:ago|later|earlier|on|hence)\b")
"""Behind a duration that parts two times."""
_OVER = re.compile(r"\bover[^\S\n](an?[^\S\n])?\Z", re.IGNORECASE)
"""Before what something takes rather than exceeds: "over two years", "over a 25-year period"."""
_HYPHENATED = re.compile(r"-(?!(?:an?|by|in|on|over|to|under)-|(?:odd|plus)\b)([A-Za-z]+(?:-[a-z]+)*)")


@dataclass(frozen=True, slots=True)
class QuantityMatcher:
    """Finds and reads the quantities of an article, given its parsed Doc and the time expressions in it."""

    numerals: NumeralReader
    measures: MeasureReader
    ranges: RangeReader
    contexts: ContextRules
    modifiers: ModifierReader
    changes: ChangeReader
    meanings: MeaningReader

    def __call__(self, parsed: Parsed, found: Annotations) -> tuple[Quantity, ...]:
        """The quantities in text order, none overlapping another.

        Args:
            parsed: The article.
            found: Its ``timexes`` are read; numbers in dates, times of day and sets are no quantities.
        """
        text = parsed.text
        measures = seen_through(text, self._measured)
        kept = _outside_dates(text, self._in_context(parsed, measures), found)
        described = list(_during(text, found, self._described(parsed, kept)))
        return self.meanings(parsed, found, described)

    def _measured(self, text: str) -> Iterator[Measure]:
        return self.ranges(text, self.measures(text, self.numerals(text)))

    def leaves_out(self, text: str) -> bool:
        """Whether a text has so many numbers, as a spreadsheet has, that some of them are not read."""
        return self.numerals.leaves_out(text)

    def _in_context(self, parsed: Parsed, measures: Iterable[Measure]) -> Iterator[Measure]:
        for measure in measures:
            rule = next(self.contexts(parsed.text, measure), None)
            if rule is None or (rule.shape == "modern year" and self._counts(parsed, measure)):
                yield measure
            elif read := with_effect(measure, rule):
                yield read

    def _counts(self, parsed: Parsed, measure: Measure) -> bool:
        """Whether a number that could be a year counts something."""
        sure = self.modifiers(parsed.text, measure.start, measure.end) in {">", ">="}
        return counts_plural(parsed.doc[parsed.token_of(measure.end - 1)], sure=sure)

    def _described(self, parsed: Parsed, measures: Iterable[Measure]) -> list[Quantity]:
        doc, text = parsed.doc, parsed.text
        described: list[Quantity] = []
        for measure in measures:
            first, last = parsed.token_of(measure.start), parsed.token_of(measure.end - 1)
            if measure.unit is None and is_name(text, doc, measure, first, last):
                continue
            quantity = self._quantity(doc, text, measure, first, last)
            if quantity.unit is None and quantity.counted is None and quantity.unit_kind == "count":
                since = parsed.start[parsed.sentence[first][0]]
                earlier = [other for other in described[-_LENDERS:] if other.span.start >= since]
                quantity = completed(doc, text, last, quantity, earlier)
                if text[measure.start : measure.end].lower() == "one":
                    continue  # a pronoun: "a bigger plan, not one for the rich"
            described.append(quantity)
        return described

    def _quantity(self, doc: Doc, text: str, measure: Measure, first: int, last: int) -> Quantity:
        unit = measure.unit
        kind: UnitKind = unit.kind if unit else "ratio" if measure.numeral.form == "fraction" else "count"
        span = Span(measure.start, measure.end)
        counted = _counted(doc, text, measure, last) if unit is None else None
        if counted and kind == "count":
            alone = " " not in counted.text
            if unit := self.measures.parted_unit(counted.head, alone):
                kind, counted = unit.kind, None
        end = counted.span.end if counted else measure.end
        per = measure.per or (self.measures.per_after(text, end) if unit is None else None)
        exact = measure.exact
        return Quantity(
            span=span,
            value=measure.high if exact else None,
            low=None if exact else measure.low,
            high=None if exact else measure.high,
            unit=unit.name or None if unit else None,
            unit_kind=kind,
            currency=unit.currency if unit else None,
            per=per,
            counted=counted,
            of=share_of(doc, last) if kind in _SHARES and measure.rule != "score" else None,
            modifier="="
            if measure.rule == "range.bounds"
            else self.modifiers(text, measure.start, measure.end),
            change=self.changes(doc, measure, first, last),
            vague=measure.numeral.form == "vague" or measure.rule == "range.or",
            rule=measure.rule or _rule(measure, kind),
        )


def _during(text: str, found: Annotations, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities, none of them more than a stretch in the course of which something is: "£2m over two years"."""
    plain = {timex.span.start for timex in found.timexes if timex.type == "DURATION" and not timex.mod}
    for quantity in quantities:
        start = quantity.span.start
        over = _OVER.search(text, max(0, start - 8), start) if quantity.modifier == ">" else None
        timed = start in plain or (over and over[1] and quantity.unit_kind == "time")
        yield replace(quantity, modifier="=") if over and timed else quantity


def _counted(doc: Doc, text: str, measure: Measure, last: int) -> Counted | None:
    """What a bare number counts; "12-page" says it behind a hyphen, "sixfold" is times."""
    if measure.numeral.form == "fold":
        return Counted(Span(measure.end - 4, measure.end), text[measure.end - 4 : measure.end], "fold")
    if hyphenated := _HYPHENATED.match(text, measure.end):
        span = Span(hyphenated.start(1), hyphenated.end(1))
        return Counted(span, hyphenated[1], hyphenated[1].lower())
    if measure.numeral.form == "fraction" and not _is_part(doc, text, measure, last):
        return None
    return counted_noun(doc, last, measure.high)


def _is_part(doc: Doc, text: str, measure: Measure, last: int) -> bool:
    """Whether a fraction measures a noun ("1/4 point", "a half turn") rather than being a share of something."""
    written = text[measure.start : measure.start + 2].lower()
    return (written[:1].isdigit() or written == "a ") and last + 1 < len(doc) and doc[last + 1].pos_ == "NOUN"


def _outside_dates(text: str, measures: Iterable[Measure], found: Annotations) -> Iterator[Measure]:
    dates = sorted(timex.span for timex in found.timexes if timex.type != "DURATION")
    starts = [date.start for date in dates]
    sets = frozenset(timex.span for timex in found.timexes if timex.type == "SET")
    for measure in measures:
        date = dates[index - 1] if (index := bisect_left(starts, measure.end)) else None
        if date is None or date.end <= measure.start or _measures(text, measure, date, sets):
            yield measure


def _measures(text: str, measure: Measure, date: Span, sets: frozenset[Span]) -> bool:
    """Whether a number in a time expression measures: "1480 sq m", "every 29 years", "two years ago"; no date does."""
    if measure.unit is None or not measure.unit.name:
        return False
    return measure.unit.kind != "time" or date in sets or bool(_APART.match(text, measure.end))


def _rule(measure: Measure, kind: UnitKind) -> str:
    form = measure.numeral.form
    return form if form in {"vague", "fraction"} else kind
