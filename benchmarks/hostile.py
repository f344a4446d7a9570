"""CPU seconds that the most hostile articles cost which `extractor run` accepts: each text at its bound and at half of it.

python benchmarks/hostile.py [--max-characters N] [--only NAME ...]

Work that is linear costs twice as much at twice the size. A worker may take ten seconds.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import resource
import time
from itertools import product
from multiprocessing.connection import Connection
from pathlib import Path

from extractor.batch.bounds import MAX_CHARACTERS, excess
from extractor.batch.extraction import open_extraction
from extractor.batch.worker import Work
from extractor.loading import Loading
from extractor.readers import Item, Reading
from extractor.writers.layout import Layout

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "articles"
CUES = ("said", "told", "wrote", "asked", "showed", "noted", "suggested", "denied", "claimed", "knew", "vowed")  # fmt: skip
NAMES = [f"{first} {last}" for first, last in product(("Ana", "Ben", "Lina"), ("Kask", "Otto", "Osei", "Lind"))]  # fmt: skip
WORDS = (*CUES, *NAMES, "he", "they", "that", "who", "“", "”", '"', ",", ".", ":", "–", "of", "the", "5", "not")  # fmt: skip
REPEATED = (
    "no ", "a ", "said ", "he said ", "he said that ", "who said ", "Ana Kask, who said ", "to say ", "said and ", "that ",
    '"no" ', "“no” ", "'no' ", "'no ", '"no" he said ', '"No," he said. ', '"No," he said.\n\n',
    "“No,” he said. 'No,' she said. ",
    '"I said that we won the game," Ana Kask said. ', '"the mayor had talked all day ', "“He had talked all day.\n\n",
    "He told Reuters that it sank, according to the mayor. ", "according to him ", "according to the mayor, ", "a: ", "ANA: ",
    "ANA KASK: no. ", "a – ", "a — b ", "“No” – minister\n", "(he said) ", "Ana Kask Ben Otto ", "Ana Kask and ", "cat and ",
    "he it them his ", "he ", "He came. She left. ", "17 people ", "5 people died. ", "up 5% to 7%, ", "$5 million ",
    "on Monday, May 4, 2020 ", "last week ", "A. ", "a. ", "Mr. ", "e.g. ", "he said to Mr. ", "Minister Ana Kask ",
    "the mayor, Ana Kask, ", "Bank of Ardenia of ", "Stone v. Lowe ", "Ana's ", "' ", '" ', ", ", ". ", "no! ", "if ", "of ",
    "ANA KASK SAID NO ", "KASK SAID NO. ", "Kask said no\n", "👩‍👩‍👧 😀 ", "船が遅れたと述べた。", "「船」",
    "قال الوزير ",
    "a", "1", "a-b-", "a.b.", "https://news.example/a?b=c&d=e ", "ana@news.example ", "- he said no\n", "a\n", "\ta", "  a",
    "Ana, said Kask, was ", "Ana, asked, said ", "he was: “no” ", "N5 ", "5 BC ", "10am-3pm ", "her husband ",
    "a\u00a0", "e\u0301", "{a: b}, ", "a/b/c ", "5km ", "cannot ",
)  # fmt: skip
"""Repeated as often as they fit."""


def families(characters: int) -> dict[str, str]:
    """Texts of at least so many characters, by name."""
    chance = random.Random(0)
    many = {repr(piece): piece for piece in REPEATED} | {
        "prose": "\n\n".join(path.read_text("utf-8") for path in sorted(CORPUS.glob("*.txt"))),
        "each cue": "".join(f"he {cue} " for cue in CUES),
        "each cue that": "".join(f"he {cue} that " for cue in CUES),
        "each cue, a sentence": "".join(f"He {cue}. " for cue in CUES),
        "each name": "".join(f"{name}, " for name in NAMES),
        "each name says": "".join(f"{name} said no. " for name in NAMES),
        "a table of names": "".join(f"{name}\t{n * 37}\t{n % 100}%\n" for n, name in enumerate(NAMES * 400)),
        "new names": "".join(f"{_name(chance)} {_name(chance)}, " for _ in range(5_000)),
        "marks": "".join(chance.choices("\"'“”‘’ab .,", k=50_000)),
        "words and marks": " ".join(chance.choices(WORDS, k=9_000)),
    }  # fmt: skip
    many |= {
        f"{opening * 3} … {closing * 3}": f"{opening}a " * 1_000 + f"{closing} " * 1_000
        for opening, closing in ("“”", "()", "[]")
    }
    return {name: text * (characters // len(text) + 1) for name, text in many.items()}


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(["ba", "de", "ko", "li", "ma", "no", "pe", "lu"], k=3)).title()


def accepted(text: str, max_characters: int) -> str:
    """As much of a text as `extractor run` accepts."""
    low, high = 0, min(len(text), max_characters)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (low, middle - 1) if excess(text[:middle], max_characters) else (middle, high)
    return text[:low]


def cpu_seconds(work: Work, text: str) -> float:
    """What a worker takes, in a process of its own that starts from the same state."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_measure, args=(work, text, sender))
    process.start()
    sender.close()
    taken = receiver.recv()
    process.join()
    return float(taken)


def _measure(work: Work, text: str, sender: Connection) -> None:
    start = time.process_time()
    (outcome,) = work([Item("article", "jsonl", json.dumps({"text": text}).encode())])
    assert outcome.state == "ok", outcome.reason
    sender.send(time.process_time() - start)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--max-characters", type=int, default=MAX_CHARACTERS)
    parser.add_argument("--only", nargs="*", help="names of texts; all by default")
    arguments = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    work = open_extraction(Loading(), Reading(), Layout.CLAIM, arguments.max_characters)
    print(f"{'characters':>10} {'half':>6} {'whole':>6} {'growth':>6}")
    for name, text in families(arguments.max_characters).items():
        if not arguments.only or name in arguments.only:
            whole = accepted(text, arguments.max_characters)
            half, full = (cpu_seconds(work, text) for text in (whole[: len(whole) // 2], whole))
            print(f"{len(whole):10,} {half:6.2f} {full:6.2f} {full / half:6.1f}  {name}", flush=True)


if __name__ == "__main__":
    main()
