"""Articles of the corpus whose whole record is frozen beside this file as NAME.json."""

from __future__ import annotations

import json
from pathlib import Path

from extractor import Article, Extractor

ARTICLES = ("a01-strait-incidents",)
HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent.parent / "corpus" / "articles"


def frozen(name: str) -> Path:
    """The file that holds the frozen record of an article."""
    return HERE / f"{name}.json"


def record(extractor: Extractor, name: str) -> str:
    """The record of an article as text, without the versions it came from."""
    text = (CORPUS / f"{name}.txt").read_text("utf-8")
    found = extractor.extract(Article(text, id=name)).model_dump(
        mode="json", by_alias=True, exclude={"extractor"}
    )
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
