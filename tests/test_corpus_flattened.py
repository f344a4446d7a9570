"""The corpus as the web prints it: paragraphs run together, single marks for double ones.

The same attributions should come out as of the article itself. They do not all yet; each floor says how many do.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from extractor import Extractor
from tests.conftest import ROOT

ARTICLES = [path.read_text("utf-8") for path in sorted((ROOT / "corpus" / "articles").glob("*.txt"))]
OPENING, CLOSING = ('"', "“"), ('"', "”")


def flattened(text: str) -> str:
    """One paragraph; before one that opens a quotation, the last lost its closing mark."""
    paragraphs = [" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text.strip())]
    followers = [*paragraphs[1:], ""]
    return " ".join(
        paragraph[:-1] if paragraph.endswith(CLOSING) and follower.startswith(OPENING) else paragraph
        for paragraph, follower in zip(paragraphs, followers, strict=True)
    )


def curly_single(text: str) -> str:
    """Double marks as ‘curly’ single ones; straight marks open and close in turn within a line."""
    lines = []
    for line in text.split("\n"):
        parts = line.split('"')
        lines.append("".join(part + "‘’"[n % 2] for n, part in enumerate(parts[:-1])) + parts[-1])
    return "\n".join(lines).replace("“", "‘").replace("”", "’")


def straight_single(text: str) -> str:
    return re.sub('["“”]', "'", text)


@pytest.mark.parametrize(
    ("printed", "floor"), [(flattened, 0.90), (curly_single, 0.97), (straight_single, 0.96)]
)
def test_contents_stay_as_the_web_prints_them(
    extractor_: Extractor, printed: Callable[[str], str], floor: float
) -> None:
    same = article = changed = 0
    for text in ARTICLES:
        own, other = contents(extractor_, text), contents(extractor_, printed(text))
        same, article, changed = same + len(own & other), article + len(own), changed + len(other)
    assert 2 * same / (article + changed) >= floor, (same, article, changed)


@pytest.mark.parametrize(
    ("printed", "text", "expected"),
    [
        (
            flattened,
            "“We go,” he said.\n\n“I stay.”\n\n“You\nleave.”",
            "“We go,” he said. “I stay. “You leave.”",
        ),
        (flattened, '"We go."\n\nHe left.', '"We go." He left.'),
        (curly_single, '"We go," he said. "Now."\n“No.”', "‘We go,’ he said. ‘Now.’\n‘No.’"),
        (straight_single, '"We go," he said. “No.”', "'We go,' he said. 'No.'"),
    ],
)
def test_printed(printed: Callable[[str], str], text: str, expected: str) -> None:
    assert printed(text) == expected


def contents(extractor: Extractor, text: str) -> set[tuple[int, str]]:
    """What is attributed by a cue, in words alone; the n-th of equal ones counts for itself."""
    found: list[str] = [
        re.sub(r"[\W_]+", " ", claim.text).strip()
        for claim in extractor.extract(text).claims
        if claim.attribution and claim.attribution.scope == "explicit"
    ]
    return {(found[:n].count(words), words) for n, words in enumerate(found)}
