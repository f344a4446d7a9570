"""``lexicons/grouping.toml``: words by which claims are not compared, and words that turn a claim round."""

from __future__ import annotations

from typing import ClassVar

from extractor.language.schema import Lexicon, Words


class GroupingWords(Lexicon):
    """The file.

    Attributes:
        empty: Words that say too little.
        negations: Words that turn a claim round.
        people: Whom numbers of people count.
    """

    file: ClassVar[str] = "lexicons/grouping"

    empty: Words
    negations: Words
    people: Words
