"""What can go wrong, in words for the person who can mend it."""

from __future__ import annotations

import traceback
from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


class ExitCode(IntEnum):
    """The published exit codes of the command line."""

    OK = 0
    BELOW_BASELINE = 1
    """`evaluate --baseline`: a measure fell below its floor."""
    USAGE = 2
    """The command line is wrong."""
    INCOMPLETE = 3
    """Finished, but at least one input was left out or quarantined; stderr or the ledger names it."""
    NOTHING_READ = 4
    """No input could be read."""
    OUTPUT = 5
    """The output cannot be written, is there already, or does not fit what is to be resumed."""
    MODEL = 6
    """The spaCy model or a language resource is missing or broken."""
    INTERRUPTED = 130
    """Stopped by Ctrl-C or SIGTERM; no half of an output file was left."""


class ExtractorError(Exception):
    """A failure that says what is wrong, where, and what to do.

    Attributes:
        what: What went wrong, without a full stop.
        where: The file, line, option or name it went wrong at.
        remedy: What the reader of the message can do about it.
    """

    exit_code = ExitCode.USAGE

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(what, where, remedy)

    def __reduce__(self) -> tuple[Any, ...]:
        """How it travels to another process: by its three parts, which are not all positional."""
        return partial(type(self), where=self.where, remedy=self.remedy), (self.what,)

    def __str__(self) -> str:
        return printable(f"{self.where}: ".replace("\n", " ")) + self.reason if self.where else self.reason

    @property
    def reason(self) -> str:
        """What went wrong and what can be done, without the place."""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return printable(f"{self.what}{remedy}".replace("\n", " "))


def printable(text: str) -> str:
    """The text with control characters written out, so that a file's name cannot steer a terminal."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


class InputError(ExtractorError):
    """An input that cannot be read as an article."""

    exit_code = ExitCode.NOTHING_READ


class EmptyInputError(InputError):
    """An input without any text: nothing is wrong with it, and nothing is in it."""


class PassedOver(InputError):  # noqa: N818  (no error: it is counted, and told of in one line with its like)
    """A file of a folder or archive that is of no kind that holds articles; ``what`` names the kind."""


class ExtractionError(ExtractorError):
    """An article that reading or extraction failed on, where no article may: a fault of extractor or of a library."""

    exit_code = ExitCode.INCOMPLETE

    @classmethod
    def caught(cls, error: Exception, where: str) -> ExtractionError:
        """An exception that stopped the work on one article, told with its kind and the place it came from.

        Args:
            error: The exception.
            where: The article.
        """
        places = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
        ours = [(path.relative_to(_PACKAGE), line) for path, line in places if _PACKAGE in path.parents]
        path, line = ours[-1] if ours else (places[-1][0].name, places[-1][1])
        what = f"{type(error).__name__} at {path}:{line}: {str(error)[:200]}".rstrip(": ")
        scarce = isinstance(error, MemoryError)
        return cls(what, where=where, remedy="allow more memory" if scarce else "report it with the article")


class OutputError(ExtractorError):
    """An output that cannot be written."""

    exit_code = ExitCode.OUTPUT


class ModelError(ExtractorError):
    """A spaCy model that is missing or lacks a component."""

    exit_code = ExitCode.MODEL


class ResourceError(ExtractorError):
    """A lexicon, rule or weight file that is missing or malformed."""

    exit_code = ExitCode.MODEL
