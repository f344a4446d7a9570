"""``lexicons/cues.toml``: the words that may attribute a content to a source, by class."""

from __future__ import annotations

from typing import ClassVar

from pydantic import ConfigDict, Field

from extractor.language.schema import Lexicon, Table, WordList


class CueClass(Table):
    """One class.

    Attributes:
        speech: Whether somebody says, asks, orders, promises, denies, accuses, finds or predicts something by them.
        strong: Whether its verbs attribute on their own, wherever the content stands.
        verbs: Lemmas.
        nouns: Lemmas.
    """

    strong: bool = False
    speech: bool = False
    verbs: WordList = ()
    nouns: WordList = ()


class CuePhrases(Table):
    """Prepositional phrases whose object is the source.

    Attributes:
        class_: The class of them all.
    """

    phrases: WordList
    class_: str = Field(alias="class")


class CueAdverbs(Table):
    """Adverbs that leave the source unsaid."""

    words: WordList
    class_: str = Field(alias="class")


class SpeakerMarks(Table):
    """Marks between a speaker and what is said."""

    colons: WordList
    dashes: WordList
    class_: str = Field(alias="class")


class CueLexicon(Lexicon):
    """The file; every table besides the three named is a class."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, CueClass]

    file: ClassVar[str] = "lexicons/cues"

    prepositions: CuePhrases
    adverbs: CueAdverbs
    speaker_marks: SpeakerMarks

    @property
    def classes(self) -> dict[str, CueClass]:
        """The classes of verbs and nouns by their names."""
        return self.__pydantic_extra__
