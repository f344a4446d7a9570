"""The months and weekdays of ``lexicons/calendar.toml``, whose other tables belong to the time expressions."""

from __future__ import annotations

from typing import ClassVar

from pydantic import ConfigDict

from extractor.language.schema import Lexicon, Table, WordList


class NamesOfDays(Table):
    """Names by their ISO numbers, abbreviations with and without their full stop."""

    model_config = ConfigDict(extra="ignore")

    month: dict[int, WordList]
    weekday: dict[int, WordList]


class Calendar(Lexicon):
    """The part of the file that other rooms ask for."""

    model_config = ConfigDict(extra="ignore")

    file: ClassVar[str] = "lexicons/calendar"

    words: NamesOfDays
