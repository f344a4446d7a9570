"""How much an article may hold."""

from __future__ import annotations

import pytest

from extractor.batch.bounds import MAX_CHARACTERS, excess, words_and_signs

PROSE = "Ana Kask told the harbour board on Tuesday that repairs would cost $1.5 million. "


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("a long-awaited day", 5),
        ("5km", 2),
        ("“No,” she said.", 7),
        ("a  b", 3),
        ("a\nb", 3),
        ("snake_case", 3),
    ],
)
def test_words_and_signs(text: str, count: int) -> None:
    assert words_and_signs(text) == count


@pytest.mark.parametrize("most", [1_000, MAX_CHARACTERS])
def test_prose_is_bounded_by_its_length_alone(most: int) -> None:
    prose = PROSE * (most // len(PROSE))
    assert excess(prose, most) is None
    assert excess((prose + PROSE)[: most + 1], most) == f"{most + 1:,} characters, more than {most:,}"


@pytest.mark.parametrize("dense", ["a ", "5 % ", '"a" ', "a\n", ",", "1,", "😀"])
def test_what_is_no_prose_is_bounded_by_its_words_and_signs(dense: str) -> None:
    text = dense * (1_000 // len(dense))
    assert (excess(text, 1_000) or "").endswith("words and signs, more than 250")
    assert excess(text[:250], 1_000) is None, "short enough, whatever it is"
