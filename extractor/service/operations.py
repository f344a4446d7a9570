"""Routes for whoever runs the service: is it alive, does it take articles, what has it done, what does it give out."""

from __future__ import annotations

import json

from fastapi import APIRouter, Response

from extractor.service.metrics import MEDIA_TYPE
from extractor.service.problems import Problem
from extractor.service.state import Service
from extractor.version import VERSION
from extractor.writers.layout import Layout


def routes(service: Service) -> APIRouter:
    """The routes of a service."""
    router = APIRouter(tags=["operations"])
    workers = service.workers

    @router.get("/health")
    async def health() -> dict[str, str]:
        """Whether the process answers; Label Studio asks for it too."""
        return {"status": "UP", "version": VERSION, "model_class": "extractor"}

    @router.get("/ready")
    async def ready() -> dict[str, int | str]:
        """Whether articles are taken: the model is loaded, and the queue has room."""
        if workers.refusal:
            raise Problem(503, workers.refusal, kind="no-workers")
        if not workers.ready.is_set():
            raise Problem(503, "the model is being loaded", kind="starting", headers={"Retry-After": "2"})
        if workers.is_full:
            headers = {"Retry-After": str(workers.retry_after)}
            raise Problem(503, "the queue is full", kind="busy", headers=headers)
        return {"status": "ready", "waiting": workers.waiting, "jobs": service.settings.jobs}

    @router.get("/metrics", response_class=Response)
    async def metrics() -> Response:
        """Figures for Prometheus."""
        return Response(service.metrics.page(), media_type=MEDIA_TYPE)

    @router.get("/schema")
    async def schema(layout: Layout = Layout.ARTICLE) -> dict[str, object]:
        """The JSON Schema of the answers."""
        from extractor.writers.schema import json_schema

        found: dict[str, object] = json.loads(json_schema(layout))
        return found

    return router
