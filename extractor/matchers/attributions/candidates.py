"""What the rules propose: contents and sources a cue may have, by frame, before anything is decided."""

from __future__ import annotations

from typing import NamedTuple

from extractor.annotations import Cue
from extractor.text.ranges import Ranges


class Content(NamedTuple):
    """A proposed content.

    Attributes:
        frame: The construction, such as clause_after, infinitive, object, quote_sentence, host_parataxis.
        tokens: Its tokens, source and cue not yet cut out.
        head: The token that heads it in the parse; -1 for stretches of text and quotations.
    """

    frame: str
    tokens: Ranges
    head: int = -1

    @property
    def family(self) -> str:
        """The frame without the word it is narrowed to: ``prep`` for ``prep:about``."""
        return self.frame.partition(":")[0]


class Source(NamedTuple):
    """A proposed source.

    Attributes:
        path: How the parse leads to it from the cue: subject, agent, inherited:conj, antecedent, object, none, …
        tokens: The noun phrase; empty for an attribution without a source.
        head: Its head token; -1 when empty.
        clause: The verb of the clause, or behind a name the preposition, that the phrase ends with, cut off or not; else -1.
    """

    path: str
    tokens: Ranges = ()
    head: int = -1
    clause: int = -1


NO_SOURCE = Source("none")


class CueTokens(NamedTuple):
    """A cue with the tokens that belong to it in the parse.

    Attributes:
        cue: The cue.
        token: Its head token, from which the frames start.
        tokens: The cue with auxiliaries, negation and particle.
    """

    cue: Cue
    token: int
    tokens: Ranges


class Candidate(NamedTuple):
    """A content and a source for a cue, with source and cue cut out of the content.

    Attributes:
        words: How many words the content has.
    """

    content: Content
    source: Source
    words: int
