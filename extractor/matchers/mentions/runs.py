"""Runs of tokens that may be one name: what the tagger or the recogniser takes for a name, and the small words inside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.matchers.mentions.lexicon import ClaimantLexicon
from extractor.matchers.mentions.words import Words

AGAINST = frozenset({"v.", "v", "vs.", "vs"})
"""What stands between the parties of a case ("Stone v. Harbour Council")."""
_LABELS = frozenset({"PERSON", "ORG", "GPE", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "LAW", "NORP", "EVENT"})
_UNNAMED_LABELS = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE"}
)
_NAMES = frozenset({"NNP", "NNPS"})
_NEVER = frozenset({"DT", "PRP", "PRP$", "IN", "CC", "WP", "WDT", "MD", "UH"})
_LINKS = frozenset(
    {"of", "for", "the", "and", "&", "de", "da", "del", "di", "la", "van", "von", "der", "al", "bin", "on"}
)
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
    """

    def __init__(self, words: Words, lexicon: ClaimantLexicon) -> None:
        self._words = words
        self._lexicon = lexicon
        self.surnames = surnames = self._surnames()
        # most tokens are in small letters: one comparison spares them the rest
        capital = [
            t for t, text in enumerate(words.text) if text is not words.lower[t] or not text[0].isalpha()
        ]
        self._named = [False] * (words.size + 1)
        for token in capital:
            self._named[token] = self._nameable(token) or words.text[token] in surnames
        self._starts = [token for token in capital if self._named[token] and words.in_story[token]]

    def all(self) -> Iterator[tuple[int, int]]:
        """The token ranges of the runs, in text order."""
        end = 0
        for start in self._starts:
            if start >= end:
                end = self._end(start)
                yield start, end

    def _end(self, start: int) -> int:
        words, end = self._words, start + 1
        while end < words.size and words.block[end] == words.block[start]:
            cut = words.sentence[end] != words.sentence[end - 1]
            if cut and words.sentence[end - 1] == words.sentence[end - 2] and not self._abbreviates(end - 1):
                break  # only a lone word or title may be cut off: "Tamsin | Adeyo is late", "Army Capt. | Tamsin Adeyo"
            if not (self._named[end] or self._links(start, end)):
                break
            end += 1
        while end > start + 1 and not self._named[end - 1] and not self._ends_given_name(start, end - 1):
            end -= 1
        return end

    def _ends_given_name(self, start: int, token: int) -> bool:
        """The small half of a hyphened name, "Hae-won" and "Jae-in", but not of "Paris-based"."""
        words = self._words
        if token < start + 2 or words.text[token - 1] != "-" or not words.text[token].islower():
            return False
        whole = (
            words.offset[token - 1] == words.end[token - 2] and words.end[token - 1] == words.offset[token]
        )
        full = words.entity[token - 2] == "PERSON" and not words.begins[token - 2]
        personal = words.entity[token] == "PERSON" or (full and words.dep[token] in _HEADS)
        return whole and (words.tag[token] in _NAMES or (personal and words.tag[token][:2] != "VB"))

    def _abbreviates(self, token: int) -> bool:
        """Whether a title ends with the token: "Capt." in one token or two."""
        titles = self._lexicon.title_gender
        return self._words.lower[token] in titles or (
            self._words.text[token] == "." and f"{self._words.lower[token - 1]}." in titles
        )

    def _surnames(self) -> frozenset[str]:
        """Last words of people's full names: the tagger may take "Denning" alone for a verb."""
        words = self._words
        return frozenset(
            words.text[token]
            for token, entity in enumerate(words.entity)
            if entity in _NAMED_TWICE and words.tag[token] == "NNP" and token
            and words.entity[token - 1] == entity and not words.begins[token]
            and words.text[token].istitle() and len(words.text[token]) > _SHORTEST_SURNAME
            and (entity == "PERSON" or self._looks_personal(token))
        )  # fmt: skip

    def _looks_personal(self, token: int) -> bool:
        """Whether two capitals that the recogniser takes for a body may be a first name and a surname."""
        words, lexicon, lower = self._words, self._lexicon, self._words.lower[token]
        alone = words.begins[token - 1] and (token + 1 == words.size or words.entity[token + 1] != "ORG")
        known = lower in lexicon.generic or lower in lexicon.class_of_name or lower in lexicon.heads_of_names
        return alone and not known

    def _nameable(self, token: int) -> bool:
        words = self._words
        text, tag, entity = words.text[token], words.tag[token], words.entity[token]
        if entity in _UNNAMED_LABELS:
            return False
        if text[0] == "@" and len(text) > 2:
            return True
        if tag[:2] == "VB" and token in words.cues:  # "Stated Ruiz:"
            return False
        if self._is_amount(token) or self._is_amount(token - 1):
            return False
        if not (text[0].isupper() or (text[0].isdigit() and entity)) or _SEVERAL.fullmatch(text):
            return False
        return tag in _NAMES or (entity in _LABELS and tag not in _NEVER)

    def _is_amount(self, token: int) -> bool:
        """Whether it is the code of a currency before a number: "CHF 480 million"."""
        words = self._words
        known = 0 <= token < words.size - 1 and words.text[token] in self._lexicon.currencies
        return known and words.tag[token + 1] == "CD"

    def _links(self, start: int, token: int) -> bool:
        """Small words and apostrophes inside a name: "Bank of Ardenia", "Workers' League", "Finch & Lowe"."""
        words, lexicon, lower = self._words, self._lexicon, self._words.lower[token]
        if token + 1 >= words.size:
            return False
        inside = bool(words.entity[token] in _LABELS and not words.begins[token])
        if lower in ("'", "’"):
            plural = words.end[token - 1] == words.offset[token] and words.lower[token - 1][-1] == "s"
            quoted = words.quote[token] != words.quote[token + 1]
            return (inside or plural) and not quoted and self._named[token + 1]
        if words.text[token] == "-" or words.text[token - 1] == "-":  # "Joon-ho", "Forty-Niners"
            return words.end[token - 1] == words.offset[token] and (
                words.text[token] != "-" or words.end[token] == words.offset[token + 1]
            )
        if inside and (lower in _LINKS or lower == "."):
            return True
        if lower == "&" or lower in AGAINST:  # "Finch & Lowe", "Stone v. Harbour Council"
            return self._named[token + 1]
        before = words.lower[token - 1]
        if lower in ("'s", "’s"):  # "People's Party"; in "Farmers' League" the plural's mark stands alone
            return before in lexicon.owners and self._named[token + 1]
        if lower in ("of", "for"):  # the recogniser does not know every Bank of and Ministry for
            following = token + 2 if words.lower[token + 1] == "the" else token + 1
            generic = before in lexicon.groups or before in lexicon.heads_of_names
            return generic and token - 1 >= start and self._named[following]
        return lower == "the" and before in ("of", "for") and self._named[token + 1]
