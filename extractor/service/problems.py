"""What went wrong, as problem documents (RFC 9457): what, where, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from extractor.batch.outcome import Cause, Outcome, State
from extractor.errors import ExtractorError, InputError, printable
from extractor.service.workers import FullError, Workers

MEDIA_TYPE = "application/problem+json"

STATUS = {
    Cause.UNREADABLE: 422,
    Cause.TOO_LONG: 413,
    Cause.TOO_SLOW: 408,
    Cause.CRASH: 422,
    Cause.FAULT: 422,
    Cause.NONE: 422,
}
"""What an article's own fault is answered with; 422 but for those that took too long or are too long."""


class Problem(Exception):  # noqa: N818  # the name that RFC 9457 has for it
    """An answer that says what went wrong.

    Args:
        status: The HTTP status.
        what: What went wrong, without a full stop.
        where: The field, line or file it went wrong at.
        remedy: What the reader can do about it.
        kind: The last part of the document's type: ``too-long``, ``busy``.
        headers: To be sent along.
    """

    def __init__(
        self,
        status: int,
        what: str,
        *,
        where: str = "",
        remedy: str = "",
        kind: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(what)
        self.status, self.what, self.where, self.remedy = status, what, where, remedy
        self.kind, self.headers = kind, headers or {}

    def document(self, request_id: str | None = None) -> dict[str, Any]:
        """The problem as JSON has it."""
        detail = f"{self.what}; {self.remedy}" if self.remedy else self.what
        told = {
            "type": f"urn:extractor:problem:{self.kind}" if self.kind else "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": int(self.status),
            "detail": printable(detail),
            "where": printable(self.where) or None,
            "remedy": self.remedy or None,
            "request_id": request_id,
        }
        return {key: value for key, value in told.items() if value is not None}

    def response(self, request_id: str | None = None) -> JSONResponse:
        """The problem as an answer."""
        return JSONResponse(self.document(request_id), self.status, dict(self.headers), MEDIA_TYPE)


def of_outcome(outcome: Outcome, where: str = "") -> Problem:
    """Why an article has no record."""
    kind = "empty" if outcome.state is State.EMPTY else outcome.cause.value
    what, _, remedy = outcome.reason.partition("; ")
    return Problem(STATUS[outcome.cause], what, where=where, remedy=remedy, kind=kind)


def of_input(error: InputError) -> Problem:
    """Why an upload, or a part of one, cannot be read."""
    return Problem(
        422,
        error.what,
        where=error.where,
        remedy=error.remedy,
        kind=Cause.UNREADABLE.value,
    )


def of_error(error: ExtractorError, workers: Workers) -> Problem:
    """Why an order could not be taken."""
    if isinstance(error, FullError):
        headers = {"Retry-After": str(workers.retry_after)}
        return Problem(429, error.what, remedy=error.remedy, kind="busy", headers=headers)
    return Problem(503, error.what, where=error.where, remedy=error.remedy, kind="no-workers")


def of_http(error: HTTPException) -> Problem:
    """What the framework refuses: a path that is not there, a method that is not allowed, a broken form."""
    return Problem(error.status_code, str(error.detail), headers=error.headers)


def of_validation(error: RequestValidationError) -> Problem:
    """Options in the query that are none or do not fit."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"] if part != "query")
    remedy = "see /openapi.json for the options"
    return Problem(422, first["msg"], where=where, remedy=remedy, kind="option")


def request_id_of(request: Request) -> str | None:
    """The id under which a request is logged."""
    found: str | None = request.scope.get("state", {}).get("request_id")
    return found
