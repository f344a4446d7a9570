"""Turn annotated copies of articles into articles/*.txt and gold/*.jsonl, and gold back into annotated copies.

    python corpus/convert.py to-gold NAME.tagged …     # writes articles/NAME.txt and gold/NAME.jsonl
    python corpus/convert.py to-tagged gold/NAME.jsonl …   # writes NAME.tagged beside this file, for correcting

The notation and what to mark are in guidelines.md. The publication date comes from manifest.jsonl.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from extractor.markup import Mark, parse, render

HERE = Path(__file__).resolve().parent
NUMBERS = {"value", "low", "high"}
_PLACE = frozenset({"start", "end", "text", "interval"})
ATTRIBUTION_LABELS = ("source", "cue", "content", "via")


def gold_of(name: str, annotated: str, published: str | None) -> dict[str, Any]:
    """The gold record of one annotated article; spans are ``{start, end, text}`` in code points."""
    text, marks = parse(annotated)
    record: dict[str, Any] = {"id": name, "published": published, "text": text}
    keys = sorted(
        {mark.key for mark in marks if mark.label in ATTRIBUTION_LABELS}, key=lambda key: (len(key), key)
    )
    record["attributions"] = [_attribution(text, [mark for mark in marks if mark.key == key]) for key in keys]
    record["quantities"] = [_value(text, mark) for mark in marks if mark.label == "quantity"]
    record["timexes"] = [_value(text, mark) for mark in marks if mark.label == "timex"]
    return record


def marks_of(record: dict[str, Any]) -> list[Mark]:
    """The marks from which ``gold_of`` made the record."""
    marks = []
    for number, attribution in enumerate(record["attributions"], 1):
        carrier = "source" if attribution["source"] else "content"
        for label in ATTRIBUTION_LABELS[:3]:
            for position, span in enumerate(attribution[label]):
                values = (
                    {"scope": "carried"} if label == "content" and attribution["scope"] == "carried" else {}
                )
                if label == carrier and position == 0 and attribution["claimant"]:
                    claimant = attribution["claimant"]
                    values |= {"claimant": claimant["name"]}
                    values |= {
                        key: claimant[key] for key in ("kind", "role", "resolved_by") if claimant.get(key)
                    }
                marks.append(Mark(label, span["start"], span["end"], str(number), values))
        for via in attribution["via"]:
            values = {key: via[key] for key in ("name", "kind") if via.get(key)}
            marks.append(Mark("via", via["start"], via["end"], str(number), values))
    for label, plural in (("quantity", "quantities"), ("timex", "timexes")):
        for item in record[plural]:
            values = {key: _written(value) for key, value in item.items() if key not in _PLACE}
            values |= {key: day for key, day in item.get("interval", {}).items() if day}
            marks.append(Mark(label, item["start"], item["end"], "", values))
    return marks


def _attribution(text: str, marks: list[Mark]) -> dict[str, Any]:
    marks = [mark for mark in marks if mark.label in ATTRIBUTION_LABELS]
    values = {
        key: value
        for mark in marks
        if mark.label in ("source", "content")
        for key, value in mark.values.items()
    }
    claimant = {key: values[key] for key in ("kind", "role", "resolved_by") if key in values}
    spans = {
        label: [_span(text, mark) for mark in marks if mark.label == label]
        for label in ATTRIBUTION_LABELS[:3]
    }
    return {
        **spans,
        "scope": values.get("scope", "explicit"),
        "claimant": {"name": values["claimant"], **claimant} if "claimant" in values else None,
        "via": [{**_span(text, mark), **mark.values} for mark in marks if mark.label == "via"],
    }


def _value(text: str, mark: Mark) -> dict[str, Any]:
    """A quantity or time expression; ``begin`` and ``end`` of the tag become its interval."""
    if mark.label == "quantity":
        read = {key: float(value) if key in NUMBERS else value for key, value in mark.values.items()}
        return {**_span(text, mark), **read}
    read = {key: value for key, value in mark.values.items() if key not in ("begin", "end")}
    days = {key: mark.values.get(key) for key in ("begin", "end")}
    return {**_span(text, mark), **read, **({"interval": days} if any(days.values()) else {})}


def _span(text: str, mark: Mark) -> dict[str, Any]:
    return {"start": mark.start, "end": mark.end, "text": text[mark.start : mark.end]}


def _written(value: Any) -> str:
    return repr(value).removesuffix(".0") if isinstance(value, float) else str(value)


def _published() -> dict[str, str | None]:
    lines = (HERE / "manifest.jsonl").read_text("utf-8").splitlines()
    return {entry["id"]: entry["published"] for entry in map(json.loads, lines)}


def main() -> None:
    """Convert the files named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("direction", choices=["to-gold", "to-tagged"])
    parser.add_argument("files", nargs="+", type=Path)
    arguments = parser.parse_args()
    published = _published()
    for path in arguments.files:
        if arguments.direction == "to-gold":
            record = gold_of(path.stem, path.read_text("utf-8"), published[path.stem])
            (HERE / "articles" / f"{path.stem}.txt").write_text(record["text"], "utf-8")
            (HERE / "gold" / f"{path.stem}.jsonl").write_text(
                json.dumps(record, ensure_ascii=False) + "\n", "utf-8"
            )
        else:
            record = json.loads(path.read_text("utf-8"))
            (HERE / f"{path.stem}.tagged").write_text(render(record["text"], marks_of(record)), "utf-8")


if __name__ == "__main__":
    main()
