"""``lexicons/connectives.toml``: how a sentence goes on, and the outlets between a claimant and an article."""

from __future__ import annotations

from typing import ClassVar

from extractor.language.schema import Lexicon, WordList, Words


class Connectives(Lexicon):
    """The file.

    Attributes:
        additive: Openings by which a reported statement continues ("in addition").
        series: Openings by which the next of several figures follows ("of those").
        contrastive: Openings by which it does not ("however").
        telling: Verbs whose object is the outlet that was told.
        occasions: Nouns that lead to an outlet ("an interview with").
        outlets: Common nouns for an outlet.
        described_outlets: The same, where a word tells which ("state media").
        shows: What an outlet airs.
        appearing: Participles that lead to an outlet ("speaking on").
        with_on: Verbs that take "on" themselves ("called on").
        quoting: Verbs by which an outlet hands on what others told it.
        carrying: Participles between words and the outlet they appeared in.
        citing: Verbs by which an outlet names whose words it hands on.
        platforms: Where people publish on their own account.
        audiences: Addressees with a name that publish nothing themselves.
    """

    file: ClassVar[str] = "lexicons/connectives"

    additive: WordList
    series: WordList
    contrastive: WordList
    telling: Words
    occasions: Words
    outlets: Words
    described_outlets: Words
    shows: Words
    appearing: Words
    with_on: Words
    quoting: Words
    carrying: Words
    citing: Words
    platforms: Words
    audiences: Words
