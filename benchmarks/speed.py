"""What extraction costs beside the spaCy pass it stands on: ratios of CPU time, measured in one run on the same articles.

python benchmarks/speed.py [--texts FOLDER_OR_JSONL] [--limit N] [--rounds N]
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from itertools import islice

import spacy

from extractor import Article, load
from extractor.pipeline import MATCHERS, Extractor
from extractor.readers import read


def timed(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def timed_matchers(extractor: Extractor) -> dict[str, float]:
    """CPU seconds spent in each matcher from now on, filled while the extractor runs."""
    spent = dict.fromkeys(MATCHERS, 0.0)

    def watched(name: str, match: Callable[..., object]) -> Callable[..., object]:
        def run(*arguments: object) -> object:
            start = time.process_time()
            found = match(*arguments)
            spent[name] += time.process_time() - start
            return found

        return run

    extractor._matchers = tuple((name, watched(name, match)) for name, match in extractor._matchers)  # type: ignore[misc]
    return spent


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--texts", default="corpus/articles", help="a folder of .txt files or a JSON Lines file"
    )
    parser.add_argument("--limit", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    articles = [a for a in islice(read([arguments.texts]), arguments.limit) if isinstance(a, Article)]
    words = sum(len(article.text.split()) for article in articles)
    extractor = load()
    stock = spacy.load(extractor.provenance.model)
    list(extractor.pipe(articles[:3])), list(stock.pipe([a.text for a in articles[:3]]))  # warm up
    spent = timed_matchers(extractor)
    rounds = []
    for _ in range(arguments.rounds):
        before = dict(spent)
        reference = timed(lambda: list(stock.pipe(a.text for a in articles)))
        whole = timed(lambda: [record.model_dump_json(by_alias=True) for record in extractor.pipe(articles)])
        parts = {name: (spent[name] - before[name]) / reference for name in spent}
        rounds.append({"stock spaCy": 1.0, "extractor, whole": whole / reference, **parts})
        print(
            f"{len(articles)} articles, {words} words; stock spaCy {words / reference:.0f} words a second of CPU"
        )
    print(f"{'CPU time, stock spaCy pipe = 1':32} {'median':>7} {'least':>7} {'most':>7}")
    for name in rounds[0]:
        values = [figures[name] for figures in rounds]
        print(f"{name:32} {statistics.median(values):7.3f} {min(values):7.3f} {max(values):7.3f}")


if __name__ == "__main__":
    main()
