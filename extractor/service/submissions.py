"""The page: what a person submits on it is worked on in the background, read as a report, and downloaded in every format."""

from __future__ import annotations

import asyncio
import secrets
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse

from extractor.batch.outcome import Outcome, State
from extractor.readers import Item
from extractor.service import page
from extractor.service.options import FormatName, ReadOptions, media_type
from extractor.service.problems import Problem, of_outcome
from extractor.service.results import Results
from extractor.service.state import Service
from extractor.service.streams import in_order
from extractor.service.uploads import Upload, articles_of, received
from extractor.writers import WRITERS

if TYPE_CHECKING:
    pass

PREFIX = "extractor-results-"
_PASTED = "pasted text"
_SHOWN = 200
"""Problems that are listed; all are counted."""


@dataclass(slots=True)
class Submission:
    """What was submitted at one time.

    Attributes:
        id: Long and random: who does not know it cannot ask for it.
        upload: The files.
        options: How they are read.
        results: Records and texts, as they come.
        articles: Articles with a record.
        claims: Claims in them.
        problems: Where and why there is no record, the first of them.
        left_out: How many there are.
        looked_at: When it was last asked for, by the monotonic clock.
        work: The task that works on it.
    """

    id: str
    upload: Upload
    options: ReadOptions
    results: Results
    looked_at: float
    articles: int = 0
    claims: int = 0
    problems: list[tuple[str, str]] = field(default_factory=list)
    left_out: int = 0
    work: asyncio.Task[None] | None = None

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return self.work is not None and self.work.done()

    @property
    def status(self) -> dict[str, Any]:
        """How it stands, as JSON has it."""
        return {
            "id": self.id,
            "done": self.is_done,
            "files": len(self.upload.names),
            "articles": self.articles,
            "claims": self.claims,
            "left_out": self.left_out,
            "problems": [{"where": where, "what": what} for where, what in self.problems],
        }

    def note(self, where: str, what: str) -> None:
        """Count what has no record."""
        self.left_out += 1
        if len(self.problems) < _SHOWN:
            self.problems.append((where, what))


