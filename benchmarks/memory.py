"""Whether a long run stays flat, in memory and speed, over many synthetic articles; and what a further worker costs.

python benchmarks/memory.py [--articles N] [--jobs N]

Workers are not replaced here, though `extractor run` replaces each after 2,000 articles.

Articles are made of sentences of corpus/ with invented names and numbers, so that new words keep coming as they do in the news.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from extractor.batch.extraction import open_extraction
from extractor.batch.limits import Limits
from extractor.batch.outcome import Outcome
from extractor.batch.run import Plan, run
from extractor.loading import Loading
from extractor.readers import Reading, find_items
from extractor.writers.layout import Layout

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "articles"
WARM = 4_000
"""Articles after which memory is to be flat: by then what workers keep within bounds, above all words, has filled once."""
SYLLABLES = re.findall("..", "badekolimanopelurasutoviweyazeguho")


def synthetic(number: int, seed: int = 0) -> Iterator[dict[str, str]]:
    """Articles of 8 to 14 sentences."""
    chance = random.Random(seed)
    sentences = [
        sentence
        for path in sorted(CORPUS.glob("*.txt"))
        for sentence in re.findall(r"[A-Z“\"][^\n]{40,300}?[.”\"](?=\s|$)", path.read_text("utf-8"))
    ]
    for article in range(number):
        chosen = chance.sample(sentences, chance.randint(8, 14))
        text = "\n\n".join(re.sub(r"\b[A-Z][a-z]{4,}\b|\d+", partial(_renewed, chance), s) for s in chosen)
        yield {"id": f"synthetic-{article}", "text": text, "published": "2024-03-05"}


def _renewed(chance: random.Random, found: re.Match[str]) -> str:
    """Now and then another name, or another number."""
    if found[0].isdigit():
        return str(chance.randrange(10 ** len(found[0])))
    return "".join(chance.choices(SYLLABLES, k=3)).title() if chance.random() < 0.1 else found[0]


@dataclass
class Sample:
    """What was measured after so many articles: MB of memory, words read, and CPU seconds of the workers."""

    articles: int
    runner: float
    workers: float
    words: int
    seconds: float


@dataclass
class Meter:
    """Watches a run and measures now and then."""

    every: int
    samples: list[Sample] = field(default_factory=list)
    own: list[list[float]] = field(default_factory=list)
    _articles: int = 0
    _words: int = 0

    def resumed(self, inputs: int) -> None:
        """Not of interest."""

    def tick(self) -> None:
        """Not of interest."""

    def settled(self, name: str, outcome: Outcome) -> None:
        """Count, and measure when it is time."""
        self._articles += 1
        self._words += outcome.words
        if self._articles % self.every == 0:
            children = _children()
            workers = sum(map(_resident, children))
            seconds = sum(map(_cpu_seconds, children))
            self.samples.append(Sample(self._articles, _resident("self"), workers, self._words, seconds))
            self.own.append([_proportional(child) for child in children])


def _children() -> list[str]:
    listed = [path.read_text() for path in Path("/proc/self/task").glob("*/children")]
    return " ".join(listed).split()


def _resident(process: str) -> float:
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * 4096 / 1e6


def _cpu_seconds(process: str) -> float:
    numbers = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(numbers[11]) + int(numbers[12])) / 100


def _proportional(process: str) -> float:
    """MB of a process, pages shared with n others counted by 1/n."""
    (line,) = re.findall(r"^Pss:\s+(\d+) kB", Path(f"/proc/{process}/smaps_rollup").read_text(), re.M)
    return int(line) / 1e3


def slope(points: list[tuple[float, float]]) -> float:
    """Of the least-squares line."""
    return statistics.linear_regression(*zip(*points, strict=True)).slope


def rate(samples: list[Sample]) -> float:
    """Words a CPU second between the first and the last sample."""
    seconds = samples[-1].seconds - samples[0].seconds
    return (samples[-1].words - samples[0].words) / max(seconds, 0.01)  # the system counts in such steps


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--jobs", type=int, default=1)
    arguments = parser.parse_args()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "synthetic.jsonl"
        with source.open("w", encoding="utf-8") as stream:
            stream.writelines(json.dumps(article) + "\n" for article in synthetic(arguments.articles))
        meter = Meter(max(1, arguments.articles // 100))
        plan = Plan(
            Path(folder) / "out", {"options": {"layout": "claim"}}, arguments.jobs, Limits(articles=10**9)
        )
        work = partial(open_extraction, Loading(), Reading(), Layout.CLAIM, 10**6)
        run(plan, find_items([str(source)], Reading()), work, meter)
    samples = meter.samples
    tenth = max(2, len(samples) // 10)
    settled = [sample for sample in samples if sample.articles >= WARM] or samples[tenth:]
    print(
        f"{samples[-1].articles:,} articles, {samples[-1].words:,} words, {time.perf_counter() - start:.0f} s"
    )
    for who in ("runner", "workers"):
        values = [(sample.articles / 10_000, getattr(sample, who)) for sample in settled]
        print(
            f"{who}: {values[0][1]:.1f} MB after {settled[0].articles:,} articles, {values[-1][1]:.1f} MB at the end, "
            f"{slope(values):+.2f} MB per 10,000, {slope(values[len(values) // 2 :]):+.2f} in the second half"
        )
    first, last = rate(samples[: tenth + 1]), rate(samples[-tenth - 1 :])
    print(f"words a CPU second: first tenth {first:.0f}, last tenth {last:.0f} ({last / first - 1:+.1%})")
    print(
        f"proportional share of memory, a worker, at the end: {', '.join(f'{mb:.0f}' for mb in meter.own[-1])} MB"
    )


if __name__ == "__main__":
    main()
