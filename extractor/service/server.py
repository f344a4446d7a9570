"""The service run by uvicorn, until it is told to stop."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import uvicorn

from extractor.service.app import make_app
from extractor.service.state import Settings

_GRACE = 30
"""Seconds that requests under way may take once the service is told to stop."""
_CONNECTIONS = 1000
_HEADER_BYTES = 32_768


class _Server(uvicorn.Server):
    """Tells when it listens."""

    def __init__(self, config: uvicorn.Config, listening: Callable[[int], None]) -> None:
        super().__init__(config)
        self._listening = listening

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        await super().startup(sockets)  # type: ignore[arg-type]
        for server in self.servers:
            for socket in server.sockets:
                self._listening(socket.getsockname()[1])
                return


def serve(
    settings: Settings, host: str, port: int, listening: Callable[[int], None] = lambda port: None
) -> bool:
    """Run a service.

    Args:
        settings: How it is run.
        host: The address it listens on.
        port: The port; 0 for any that is free.
        listening: Is told the port once it listens.

    Returns:
        Whether it could be started.
    """
    config = uvicorn.Config(
        make_app(settings),
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        http="h11",
        h11_max_incomplete_event_size=_HEADER_BYTES,
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=_GRACE,
    )
    server = _Server(config, listening)
    with suppress(KeyboardInterrupt):  # uvicorn raises the signal that ended it once more, when all is closed
        server.run()
    return server.started
