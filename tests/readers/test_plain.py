from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.readers.plain import MARKUP_REMOVED, plain

MARKED = {
    "<p>Ann Lee said&nbsp;12 people died.</p><p>&ldquo;It cost &pound;3m,&rdquo; she said.</p>": "Ann Lee said\xa012 people died.\n\n“It cost £3m,” she said.",
    "One.<br/>Two.": "One.\nTwo.",
    "One.<br><br>Two.": "One.\n\nTwo.",
    "Said <a href='https://o.example/'>the <b>mayor</b></a>.": "Said the mayor.",
    "AT&amp;T fell 3 %.": "AT&T fell 3 %.",
    "She said &amp;quot;no&amp;quot;.": 'She said "no".',
    "[The mayor](https://o.example/m) said no.": "The mayor said no.",
    "# Rain\n\nThe **mayor** said no.": "Rain\n\nThe mayor said no.",
    "# Rain\n\n> It *rained*, **she** said.\n\n---\n\n- one": "Rain\n\nIt rained, she said.\n\n- one",
    "![A beam](https://o.example/i.jpg)\n\nThe [mayor](/m) said no.": "\n\nThe mayor said no.",
}
PLAIN = [
    "Rain fell at a < b and c > d.",
    "Write to <ana@o.example> or <https://o.example>.",
    "The <b> tag is old.",
    "It rose by 3 * 4 = 12 and 5 * 6 = 30.",
    "He said f**k and s**t.",
    "Research & Development; AT&T; the Q&A; see R&D;",
    "A #hashtag and #another.",
    "Use snake_case_names and __init__.",
    "[1] The paper says [2] no.",
    "“No,” she said [laughs] (https://o.example).",
]


@pytest.mark.parametrize(("text", "words"), MARKED.items())
def test_markup_is_read_as_such(text: str, words: str) -> None:
    assert plain(text) == (words, (MARKUP_REMOVED,))


@pytest.mark.parametrize("text", PLAIN)
def test_signs_that_are_no_markup_stand(text: str) -> None:
    assert plain(text) == (text, ())


@given(st.text(max_size=200))
def test_what_was_changed_is_flagged(text: str) -> None:
    found, flags = plain(text)
    assert (found == text) == (not flags)
    if not set("<&[#*_>") & set(text):
        assert found == text
