"""``lexicons/standalone.toml``: what points outside a claim, and the dates and numbers that need a reading."""

from __future__ import annotations

from typing import ClassVar

from extractor.language.schema import Lexicon, Table, WordList, Words


class Nominals(Table):
    """Words around a noun that takes up a name.

    Attributes:
        determiners: Before such a noun ("the company").
        indefinite: Before a name that stands for anybody like its bearer ("a Lincoln").
        former: Before a role that somebody else may hold now.
        organisations: Nouns that take up an organisation.
    """

    determiners: Words
    indefinite: Words
    former: WordList
    organisations: Words


class VerbForms(Table):
    """Forms of "be", and what is left of a verb behind an apostrophe."""

    be: Words
    contractions: WordList


class ShortNumbers(Table):
    """Numbers that need a reading: letters short for a power of ten, and the words of long ones."""

    short: dict[str, float]
    long: WordList


class ReadDates(Table):
    """Dates that only the day of publication tells, and what makes one unsure; see the comments of the file."""

    unsure_rules: Words
    by_name: Words
    unsure_words: Words
    unsure_possessives: Words
    present: Words
    rules_by_tense: Words
    directions: Words
    prepositional_rules: Words
    spoken: Words
    bare_units: Words
    loose: WordList
    owners: Words
    indefinite: Words


class StandaloneWords(Lexicon):
    """The file."""

    file: ClassVar[str] = "lexicons/standalone"

    nominals: Nominals
    verbs: VerbForms
    numbers: ShortNumbers
    dates: ReadDates
