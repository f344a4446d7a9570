"""How much one article may hold, so that none takes a worker longer than ten seconds of a processor of modest speed.

What an article costs grows with its words and signs. Prose has one for five characters, so its length says it all; a spreadsheet
or noise of the same length may have five times as many. `benchmarks/hostile.py` measures what the most that is allowed costs.
"""

from __future__ import annotations

import re

MAX_CHARACTERS = 200_000
"""By default; 33,000 words of news, more than twice what a long chapter of a book has."""
_WORD_OR_SIGN = re.compile(r"[^\W\d_]+|[\d_]+|[^\w\s]|\s{2,}|[^\S ]")
"""Near enough what the tokenizer makes of a text, which parts "5km", and takes white space but single spaces for tokens."""


def excess(text: str, max_characters: int) -> str | None:
    """What an article has too much of, in words; None for one that may be worked on.

    Args:
        text: Its text.
        max_characters: How long it may be; it may have one word or sign for every four of these; prose has one for five.
    """
    if len(text) > max_characters:
        return f"{len(text):,} characters, more than {max_characters:,}"
    most = max_characters // 4
    if len(text) <= most:
        return None
    count = words_and_signs(text)
    return f"{count:,} words and signs, more than {most:,}" if count > most else None


def words_and_signs(text: str) -> int:
    """How many words, numbers and other signs a text has."""
    return sum(1 for _ in _WORD_OR_SIGN.finditer(text))
