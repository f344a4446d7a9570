"""Writes the frozen records anew: ``python -m tests.golden``."""

from __future__ import annotations

import extractor
from tests.golden import ARTICLES, frozen, record

if __name__ == "__main__":
    reader = extractor.load()
    for name in ARTICLES:
        frozen(name).write_text(record(reader, name), encoding="utf-8")
