"""Numbers scored: was it found, was its value read, was its unit (for a bare count: what is counted) read."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from extractor.evaluate.gold import GoldQuantity, unit_per
from extractor.evaluate.measures import Measure, Pairs, Score, overlapping
from extractor.records import ArticleRecord, QuantityRecord

_IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "lives": "life",
    "deaths": "death",
}


def score_quantities(gold: Sequence[GoldQuantity], record: ArticleRecord) -> dict[str, Measure]:
    """The measures of one article, by name; spans count as found when they overlap."""
    found = record.quantities
    pairs = overlapping(
        [quantity.span for quantity in gold], [(quantity.start, quantity.end) for quantity in found]
    )
    valued = [(i, j) for i, j in pairs if _same_value(gold[i], found[j])]
    united = [(i, j) for i, j in valued if same_unit(gold[i].unit, _unit(found[j]))]

    def score(right: Pairs) -> Score:
        return Score(len(right), len(found), len(right), len(gold))

    return {"span": score(pairs), "value": score(valued), "value and unit": score(united)}


def same_unit(one: str, other: str) -> bool:
    """Whether two units, or two counted phrases, differ at most in case, hyphens and number."""
    return _singular(one) == _singular(other)


def _singular(phrase: str) -> list[str]:
    return [_singular_word(word) for word in re.findall(r"\w+|[^\w\s-]", phrase.casefold())]


def _singular_word(word: str) -> str:
    """A key that singular and plural share; not always a word."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return re.sub(r"(s|x|z|ch|sh)e$", r"\1", word)


def _unit(quantity: QuantityRecord) -> str:
    unit = quantity.unit or (quantity.counted.text if quantity.counted else "")
    return unit_per(unit, quantity.per)


def _same_value(gold: GoldQuantity, found: QuantityRecord) -> bool:
    low, high = (found.value, found.value) if found.value is not None else (found.low, found.high)
    return _close(gold.low, low) and _close(gold.high, high)


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-6)
