"""Ctrl-C and SIGTERM end a command as KeyboardInterrupt, never at a moment when that would be lost."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from types import FrameType

_STOPPING = (signal.SIGINT, signal.SIGTERM)
_SECONDS_BETWEEN_TRIES = 0.05
_IMPORTING = "<frozen importlib"


def listen() -> None:
    """From now on Ctrl-C and SIGTERM raise KeyboardInterrupt, but what is told to ignore them goes on doing so."""
    for number in _STOPPING:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _interrupt)


def _interrupt(number: int, frame: FrameType | None) -> None:
    """Raise, or try again shortly.

    An import loses what is raised in it: importlib's callbacks print and forget it, a class body wraps it in RuntimeError,
    pydantic in SchemaError. So does a finaliser.
    """
    if not any(_is_deaf(caller) for caller in _callers(frame)):
        raise KeyboardInterrupt
    again = threading.Timer(_SECONDS_BETWEEN_TRIES, _send, [number])
    again.daemon = True
    again.start()


def _send(number: int) -> None:
    main = threading.main_thread().ident
    if main is not None:
        signal.pthread_kill(main, number)  # so that it also wakes from a read


def _is_deaf(frame: FrameType) -> bool:
    return frame.f_code.co_name == "__del__" or frame.f_code.co_filename.startswith(_IMPORTING)


def _callers(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        yield frame
        frame = frame.f_back
