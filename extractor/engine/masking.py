"""What the tokenizer cannot take is masked character by character, so that no offset moves."""

from __future__ import annotations

import re

_SURROGATES = re.compile("[\ud800-\udfff]")
_PUNCTUATION_RUN = re.compile(r"[^\w\s]{40,}")
"""The tokenizer is quadratic on runs of opening punctuation (8,000 characters take 5 s)."""
_ENDLESS_WORD = re.compile(r"\S{1000,}")
"""And on words made of addresses (22,000 characters take 0.8 s); no word of a language is that long."""


def parseable(text: str) -> str:
    """The text with lone surrogates, endless punctuation and endless words masked; no offset moves."""
    text = _SURROGATES.sub("\ufffd", text)
    for endless in (_PUNCTUATION_RUN, _ENDLESS_WORD):
        text = endless.sub(_blank, text)
    return text


def _blank(run: re.Match[str]) -> str:
    return " " * len(run[0])
