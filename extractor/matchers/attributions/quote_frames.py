"""Contents made of quotations: which quotations near a cue are said with it, and contents grown to whole quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.matchers.attributions.candidates import Content
from extractor.matchers.attributions.discourse import Discourse
from extractor.text.ranges import Ranges, count, union

_FOLLOWING_BLOCKS = 4
"""How far a speech is followed into paragraphs that hold nothing but quotation."""
_LONGEST_SPEECH = 16
"""How far into paragraphs that reopen a quotation left open."""


def quote_contents(parsed: Discourse, token: int) -> Iterator[Content]:
    """Quotations of the cue's block: all, those of its sentence, the nearest on each side, and a speech that goes on."""
    block = parsed.block_of[token]
    numbers = parsed.quotes_near(token)
    if not numbers:
        return
    long = parsed.speech_among(numbers)
    yield _content(parsed, "quote_block", long)
    start, end = parsed.sentence[token]
    same = [n for n in numbers if parsed.quotes[n][0] < end and parsed.quotes[n][1] > start]
    yield _content(parsed, "quote_sentence", same)
    before = [n for n in numbers if parsed.quotes[n][1] <= token]
    after = [n for n in numbers if parsed.quotes[n][0] > token]
    yield _content(parsed, "quote_before", before[-1:])
    yield _content(parsed, "quote_after", after[:1])
    if before and after:
        yield _content(parsed, "quote_both", [before[-1], after[0]])
    yield _content(parsed, "quotes_before", before if len(before) > 1 else [])
    yield _content(parsed, "quotes_after", after if len(after) > 1 else [])
    following = _following(parsed, block)
    yield _content(parsed, "quote_speech", [*long, *following] if following else [])
    further = continuation(parsed, token)
    if same and further:
        yield _content(parsed, "quote_sentence+continued", sorted({*same, *further}))


def beside(parsed: Discourse, verb: int) -> Iterator[Content]:
    """The quotation nearest to a verb that the parse took for a noun, as the clause that it would have been of the verb."""
    start, end = parsed.sentence[verb]
    near = [parsed.quotes[n] for n in parsed.quotes_near(verb)]
    before = [quote for quote in near if start <= quote[0] and quote[1] <= verb]
    after = [quote for quote in near if verb < quote[0] < end]
    if before:
        yield Content("clause_before", (before[-1],))
    elif after:
        yield Content("clause_after", (after[0],))


def continuation(parsed: Discourse, token: int) -> list[int]:
    """Quotations that go on with what a cue reports: "…," she said. ["It is late."]", until somebody else is heard.

    They are sentences of their own and follow the cue's sentence without a word between; where they reach the end of the block,
    blocks that hold nothing but quotation go on with them.
    """
    block = parsed.block_of[token]
    end = parsed.sentence[token][1]
    found: list[int] = []
    for number in parsed.quotes_near(token):
        start = parsed.quotes[number][0]
        if start < token or (start < end and parsed.quote_opens[number] != "sentence"):
            continue
        if not parsed.stands_alone(number) or parsed.unquoted(end, start):
            return found
        found.append(number)
        end = max(end, parsed.quotes[number][1])
    return found if parsed.unquoted(end, parsed.blocks[block][1]) else [*found, *_further(parsed, block)]


def continued(parsed: Discourse, content: Content, further: list[int]) -> Content:
    """The content with the quotations that go on with it."""
    tokens = union([*content.tokens, *(parsed.quotes[n] for n in further)])
    return Content(f"{content.family}+continued", tokens, content.head)


def spoken_on(parsed: Discourse, content: Content) -> Content:
    """The content with the paragraphs that reopen the quotation it ends with, up to one that leads to a cue of its own."""
    end = content.tokens[-1][1] if content.tokens else 0
    last = first = parsed.quote_of[end - 1]
    if not end or last < 0 or not parsed.no_words(end, parsed.quotes[last][1]):
        return content
    most = min(first + _LONGEST_SPEECH, len(parsed.quotes) - 1)
    while last < most and parsed.quotations[last].continued and parsed.stands_alone(last + 1):
        last += 1
    return content._replace(tokens=union([*content.tokens, *parsed.quotes[first + 1 : last + 1]]))


def grown(parsed: Discourse, content: Content) -> Content | None:
    """The content with every quotation it touches whole; None when that adds nothing."""
    touched: set[int] = set()
    for start, end in content.tokens:
        inside = parsed.quotes_from(start, end)
        touched.update((parsed.quote_of[start], parsed.quote_of[end - 1], *inside))
    touched.discard(-1)
    if not touched:
        return None
    tokens = union([*content.tokens, *(parsed.quotes[n] for n in touched)])
    if count(parsed.words_before, tokens) == count(parsed.words_before, content.tokens):
        return None
    return Content(f"{content.family}+quotes", tokens, content.head)


def next_block_quotes(parsed: Discourse, token: int) -> Ranges:
    """The quotations of the next block when it holds nothing else: "He added:" with the speech below."""
    return tuple(parsed.quotes[n] for n in _following(parsed, parsed.block_of[token]))


def _content(parsed: Discourse, frame: str, numbers: Sequence[int]) -> Content:
    return Content(frame, tuple(parsed.quotes[n] for n in numbers))


def _further(parsed: Discourse, block: int) -> list[int]:
    """The speech of the blocks below, and of the one after them what opens it in sentences of its own."""
    found = _following(parsed, block)
    below = parsed.block_of[parsed.quotes[found[-1]][0]] + 1 if found else block + 1
    opening = parsed.quotes_in_block[below][:1] if below < len(parsed.blocks) else []
    opens = [n for n in opening if parsed.quote_opens[n] == "block" and parsed.stands_alone(n)]
    return [*found, *opens]


def _following(parsed: Discourse, block: int) -> list[int]:
    """Quotations of the blocks after this one, as long as they hold no word outside quotation marks."""
    found: list[int] = []
    for number in range(block + 1, min(block + 1 + _FOLLOWING_BLOCKS, len(parsed.blocks))):
        start, end = parsed.blocks[number]
        words = parsed.words_before[end] - parsed.words_before[start]
        quoted = parsed.quoted_before[end] - parsed.quoted_before[start]
        if quoted < words:
            break
        found += parsed.quotes_in_block[number]
    return found
