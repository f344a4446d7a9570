"""Whose turn it is: the labels that open the paragraphs of a transcript or an interview."""

from __future__ import annotations

from collections import Counter

from extractor.text.parsed import Parsed

_LONGEST = 8
"""Tokens of a label with its colon: "THE REV. ANA DE LA RUIZ:"."""


def of_blocks(parsed: Parsed) -> list[int]:
    """For each block how many open with its label, itself among them; 0 where none does."""
    labels = [_label(parsed, start, end) for start, end in parsed.blocks]
    times = Counter(labels)
    return [times[label] if label else 0 for label in labels]


def _label(parsed: Parsed, start: int, end: int) -> str:
    """The words before the first colon of a block, "" where that is not near."""
    mark = next(
        (token for token in range(start, min(end, start + _LONGEST)) if parsed.word[token] == ":"), start
    )
    return parsed.text_of((start, mark)) if mark > start else ""
