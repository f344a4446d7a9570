"""Time expressions scored as in TempEval-3, and the days they denote."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.evaluate.gold import GoldTimex, Stretch
from extractor.evaluate.measures import Measure, Score, Share, overlapping
from extractor.records import ArticleRecord, TimexRecord


def score_timexes(
    gold: Sequence[GoldTimex], given: Sequence[Stretch], record: ArticleRecord
) -> dict[str, Measure]:
    """The measures of one article: equal spans, equal values of overlapping spans, equal days.

    Args:
        gold: The annotated expressions.
        given: Spans known from metadata; what was found there does not count.
        record: What was extracted.
    """
    found = [
        timex for timex in record.timexes if not any(timex.start < b and a < timex.end for a, b in given)
    ]
    spans = [(timex.start, timex.end) for timex in found]
    pairs = overlapping([timex.span for timex in gold], spans)
    strict = sum(gold[i].span == spans[j] for i, j in pairs)
    values = sum(gold[i].value == found[j].value for i, j in pairs)
    measures: dict[str, Measure] = {
        "strict": Score(strict, len(found), strict, len(gold)),
        "value": Score(values, len(found), values, len(gold)),
    }
    dated = [(i, j) for i, j in pairs if gold[i].interval]
    if any(timex.interval for timex in gold):
        right = sum(gold[i].interval == _interval(found[j]) for i, j in dated)
        silent = sum(_interval(found[j]) == (None, None) for _, j in dated)
        measures["interval"] = Share(right, len(dated), silent)
    return measures


def _interval(timex: TimexRecord) -> tuple[str | None, str | None]:
    if timex.interval is None:
        return None, None
    begin, end = timex.interval.begin, timex.interval.end
    return begin.isoformat() if begin else None, end.isoformat() if end else None
