"""An explanation for the terminal: each cue with its options and the weightiest reasons, then the rules of numbers and dates."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from extractor.explain.records import CueExplanation, Explanation, Option, Reason, RuleUse
from extractor.present.claims import pieces_in_words
from extractor.present.console import add_row, plain_table, standard_console, visible
from extractor.records import SpanRecord

_RANKS = ("the likeliest", "the runner-up", "the third")
_MOST_REASONS = 4
"""On either side."""


def print_explanation(explanation: Explanation, console: Console | None = None) -> None:
    """Print how an article, or one of its claims, was read; by default to standard output."""
    console = console or standard_console()
    asked = f" · claim {explanation.claim}" if explanation.claim else ""
    console.print(Text(visible(explanation.article_id) + asked), style="bold")
    if not explanation.cues:
        console.print("\nNo word here may report anything: what is claimed is in the article's own voice.")
    for cue in explanation.cues:
        _print_cue(cue, console)
    _print_rules("number", explanation.numbers, console)
    _print_rules("date", explanation.dates, console)


def _print_cue(cue: CueExplanation, console: Console) -> None:
    sure = f"; confidence {cue.confidence:.2f}" if cue.confidence is not None else ""
    head = f"\n“{_words(cue.cue)}”: {cue.verdict_in_words}{sure}"
    console.print(Text(visible(head)), style="bold")
    for rank, option in enumerate(cue.options):
        _print_option(option, _RANKS[rank], console)
    if cue.options:
        console.print(f"  {cue.nothing:.2f}  nothing is reported")


def _print_option(option: Option, rank: str, console: Console) -> None:
    source = (
        f"“{_words(option.source)}” ({option.source_in_words})" if option.source else option.source_in_words
    )
    lines = [
        f"  {option.probability:.2f}  {rank}: {option.rule_in_words} [{option.rule}]",
        f"        content: “{_words(option.content)}”",
        f"        source: {source}",
    ]
    for heading, reasons in (("for", _top(option.reasons, 1)), ("against", _top(option.reasons, -1))):
        lines += [
            f"        {heading if place == 0 else '':8}{reason.weight:+.2f}  {reason.words}"
            for place, reason in enumerate(reasons)
        ]
    for line in lines:
        console.print(Text(visible(line)))


def _top(reasons: Sequence[Reason], sign: int) -> list[Reason]:
    return [reason for reason in reasons if reason.weight * sign > 0][:_MOST_REASONS]


def _print_rules(what: str, uses: Sequence[RuleUse], console: Console) -> None:
    if not uses:
        return
    table = plain_table()
    for heading in (what, "read as", "rule"):
        table.add_column(heading, overflow="fold")
    for use in uses:
        add_row(table, (use.text, use.reading, f"{use.rule_in_words} [{use.rule}]"))
    console.print()
    console.print(table)


def _words(spans: Sequence[SpanRecord]) -> str:
    return " ".join(pieces_in_words(spans).split())
