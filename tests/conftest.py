"""What tests share: one loaded extractor, and Docs made by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

import extractor

ROOT = Path(__file__).resolve().parent.parent

MakeDoc = Callable[..., Doc]


@pytest.fixture(scope="session")
def extractor_() -> extractor.Extractor:
    """The extractor with its own model, loaded once for all tests."""
    return extractor.load()


@pytest.fixture(scope="session")
def make_doc() -> MakeDoc:
    """Makes a Doc by hand, without a model: of words, or of a text that is tokenized, and annotations."""
    nlp = spacy.blank("en")  # its vocabulary knows lower-case forms and shapes; an empty Vocab does not

    def make(words: str | Sequence[str], **annotations: Sequence[object]) -> Doc:
        if isinstance(words, str):
            tokens = nlp.tokenizer(words)
            words, annotations = (
                [token.text for token in tokens],
                {
                    "spaces": [bool(token.whitespace_) for token in tokens],
                    **annotations,
                },
            )
        return Doc(nlp.vocab, words=list(words), **annotations)  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT
