"""What tests share: one loaded extractor, and Docs made by hand."""

from __future__ import annotations

import os

# Before numpy is imported: two test processes keep two cores busy, and more threads of OpenBLAS only wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc

import extractor

ROOT = Path(__file__).resolve().parent.parent

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window; the tests that want it are skipped where there is none.

    One for the whole session: playwright keeps an event loop in the main thread, beside which it cannot be started again.
    """
    executable = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if executable is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()
