"""Counts as time expressions write them: "two", "twenty-five", "2 1/2", "two and a half", "several"."""

from __future__ import annotations

import re
from collections.abc import Mapping

_FRACTION = re.compile(r"(?:(\d{1,4})[\s-]{1,3})?(\d)/(\d)$")
_HALF = re.compile(r"[\s-]{1,4}and[\s-]{1,4}(?:a|one)[\s-]{1,4}half$")


def read_count(written: str, words: Mapping[str, int]) -> float | None:
    """The number written, or None when the text leaves it open ("several", "many").

    Args:
        written: Surface of the number.
        words: Number words, lower case, to their values.
    """
    if (known := words.get(written.lower())) is not None:
        return known
    text = re.sub(r"\s+", " ", written.strip().lower()).replace("½", " 1/2").strip()
    text = text.removesuffix("-odd")
    if text.startswith("half"):
        return 0.5
    if half := _HALF.search(text):
        whole = read_count(text[: half.start()], words)
        return None if whole is None else whole + 0.5
    if fraction := _FRACTION.match(text):
        return int(fraction[1] or 0) + int(fraction[2]) / max(1, int(fraction[3]))
    if text[:1].isdigit():
        return _digits(text)
    if text in words:
        return words[text]
    return _compound(text, words)


def _digits(text: str) -> float | None:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None


def _compound(text: str, words: Mapping[str, int]) -> float | None:
    """Each part adds, a hundred or thousand multiplies: "twenty-five", "a hundred and fifty"."""
    total = 0
    for part in re.split(r"[\s-]", text):
        if part == "and":
            continue
        value = words.get(part)
        if value is None:
            return None
        total = max(total, 1) * value if value >= 100 else total + value
    return total
