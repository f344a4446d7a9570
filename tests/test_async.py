"""One extractor used from an event loop and from several threads gives what it gives alone."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import extractor

TEXTS = [f"Ana Kask said {number} ships were late." for number in range(12)]


def test_an_extractor_in_an_event_loop(extractor_: extractor.Extractor) -> None:
    async def all_at_once() -> list[extractor.ArticleRecord]:
        return await asyncio.gather(*(asyncio.to_thread(extractor_.extract, text) for text in TEXTS))

    with ThreadPoolExecutor(1) as thread:  # playwright may have a loop in this one
        found = thread.submit(asyncio.run, all_at_once()).result()
    assert found == [extractor_.extract(text) for text in TEXTS]
