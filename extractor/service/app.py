"""The service as an ASGI application."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable
from functools import partial

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp

from extractor.batch.worker import OpenWork
from extractor.errors import ExtractorError
from extractor.language.resources import Resources
from extractor.service import articles, labelling, operations, page, problems, submissions
from extractor.service.guards import Guards
from extractor.service.metrics import Metrics
from extractor.service.orders import open_orders
from extractor.service.problems import Problem, request_id_of
from extractor.service.state import Service, Settings
from extractor.service.workers import Workers
from extractor.version import VERSION

DESCRIPTION = """Claims out of news articles: who said what, with which numbers and dates, reported by whom, at which characters.

Answers are the records of `extractor extract`, byte for byte. What goes wrong is told as a problem document (RFC 9457)."""


def make_app(settings: Settings, open_work: OpenWork | None = None) -> ASGIApp:
    """The application; its workers are started and ended with its lifespan.

    Args:
        settings: How it is run.
        open_work: Makes a worker's work ready; by default that of `Settings.loading`.

    Raises:
        ResourceError: When language resources or weights are broken.
    """
    open_work = open_work or partial(open_orders, settings.loading, settings.max_characters)
    workers = Workers(open_work, settings.jobs, settings.limits, settings.queue)
    service = Service(settings, workers, Metrics(workers))
    kept = submissions.Submissions(service)

    @contextlib.asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        workers.start()
        try:
            yield
        finally:
            await kept.close()
            workers.close()

    app = FastAPI(
        title="extractor",
        version=VERSION,
        description=DESCRIPTION,
        lifespan=lifespan,
        docs_url=None,  # the pages of FastAPI load scripts from elsewhere
        redoc_url=None,
    )
    for routes in (
        articles.routes(service),
        operations.routes(service),
        labelling.routes(service),
        kept.routes(),
    ):
        app.include_router(routes)
    _tell_problems(app, service)
    resources = Resources(settings.loading.language, settings.loading.weights, settings.loading.convention)
    headers = {"X-Extractor-Version": VERSION, "X-Extractor-Resources": resources.sha256}
    return Guards(app, settings.access, headers, service.metrics.answered)


def _tell_problems(app: FastAPI, service: Service) -> None:
    def told(of: Callable[..., Problem]) -> Callable[[Request, Exception], Response]:
        return lambda request, error: _told(of(error), request)

    app.add_exception_handler(Problem, told(lambda problem: problem))
    app.add_exception_handler(HTTPException, told(problems.of_http))
    app.add_exception_handler(RequestValidationError, told(problems.of_validation))
    app.add_exception_handler(ExtractorError, told(lambda error: problems.of_error(error, service.workers)))
    app.add_exception_handler(
        Exception, told(lambda error: Problem(500, "a fault of the service", kind="fault"))
    )


def _told(problem: Problem, request: Request) -> Response:
    """A page for a browser that goes from page to page, a document for everybody else."""
    request_id = request_id_of(request)
    if request.headers.get("accept", "").startswith("text/html"):
        return HTMLResponse(page.problem(problem.document(request_id)), problem.status, dict(problem.headers))
    return problem.response(request_id)
