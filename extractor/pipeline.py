"""Articles in, records out: the spaCy pass, then the fold of the matchers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self, TypeVar

from extractor.annotations import Block
from extractor.article import NO_DATE, Article
from extractor.claims import ClaimBuilder, Readings
from extractor.claims.selection import ALL, Selection
from extractor.desk.checkworthiness import CheckWorthiness, Statement
from extractor.engine import Engine, EngineKind
from extractor.engine.settings import BATCH
from extractor.errors import ExtractionError, ExtractorError
from extractor.language.resources import CONVENTION, Resources
from extractor.loading import Loading
from extractor.matching import Matchers
from extractor.records import ArticleInfo, ArticleRecord, CheckRecord, Claim, Provenance
from extractor.text.layout import Structure
from extractor.text.layout.boilerplate import remarks
from extractor.text.parsed import Parsed
from extractor.version import VERSION

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extractor.explain.records import Explanation


T = TypeVar("T")


def load(
    model: str | None = None,
    *,
    language: str = "en",
    min_confidence: float | None = None,
    engine: EngineKind | str = EngineKind.FAST,
    weights: Path | None = None,
    convention: str = CONVENTION,
    speech: bool = False,
    outer: bool = False,
) -> Extractor:
    """An extractor, ready to read articles.

    Args:
        model: Name or path of a spaCy pipeline with tagger, parser and entity recogniser; by default the small English one.
        language: ISO 639-1 code of the language resources.
        min_confidence: Attributions below it are left out; by default the threshold of the resources.
        engine: ``fast``, or ``stock`` for spaCy's own components; the annotations are the same.
        weights: Learned weights of one's own, written by ``extractor train attributions``.
        convention: What is marked as an attribution: ``news`` is this project's guidelines, ``polnear`` those of PolNeAR.
        speech: Leave out what somebody is only said to think, want, know or support.
        outer: Leave out claims inside another claim's content.

    Raises:
        ModelError: When the model is missing or lacks a component.
        ResourceError: When there are no resources for the language, or they are broken.
    """
    kind = EngineKind(engine)
    return loaded(
        Loading(model, min_confidence, weights, convention, kind, language, speech=speech, outer=outer)
    )


def loaded(loading: Loading) -> Extractor:
    """As `load`, for a value that has come a way: from the command line, or to another process."""
    resources = Resources(loading.language, loading.weights, loading.convention)
    options = resources.toml("pipeline")
    least = loading.min_confidence
    return Extractor(
        Engine.load(loading.model or options["model"], loading.engine),
        resources,
        options["min_confidence"] if least is None else least,
        Selection.read(resources, speech=loading.speech, outer=loading.outer),
    )


class Extractor:
    """Reads articles; made by `load`.

    Attributes:
        provenance: The versions that every record carries.
    """

    def __init__(
        self,
        engine: Engine,
        resources: Resources,
        min_confidence: float,
        selection: Selection = ALL,
    ) -> None:
        self._engine = engine
        self._resources = resources
        self._structure = Structure(resources)
        self._matchers = Matchers.compile(resources)
        self._readings = Readings.read(resources)
        self._check = CheckWorthiness.compile(resources)
        self._min_confidence = min_confidence
        self._selection = selection
        self._lock = Lock()  # a vocabulary has one memory zone at a time
        self.provenance = Provenance(
            version=VERSION,
            model=engine.model,
            model_version=engine.version,
            resources_sha256=resources.sha256,
        )

    def extract(self, article: Article | str, published: dt.date | str | None = None) -> ArticleRecord:
        """The record of one article.

        Args:
            article: An `Article`, or its text.
            published: Publication date, if the article does not carry its own; a string is read as an ISO date.

        Raises:
            ExtractorError: When ``published`` is no ISO date.
        """
        if isinstance(article, str):
            article = Article(article)
        if published is not None:
            article = replace(article, published=_as_date(published), published_from="argument")
        return next(self.pipe([article]))

    def pipe(self, articles: Iterable[Article]) -> Iterator[ArticleRecord]:
        """The records of many articles, streamed in their order, in memory that does not grow with their number."""
        for batch in _batches(articles):
            yield from self._records(batch)

    def attempt(self, articles: Iterable[Article]) -> Iterator[ArticleRecord | ExtractionError]:
        """As `pipe`, but an article that extraction fails on comes as an error in its place and harms no other."""
        for batch in _batches(articles):
            yield from self._attempt(batch)

    def explain(self, article: Article, claim: int | None = None) -> Explanation:
        """How an article was read: the decision on each cue, and the rules of its numbers and dates.

        Args:
            article: The article.
            claim: The number of one of its claims, from 1, if only that is to be explained.

        Raises:
            ExtractorError: When there is no such claim.
        """
        from extractor.explain.article import Explainer

        explainer = Explainer(self._resources)

        def explained(article: Article, doc: Doc, blocks: tuple[Block, ...]) -> Explanation:
            parsed, found = self._matchers.read(doc, blocks, article.published)
            builder = ClaimBuilder(article, parsed, found, self._readings)
            return explainer.explain(parsed, found, self._completed(article, blocks, parsed, builder), claim)

        (told,) = self._in_zone([article], explained)
        return told

    def at_least(self, confidence: float) -> Self:
        """The same extractor with another threshold; model and resources are shared.

        Args:
            confidence: Attributions below it are left out, from 0 to 1.
        """
        other = copy(self)
        other._min_confidence = confidence
        return other

    def read(self, doc: Doc, article: Article, published: dt.date | None = None) -> ArticleRecord:
        """The record of an article that somebody's own spaCy pipeline has parsed.

        Args:
            doc: The parse of ``article.text``.
            article: The article.
            published: Publication date, if the article does not carry its own.
        """
        if published is not None:
            article = replace(article, published=published, published_from="argument")
        article, blocks = self._structure.describe(article), self._structure.blocks(article.text)
        return self._record(article, doc, blocks)

    def check(self, sentences: Iterable[str]) -> Iterator[CheckRecord]:
        """How worth checking bare sentences are, such as those of a debate; nothing is known of who said them."""
        return map(self._check.of_sentence, self.sentences(sentences))

    def sentences(self, sentences: Iterable[str]) -> Iterator[Statement]:
        """Bare sentences, read, one after the other."""
        for batch in _batches(map(Article, sentences)):
            yield from self._built(
                batch,
                lambda parsed, built: Statement(parsed, range(parsed.size), built.quantities, built.timexes),
            )

    def statements(self, articles: Iterable[Article]) -> Iterator[list[tuple[Claim, Statement]]]:
        """The claims of each article with their parse, as check-worthiness is learned from them."""
        for batch in _batches(articles):
            yield from self._built(
                batch,
                lambda parsed, built: [
                    (claim, Statement.of_claim(claim, parsed)) for claim in built.claims(self._min_confidence)
                ],
            )

    def _attempt(self, articles: list[Article]) -> Iterable[ArticleRecord | ExtractionError]:
        try:
            return self._records(articles)
        except Exception:  # whose fault it is shows when each is alone
            return map(self._attempt_one, articles)

    def _attempt_one(self, article: Article) -> ArticleRecord | ExtractionError:
        try:
            return self._records([article])[0]
        except Exception as error:
            return ExtractionError.caught(error, article.id)

    def _records(self, articles: Sequence[Article]) -> list[ArticleRecord]:
        return self._in_zone(articles, self._record)

    def _built(self, articles: Sequence[Article], make: Callable[[Parsed, ClaimBuilder], T]) -> list[T]:
        """What is made of each article's parse and claims."""
        return self._in_zone(
            articles, lambda article, doc, blocks: make(*self._builder(article, doc, blocks))
        )

    def _in_zone(
        self, articles: Sequence[Article], make: Callable[[Article, Doc, tuple[Block, ...]], T]
    ) -> list[T]:
        # without a zone the vocabulary would grow with every new word of the news
        with self._lock, self._engine.memory_zone(sum(len(article.text) for article in articles)):
            return [make(article, doc, blocks) for doc, article, blocks in self._parse(articles)]

    def _parse(self, articles: Iterable[Article]) -> Iterator[tuple[Doc, Article, tuple[Block, ...]]]:
        described = ((a, self._structure.blocks(a.text)) for a in map(self._structure.describe, articles))
        texts = (
            (article.text, self._structure.sentence_starts(article.text, blocks), (article, blocks))
            for article, blocks in described
        )
        for doc, (article, blocks) in self._engine.parse(texts):
            yield doc, article, blocks

    def _builder(self, article: Article, doc: Doc, blocks: tuple[Block, ...]) -> tuple[Parsed, ClaimBuilder]:
        parsed, found = self._matchers.read(doc, blocks, article.published)
        return parsed, ClaimBuilder(article, parsed, found, self._readings)

    def _record(self, article: Article, doc: Doc, blocks: tuple[Block, ...]) -> ArticleRecord:
        return self._completed(article, blocks, *self._builder(article, doc, blocks))

    def _completed(
        self, article: Article, blocks: tuple[Block, ...], parsed: Parsed, builder: ClaimBuilder
    ) -> ArticleRecord:
        return ArticleRecord(
            article=ArticleInfo.model_validate(article, from_attributes=True),
            claims=self._check.checked(self._selection.of(builder.claims(self._min_confidence)), parsed),
            quantities=builder.quantities,
            timexes=builder.timexes,
            mentions=builder.mentions,
            extractor=self.provenance,
            flags=_flags(article, [*remarks(article.text, blocks), *self._matchers.left_out(article.text)]),
        )


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    articles = iter(articles)
    while batch := list(islice(articles, BATCH)):
        yield batch


def _flags(article: Article, found: Iterable[str]) -> list[str]:
    flags = [*article.flags, *found]
    if not article.text.strip():
        flags.append("empty")
    if article.published is None:
        flags.append(NO_DATE)
    return flags


def _as_date(published: dt.date | str) -> dt.date:
    if isinstance(published, dt.datetime):
        return published.date()
    if isinstance(published, dt.date):
        return published
    try:
        return dt.date.fromisoformat(published)
    except ValueError as error:
        raise ExtractorError(
            f"not a date ({error})", where=repr(published), remedy="give the publication date as YYYY-MM-DD"
        ) from error
