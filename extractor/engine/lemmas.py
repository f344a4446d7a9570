"""The rule lemmatizer, its results kept and its word lists made sets.

Read it beside ``spacy/pipeline/lemmatizer.py``: ``rule_lemmatize`` is a function of a token's form, part of speech
and morphology, and keeps some of its results under just this key, in a dict without bound. Here all are kept, within
a bound. The table ``lemma_index`` holds lists of up to 50,000 words, which the stock lemmatizer searches from the
front for every rule it tries; sets give the same answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from extractor.engine.memo import LIMIT
from extractor.engine.unknown import require

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KEY: list[int | str] = ["ORTH", "POS", "MORPH"]
_Key = tuple[int, int, int]


class LemmaLookup:
    """Sets the lemmas that the component sets.

    Args:
        lemmatizer: The ``EnglishLemmatizer`` of a pipeline; its word lists become sets.

    Raises:
        UnknownComponentError: When it works by another method or replaces lemmas set before.
    """

    def __init__(self, lemmatizer: Any) -> None:
        require(lemmatizer.mode == "rule", f"it works by {lemmatizer.mode}")
        require(not lemmatizer.overwrite, "it replaces lemmas")
        self._lemmatizer = lemmatizer
        self._lemmas: dict[_Key, str] = {}
        index = lemmatizer.lookups.get_table("lemma_index", {})
        for part_of_speech in list(index):
            index[part_of_speech] = frozenset(index[part_of_speech])

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Set the lemmas of Docs that have parts of speech and morphology."""
        for doc in docs:
            if len(doc):
                self._set(doc)

    def _set(self, doc: Doc) -> None:
        keys: list[_Key] = list(zip(*doc.to_array(_KEY).T.tolist(), strict=True))
        self._learn(doc, keys)
        # A lemma is kept as a string and entered anew: a memory zone takes the strings that came in it when it ends.
        enter = doc.vocab.strings.add
        entered = {key: enter(self._lemmas[key]) for key in set(keys)}
        given = doc.to_array("LEMMA")
        lemmas: Any = np.where(given == 0, np.array([entered[key] for key in keys], np.uint64), given)
        doc.from_array(["LEMMA"], lemmas.reshape(-1, 1))

    def _learn(self, doc: Doc, keys: list[_Key]) -> None:
        if len(self._lemmas) > LIMIT:
            self._lemmas.clear()
        lemmatize = self._lemmatizer.lemmatize
        for index, key in enumerate(keys):
            if key not in self._lemmas:
                self._lemmas[key] = lemmatize(doc[index])[0]
        self._lemmatizer.cache.clear()
