"""The parsed article as the mentions see it: with the verbs that cite somebody."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.annotations import Cue
from extractor.text.parsed import Parsed

_BREAKS = frozenset({",", ";", ":", "(", ")", "[", "]", "–", "—", "--", "―"})


class Words(Parsed):
    """A parsed article, its columns shared, and the cues in it.

    Attributes:
        cues: Head tokens of the verb cues.
    """

    def __init__(self, parsed: Parsed, cues: Iterable[Cue]) -> None:
        vars(self).update(vars(parsed))
        self.cues = frozenset(cue.token for cue in cues if cue.form == "verb")

    def is_age(self, token: int) -> bool:
        """Whether it is the "old" of "the 23-year-old", which the tagger takes for an adjective."""
        year = self.child(token, "npadvmod")
        return (
            self.lower[token] == "old"
            and year >= 0
            and self.lemma[year] == "year"
            and self.dep[token] != "amod"
        )

    def speaks_with(self, token: int) -> int:
        """The cue verb a token is the subject of, -1 for none: its speaker."""
        head = self.head[token]
        return head if head in self.cues and self.dep[token] == "nsubj" else -1

    def until_break(self, start: int, end: int) -> int:
        """Where the first comma, bracket, dash or quotation mark of a stretch stands, else its end."""
        for token in range(start, end):
            if self.word[token] in _BREAKS or self.quote_of[token] != self.quote_of[start - 1]:
                return token
        return end
