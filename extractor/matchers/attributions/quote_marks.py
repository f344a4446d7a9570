"""How quotations are set into their paragraph: by its marks one leads to a cue, and another goes on with what was said before."""

from __future__ import annotations

from extractor.text.parsed import Parsed

_BEFORE_A_SENTENCE = frozenset(".!?…\"'”’»")
_INNER_MARKS = " \t\n'’”\""
"""What may stand between the last sign of a quotation and its closing mark: a quotation inside it that ends there too."""
_CLOSINGS = {",": "comma", ".": "stop", "?": "call", "!": "call", "…": "call"}


def opening(parsed: Parsed, number: int) -> str:
    """How a quotation joins what stands before it: begins the block, a sentence, is led in by a mark, or runs on."""
    start = parsed.quotes[number][0]
    if parsed.no_words(parsed.blocks[parsed.block_of[start]][0], start):
        return "block"
    before = parsed.text[parsed.end[start - 1] - 1]
    return "led" if before in ",:" else "sentence" if before in _BEFORE_A_SENTENCE else "on"


def closing(parsed: Parsed, number: int) -> str:
    """How a quotation ends: with a stop, with a comma that leads to its cue, asking or calling out, or open.

    A mark right behind it counts as its own, as British papers set it; who calls out at the end of a block has come to a stop.
    """
    inner, end = parsed.quotations[number].inner, parsed.quotations[number].span.end
    last = parsed.text[inner.start : inner.end].rstrip(_INNER_MARKS)[-1:]
    if parsed.text[end : end + 1] in (",", "."):
        last = parsed.text[end]
    start, behind = parsed.quotes[number]
    if last in "?!…" and parsed.no_words(behind, parsed.blocks[parsed.block_of[start]][1]):
        last = "."
    return _CLOSINGS.get(last, "open")
