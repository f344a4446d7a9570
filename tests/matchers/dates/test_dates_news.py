"""Time expressions as news writes them: the sentences of news.txt, each followed by what an annotator would write.

A line `= date` sets the publication date of the sentences below it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

TABLE = Path(__file__).with_name("news.txt").read_text(encoding="utf-8")


def _rows() -> Iterator[tuple[str, str, list[str]]]:
    published = ""
    for block in TABLE.strip().split("\n\n"):
        sentence, *expected = block.splitlines()
        if sentence.startswith("= "):
            published = sentence[2:]
        else:
            yield published, sentence, [line.strip() for line in expected]


@pytest.mark.parametrize(("published", "sentence", "expected"), list(_rows()))
def test_reads(misread: Callable[..., list[str]], published: str, sentence: str, expected: list[str]) -> None:
    assert misread(published, sentence, expected) == []
