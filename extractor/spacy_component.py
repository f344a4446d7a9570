"""extractor inside a spaCy pipeline: ``nlp.add_pipe("claim_extractor")`` puts the claims on ``doc._.claims``.

Claims are plain dicts, as the claim layout of JSON Lines holds them, since nothing else survives ``nlp.pipe(n_process=2)``. The
parse is the pipeline's own: it crosses headlines and bylines where `extractor.load` would not let it, so some claims differ.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from extractor.article import Article
from extractor.engine import Engine
from extractor.errors import ExtractorError, ModelError
from extractor.language.resources import Resources
from extractor.pipeline import Extractor

CLAIMS, PUBLISHED = "claims", "published"
"""Extensions of Doc: what is found, and the day of publication, an ISO date that the user may set before the pipeline runs."""


@Pipeline.factory(
    "claim_extractor",
    default_config={"language": "en", "min_confidence": None},
    assigns=[f"doc._.{CLAIMS}"],
    requires=["token.dep", "token.tag", "token.lemma", "doc.ents"],
)
def make_claim_extractor(
    nlp: Pipeline, name: str, language: str, min_confidence: float | None
) -> ClaimExtractor:
    """The component of a pipeline that tags, parses, lemmatises and recognises entities before it.

    Args:
        nlp: The pipeline.
        name: The component's name in it.
        language: ISO 639-1 code of the language resources.
        min_confidence: Attributions below it are left out; by default the threshold of the resources.
    """
    model = f"{nlp.meta.get('lang', '')}_{nlp.meta.get('name', '')}"
    return ClaimExtractor(model, str(nlp.meta.get("version", "")), language, min_confidence)


class ClaimExtractor:
    """Finds the claims of Docs that a pipeline has parsed.

    Args:
        model: Name of the pipeline, for the provenance of records.
        version: Its version.
        language: ISO 639-1 code of the language resources.
        min_confidence: Attributions below it are left out; None for the threshold of the resources.
    """

    def __init__(self, model: str, version: str, language: str, min_confidence: float | None) -> None:
        for extension in (CLAIMS, PUBLISHED):
            if not Doc.has_extension(extension):
                Doc.set_extension(extension, default=None)
        resources = Resources(language)
        least = resources.toml("pipeline")["min_confidence"] if min_confidence is None else min_confidence
        self._settings = (model, version, language, min_confidence)
        self._reader = Extractor(_ParsedElsewhere(model, version), resources, least)

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.claims``.

        Raises:
            ModelError: When the Doc has no parse.
            ExtractorError: When ``doc._.published`` is no ISO date.
        """
        if len(doc) and not doc.has_annotation("DEP"):
            raise ModelError(
                "the Doc has no parse", where="claim_extractor", remedy="add it behind the parser"
            )
        record = self._reader.read(doc, Article(doc.text), _day(doc._.get(PUBLISHED)))
        claims = [claim.model_dump(mode="json", by_alias=True) for claim in record.claim_records()]
        doc._.set(CLAIMS, claims)
        return doc

    def __reduce__(self) -> tuple[Callable[..., ClaimExtractor], tuple[Any, ...]]:
        """Processes that spaCy starts make the component anew from its settings."""
        return ClaimExtractor, self._settings


class _ParsedElsewhere(Engine):
    """An engine that parses nothing, since the Docs come from somebody's pipeline."""

    def __init__(self, model: str, version: str) -> None:
        self.model, self.version = model, version


def _day(published: object) -> dt.date | None:
    if published is None or isinstance(published, dt.date):
        return published
    try:
        return dt.date.fromisoformat(str(published))
    except ValueError as error:
        raise ExtractorError(
            f"not a date ({error})", where="doc._.published", remedy="write it as YYYY-MM-DD"
        ) from error
