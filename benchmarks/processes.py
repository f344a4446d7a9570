"""Whole processes: cold starts, a run on one or two processes, and ``extractor extract`` beside spaCy's pipe alone.

python benchmarks/processes.py [--against spacy|jobs] [--texts FOLDER_OR_JSONL] [--articles N] [--rounds N]

Over synthetic articles or one's own. ``--against jobs`` prints how much faster two processes are than one; the machine must be
idle and have two cores. ``--against spacy`` prints the CPU seconds of a process that does nothing but ``nlp.pipe`` of the same
model, and how many times those of ``extractor extract``. Each process loads the model once, which shows when articles are few
or short.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

COLD = {
    "`extractor --version`": ["--version"],
    "`extractor --help`": ["--help"],
    "`extractor extract`, one short article": ["extract", "--quiet", "-"],
}
_PIPE = """
import json, sys, spacy
with open(sys.argv[2], encoding="utf-8") as lines:
    for _ in spacy.load(sys.argv[1]).pipe(json.loads(line)["text"] for line in lines):
        pass
"""
_ARTICLE = b"The bridge closed on Monday, the mayor said. \xe2\x80\x9cIt was unsafe,\xe2\x80\x9d Ana Rivas told reporters."


def extractor(*arguments: str, standard_input: bytes = b"") -> tuple[float, float]:
    """CPU and wall seconds of one command line, its children's CPU among them.

    Raises:
        subprocess.CalledProcessError: When it fails.
    """
    return _python("-m", "extractor", *arguments, standard_input=standard_input)


def _python(*arguments: str, standard_input: bytes = b"") -> tuple[float, float]:
    before, start = _children(), time.perf_counter()
    command = [sys.executable, *arguments]
    subprocess.run(
        command, input=standard_input, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True
    )
    return _children() - before, time.perf_counter() - start


def cold_starts() -> dict[str, float]:
    """CPU seconds of each first use."""
    return {name: extractor(*arguments, standard_input=_ARTICLE)[0] for name, arguments in COLD.items()}


def against_spacy(texts: Sequence[str], model: str) -> tuple[float, float]:
    """CPU seconds of spaCy's own pipe over the texts, and of ``extractor extract`` with its claims written.

    Raises:
        subprocess.CalledProcessError: When one fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        articles, claims = Path(folder) / "articles.jsonl", Path(folder) / "claims.jsonl"
        lines = (json.dumps({"id": f"{number:05}", "text": text}) for number, text in enumerate(texts))
        articles.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        pipe, _ = _python("-c", _PIPE, model, str(articles))
        return pipe, extractor("extract", "--quiet", str(articles), "-o", str(claims))[0]


def runs(texts: Sequence[str], jobs: Sequence[int]) -> dict[str, float]:
    """Wall seconds of ``extractor run`` over the texts for each number of processes.

    Raises:
        subprocess.CalledProcessError: When a run fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles"
        source.mkdir()
        for number, text in enumerate(texts):
            (source / f"{number:05}.txt").write_text(text, encoding="utf-8")
        return {f"--jobs {n}": _run(source, Path(folder) / f"out{n}", n) for n in jobs}


def _run(source: Path, out: Path, jobs: int) -> float:
    return extractor("run", str(source), "-o", str(out), "--jobs", str(jobs))[1]


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Print the seconds of each round, and the median of their ratios."""
    from memory import synthetic

    from extractor import Article
    from extractor.readers import read

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--texts", help="a folder of .txt files or a JSON Lines file; by default synthetic articles"
    )
    parser.add_argument("--against", choices=("jobs", "spacy"), default="jobs", help="what is compared")
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    if arguments.texts:
        found = islice(read([arguments.texts]), arguments.articles)
        texts = [article.text for article in found if isinstance(article, Article)]
    else:
        texts = [article["text"] for article in synthetic(arguments.articles)]
    ratios = []
    for number in range(1, arguments.rounds + 1):
        names, (one, other) = _pair(texts, arguments.against)
        ratios.append(one / other)
        print(f"round {number}: {names[0]} {one:.1f} s, {names[1]} {other:.1f} s, {one / other:.2f} times")
    print(f"{len(texts)} articles, model loading included: {statistics.median(ratios):.2f} times")


def _pair(texts: Sequence[str], against: str) -> tuple[tuple[str, str], tuple[float, float]]:
    if against == "spacy":
        from contestants import MODEL

        return ("spaCy's pipe", "extractor extract"), against_spacy(texts, MODEL)
    one, two = runs(texts, (1, 2)).values()
    return ("one process", "two"), (one, two)


if __name__ == "__main__":
    main()
