"""``lexicons/frames.toml``: words by which the frames of an attribution are told apart; see the comments of the file."""

from __future__ import annotations

from typing import ClassVar

from extractor.language.schema import Lexicon, Words


class FrameWords(Lexicon):
    """The file."""

    file: ClassVar[str] = "lexicons/frames"

    cue_prepositions: Words
    raising: Words
    seeming: Words
    ownership: Words
    focus: Words
    to_outlets: Words
