"""Years that no time expression covers: bare numbers told from counts by entity recogniser and parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


_COUNTING = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT"})


def counts_plural(number: Token, sure: bool) -> bool:
    """Whether the number modifies a plural noun behind it and, unless ``sure``, the recogniser calls it a cardinal."""
    head = number.head
    modifies = head.i > number.i and head.tag_ in {"NNS", "NNPS"} and head.lemma_ != "level"
    return modifies and (sure or number.ent_type_ in _COUNTING)
