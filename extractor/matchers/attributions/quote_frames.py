"""Contents made of quotations: which quotations near a cue are said with it, and contents grown to whole quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.matchers.attributions.candidates import Content
from extractor.matchers.attributions.quote_marks import stands_alone
from extractor.matchers.attributions.ranges import Ranges, count, union
from extractor.matchers.attributions.view import View

_FOLLOWING_BLOCKS = 4
"""How far a speech is followed into paragraphs that hold nothing but quotation."""
_LONGEST_SPEECH = 16
"""How far into paragraphs that reopen a quotation left open."""


def quote_contents(view: View, token: int) -> Iterator[Content]:
    """Quotations of the cue's block: all, those of its sentence, the nearest on each side, and a speech that goes on."""
    block = view.block_of[token]
    numbers = view.quotes_near(token)
    if not numbers:
        return
    long = view.speech_among(numbers)
    yield _content(view, "quote_block", long)
    start, end = view.sentence[token]
    same = [n for n in numbers if view.quotes[n][0] < end and view.quotes[n][1] > start]
    yield _content(view, "quote_sentence", same)
    before = [n for n in numbers if view.quotes[n][1] <= token]
    after = [n for n in numbers if view.quotes[n][0] > token]
    yield _content(view, "quote_before", before[-1:])
    yield _content(view, "quote_after", after[:1])
    if before and after:
        yield _content(view, "quote_both", [before[-1], after[0]])
    yield _content(view, "quotes_before", before if len(before) > 1 else [])
    yield _content(view, "quotes_after", after if len(after) > 1 else [])
    following = _following(view, block)
    yield _content(view, "quote_speech", [*long, *following] if following else [])
    further = continuation(view, token)
    if same and further:
        yield _content(view, "quote_sentence+continued", sorted({*same, *further}))


def continuation(view: View, token: int) -> list[int]:
    """Quotations that go on with what a cue reports: "…," she said. ["It is late."]", until somebody else is heard.

    They are sentences of their own and follow the cue's sentence without a word between; where they reach the end of the block,
    blocks that hold nothing but quotation go on with them.
    """
    block = view.block_of[token]
    end = view.sentence[token][1]
    found: list[int] = []
    for number in view.quotes_near(token):
        start = view.quotes[number][0]
        if start < token or (start < end and view.quote_opens[number] != "sentence"):
            continue
        if not stands_alone(view, number) or view.unquoted(end, start):
            return found
        found.append(number)
        end = max(end, view.quotes[number][1])
    return found if view.unquoted(end, view.blocks[block][1]) else [*found, *_following(view, block)]


def continued(view: View, content: Content, further: list[int]) -> Content:
    """The content with the quotations that go on with it."""
    tokens = union([*content.tokens, *(view.quotes[n] for n in further)])
    return Content(f"{content.family}+continued", tokens, content.head)


def spoken_on(view: View, content: Content) -> Content:
    """The content with the paragraphs that reopen the quotation it ends with, up to one that leads to a cue of its own."""
    end = content.tokens[-1][1] if content.tokens else 0
    last = first = view.quote_of[end - 1]
    if not end or last < 0 or not view.no_words(end, view.quotes[last][1]):
        return content
    most = min(first + _LONGEST_SPEECH, len(view.quotes) - 1)
    while last < most and view.quotations[last].continued and stands_alone(view, last + 1):
        last += 1
    return content._replace(tokens=union([*content.tokens, *view.quotes[first + 1 : last + 1]]))


def grown(view: View, content: Content) -> Content | None:
    """The content with every quotation it touches whole; None when that adds nothing."""
    touched: set[int] = set()
    for start, end in content.tokens:
        inside = view.quotes_from(start, end)
        touched.update((view.quote_of[start], view.quote_of[end - 1], *inside))
    touched.discard(-1)
    if not touched:
        return None
    tokens = union([*content.tokens, *(view.quotes[n] for n in touched)])
    if count(view.words_before, tokens) == count(view.words_before, content.tokens):
        return None
    return Content(f"{content.family}+quotes", tokens, content.head)


def next_block_quotes(view: View, token: int) -> Ranges:
    """The quotations of the next block when it holds nothing else: "He added:" with the speech below."""
    return tuple(view.quotes[n] for n in _following(view, view.block_of[token]))


def _content(view: View, frame: str, numbers: Sequence[int]) -> Content:
    return Content(frame, tuple(view.quotes[n] for n in numbers))


def _following(view: View, block: int) -> list[int]:
    """Quotations of the blocks after this one, as long as they hold no word outside quotation marks."""
    found: list[int] = []
    for number in range(block + 1, min(block + 1 + _FOLLOWING_BLOCKS, len(view.blocks))):
        start, end = view.blocks[number]
        words = view.words_before[end] - view.words_before[start]
        quoted = view.quoted_before[end] - view.quoted_before[start]
        if quoted < words:
            break
        found += view.quotes_in_block[number]
    return found
