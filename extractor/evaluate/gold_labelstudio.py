"""Annotated articles out of Label Studio: the JSON export of a project that holds what `extractor export` made for it.

Of each task the latest annotation that was not cancelled counts; a task that nobody annotated gives none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractor.errors import InputError
from extractor.evaluate.gold_notes import Drawing

_PIECE = "piece"


def read_labelstudio(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Place and row, as a line of ``corpus/gold``, of every annotated task, in order.

    Raises:
        InputError: When the file is no such export.
    """
    try:
        tasks = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(tasks, list):
            raise TypeError("not a list of tasks")
    except (OSError, ValueError, TypeError) as error:
        raise _refused(str(path), error) from error
    for number, task in enumerate(tasks, 1):
        where = f"{path}:{number}"
        try:
            if (row := _row(task)) is not None:
                yield where, row
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            raise _refused(where, error) from error


def _row(task: dict[str, Any]) -> dict[str, Any] | None:
    if "annotation_id" in task or ("annotations" not in task and "data" not in task):
        raise ValueError("this is JSON_MIN, which has no relations between the marks")
    done = [one for one in task.get("annotations", ()) if not one.get("was_cancelled")]
    if not done:
        return None
    latest = max(done, key=lambda one: str(one.get("updated_at") or one.get("created_at") or ""))
    data = task["data"]
    drawing = Drawing(data["text"])
    _draw(drawing, latest["result"])
    return drawing.row(str(data.get("id") or task.get("id")), data.get("published"))


def _draw(drawing: Drawing, result: list[dict[str, Any]]) -> None:
    regions = {item["id"]: item for item in result if item["type"] == "labels"}
    relations = [item for item in result if item["type"] == "relation"]
    whole = {r["to_id"]: r["from_id"] for r in relations if _PIECE in r["labels"]}
    for name, region in regions.items():
        value = region["value"]
        drawing.mark(whole.get(name, name), value["labels"][0], [(value["start"], value["end"])])
        if words := region.get("meta", {}).get("text"):
            drawing.notes[name] = " ".join(words) if isinstance(words, list) else words
    for relation in relations:
        for label in relation["labels"]:
            if label != _PIECE:
                ends = [whole.get(relation[end], relation[end]) for end in ("from_id", "to_id")]
                drawing.links[ends[0]][label].append(ends[1])


def _refused(where: str, error: Exception) -> InputError:
    what = f"not an export of Label Studio ({type(error).__name__}: {error})"
    return InputError(what, where=where, remedy="export the project as JSON")