class Submissions:
    """All submissions that are kept.

    Args:
        service: Whose workers work on them.
    """

    def __init__(self, service: Service) -> None:
        self._service = service
        self._kept: dict[str, Submission] = {}

    def routes(self) -> APIRouter:
        """The routes of the page."""
        router = APIRouter(include_in_schema=False)
        router.add_api_route("/", self.start, response_class=HTMLResponse)
        router.add_api_route("/page/{name}", page.asset, response_class=Response)
        router.add_api_route("/submissions", self.submit, methods=["POST"], response_class=Response)
        router.add_api_route("/submissions/{id}", self.show, response_class=Response)
        router.add_api_route("/submissions/{id}/report", self.report, response_class=HTMLResponse)
        router.add_api_route("/submissions/{id}/claims", self.download, response_class=Response)
        router.add_api_route(
            "/submissions/{id}/delete", self.delete, methods=["POST"], response_class=Response
        )
        return router

    async def start(self) -> HTMLResponse:
        """The form."""
        return HTMLResponse(page.start(self._service.settings))

    async def submit(self, request: Request) -> Response:
        """Take files and a pasted text, and go to the page that shows how they get on."""
        if self._service.workers.refusal:
            raise Problem(503, self._service.workers.refusal, kind="no-workers")
        upload = await received(request, self._service.settings.upload)
        text = str(upload.form.get("text") or "")
        if not upload.names and not text.strip():
            upload.remove()
            raise Problem(422, "nothing was sent", remedy="paste a text or choose files", kind="empty")
        options = _options(upload)
        self._make_room()
        results = Results(Path(tempfile.mkdtemp(prefix=PREFIX)))
        submission = Submission(secrets.token_urlsafe(16), upload, options, results, time.monotonic())
        self._kept[submission.id] = submission
        submission.work = asyncio.create_task(self._work_on(submission, text))
        address = f"/submissions/{submission.id}"
        if "application/json" in request.headers.get("accept", ""):
            return JSONResponse({"id": submission.id, "address": address}, 201, {"Location": address})
        return RedirectResponse(address, 303)

    async def show(self, id: str, request: Request) -> Response:
        """How a submission stands: a page, or JSON for who asks for that."""
        submission = self._found(id)
        if "application/json" in request.headers.get("accept", ""):
            return JSONResponse(submission.status)
        return HTMLResponse(page.progress(submission.status))

    async def report(self, id: str) -> Response:
        """The report page of what is there so far."""
        results = self._found(id).results
        html = await run_in_threadpool(results.report)
        # the page brings its own policy, which knows the hash of its script
        policy = {"Content-Security-Policy": "base-uri 'none'; frame-ancestors 'none'; form-action 'none'"}
        return HTMLResponse(html, headers=policy)

    async def download(self, id: str, format: Annotated[FormatName, Query()] = FormatName.jsonl) -> Response:  # type: ignore[attr-defined]
        """The claims in the format of another tool."""
        data = await run_in_threadpool(self._found(id).results.export, format.value)
        name = f"claims{WRITERS[format.value].suffixes[0]}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(data, media_type=media_type(format.value), headers=headers)

    async def delete(self, id: str) -> Response:
        """Forget a submission now."""
        await self._remove(self._found(id))
        return RedirectResponse("/", 303)

    async def close(self) -> None:
        """Forget all."""
        for submission in [*self._kept.values()]:
            await self._remove(submission)

    async def _work_on(self, submission: Submission, text: str) -> None:
        upload, options, service = submission.upload, submission.options, self._service

        async def items() -> AsyncIterator[Item | Problem]:
            if text.strip():
                yield Item(
                    "", "text", text.replace("\r\n", "\n").encode("utf-8", "surrogatepass"), encoding="utf-8"
                )
            if upload.names:
                async for found in articles_of(upload, options, service):
                    yield found

        async def work(found: Item | Problem) -> tuple[str, Outcome | Problem]:
            if isinstance(found, Problem):
                return found.where, found
            order = options.order(found, folder=upload.folder, with_text=True)
            return found.name or _PASTED, await service.outcome(order, in_turn=True)

        try:
            async for where, found in in_order(items(), work, service.ahead):
                self._take(submission, where, found)
        except Problem as problem:
            submission.note(problem.where, problem.what)
        finally:
            upload.remove()

    def _take(self, submission: Submission, where: str, found: Outcome | Problem) -> None:
        if isinstance(found, Problem):
            submission.note(where, found.what)
        elif found.state is not State.OK:
            submission.note(where, of_outcome(found).what)
        else:
            submission.articles += 1
            submission.claims += found.claims
            submission.results.add(found.lines)

    def _found(self, id: str) -> Submission:
        submission = self._kept.get(id)
        if submission is None:
            raise Problem(
                404, "no such submission, or it is no longer kept", remedy="submit it again", kind="gone"
            )
        submission.looked_at = time.monotonic()
        return submission

    def _make_room(self) -> None:
        """Forget what nobody has looked at for long, and the oldest where there are too many."""
        settings = self._service.settings
        oldest = sorted(
            (kept for kept in self._kept.values() if kept.is_done), key=lambda kept: kept.looked_at
        )
        for kept in oldest:
            is_old = time.monotonic() - kept.looked_at > settings.kept_seconds
            if is_old or len(self._kept) >= settings.kept:
                self._forget(kept)
        if len(self._kept) >= settings.kept:
            raise Problem(
                429, "too many submissions are worked on", kind="busy", headers={"Retry-After": "10"}
            )

    def _forget(self, submission: Submission) -> None:
        self._kept.pop(submission.id, None)
        submission.results.remove()
        submission.upload.remove()

    async def _remove(self, submission: Submission) -> None:
        if submission.work is not None:
            submission.work.cancel()
            with suppress(asyncio.CancelledError):
                await submission.work
        self._forget(submission)


def _options(upload: Upload) -> ReadOptions:
    """The options in a form; fields left empty are none."""
    given = {name: str(value) for name in ReadOptions.model_fields if (value := upload.form.get(name))}
    try:
        return ReadOptions.model_validate(given)
    except ValidationError as error:
        upload.remove()
        first = error.errors()[0]
        raise Problem(422, first["msg"], where=".".join(map(str, first["loc"])), kind="option") from None
