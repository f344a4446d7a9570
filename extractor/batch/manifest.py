"""What decides about the bytes of a run: a resumed run, and the shards of one, must agree in all of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from importlib import metadata
from typing import Any

from extractor.batch.folder import Identity
from extractor.batch.inputs import Shard
from extractor.language.resources import Resources
from extractor.version import VERSION

FORMAT = 2
"""Of the folder; a later extractor that writes another one refuses to go on with this."""


def identity(
    model: str,
    model_sha256: str | None,
    resources: Resources,
    options: Mapping[str, Any],
    shard: Shard | None,
) -> Identity:
    """The identity of a run; holds no clock, no path of its output and nothing about its workers.

    Args:
        model: Name or path of the spaCy pipeline.
        model_sha256: Over its files.
        resources: The language resources, with the weights that are used.
        options: Those that decide about bytes; what JSON does not know is written as its text.
        shard: The share of the inputs, if not all.
    """
    plain = json.loads(json.dumps(options, default=str, sort_keys=True))
    return {
        "format": FORMAT,
        "extractor": VERSION,
        "spacy": metadata.version("spacy"),
        "model": model,
        "model_sha256": model_sha256,
        "resources_sha256": resources.sha256,
        "options": plain,
        "options_sha256": hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest(),
        "shard": str(shard) if shard else None,
    }
