"""The two ways in which a pipeline's components run."""

from __future__ import annotations

from enum import StrEnum


class EngineKind(StrEnum):
    """How the components of a pipeline are run; the annotations are the same."""

    FAST = "fast"
    STOCK = "stock"
