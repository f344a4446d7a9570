"""What can go wrong, in words for the person who can mend it."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The published exit codes of the command line."""

    OK = 0
    BELOW_BASELINE = 1
    """`evaluate --baseline`: a measure fell below its floor."""
    USAGE = 2
    """The command line is wrong."""
    INCOMPLETE = 3
    """Finished, but at least one input was left out; each is named on stderr."""
    NOTHING_READ = 4
    """No input could be read."""
    OUTPUT = 5
    """The output cannot be written."""
    MODEL = 6
    """The spaCy model or a language resource is missing or broken."""
    INTERRUPTED = 130
    """Stopped by Ctrl-C or SIGTERM; no output file was left."""


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

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return printable(f"{place}{self.what}{remedy}".replace("\n", " "))


def printable(text: str) -> str:
    """The text with control characters written out, so that a file's name cannot steer a terminal."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


class InputError(ExtractorError):
    """An input that cannot be read as an article."""

    exit_code = ExitCode.NOTHING_READ


class OutputError(ExtractorError):
    """An output that cannot be written."""

    exit_code = ExitCode.OUTPUT


class ModelError(ExtractorError):
    """A spaCy model that is missing or lacks a component."""

    exit_code = ExitCode.MODEL


class ResourceError(ExtractorError):
    """A lexicon, rule or weight file that is missing or malformed."""

    exit_code = ExitCode.MODEL
