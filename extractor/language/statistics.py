"""``lexicons/statistics.toml``: which numbers of the article's own voice state something; see the comments of the file."""

from __future__ import annotations

from typing import ClassVar

from extractor.language.schema import Lexicon, WordList, Words


class StatisticWords(Lexicon):
    """The file.

    Attributes:
        determiners: Before a count that is definite.
        orders: Between such a word and the count.
        introducing: Numbers that introduce what they count.
        one: The number that introduces but where it counts or is bounded.
        counted_by_one: Nouns that it counts.
        bounds: Words before it where it counts.
    """

    file: ClassVar[str] = "lexicons/statistics"

    determiners: WordList
    orders: WordList
    introducing: Words
    one: str
    counted_by_one: Words
    bounds: WordList
