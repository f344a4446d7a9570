"""How often a source resolves to the right claimant, measured on annotated sources of a corpus that stays outside the project.

python benchmarks/claimants.py corpus/claimants/polnear-train.jsonl TEXTS.jsonl [--part read|kept] [--errors]

TEXTS holds the corpus, one article a line with ``id`` and ``text``. The gold sources are resolved directly, whatever cues and
contents the extractor finds; a second table takes the attributions that it finds itself, where their source is the gold one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from extractor import load
from extractor.annotations import Annotations, Attribution, Claimant, Mention, Span
from extractor.language.resources import Resources
from extractor.matchers.attributions.candidates import Source
from extractor.matchers.attributions.claimants import ClaimantFinder
from extractor.matchers.attributions.discourse import Discourse, DiscourseWords
from extractor.pipeline import Extractor
from extractor.text.matcher import Matcher
from extractor.text.parsed import Parsed

Gold = dict[str, Any]
Verdicts = dict[str, Counter[str]]

_KEPT = 20
"""Articles kept for measuring, never read for errors: those whose ids have the smallest hashes."""
_SAME_SOURCE = 0.5
_LEFT_OUT = {
    "the",
    "a",
    "an",
    "this",
    "that",
    "these",
    "those",
    "his",
    "her",
    "their",
    "its",
    "he",
    "she",
    "they",
    "it",
}
_OWN_WORDS = "unnamed, own words"
_ASKED = {"names and surnames": ("name", "surname"), "pronouns and nominals": ("pronoun", "who", "nominal")}


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--part", choices=("all", "read", "kept"), default="all")
    parser.add_argument("--errors", action="store_true", help="list what is wrong or left open")
    arguments = parser.parse_args()
    gold = annotated(arguments.gold, arguments.part)
    texts = dict(corpus(arguments.texts, gold))
    direct, matched = Verdicts(), Verdicts()
    for row, text, found, spoken in resolved(load(), gold, texts):
        verdict = judge(row, found, text)
        count(direct, row, verdict)
        if spoken:
            count(matched, row, judge(row, spoken[0], text))
        if arguments.errors and verdict != "right" and not (verdict == "open" and row["claimant"] is None):
            print(verdict, row["article"][:30], row["form"], repr(surface(row, text)), "gold", row["claimant"],
                  "found", found and found.name, sep=" | ")  # fmt: skip
    report("gold sources, resolved directly", direct)
    report("attributions found with the same source", matched)


def annotated(path: Path, part: str) -> dict[str, list[Gold]]:
    """The gold sources of the articles of one part."""
    articles: dict[str, list[Gold]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        articles[row["article"]].append(row)
    ranked = sorted(articles, key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    names = {"all": ranked, "kept": ranked[:_KEPT], "read": ranked[_KEPT:]}[part]
    return {name: articles[name] for name in names}


def corpus(path: Path, wanted: dict[str, list[Gold]]) -> Iterator[tuple[str, str]]:
    """Ids and texts of the wanted articles."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if article["id"] in wanted:
                yield article["id"], article["text"]


class Resolver:
    """Watches the matcher of attributions, and resolves gold sources while the article is still parsed.

    Attributes:
        rows: The gold sources of the article that is extracted next.
        found: For each of them the claimant, and in a list of one that of the attribution with the same source.
    """

    def __init__(self, extractor: Extractor) -> None:
        resources = Resources("en")
        self._finder = ClaimantFinder(resources)
        self._words = DiscourseWords.read(resources)
        self.rows: list[Gold] = []
        self.found: list[tuple[Claimant | None, list[Claimant | None]]] = []
        matchers = extractor._matchers
        extractor._matchers = replace(matchers, attributions=self._watched(matchers.attributions))

    def _watched(self, match: Matcher[Attribution]) -> Matcher[Attribution]:
        def run(parsed: Parsed, found: Annotations) -> tuple[Attribution, ...]:
            attributions = match(parsed, found)
            discourse = Discourse(parsed, found.cues, self._words)
            mentions = {mention.token: mention for mention in found.mentions}
            self.found = [self._resolved(row, discourse, mentions, attributions) for row in self.rows]
            return attributions

        return run

    def _resolved(
        self,
        row: Gold,
        parsed: Discourse,
        mentions: Mapping[int, Mention],
        attributions: Sequence[Attribution],
    ) -> tuple[Claimant | None, list[Claimant | None]]:
        spans = [Span(start, end) for start, end in row["source"]]
        claimant = self._finder.find(parsed, _source(parsed, spans), mentions)
        claimant = claimant or self._finder.first_person(parsed, spans[0], attributions, lambda _: None)
        same = [a.claimant for a in attributions if _overlap(a.source, spans) >= _SAME_SOURCE]
        return claimant, same[:1]


