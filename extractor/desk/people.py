"""Under which name a claimant is filed across articles: rules that never merge two people on a surname alone.

1. Letter case, accents, stops, apostrophes and a leading article do not tell two claimants apart.
2. Initials between first name and surname do not: "Ana B. Kask" is Ana Kask. Suffixes do: "Bo Lind Jr." is another.
3. A name of one word is filed by itself: "Kask" of an article that names nobody in full is not Ana Kask of another.
4. Legal forms at the end of an organisation's name do not: "Calder Foods Inc." is "Calder Foods".
5. Kinds are filed apart: Lind the person is not Lind the company.
6. The unnamed are filed by their words within one article only: "officials" of two articles may be any.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from extractor.records import ClaimantRecord

_LETTERS = re.compile(r"\w+")
_INITIAL = 1
_UNNAMED = frozenset({"anonymous", "group", "document"})


def filed_under(claimant: ClaimantRecord, article: str, legal_forms: Iterable[str] = ()) -> tuple[str, ...]:
    """The key of a claimant: two with one key are one.

    Args:
        claimant: The claimant of one article.
        article: The id of that article.
        legal_forms: Words such as "inc" that end names of companies, in lower case.
    """
    words = _words(claimant.name)
    if claimant.kind in _UNNAMED and claimant.resolved_by == "nominal":
        return claimant.kind, article, *words
    if claimant.kind == "person":
        return claimant.kind, *_without_initials(words)
    return claimant.kind, *_without_legal_form(words, frozenset(legal_forms))


def _words(name: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = _LETTERS.findall(plain.casefold().replace("'", "").replace("’", "").replace(".", ""))
    return words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words


def _without_initials(words: list[str]) -> list[str]:
    middle = [word for word in words[1:-1] if len(word) > _INITIAL]
    return [*words[:1], *middle, *words[-1:]] if len(words) > 1 else words


def _without_legal_form(words: list[str], forms: frozenset[str]) -> list[str]:
    while len(words) > 1 and words[-1] in forms:
        words = words[:-1]
    return words
