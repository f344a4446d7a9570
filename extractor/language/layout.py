"""``lexicons/structure.toml``: the words by which head lines, datelines, bylines and captions are known."""

from __future__ import annotations

from typing import ClassVar

from extractor.language.schema import Lexicon, Table, WordList, Words


class Captions(Table):
    """Words of captions: at their beginning, and before the name in brackets at their end."""

    openings: WordList
    credits: WordList


class Phrases(Table):
    """Phrases by which a line around a story is known: the whole of it, its beginning, or anything in it."""

    lines: WordList
    opens: WordList
    holds: WordList


class Boilerplate(Table):
    """Phrases of each kind of line that is no part of a story."""

    furniture: Phrases
    notice: Phrases
    correction: Phrases
    rights: Phrases
    credit: Phrases


class LabelTexts(Table):
    """Lines above a headline that are none."""

    texts: Words


class DateLines(Table):
    """Words of a date line: endings of its numbers, and what it begins with."""

    ordinals: WordList
    stamps: WordList


class LayoutWords(Lexicon):
    """The file; keys are matched without regard to case.

    Attributes:
        fields: Names of "Title: …" lines by the field of the article they fill.
        links: Words before a colon, dash or bar that lead to another article.
    """

    file: ClassVar[str] = "lexicons/structure"

    fields: dict[str, WordList]
    captions: Captions
    links: WordList
    boilerplate: Boilerplate
    labels: LabelTexts
    dates: DateLines
