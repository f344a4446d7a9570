"""How quotations are set into their paragraph: by its marks one leads to a cue, and another goes on with what was said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.matchers.attributions.view import View

_BEFORE_A_SENTENCE = frozenset(".!?…\"'”’»")
_CLOSINGS = {",": "comma", ".": "stop", "?": "call", "!": "call", "…": "call"}


def opening(view: View, number: int) -> str:
    """How a quotation joins what stands before it: begins the block, a sentence, is led in by a mark, or runs on."""
    start = view.quotes[number][0]
    if view.no_words(view.blocks[view.block_of[start]][0], start):
        return "block"
    before = view.text[view.ends[start - 1] - 1]
    return "led" if before in ",:" else "sentence" if before in _BEFORE_A_SENTENCE else "on"


def closing(view: View, number: int) -> str:
    """How a quotation ends: with a stop, with a comma that leads to its cue, asking or calling out, or open.

    A mark right behind it counts as its own, as British papers set it; who calls out at the end of a block has come to a stop.
    """
    inner, end = view.quotations[number].inner, view.quotations[number].span.end
    last = view.text[inner.start : inner.end].rstrip()[-1:]
    if view.text[end : end + 1] in (",", "."):
        last = view.text[end]
    start, behind = view.quotes[number]
    if last in "?!…" and view.no_words(behind, view.blocks[view.block_of[start]][1]):
        last = "."
    return _CLOSINGS.get(last, "open")


def stands_alone(view: View, number: int) -> bool:
    """Whether a quotation is sentences of its own, led to no cue by its marks: it goes on with what was said before."""
    return view.quote_opens[number] in ("block", "sentence") and view.quote_closes[number] == "stop"
