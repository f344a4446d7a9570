"""``lexicons/quotations.toml``: quotation marks, and the words that begin with an apostrophe."""

from __future__ import annotations

from typing import ClassVar

from extractor.language.schema import Lexicon, Table, WordList, Words


class DoubleMarks(Table):
    """Double marks.

    Attributes:
        either: Those that open and close.
        closed_by: By what each may be closed.
    """

    open: Words
    close: Words
    either: Words
    closed_by: dict[str, Words]


class SingleMarks(Table):
    """Single marks.

    Attributes:
        elisions: What stands behind an apostrophe at the beginning of a word ("'em").
        longest: Most characters of a quotation, or of one paragraph of it.
        closed_by: By what each that opens may be closed.
    """

    open: WordList
    close: WordList
    elisions: WordList
    longest: int
    closed_by: dict[str, Words]


class QuotationMarks(Lexicon):
    """The file."""

    file: ClassVar[str] = "lexicons/quotations"

    double: DoubleMarks
    single: SingleMarks
