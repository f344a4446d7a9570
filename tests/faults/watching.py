"""A watched folder with a stand-in for the model, as a process of its own: python -m tests.faults.watching FOLDER OUT TOLD."""

from __future__ import annotations

import sys
from pathlib import Path

from extractor.batch.limits import Limits
from extractor.batch.run import Plan
from extractor.batch.watching import Files, Watching
from extractor.readers import Reading
from tests.faults.standin import Silent, open_work

IDENTITY = {"model": "stand-in", "options": {"layout": "article"}}


def main(folder: str, out: str, told: str) -> None:
    def tell(line: bytes) -> None:
        with Path(told).open("ab") as stream:
            stream.write(line)

    plan = Plan(Path(out), IDENTITY, jobs=2, limits=Limits(articles=50), part_size=20)
    Watching(plan, Files((folder,), Reading()), interval=0.05, tell=tell).run(open_work, Silent())


if __name__ == "__main__":
    main(*sys.argv[1:])
