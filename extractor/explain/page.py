"""The page docs/rules.md: every rule that records name, in words and with an example. ``make rules`` writes it."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from extractor.explain.words import Names
from extractor.language.date_rules import DateRules
from extractor.language.quantity_rules import QuantityRules
from extractor.language.resources import Resources
from extractor.language.rules import Rule
from extractor.markup import Mark, parse

_HEAD = """\
# Rules

Written by `make rules` out of `models/en/explanations.toml` and the notes and examples of `models/en/rules`; do not edit.

Every attribution, number and date in a record names the rule that made it. `extractor explain FILE` says how a rule came to be
chosen. Adding one: [contributing](contributing.md).

## Attributions

The rule of an attribution is `FORM:FRAME`: what reports, and which words it reports. Rules only propose; learned weights choose
among what they propose for the same cue.
"""


def rules_page(resources: Resources) -> str:
    """The page, as Markdown."""
    names = Names.read(resources)
    frames = [(frame, words, example) for frame, (words, example) in names.frames.items()]
    return "\n".join([
        _HEAD,
        _table(("form", "says"), names.forms.items()),
        _table(("frame", "the content is", "for example"), frames),
        "A frame may go on: `prep:of` names its word, and",
        "",
        _table(("frame ends with", "the content is taken"), names.narrowed.items()),
        "The source is found by one of these ways:",
        "",
        _table(("path", "the source is"), names.paths.items()),
        "## Numbers\n",
        _rules(resources.lexicon(QuantityRules).rule),
        "## Dates\n",
        _rules(resources.lexicon(DateRules).rule),
    ])  # fmt: skip


def _rules(rules: Iterable[Rule]) -> str:
    rows = [(rule.id, rule.note.rstrip("."), _example(rule.examples)) for rule in rules]
    return _table(("rule", "reads", "for example"), rows)


def _example(examples: tuple[str, ...]) -> str:
    """The first example, what it finds in italics."""
    if not examples:
        return ""
    text, marks = parse(examples[0])
    return _emphasised(text, marks)


def _emphasised(text: str, marks: Iterable[Mark]) -> str:
    out, behind = "", 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        if mark.start >= behind:
            out += f"{text[behind : mark.start]}*{text[mark.start : mark.end]}*"
            behind = mark.end
    return " ".join((out + text[behind:]).split())


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *((f"`{first}`", *rest) for first, *rest in rows)]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


if __name__ == "__main__":
    sys.stdout.write(rules_page(Resources()))
