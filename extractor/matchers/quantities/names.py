"""Numbers that are part of a name, told from the parse: "a 767 Freighter", "BBC One", "new 747 cargo jets"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.matchers.quantities.measure import Measure
from extractor.matchers.quantities.nouns import head_noun

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PRODUCTS = re.compile(r"\d\w*s\Z")
"""Plural of a type: "50 A321neos"."""
_MODEL = re.compile(r"(?<![\w.,])(\d{2,4})[^\S\n][A-Z]{2,12}[^\S\n](\d{1,3})(?![\w.,]*\d)")
_LONGEST_MODEL = 20
_ELSEWHERE = 3000
"""Characters around a number in which the same name with the same number is looked for."""
_NEAR = 6
"""Tokens before a number among which another one may count the same noun."""


def is_name(text: str, doc: Doc, measure: Measure, first: int, last: int) -> bool:
    """Whether a number without unit belongs to a name."""
    if measure.numeral.form not in {"digits", "spelled"} or measure.first is not None:
        return False
    return (
        _in_name(doc, measure, first, last)
        or _before_name(doc, measure, last)
        or _inside_counted(doc, first, last)
        or _after_name(doc, measure, first, last)
        or _again(text, doc, measure, first)
        or _in_model(text, measure)
    )


def _in_name(doc: Doc, measure: Measure, first: int, last: int) -> bool:
    """A capitalised number word beside a name, inside a sentence: "BBC One", "the One Nation group"."""
    number = doc[first]
    if measure.numeral.form != "spelled" or not number.text.istitle() or number.is_sent_start or not first:
        return False
    if doc[first - 1].is_lower and (doc[first - 1].is_alpha or doc[first - 1].tag_ == "POS"):
        return True  # "the film Seven"
    neighbours = [doc[first - 1], *doc[last + 1 : last + 2]]
    return any(token.pos_ == "PROPN" and token.text[:1].isupper() for token in neighbours)


def _before_name(doc: Doc, measure: Measure, last: int) -> bool:
    """A bare number before a singular name: "767 Freighter", "22 Avenue Lund"."""
    if not measure.numeral.bare or measure.high < 2 or last + 1 >= len(doc):
        return False
    head = head_noun(doc, last)
    if head is None or (doc[last].head.i != head and doc[last].dep_ not in {"nummod", "compound"}):
        return False
    return all(
        token.tag_ in {"NNP", "NN"} and token.text[:1].isupper() for token in doc[last + 1 : head + 1]
    ) and not (doc[head].text.isupper() or _PRODUCTS.search(doc[head].text))


def _after_name(doc: Doc, measure: Measure, first: int, last: int) -> bool:
    """Digits that close a name: "Maroon 5", "Python 3.11". Results name two ("Rovers 2, Town 1") and are none."""
    name, number = doc[first - 1] if first else doc[first], doc[last]
    if measure.numeral.form != "digits" or name.pos_ != "PROPN" or number.i == name.i:
        return False
    if number.head.i != name.i and name.head.i != number.i:
        return False
    if last - first or measure.numeral.scale != 1 or measure.high >= 1000 or not name.text[:1].isupper():
        return False
    around = [*doc[max(0, first - _NEAR) : first], *doc[last + 1 : last + 1 + _NEAR]]
    return not any(token.like_num or token.text in {"%", "points"} for token in around)


def _inside_counted(doc: Doc, first: int, last: int) -> bool:
    """A second number inside a phrase that one before it counts: "two new 747 cargo jets"."""
    head = head_noun(doc, last)
    if head is None or (doc[first].head.i != head and doc[last].head.head.i != head):
        return False
    return any(
        token.head.i == head and token.dep_ == "nummod" and token.is_alpha and token.like_num
        for token in doc[max(0, first - _NEAR) : first]
    )


def _again(text: str, doc: Doc, measure: Measure, first: int) -> bool:
    """Digits behind a capitalised word that stand behind it elsewhere too: "Half-Life 2" of an article on the game."""
    if not first or not measure.numeral.bare or measure.high >= 1000 or not doc[first - 1].text[:1].isupper():
        return False
    name = text[doc[first - 1].idx : measure.end]
    near = text[max(0, measure.start - _ELSEWHERE) : measure.end + _ELSEWHERE]
    return len(re.findall(rf"{re.escape(name)}(?![\w.,%-]*\d)", near)) > 1


def _in_model(text: str, measure: Measure) -> bool:
    """One of two numbers around capitals: "the 737 MAX 8 jets"."""
    near = _MODEL.finditer(text, max(0, measure.start - _LONGEST_MODEL), measure.end + _LONGEST_MODEL)
    return any(measure.start in (model.start(1), model.start(2)) for model in near)
