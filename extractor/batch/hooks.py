"""What is done with each new claim of a watched folder: a command that gets it, or a service on this machine."""

from __future__ import annotations

import json
import shlex
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from extractor.errors import ExtractorError

_TRIES = 3
_PAUSE = 1.0
"""Seconds before the second try; the third waits twice as long."""
_PATIENCE = 60.0

Hook = Callable[[bytes], None]
"""Does something with one line of JSON; raises OSError when it cannot."""


@dataclass(frozen=True, slots=True)
class Hooks:
    """What is done with claims.

    Attributes:
        hooks: Each gets every claim, as its line of JSON.
        above: Check-worthiness below which a claim goes to none of them, from 0 to 1; None lets all pass.
        complain: Is told in words when a hook fails for the last time; the claim is in the output all the same.
    """

    hooks: Sequence[Hook]
    above: float | None
    complain: Callable[[str], None]

    def __call__(self, line: bytes) -> None:
        """Hand a line of the output, a claim or an article, to the hooks."""
        for claim in _claims(json.loads(line)):
            if self.above is None or _worth(claim) >= self.above:
                told = json.dumps(claim, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
                for hook in self.hooks:
                    self._try(hook, told, str(claim.get("id")))

    def _try(self, hook: Hook, line: bytes, claim: str) -> None:
        for number in range(1, _TRIES + 1):
            try:
                hook(line)
            except (OSError, subprocess.SubprocessError) as error:
                if number == _TRIES:
                    self.complain(f"claim {claim} was not passed on ({error}); it is in the output")
                else:
                    time.sleep(number * _PAUSE)
            else:
                return


def command(words: str) -> Hook:
    """A hook that runs a command, without a shell, with the claim on its standard input.

    Raises:
        ExtractorError: When the words are no command.
    """
    try:
        arguments = shlex.split(words)
    except ValueError as error:
        raise ExtractorError(f"not a command ({error})", where="--exec", remedy="check the quotes") from None
    if not arguments:
        raise ExtractorError("no command", where="--exec", remedy="name a program and its arguments")

    def hook(line: bytes) -> None:
        subprocess.run(arguments, input=line, check=True, timeout=_PATIENCE, stdout=subprocess.DEVNULL)

    return hook


def post(url: str) -> Hook:
    """A hook that posts the claim as JSON to a service on this machine.

    Raises:
        ExtractorError: When the address is none, or that of another machine: what is extracted stays here.
    """
    if not _is_loopback(url):
        remedy = "give http://127.0.0.1:PORT/PATH, or pass claims on with --exec"
        raise ExtractorError("not an address of this machine", where=f"--post {url}", remedy=remedy)

    def hook(line: bytes) -> None:
        request = urllib.request.Request(url, line, {"Content-Type": "application/json"})
        with _DIRECT.open(request, timeout=_PATIENCE):
            pass

    return hook


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Goes nowhere else."""

    def redirect_request(self, *_: Any) -> None:
        return None


_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect)
"""Neither a proxy nor a redirection may carry claims to another machine."""


def _is_loopback(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        return parts.scheme in ("http", "https") and (host == "localhost" or ip_address(host).is_loopback)
    except ValueError:
        return False


def _claims(record: dict[str, Any]) -> list[dict[str, Any]]:
    """The claims of a line in either layout, each with its article."""
    if "claims" not in record:
        return [record]
    return [{**claim, "article": record["article"]} for claim in record["claims"]]


def _worth(claim: dict[str, Any]) -> float:
    check = claim.get("check") or {}
    return float(check.get("score", 0.0))
