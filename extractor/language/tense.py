"""``lexicons/tense.toml``: verb forms and lemmas by what they tell of time; see the comments of the file."""

from __future__ import annotations

from typing import ClassVar

from extractor.language.schema import Lexicon, Words


class TenseWords(Lexicon):
    """The file."""

    file: ClassVar[str] = "lexicons/tense"

    future_auxiliaries: Words
    modals: Words
    perfect_auxiliaries: Words
    present_auxiliaries: Words
    plans: Words
    scheduled: Words
    being_to: Words
    timetable: Words
    reporting: Words
    deferring: Words
    unplanned: Words
    time_nouns: Words
