"""What every request passes: who may ask, under which id it is logged, and the headers of every answer."""

from __future__ import annotations

import base64
import binascii
import hmac
import logging
import re
import time
import uuid
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from extractor.service.problems import Problem

_log = logging.getLogger(__name__)

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Of all answers that have none of their own: nothing is loaded from elsewhere, and nothing sent there."""

_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with no-referrer a form sends its Origin as null
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_GIVEN_ID = re.compile(r"[\w.:-]{1,64}", re.ASCII)
_OPEN = frozenset({"/health", "/ready"})
"""What a load balancer asks for without a token."""

Answered = Callable[[str, int, float], None]


@dataclass(frozen=True, slots=True)
class Access:
    """Who may use the service.

    Attributes:
        hosts: Names that a request may call us by, without a port; any when empty. A page of a stranger that has its own
            name point here (DNS rebinding) calls us by that.
        token: To be sent with every request, as ``Authorization: Bearer TOKEN`` or as the password of a browser.
    """

    hosts: Collection[str] = ()
    token: str | None = None

    def refusal(self, method: str, path: str, headers: Headers) -> Problem | None:
        """Why a request is refused; None when it may pass."""
        host = headers.get("host", "")
        if self.hosts and _name_of(host) not in self.hosts:
            remedy = f"use http://{next(iter(self.hosts))}, or start with --host"
            return Problem(403, "this is not a name of the service", where="Host", remedy=remedy, kind="host")
        origin = headers.get("origin")
        if origin is not None and method not in ("GET", "HEAD") and urlsplit(origin).netloc != host:
            what = "requests of other sites' pages are not answered"
            return Problem(403, what, where="Origin", kind="origin")
        if self.token and path not in _OPEN and not self._knows(headers.get("authorization", "")):
            challenge = {"WWW-Authenticate": 'Basic realm="extractor", charset="UTF-8"'}
            remedy = "send Authorization: Bearer TOKEN, or the token as a password"
            return Problem(401, "no token, or a wrong one", remedy=remedy, kind="token", headers=challenge)
        return None

    def _knows(self, authorization: str) -> bool:
        scheme, _, given = authorization.partition(" ")
        if scheme.lower() == "basic":
            try:
                given = base64.b64decode(given, validate=True).decode().partition(":")[2]
            except (binascii.Error, UnicodeDecodeError):
                return False
        elif scheme.lower() != "bearer":
            return False
        assert self.token is not None
        return hmac.compare_digest(given.strip().encode(), self.token.encode())


class Guards:
    """The outermost layer of the service.

    Args:
        app: What answers.
        access: Who may ask.
        headers: Sent with every answer beside those of every service.
        answered: Is told route, status and seconds of every request.
    """

    def __init__(self, app: ASGIApp, access: Access, headers: Mapping[str, str], answered: Answered) -> None:
        self._app, self._access, self._answered = app, access, answered
        self._headers = {**_HEADERS, **headers}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        given = headers.get("x-request-id", "")
        request_id = given if _GIVEN_ID.fullmatch(given) else uuid.uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id
        answer = _Answer(send, {**self._headers, "X-Request-ID": request_id})
        start = time.perf_counter()
        try:
            refusal = self._access.refusal(scope["method"], scope["path"], headers)
            app = refusal.response(request_id) if refusal else self._app
            await app(scope, receive, answer)
        finally:
            self._note(scope, request_id, answer.status, time.perf_counter() - start)

    def _note(self, scope: Scope, request_id: str, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "none")
        self._answered(route, status, seconds)
        told = {"request_id": request_id, "method": scope["method"], "route": route, "status": status}
        _log.info("answered", extra={**told, "seconds": round(seconds, 4)})


class _Answer:
    """Sends an answer on with our headers, and remembers its status."""

    def __init__(self, send: Send, headers: Mapping[str, str]) -> None:
        self._send, self._headers = send, headers
        self.status = 500

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in self._headers.items():
                headers.setdefault(name, value)
        await self._send(message)


def _name_of(host: str) -> str:
    """The name in a Host header, without the port; IPv6 addresses stand in brackets."""
    return (host.partition("]")[0] + "]" if host.startswith("[") else host.partition(":")[0]).lower()