def resolved(
    extractor: Extractor, gold: dict[str, list[Gold]], texts: dict[str, str]
) -> Iterator[tuple[Gold, str, Claimant | None, list[Claimant | None]]]:
    """Every gold source with its text, the claimant found for it, and that of the attribution with this source, if any."""
    resolver = Resolver(extractor)
    for name, text in texts.items():
        resolver.rows = gold[name]
        extractor.extract(text)
        for row, (claimant, same) in zip(gold[name], resolver.found, strict=True):
            yield row, text, claimant, same


def _source(parsed: Discourse, spans: Sequence[Span]) -> Source:
    tokens = tuple(t for t in (parsed.tokens_in(span) for span in spans) if t[0] < t[1])
    inside = {token for start, end in tokens for token in range(start, end)}
    heads = [t for t in sorted(inside) if parsed.head[t] not in inside or parsed.head[t] == t]
    nominal = [t for t in heads if parsed.pos[t] in ("NOUN", "PROPN", "PRON")]
    return Source("gold", tokens, (nominal or heads or [-1])[0])


def _overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    ours = {i for span in one for i in range(span.start, span.end)}
    theirs = {i for span in other for i in range(span.start, span.end)}
    return len(ours & theirs) / len(ours | theirs) if ours else 0.0


def judge(row: Gold, found: Claimant | None, text: str) -> str:
    """Whether a claimant is right, wrong or left open; null is right for an unnamed source, its own words are so too."""
    if found is None:
        return "open"
    if row["claimant"] is not None:
        names = [row["claimant"], *row.get("also", ())]
        return "right" if _name(found.name) in map(_name, names) else "wrong"
    if "antecedent" in row:
        start, end = row["antecedent"]
        meant = _words(text[start:end])
        same = _words(found.name) <= meant or meant <= _words(found.name)
        if same and found.kind != "person":
            return "right"
    own_words, theirs = _words(surface(row, text)), _words(found.name)
    inside = any(found.mention.overlaps(Span(start, end)) for start, end in row["source"])
    own = row["form"] != "pronoun" and (theirs <= own_words or (inside and own_words <= theirs))
    unnamed = found.kind != "person" or row["kind"] in ("person", "anonymous")
    return "right" if own and unnamed else "wrong"


def surface(row: Gold, text: str) -> str:
    """The source as written."""
    return " ".join(text[start:end] for start, end in row["source"])


def _name(written: str) -> str:
    return " ".join(re.sub(r"^(the|an?) |'s?(?= |$)", "", written.casefold().replace("’", "'")).split())


def _words(written: str) -> set[str]:
    return set(re.findall(r"\w+", _name(written))) - _LEFT_OUT


def count(verdicts: Verdicts, row: Gold, verdict: str) -> None:
    """Adds a verdict to every row of the table that it belongs to."""
    stands_for = row["claimant"] is not None or "antecedent" in row
    form = row["form"] if stands_for else _OWN_WORDS
    group = next((asked for asked, forms in _ASKED.items() if stands_for and form in forms), None)
    for name in ("all", *([group] if group else []), f"  {form}", f"  {row['kind']}"):
        verdicts.setdefault(name, Counter())[verdict] += 1


def report(title: str, verdicts: Verdicts) -> None:
    """One table: right of all, right of those that got a claimant, wrong rather than open."""
    print(f"\n{title:40} {'of':>5} {'right %':>8} {'of given %':>11} {'wrong %':>8} {'open %':>7}")
    for name in [*_ASKED, "all", *sorted(name for name in verdicts if name.startswith("  "))]:
        counts = verdicts.get(name, Counter())
        every, given = sum(counts.values()), counts["right"] + counts["wrong"]
        if every:
            print(f"{name:40} {every:5} {100 * counts['right'] / every:8.1f} {100 * counts['right'] / max(1, given):11.1f}"
                  f" {100 * counts['wrong'] / every:8.1f} {100 * counts['open'] / every:7.1f}")  # fmt: skip


if __name__ == "__main__":
    main()
