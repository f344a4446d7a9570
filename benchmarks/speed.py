"""What extraction costs beside spaCy's own pipe: ratios, medians and spreads of one run on the same articles.

python benchmarks/speed.py [--texts FOLDER_OR_JSONL] [--limit N] [--rounds N] [--peers N] [--out docs/benchmarks.md]
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib.metadata import version
from itertools import islice
from pathlib import Path

import spacy
from contestants import MODEL, cpu_seconds, engine, extractor_whole, peers, stock_spacy
from processes import against_spacy, cold_starts, runs
from tables import Rounds

from extractor import Article, load
from extractor.engine import EngineKind
from extractor.readers import read

GROWTH = (1, 10, 100, 1000)
"""Paragraphs of one article."""


def measure(articles: Sequence[Article]) -> tuple[dict[str, float], dict[str, float], float]:
    """One round: spaCy, engines and the whole pipeline as ratios of stock spaCy, the shares of its parts, and stock's seconds."""
    reference = cpu_seconds(stock_spacy(articles))
    whole, spent = extractor_whole(articles)
    ratios = {
        "stock spaCy": 1.0,
        "spaCy, safe settings (`--engine stock`)": cpu_seconds(engine(articles, EngineKind.STOCK))
        / reference,
        "spaCy, exact fast components (`--engine fast`)": cpu_seconds(engine(articles, EngineKind.FAST))
        / reference,
        "**extractor, whole, claims written**": cpu_seconds(whole) / reference,
    }
    return ratios, {name: seconds / reference for name, seconds in spent.items()}, reference


def peer_ratios(articles: Sequence[Article], rounds: Rounds) -> dict[str, float]:
    """The other libraries as ratios of stock spaCy; those not installed are noted in the rounds."""
    reference = cpu_seconds(stock_spacy(articles))
    docs = list(spacy.load(MODEL).pipe(article.text for article in articles))
    found = {}
    for name, work in peers(docs):
        if isinstance(work, str):
            rounds.left_out[name] = work
        else:
            found[name] = cpu_seconds(work) / reference
    return found


def growth(articles: Sequence[Article], rounds: int) -> str:
    """CPU time by the length of one article, a word of the ten-paragraph one as 1."""
    paragraphs = [p for article in articles for p in article.text.split("\n") if len(p.split()) > 20]
    texts = ["\n\n".join(islice((p for _ in range(1000) for p in paragraphs), count)) for count in GROWTH]
    extractor = load()
    extractor.extract(texts[1])
    per_word = Rounds()
    for _ in range(rounds):
        seconds = [cpu_seconds(partial(extractor.extract, text)) / len(text.split()) for text in texts]
        names = [
            f"{count:,} paragraphs, {len(text.split()):,} words"
            for count, text in zip(GROWTH, texts, strict=True)
        ]
        per_word.add(dict(zip(names, (second / seconds[1] for second in seconds), strict=True)))
    return per_word.table("CPU time a word")


def jobs_ratios(texts: Sequence[str]) -> dict[str, float]:
    """Wall time of a run on one and on two processes."""
    seconds = runs(texts, (1, 2))
    return {name: value / seconds["--jobs 1"] for name, value in seconds.items()}


def whole_ratios(texts: Sequence[str]) -> dict[str, float]:
    """CPU time of a process that extracts claims, and of one that runs spaCy's pipe and nothing else."""
    pipe, extract = against_spacy(texts, MODEL)
    return {"spaCy's `nlp.pipe`": 1.0, "`extractor extract`": extract / pipe}


def process_table(heading: str, measured: Callable[[], dict[str, float]], rounds: int) -> str:
    """What whole processes take; in its place, which one failed."""
    figures = Rounds()
    try:
        for _ in range(rounds):
            figures.add(measured())
    except subprocess.CalledProcessError as error:
        return f"Not measured: `extractor {' '.join(error.cmd[3:])}` ended with {error.returncode}."
    return figures.table(heading)


def report(articles: Sequence[Article], rounds: int, peer_articles: int) -> str:
    """All tables; other libraries are timed on the first few articles only, none of them on none."""
    speed, shares, others = Rounds(), Rounds(), Rounds()
    words = sum(len(article.text.split()) for article in articles)
    for number in range(rounds):
        ratios, parts, reference = measure(articles)
        speed.add(ratios)
        shares.add(parts)
        if peer_articles:
            others.add(peer_ratios(articles[:peer_articles], others))
        print(
            f"round {number + 1}: stock spaCy reads {words / reference:,.0f} words a second of CPU",
            file=sys.stderr,
        )
    return "\n\n".join(
        [
            "# Benchmarks",
            "Written by `make bench`. Every figure is a ratio within one run, and so much the same on another machine: CPU time"
            " of one process. Each round starts with nothing kept from the round before.",
            f"{len(articles)} articles, {words:,} words; {rounds} rounds; {platform.machine()},"
            f" Python {platform.python_version()}, spaCy {version('spacy')}, {MODEL}. The machine's load was"
            f" {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors;"
            " above their number, ratios of processes and of Python code rise.",
            "## Against spaCy\n\nStock spaCy is `nlp.pipe(texts)` of the same model, no rules at all.",
            speed.table("CPU time"),
            "As whole processes, models loaded and claims written to a file:",
            process_table("CPU time", partial(whole_ratios, [a.text for a in articles]), rounds),
            "Of the whole, the parts that are ours, on the same scale:",
            shares.table("CPU time"),
            "## Libraries that do a part of it\n\nOn parsed articles, without the cost of the parse, on the same scale"
            f" ({min(peer_articles, len(articles))} of the articles).",
            others.table("CPU time"),
            "## Growth with the length of an article",
            growth(articles, rounds),
            "## Several processes\n\nWall time with model loading; the machine must be idle and have the cores.",
            process_table(
                "wall time of `extractor run`", partial(jobs_ratios, [a.text for a in articles]), rounds
            ),
            "## Cold start",
            process_table("CPU seconds", cold_starts, rounds),
        ]
    )


def main() -> None:
    """Print the report, and write it where ``--out`` says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--texts", default="corpus/articles", help="a folder of .txt files or a JSON Lines file"
    )
    parser.add_argument("--limit", type=int, default=100, help="articles at most")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--peers", type=int, default=20, help="articles at most for the other libraries; 0 leaves them out"
    )
    parser.add_argument("--out", type=Path, help="file to write the tables to, such as docs/benchmarks.md")
    arguments = parser.parse_args()
    articles = [a for a in islice(read([arguments.texts]), arguments.limit) if isinstance(a, Article)]
    text = report(articles, arguments.rounds, arguments.peers)
    print(text)
    if arguments.out:
        arguments.out.parent.mkdir(exist_ok=True)
        arguments.out.write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
