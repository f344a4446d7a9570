"""``extractor serve`` and ``extractor app``: the service for newsroom systems, and the page for people."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.grouped import grouped
from extractor.cli.groups import LimitOptions, LoadingOptions
from extractor.cli.options import Quiet, say
from extractor.cli.run import processors
from extractor.errors import ExtractorError, OutputError

if TYPE_CHECKING:
    from extractor.service.state import Settings

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")

Port = Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes any that is free.")]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, help="Worker processes; by default one a processor.")
]


@dataclass(frozen=True)
class ServiceLimits(LimitOptions):
    """As of a run, but nobody waits a minute for an answer."""

    timeout: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="Most time for an article.")] = (
        20.0
    )


@grouped
def serve(
    *,
    host: Annotated[
        str, typer.Option(help="Address to listen on; another one than this machine's own needs --token.")
    ] = LOOPBACK[0],
    port: Port = 8765,
    token: Annotated[
        str | None,
        typer.Option(
            envvar="EXTRACTOR_TOKEN",
            metavar="SECRET",
            help="What requests must bring along, as a bearer token or a password.",
        ),
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="Another name that requests may call the service by; may be repeated."
        ),
    ] = None,
    jobs: Jobs = None,
    queue: Annotated[
        int,
        typer.Option(
            min=1, metavar="N", help="Articles that may wait; beyond, requests are answered with 429."
        ),
    ] = 64,
    loaded: LoadingOptions,
    limited: ServiceLimits,
    quiet: Quiet = False,
) -> None:
    """Answer requests for claims over HTTP, and show a page to people; on this machine only unless told otherwise."""
    guards, state = _service()
    if host not in LOOPBACK and not token:
        remedy = "give --token SECRET (or EXTRACTOR_TOKEN), and put TLS in front"
        raise ExtractorError(
            "anyone could use the service without a token", where=f"--host {host}", remedy=remedy
        )
    if host not in LOOPBACK:
        say(f"listening on {host}: without TLS in front, texts and token can be read on their way")
    hosts = {*LOOPBACK, *(allow_host or ())} if host in LOOPBACK or allow_host else ()
    settings = state.Settings(
        loading=loaded.loading(),
        jobs=jobs or processors(),
        limits=limited.limits(),
        max_characters=limited.max_characters,
        queue=queue,
        access=guards.Access(hosts=frozenset(hosts), token=token),
    )
    _run(settings, host, port, quiet=quiet)


def app(
    port: Port = 8765,
    jobs: Jobs = None,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
    quiet: Quiet = False,
) -> None:
    """Start the service on this machine and open its page: paste a text, drop files, read the report."""
    guards, state = _service()
    access = guards.Access(hosts=frozenset(LOOPBACK))

    def opened(listening: int) -> None:
        if browser:
            webbrowser.open(f"http://{LOOPBACK[0]}:{listening}/")

    _run(state.Settings(jobs=jobs or processors(), access=access), LOOPBACK[0], port, opened, quiet=quiet)


def _service() -> tuple[ModuleType, ModuleType]:
    """The modules of access and settings.

    Raises:
        ExtractorError: When a library of the extra is missing.
    """
    try:
        from extractor.service import guards, server, state  # noqa: F401
    except ImportError as error:
        remedy = "pip install 'extractor[serve]'"
        raise ExtractorError(f"the service needs {error.name}", where="serve", remedy=remedy) from error
    return guards, state


def _run(
    settings: Settings,
    host: str,
    port: int,
    opened: Callable[[int], None] = lambda port: None,
    *,
    quiet: bool,
) -> None:
    from extractor.service.logs import log_to_stderr
    from extractor.service.server import serve as serve_until_stopped

    def listening(at: int) -> None:
        if not quiet:
            say(f"listening on http://{host}:{at}/; stop with Ctrl-C")
        opened(at)

    log_to_stderr(quiet=quiet)
    if not serve_until_stopped(settings, host, port, listening):
        remedy = "choose another --port, or stop what listens there"
        raise OutputError("cannot listen there", where=f"{host}:{port}", remedy=remedy)
