"""One extractor used from an event loop and from several threads gives what it gives alone."""

from __future__ import annotations

import asyncio

import extractor

TEXTS = [f"Ana Kask said {number} ships were late." for number in range(12)]


def test_an_extractor_in_an_event_loop(extractor_: extractor.Extractor) -> None:
    async def all_at_once() -> list[extractor.ArticleRecord]:
        return await asyncio.gather(*(asyncio.to_thread(extractor_.extract, text) for text in TEXTS))

    assert asyncio.run(all_at_once()) == [extractor_.extract(text) for text in TEXTS]
