"""Numbers that are part of a name, told from the parse: "a 767 Freighter", "BBC One", "new 747 cargo jets"."""

from __future__ import annotations

from spacy.tokens import Doc

from extractor.matchers.quantities.measures import Measure
from extractor.matchers.quantities.nouns import head_noun


def is_name(doc: Doc, measure: Measure, first: int, last: int) -> bool:
    """Whether a number without unit belongs to a name."""
    if measure.numeral.form not in {"digits", "spelled"} or measure.first is not None:
        return False
    return (
        _in_name(doc, measure, first, last)
        or _before_name(doc, measure, last)
        or _inside_counted(doc, first, last)
    )


def _in_name(doc: Doc, measure: Measure, first: int, last: int) -> bool:
    """A capitalised number word beside a name, inside a sentence: "BBC One", "the One Nation group"."""
    number = doc[first]
    if measure.numeral.form != "spelled" or not number.text.istitle() or number.is_sent_start or not first:
        return False
    neighbours = [doc[first - 1], *doc[last + 1 : last + 2]]
    return any(token.pos_ == "PROPN" and token.text[:1].isupper() for token in neighbours)


def _before_name(doc: Doc, measure: Measure, last: int) -> bool:
    """A bare number before a singular name: "767 Freighter", "22 Avenue Lund"."""
    if not measure.numeral.bare or measure.high < 2 or last + 1 >= len(doc):
        return False
    head = head_noun(doc, last)
    if head is None or (doc[last].head.i != head and doc[last].dep_ not in {"nummod", "compound"}):
        return False
    return (
        all(token.tag_ in {"NNP", "NN"} and token.text[:1].isupper() for token in doc[last + 1 : head + 1])
        and not doc[head].text.isupper()
    )


def _inside_counted(doc: Doc, first: int, last: int) -> bool:
    """A second number inside a phrase that one before it counts: "two new 747 cargo jets"."""
    head = head_noun(doc, last)
    if head is None or (doc[first].head.i != head and doc[last].head.head.i != head):
        return False
    return any(
        child.i < first and child.like_num and child.dep_ == "nummod" and child.is_alpha
        for child in doc[head].children
    )
