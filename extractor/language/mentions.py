"""``lexicons/mentions.toml``: the small words in and around the phrases that mention somebody; see the comments of the file."""

from __future__ import annotations

from typing import ClassVar

from extractor.language.schema import Lexicon, Table, Words


class InNames(Table):
    """Words inside and behind names."""

    links: Words
    articles: Words
    unlettered: Words
    against: Words
    suffixes: Words
    numbered: Words
    coded: Words
    portfolios: Words
    glued: Words
    naming: Words


class AroundRoles(Table):
    """Words around the roles of people."""

    ranks: Words
    after_ranks: Words
    for_whom: Words
    passing: Words


class BeforeNominals(Table):
    """Determiners before nouns, and nouns for what has been named."""

    pointing: Words
    dropped: Words
    papers: Words


class InDialogue(Table):
    """Verbs of a dialogue."""

    replying: Words


class MentionWords(Lexicon):
    """The file."""

    file: ClassVar[str] = "lexicons/mentions"

    names: InNames
    roles: AroundRoles
    nominals: BeforeNominals
    dialogue: InDialogue
