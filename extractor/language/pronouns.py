"""``lexicons/pronouns.toml``: pronouns by what they agree with, or who says them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar

from extractor.language.schema import Lexicon, Table, WordList


class Pronoun(Table):
    """The forms of one pronoun.

    Attributes:
        plain: Those that stand alone.
        possessive: Those before what they own.
        absolute: Those that stand for what they own.
    """

    plain: WordList
    possessive: WordList
    absolute: WordList = ()

    @cached_property
    def forms(self) -> frozenset[str]:
        """All of them."""
        return frozenset((*self.plain, *self.possessive, *self.absolute))


class Pronouns(Lexicon):
    """The file.

    Attributes:
        speaker: Who says "I" in a quotation.
        speakers: Who says "we".
        relative: For the noun before.
    """

    file: ClassVar[str] = "lexicons/pronouns"

    male: Pronoun
    female: Pronoun
    neuter: Pronoun
    plural: Pronoun
    speaker: Pronoun
    speakers: Pronoun
    relative: Pronoun

    @cached_property
    def third_person(self) -> Mapping[str, Pronoun]:
        """Those by which the text takes somebody or something up, by what they agree with."""
        return {"male": self.male, "female": self.female, "neuter": self.neuter, "plural": self.plural}

    @cached_property
    def personal(self) -> Mapping[str, Pronoun]:
        """The same with those of who speaks."""
        return {**self.third_person, "speaker": self.speaker, "speakers": self.speakers}
