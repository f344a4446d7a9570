"""Writes the frozen files anew: ``python -m tests.writers.golden``."""

from __future__ import annotations

from extractor.writers import WRITERS
from tests.writers.golden import frozen, readable

if __name__ == "__main__":
    for name in WRITERS:
        frozen(name).write_bytes(readable(name).encode())
