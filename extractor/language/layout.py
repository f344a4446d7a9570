"""``lexicons/structure.toml``: the words by which head lines, datelines, bylines and captions are known."""

from __future__ import annotations

from typing import ClassVar

from extractor.language.schema import Lexicon, Table, WordList, Words


class Captions(Table):
    """Words of captions: at their beginning, and before the name in brackets at their end."""

    openings: WordList
    credits: WordList


class Furniture(Table):
    """Openings of links to other articles and of notes on corrections."""

    links: WordList
    notes: WordList


class LabelTexts(Table):
    """Lines above a headline that are none."""

    texts: Words


class Days(Table):
    """Names of the weekdays."""

    names: WordList


class LayoutWords(Lexicon):
    """The file; keys are matched without regard to case.

    Attributes:
        fields: Names of "Title: …" lines by the field of the article they fill.
        months: Names of the months, in their order.
    """

    file: ClassVar[str] = "lexicons/structure"

    fields: dict[str, WordList]
    captions: Captions
    furniture: Furniture
    labels: LabelTexts
    months: dict[str, WordList]
    days: Days
