"""The ML backend of Label Studio (https://labelstud.io/guide/ml_create): claims appear while a desk labels.

A project needs the labels of `extractor.writers.labelstudio.CONFIGURATION`. Corrections are exported from Label Studio, and
``extractor train attributions`` learns from them.
"""

from __future__ import annotations

import json
import re
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from extractor.batch.outcome import State
from extractor.readers import Item, Reading
from extractor.service.orders import Order
from extractor.service.problems import of_outcome
from extractor.service.state import Service
from extractor.version import VERSION

MODEL_VERSION = f"extractor {VERSION}"
_TEXT_FIELD = re.compile(r"""<Text\b[^<>]{0,500}?\bvalue=["']\$(\w{1,100})["']""")


class Task(BaseModel):
    """One task of a labelling project: under ``data`` what was imported."""

    model_config = ConfigDict(extra="ignore")
    id: int | str | None = None
    data: dict[str, Any] = Field(
        examples=[{"text": "Ana Kask said the bridge is safe.", "published": "2024-03-05"}]
    )


class Predict(BaseModel):
    """What Label Studio sends: tasks, and the labelling configuration, which names the field of the text."""

    model_config = ConfigDict(extra="ignore")
    tasks: list[Task] = Field(max_length=1000)
    label_config: str | None = None


class Prediction(BaseModel):
    """Regions and relations of one task; of a task that cannot be read none, with the reason under ``error``."""

    result: list[dict[str, Any]] = []
    score: float = 0.0
    model_version: str = MODEL_VERSION
    error: str | None = None


class Predictions(BaseModel):
    """A prediction for each task, in their order."""

    results: list[Prediction]
    model_version: str = MODEL_VERSION


def routes(service: Service) -> APIRouter:
    """The routes of a service."""
    router = APIRouter(tags=["Label Studio"])

    @router.post("/setup")
    async def setup() -> dict[str, str]:
        """Answers that there is nothing to set up."""
        return {"model_version": MODEL_VERSION}

    @router.post("/predict")
    async def predict(asked: Predict) -> Predictions:
        """Predictions for tasks."""
        found = _TEXT_FIELD.search(asked.label_config or "")
        reading = Reading(fields={"text": found[1]} if found else {})
        return Predictions(results=[await _predicted(task, reading, service) for task in asked.tasks])

    return router


async def _predicted(task: Task, reading: Reading, service: Service) -> Prediction:
    item = Item(f"task {task.id}", "json", json.dumps(task.data).encode())
    outcome = await service.outcome(Order(item, reading, format="labelstudio"), in_turn=True)
    if outcome.state is not State.OK:
        return Prediction(error=of_outcome(outcome).what)
    (annotated,) = json.loads(outcome.lines)
    (prediction,) = annotated["predictions"]
    return Prediction(result=prediction["result"], score=prediction.get("score", 0.0))
