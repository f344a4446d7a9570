"""How an extractor is loaded: one value for `load`, batch runs, Spark and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from extractor.engine.kind import EngineKind
from extractor.language.resources import CONVENTION


@dataclass(frozen=True, slots=True)
class Loading:
    """What makes an extractor; importing it loads neither spaCy nor the records, and it travels to other processes.

    Attributes:
        model: Name or path of a spaCy pipeline with tagger, parser and entity recogniser; by default the small English one.
        min_confidence: Attributions below it are left out; by default the threshold of the resources.
        weights: Learned weights of one's own, written by ``extractor train attributions``.
        convention: What is marked as an attribution, one of the annotation conventions that the weights were taught.
        engine: How spaCy's components are run; the annotations are the same.
        language: ISO 639-1 code of the language resources.
        speech: Leave out what somebody thinks, wants or supports; see `extractor.claims.selection`.
        outer: Leave out claims inside another claim's content.
    """

    model: str | None = None
    min_confidence: float | None = None
    weights: Path | None = None
    convention: str = CONVENTION
    engine: EngineKind = EngineKind.FAST
    language: str = "en"
    speech: bool = False
    outer: bool = False
