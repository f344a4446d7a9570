"""What becomes of one input: its state, the reason, figures, and the lines it adds to the output."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum


class State(StrEnum):
    """How an input ended; each ends in exactly one of these."""

    OK = "ok"
    """Its record is in the output."""
    EMPTY = "empty"
    """There is no text in it."""
    SKIPPED = "skipped"
    """It was given more than once; this is not the first time."""
    PASSED = "passed over"
    """It is a file of a kind that holds no articles, in a folder or archive; the reason names the kind."""
    QUARANTINED = "quarantined"
    """It could not be read or not be worked on; the reason says why."""


class Cause(StrEnum):
    """Why an input is not in the output, for programs; `Outcome.reason` is for people."""

    NONE = ""
    UNREADABLE = "unreadable"
    """No article could be read from it."""
    TOO_LONG = "too-long"
    TOO_SLOW = "too-slow"
    """Its worker had not ended when its time was over."""
    CRASH = "crash"
    """Its worker died."""
    FAULT = "fault"
    """Extraction failed on it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input.

    Attributes:
        state: How it ended.
        reason: Why, unless it is ok.
        article: Id of the article.
        sha256: Of the article's text in UTF-8.
        claims: Claims found.
        words: Words of the text, by white space.
        seconds: Wall time it took; a batch of articles shares its time by their lengths.
        lines: What it adds to the output, whole lines.
        cause: The reason for programs.
        flags: What was unusual about the article, as in its record.
    """

    state: State
    reason: str = ""
    article: str = ""
    sha256: str = ""
    claims: int = 0
    words: int = 0
    seconds: float = 0.0
    lines: bytes = b""
    cause: Cause = Cause.NONE
    flags: tuple[str, ...] = ()

    def to_bytes(self) -> bytes:
        """A header of one line of JSON, then the lines: what a worker sends, and no pickle."""
        return (
            json.dumps(asdict(replace(self, lines=b"")), default=bytes.decode).encode() + b"\n" + self.lines
        )

    @classmethod
    def from_bytes(cls, message: bytes) -> Outcome:
        """The outcome that a worker sent."""
        header, _, lines = message.partition(b"\n")
        values = json.loads(header)
        known = {field.name: values[field.name] for field in fields(cls)}
        typed = {
            "state": State(values["state"]),
            "cause": Cause(values["cause"]),
            "flags": tuple(values["flags"]),
        }
        return cls(**known | typed | {"lines": lines})


def storable(name: str) -> str:
    """A name that UTF-8 can hold: bytes of a file's name that are no UTF-8, and lone surrogates of an id, written out."""
    return name.encode("utf-8", "backslashreplace").decode()


def quarantined(reason: str, seconds: float = 0.0, cause: Cause = Cause.UNREADABLE) -> Outcome:
    """The outcome of an input that nothing could be done with."""
    return Outcome(State.QUARANTINED, reason, seconds=seconds, cause=cause)
