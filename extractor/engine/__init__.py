"""The spaCy pass: loads a model, and parses texts whose sentence borders the layout already knows.

One door: `Engine.load` and `Engine.parse`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from extractor.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

__all__ = ["Engine"]

Context = TypeVar("Context")

_BATCH = 8
"""Articles a batch: measured 1.18 times the speed of spaCy's default 256 on news."""
_NEEDED = ("parser", "ner")
_SURROGATES = re.compile("[\ud800-\udfff]")
_PUNCTUATION_RUN = re.compile(r"[^\w\s]{40,}")
"""The tokenizer is quadratic on runs of opening punctuation (8,000 characters take 5 s)."""
_ENDLESS_WORD = re.compile(r"\S{1000,}")
"""And on words made of addresses (22,000 characters take 0.8 s); no word of a language is that long."""


class Engine:
    """A loaded spaCy pipeline.

    Attributes:
        model: The name it was loaded by.
        version: The model's own version.
    """

    def __init__(self, nlp: Pipeline, model: str) -> None:
        self._nlp = nlp
        self.model = model
        self.version = str(nlp.meta.get("version", ""))
        nlp.max_length = max(nlp.max_length, 10**8)

    @classmethod
    def load(cls, model: str) -> Engine:
        """Load a spaCy model by package name or path.

        Raises:
            ModelError: When there is no such model, it needs another spaCy, or it has no parser or entity recogniser.
        """
        import spacy

        try:
            nlp = spacy.load(model)
        except OSError as error:
            raise ModelError(
                "no such spaCy model", where=model, remedy="install it, or leave --model out for the default"
            ) from error
        except (ValueError, ImportError) as error:
            raise ModelError(
                f"spaCy cannot load the model ({error})", where=model, remedy="use another"
            ) from error
        missing = [name for name in _NEEDED if not nlp.has_pipe(name)]
        if missing:
            raise ModelError(
                f"the model has no {' and no '.join(missing)}", where=model, remedy="use another"
            )
        return cls(nlp, model)

    def parse(self, texts: Iterable[tuple[str, Sequence[int], Context]]) -> Iterator[tuple[Doc, Context]]:
        """Parse texts in order, each with the offsets at which a sentence must start and with whatever travels along.

        Token offsets of the Docs are those of the texts: what spaCy cannot take is masked character by character.
        """
        docs = ((self._tokenized(text, starts), context) for text, starts, context in texts)
        return self._nlp.pipe(docs, as_tuples=True, batch_size=_BATCH)

    def _tokenized(self, text: str, starts: Sequence[int]) -> Doc:
        doc = self._nlp.make_doc(_parseable(text))
        offsets = [token.idx for token in doc]
        for start in starts:
            index = bisect_left(offsets, start)
            if index < len(offsets):
                doc[index].is_sent_start = True
        return doc


def _parseable(text: str) -> str:
    """The text with lone surrogates, endless punctuation and endless words masked; no offset moves."""
    text = _SURROGATES.sub("\ufffd", text)
    for endless in (_PUNCTUATION_RUN, _ENDLESS_WORD):
        text = endless.sub(_blank, text)
    return text


def _blank(run: re.Match[str]) -> str:
    return " " * len(run[0])
