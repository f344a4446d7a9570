"""``lexicons/stance.toml``: words by which something was not said, or only perhaps."""

from __future__ import annotations

from typing import ClassVar

from extractor.language.schema import Lexicon, Words


class StanceWords(Lexicon):
    """The file.

    Attributes:
        negative_subjects: First words of a source that is nobody.
        negative_adverbs: Adverbs that negate a cue ("hardly").
        failing: Verbs by which one does not do what follows ("failed to mention").
        modals: Auxiliaries that make it hypothetical.
        awaiting: What makes what follows an expectation ("is likely to argue").
        hearsay_adverbs: Adverbs that pass it on as hearsay.
        hearsay_verbs: Verbs whose passive does ("is believed to have said").
    """

    file: ClassVar[str] = "lexicons/stance"

    negative_subjects: Words
    negative_adverbs: Words
    failing: Words
    modals: Words
    awaiting: Words
    hearsay_adverbs: Words
    hearsay_verbs: Words
