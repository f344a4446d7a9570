"""What reading numbers costs: beside spaCy on the same articles, and on megabytes made to be slow.

python benchmarks/quantities.py [--texts FOLDER_OR_JSONL] [--limit N] [--rounds N]
"""

from __future__ import annotations

import argparse
import statistics
import time
from itertools import islice

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor import Article, load
from extractor.annotations import Annotations, Quantity
from extractor.language.resources import Resources
from extractor.matchers.quantities import compile_matcher
from extractor.readers import read
from extractor.text.matcher import Matcher
from extractor.text.parsed import Parsed

HOSTILE = (
    "7", "1 ", "1,", "1, ", "1.", "1-", "5-5-5-", "1/", "1 / ", "$", "$1 ", "(", "(1) ", "% ", "1 % ", "½", "£-", "3m ", "9:",
    "one ", "one-", "million million ", "one hundred ", "a million and ", "half a ", "two thirds of ", "hundreds of ",
    "from 1 to ", "between 1 and ", "1 in 2 ", "5 or ", "1 x 1 ", "1 1/2 ", "1,234,", "1 000 ", "5 ft 5 in ", "1 kV/cm ",
    "up 1 ", "more than 1 ", "No. 1 ", "Ann, 45, ", "12 Mill Lane ", "May 4 ", "10 of the ", "1" + 20 * " ",
)  # fmt: skip
"""Repeated to a megabyte each."""
MEGABYTE = 1_000_000


def repeated(piece: str, vocab: Vocab) -> Doc:
    """A megabyte of a piece, cut into words at single spaces, without parse."""
    words = (
        (piece * (MEGABYTE // len(piece))).rstrip(" ").split(" ") if "  " not in piece else [piece * 40_000]
    )
    return Doc(vocab, words=words, spaces=[True] * len(words))


def cpu_seconds(matcher: Matcher[Quantity], doc: Doc, rounds: int) -> float:
    """The least CPU time of a few runs."""
    spent, parsed = [], Parsed(doc)
    for _ in range(rounds):
        start = time.process_time()
        matcher(parsed, Annotations())
        spent.append(time.process_time() - start)
    return min(spent)


def share_of_spacy(matcher: Matcher[Quantity], texts: list[str], rounds: int) -> list[float]:
    """CPU time of the matcher over that of spaCy's own pipe, on the same articles in the same round."""
    stock = spacy.load(load().provenance.model)
    list(stock.pipe(texts[:3]))  # warm up
    shares = []
    for _ in range(rounds):
        start = time.process_time()
        docs = list(stock.pipe(texts))
        spent = time.process_time() - start
        articles = [Parsed(doc) for doc in docs]
        start = time.process_time()
        for parsed in articles:
            matcher(parsed, Annotations())
        shares.append((time.process_time() - start) / spent)
    return shares


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--texts", default="corpus/articles", help="a folder of .txt files or a JSON Lines file"
    )
    parser.add_argument("--limit", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    matcher = compile_matcher(Resources())
    articles = [a for a in islice(read([arguments.texts]), arguments.limit) if isinstance(a, Article)]
    shares = share_of_spacy(matcher, [article.text for article in articles], arguments.rounds)
    print(
        f"{len(articles)} articles: quantities take {100 * statistics.median(shares):.1f} % of spaCy's CPU time"
    )
    vocab = spacy.blank("en").vocab
    times = {piece: cpu_seconds(matcher, repeated(piece, vocab), arguments.rounds) for piece in HOSTILE}
    print(f"CPU seconds for a megabyte of each of {len(times)} pieces, the slowest ten:")
    for piece in sorted(times, key=times.__getitem__, reverse=True)[:10]:
        print(f"{times[piece]:6.2f}  {piece!r}")


if __name__ == "__main__":
    main()
