"""Runs of tokens that may be one name: what the tagger or the recogniser takes for a name, and the small words inside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.matchers.mentions.edges import begins_with_digits, is_numbered, joins_halves, number_inside
from extractor.matchers.mentions.lexicon import ClaimantLexicon
from extractor.matchers.mentions.words import Words

_LABELS = frozenset({"PERSON", "ORG", "GPE", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "LAW", "NORP", "EVENT"})
_UNNAMED_LABELS = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE"}
)
_NAMES = frozenset({"NNP", "NNPS"})
_PLURALS = frozenset({"NNPS", "NNS"})
"""What the tagger makes of "Ed Balls"."""
_NEVER = frozenset({"DT", "PRP", "PRP$", "IN", "CC", "WP", "WDT", "MD", "UH"})
_HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "appos"})
"""What heads a phrase, where "era" of "the Ana Ruiz-era rules" modifies one."""
_NAMED_TWICE = frozenset({"PERSON", "ORG"})
_SEVERAL = re.compile(r"[A-Z]{2,}s")
"""NGOs, MPs: the plural of an abbreviation is nobody's name."""
_SHORTEST_SURNAME = 3
"""Letters of a surname that is trusted against the tagger; shorter ones are words too often ("May", "Lee")."""


class NameRuns:
    """Finds the runs in an article's story.

    Attributes:
        surnames: Last words of people's full names.
        starts: Tokens that may begin a name.
    """

    def __init__(self, parsed: Words, lexicon: ClaimantLexicon) -> None:
        self._parsed = parsed
        self._lexicon = lexicon
        self.surnames = surnames = self._surnames()
        # most tokens are in small letters: one comparison spares them the rest
        articles = lexicon.small.names.articles
        capital = [
            t
            for t, text in enumerate(parsed.word)
            if text != parsed.lower[t] or not text[0].isalpha() or text in articles
        ]
        self._named = [False] * (parsed.size + 1)
        for token in capital:
            self._named[token] = self._nameable(token) or parsed.word[token] in surnames
        self.starts = [token for token in capital if self._named[token] and parsed.in_story[token]]

    def all(self) -> Iterator[tuple[int, int]]:
        """The token ranges of the runs, in text order."""
        end = 0
        for start in self.starts:
            if start >= end:
                end = self._end(start)
                yield start, end

    def _end(self, start: int) -> int:
        parsed, end = self._parsed, start + 1
        while end < parsed.size and parsed.block_of[end] == parsed.block_of[start]:
            cut = parsed.sentence_of[end] != parsed.sentence_of[end - 1]
            if (
                cut
                and parsed.sentence_of[end - 1] == parsed.sentence_of[end - 2]
                and not self._abbreviates(end - 1)
            ):
                break  # only a lone word or title may be cut off: "Tamsin | Adeyo is late", "Army Capt. | Tamsin Adeyo"
            if not (self._named[end] or self._links(start, end)):
                break
            end += 1
        while end > start + 1 and not self._named[end - 1] and not self._ends_given_name(start, end - 1):
            end -= 1
        return end

    def _ends_given_name(self, start: int, token: int) -> bool:
        """The small half of a hyphened name, "Hae-won" and "Jae-in", but not of "Paris-based"."""
        parsed = self._parsed
        if token < start + 2 or parsed.word[token - 1] != "-" or not parsed.word[token].islower():
            return False
        whole = (
            parsed.start[token - 1] == parsed.end[token - 2] and parsed.end[token - 1] == parsed.start[token]
        )
        full = parsed.entity[token - 2] == "PERSON" and not parsed.begins_entity[token - 2]
        personal = parsed.entity[token] == "PERSON" or (full and parsed.dep[token] in _HEADS)
        return whole and (parsed.tag[token] in _NAMES or (personal and parsed.tag[token][:2] != "VB"))

    def _abbreviates(self, token: int) -> bool:
        """Whether a title ends with the token: "Capt." in one token or two."""
        titles = self._lexicon.title_gender
        return self._parsed.lower[token] in titles or (
            self._parsed.word[token] == "." and f"{self._parsed.lower[token - 1]}." in titles
        )

    def _surnames(self) -> frozenset[str]:
        """Last words of people's full names: the tagger may take "Denning" alone for a verb."""
        parsed = self._parsed
        return frozenset(
            parsed.word[token]
            for token, entity in enumerate(parsed.entity)
            if entity in _NAMED_TWICE and token and (parsed.tag[token] == "NNP" or (
                entity == "PERSON" and parsed.tag[token] in _PLURALS))
            and parsed.entity[token - 1] == entity and not parsed.begins_entity[token]
            and parsed.word[token].istitle() and len(parsed.word[token]) > _SHORTEST_SURNAME
            and (entity == "PERSON" or self._looks_personal(token))
        )  # fmt: skip

    def _looks_personal(self, token: int) -> bool:
        """Whether two capitals that the recogniser takes for a body may be a first name and a surname."""
        parsed, lexicon, lower = self._parsed, self._lexicon, self._parsed.lower[token]
        alone = parsed.begins_entity[token - 1] and (
            token + 1 == parsed.size or parsed.entity[token + 1] != "ORG"
        )
        known = lower in lexicon.generic or lower in lexicon.class_of_name or lower in lexicon.heads_of_names
        return alone and not known

    def _nameable(self, token: int) -> bool:
        parsed = self._parsed
        text, tag, entity = parsed.word[token], parsed.tag[token], parsed.entity[token]
        if self._is_numbered(token):
            return True
        if text in self._lexicon.small.names.articles:
            return self._opens_hyphened(token)
        if entity in _UNNAMED_LABELS:
            return False
        if text[0] == "@" and len(text) > 2:
            return True
        if tag[:2] == "VB" and token in parsed.cues:  # "Stated Ruiz:"
            return False
        if token and text.istitle() and self._lexicon.title_gender.get(parsed.lower[token - 1]):
            return True  # "Ms O'Moran", which the tagger may take for a common noun
        if self._is_amount(token) or self._is_amount(token - 1):
            return False
        if not (text[0].isupper() or (text[0].isdigit() and entity)) or _SEVERAL.fullmatch(text):
            return False
        return tag in _NAMES or (entity in _LABELS and tag not in _NEVER)

    def _opens_hyphened(self, token: int) -> bool:
        """The article of "al-Sayed", written in small letters."""
        parsed = self._parsed
        whole = token + 2 < parsed.size and parsed.start[token + 2] == parsed.end[token] + 1
        return whole and parsed.word[token + 1] == "-" and parsed.word[token + 2][0].isupper()

    def _is_numbered(self, token: int) -> bool:
        """Whether a number is part of the name: "Number 10", "3M"."""
        parsed, lexicon = self._parsed, self._lexicon
        if number_inside(parsed, lexicon, token + 1) and parsed.word[token].istitle():
            return True
        before = token > 0 and is_numbered(parsed, lexicon, token - 1)
        return before or is_numbered(parsed, lexicon, token) or begins_with_digits(parsed, token)

    def _is_amount(self, token: int) -> bool:
        """Whether it is the code of a currency before a number: "CHF 480 million"."""
        parsed = self._parsed
        known = 0 <= token < parsed.size - 1 and parsed.word[token] in self._lexicon.currencies
        return known and parsed.tag[token + 1] == "CD"

    def _links(self, start: int, token: int) -> bool:
        """Small words and apostrophes inside a name: "Bank of Ardenia", "Workers' League", "Finch & Lowe"."""
        parsed, lexicon, lower = self._parsed, self._lexicon, self._parsed.lower[token]
        if token + 1 >= parsed.size:
            return False
        if number_inside(parsed, lexicon, token) or joins_halves(parsed, lexicon, token):
            return True
        inside = bool(parsed.entity[token] in _LABELS and not parsed.begins_entity[token])
        if lower in ("'", "’"):
            plural = parsed.end[token - 1] == parsed.start[token] and parsed.lower[token - 1][-1] == "s"
            quoted = parsed.quote_of[token] != parsed.quote_of[token + 1]
            return (inside or plural) and not quoted and self._named[token + 1]
        if parsed.word[token] == "-" or parsed.word[token - 1] == "-":  # "Joon-ho", "Forty-Niners"
            return parsed.end[token - 1] == parsed.start[token] and (
                parsed.word[token] != "-" or parsed.end[token] == parsed.start[token + 1]
            )
        if inside and parsed.word[token].istitle() and parsed.entity[token + 1] == parsed.entity[token]:
            return True  # "Boats Without Borders"
        if inside and (lower in lexicon.small.names.links or lower == "."):
            return True
        if lower == "&" or lower in lexicon.small.names.against:  # "Finch & Lowe", "Stone v. Harbour Council"
            return self._named[token + 1]
        before = parsed.lower[token - 1]
        if lower in ("'s", "’s"):  # "People's Party"; in "Farmers' League" the plural's mark stands alone
            return before in lexicon.owners and self._named[token + 1]
        if lower in ("of", "for"):  # the recogniser does not know every Bank of and Ministry for
            following = token + 2 if parsed.lower[token + 1] == "the" else token + 1
            generic = before in lexicon.groups or before in lexicon.heads_of_names
            return generic and token - 1 >= start and self._named[following]
        return lower == "the" and before in ("of", "for") and self._named[token + 1]
