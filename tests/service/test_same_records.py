"""The service's answers are the records of `extract`, byte for byte."""

from __future__ import annotations

import io
import json
from pathlib import Path

import extractor
from extractor.article import Article
from extractor.readers import Item, Reading, read
from extractor.service.orders import Order, OrderWork
from extractor.writers import WRITERS, Layout, Options


def test_a_batch_is_what_standard_input_gives(extractor_: extractor.Extractor, root: Path) -> None:
    files = sorted((root / "corpus" / "articles").glob("*.txt"))[:6]
    lines = [
        json.dumps({"text": file.read_text("utf-8"), "published": "2024-03-05"}).encode() for file in files
    ]
    articles = [
        found for found in read(["-"], Reading(), io.BytesIO(b"\n".join(lines))) if isinstance(found, Article)
    ]
    expected = io.BytesIO()
    WRITERS["jsonl"].write(extractor_.pipe(articles), expected, Options(Layout.ARTICLE))
    orders = [Order(Item(f"-:{number}", "jsonl", line)) for number, line in enumerate(lines, 1)]
    answered = [outcome.lines for outcome in OrderWork(extractor_)(orders)]
    assert len(answered) == 6
    assert b"".join(answered) == expected.getvalue()


def test_a_threshold_of_one_request(extractor_: extractor.Extractor, root: Path) -> None:
    file = next((root / "corpus" / "articles").glob("*.txt"))
    item = Item("", "text", file.read_bytes())
    low, high, again = OrderWork(extractor_)([Order(item), Order(item, min_confidence=1.0), Order(item)])
    assert low.claims > high.claims
    assert low.lines == again.lines
