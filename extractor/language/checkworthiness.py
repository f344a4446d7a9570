"""``lexicons/checkworthiness.toml``: words that signal fact, value, demand, promise and topic, and how signals are told."""

from __future__ import annotations

from typing import ClassVar

from extractor.language.schema import Lexicon, Table, WordList, Words


class Signal(Table):
    """Words that say alike.

    Attributes:
        says: How the signal is told to people.
        words: Lemmas or forms, in lower case.
    """

    says: str
    words: WordList


class CheckWords(Lexicon):
    """The file.

    Attributes:
        silence: Words of which "to comment on the matter" consists.
        types: Why a type has nothing to check.
        features: How a feature that is no signal is told.
        signals: By name.
    """

    file: ClassVar[str] = "lexicons/checkworthiness"

    silence: Words
    types: dict[str, str]
    features: dict[str, str]
    signals: dict[str, Signal]
