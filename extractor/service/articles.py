"""Routes for programs: one article, many as JSON Lines, files of every format."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from fastapi import APIRouter, Request, Response

from extractor.batch.outcome import Outcome, State
from extractor.readers import Item
from extractor.service.bodies import chunks, whole_body
from extractor.service.options import ExtractQuery, ReadQuery, media_type
from extractor.service.problems import Problem, of_outcome
from extractor.service.state import Service
from extractor.service.streams import NDJSON, Lines, buffered, in_order, json_line, lines
from extractor.service.uploads import Upload, articles_of, received

EXAMPLE = {
    "id": "a1",
    "title": "Harbour bridge to reopen in May",
    "published": "2024-03-05",
    "outlet": "The Harbour Post",
    "text": "Mayor Lina Osei said on Tuesday that repairs had cost $1.5 million, 12 percent more than planned.",
}
_ARTICLE = {
    "type": "object",
    "required": ["text"],
    "properties": {
        "text": {
            "type": "string",
            "description": "The article, paragraphs and all; offsets count its code points",
        },
        "id": {"type": "string", "description": "Its name; by default the start of the text's SHA-256"},
        "published": {"type": "string", "description": "When it was published; relative dates count from it"},
        **{name: {"type": "string"} for name in ("title", "outlet", "url", "author", "language")},
    },
}
_ONE = {
    "required": True,
    "content": {
        "application/json": {"schema": _ARTICLE, "example": EXAMPLE},
        "text/plain": {"schema": {"type": "string"}, "example": EXAMPLE["text"]},
    },
}
_MANY = {"required": True, "content": {NDJSON: {"schema": _ARTICLE, "example": EXAMPLE}}}
_FILES = {
    "required": True,
    "content": {
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "properties": {"files": {"type": "array", "items": {"type": "string", "format": "binary"}}},
            }
        }
    },
}
_PROBLEM = {"content": {"application/problem+json": {"schema": {"type": "object"}}}}
PROBLEMS: dict[int | str, dict[str, Any]] = {
    408: {"description": "The article took too long, or its body came too slowly", **_PROBLEM},
    413: {"description": "The body, or the article in it, is too long", **_PROBLEM},
    422: {"description": "No article can be read from it, or extraction failed on it", **_PROBLEM},
    429: {"description": "Too many articles are waiting; Retry-After says when to come again", **_PROBLEM},
    503: {"description": "No workers, yet or any more", **_PROBLEM},
}


def routes(service: Service) -> APIRouter:
    """The routes of a service."""
    router = APIRouter(tags=["articles"], responses=PROBLEMS)
    settings = service.settings

    @router.post("/extract", openapi_extra={"requestBody": _ONE}, response_class=Response)
    async def extract(request: Request, options: ExtractQuery) -> Response:
        """The record of one article, sent as JSON or as plain text."""
        item, options = _item(request, await whole_body(request, settings.article), options)
        outcome = await service.outcome(options.order(item, format=options.format.value))
        if outcome.state is not State.OK:
            raise of_outcome(outcome, "article")
        return Response(outcome.lines, media_type=media_type(options.format.value, options.layout))

    @router.post("/extract/batch", openapi_extra={"requestBody": _MANY}, response_class=Lines)
    async def batch(request: Request, options: ReadQuery) -> Response:
        """The records of articles sent as JSON Lines, in their order; a line that cannot be read gives a line that says why."""
        _refuse_when_full(service)

        async def work(line: tuple[int, bytes]) -> bytes:
            number, data = line
            name = f"-:{number}"
            order = options.order(Item(name, "jsonl", data, None, None))
            return answer(await service.outcome(order, in_turn=True), f"line {number}")

        body = _numbered(lines(buffered(chunks(request, settings.upload))))
        return Lines(_with_its_problem(in_order(body, work, service.ahead)))

    @router.post("/files", openapi_extra={"requestBody": _FILES}, response_class=Lines)
    async def files(request: Request, options: ReadQuery) -> Response:
        """The records of the articles in files, of every format that `extract` reads, in their order."""
        _refuse_when_full(service)
        upload = await received(request, settings.upload)

        async def work(found: Item | Problem) -> bytes:
            if isinstance(found, Problem):
                return json_line(found.document())
            order = options.order(found, folder=upload.folder)
            return answer(await service.outcome(order, in_turn=True), found.name)

        return Lines(
            _until_removed(upload, in_order(articles_of(upload, options, service), work, service.ahead))
        )

    return router


def answer(outcome: Outcome, where: str) -> bytes:
    """The lines of an article, or the line that says why there are none."""
    return outcome.lines if outcome.state is State.OK else json_line(of_outcome(outcome, where).document())


def _item(request: Request, body: bytes, options: Any) -> tuple[Item, Any]:
    """The body as an item to read; its media type tells format and encoding."""
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    if kind == "application/json" or kind.endswith("+json"):
        return Item("", "json", body), options
    if kind in ("text/plain", "", "application/x-www-form-urlencoded", "application/octet-stream"):
        _, _, charset = parameters.strip().partition("charset=")
        if charset and options.encoding is None:
            options = options.model_copy(update={"encoding": charset.strip('" ')})
        return Item("", "text", body), options
    remedy = "send application/json or text/plain, or files to /files"
    raise Problem(415, f"no article in {kind}", where="Content-Type", remedy=remedy, kind="media-type")


def _refuse_when_full(service: Service) -> None:
    if service.workers.is_full:
        headers = {"Retry-After": str(service.workers.retry_after)}
        raise Problem(
            429, "too many articles are waiting", remedy="try again later", kind="busy", headers=headers
        )


async def _numbered(found: AsyncIterator[bytes]) -> AsyncIterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers from 1."""
    number = 0
    async for line in found:
        number += 1
        if line.strip():
            yield number, line


async def _with_its_problem(answers: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The answers; what ends them early comes last, since the status is sent by then."""
    try:
        async for one in answers:
            yield one
    except Problem as problem:
        yield json_line(problem.document())


async def _until_removed(upload: Upload, answers: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    try:
        async for one in _with_its_problem(answers):
            yield one
    finally:
        upload.remove()
