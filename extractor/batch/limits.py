"""What a worker may use, and how it is held to it."""

from __future__ import annotations

import ctypes
import signal
import sys
from dataclasses import dataclass

_PARENT_DEATH_SIGNAL = 1


@dataclass(frozen=True, slots=True)
class Limits:
    """What one worker may use.

    Attributes:
        seconds: Wall time for one article, and for a batch; a batch that takes longer is worked on one by one.
        megabytes: Memory of its own. Kept by the system (RLIMIT_DATA): an allocation beyond it fails at once, where watching
            from outside would come too late for one that grows fast. RLIMIT_AS would also count shared libraries.
        articles: A worker is replaced after so many.
    """

    seconds: float = 60.0
    megabytes: int = 1500
    articles: int = 2000


def hold_to(limits: Limits) -> None:
    """Hold this process to the limits, and to the life of its parent; where the system cannot, nothing happens."""
    live_with_parent()
    try:
        import resource

        # a crash is told in the ledger; 1 GB of core file helps nobody
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        most = limits.megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    except (ImportError, ValueError, OSError):
        return


def live_with_parent() -> None:
    """Leave Ctrl-C, which reaches all of a terminal's processes, to the parent, and end when it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
