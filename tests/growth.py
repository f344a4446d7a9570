"""Linear in length: CPU time of a whole against that of its quarter in one run, so that a busy machine says the same."""

from __future__ import annotations

import time
from collections.abc import Callable

FACTOR = 8
"""Linear work takes 4 times as long, quadratic work 16 times."""
TRIFLE = 0.5
"""CPU seconds that caches and garbage collection may take beside."""


def cpu_seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def is_linear(work: Callable[[int], Callable[[], object]], length: int) -> bool:
    """Whether `work(length)()` takes about four times as long as on a quarter of it; what `work` itself does is not timed."""
    quarter, whole = (cpu_seconds(work(size)) for size in (length // 4, length))
    return whole < FACTOR * quarter + TRIFLE
