"""Records and gold made of sentences in inline notation, with no model in between."""

from __future__ import annotations

from typing import Any

from extractor.markup import Mark, parse
from extractor.records import ArticleRecord

INFO = {
    "id": "a",
    "path": None,
    "url": None,
    "title": None,
    "published": "2023-07-31",
    "published_from": "metadata",
    "outlet": None,
    "author": None,
    "language": "en",
    "sha256": "0" * 64,
}
PROVENANCE = {"version": "0", "model": "m", "model_version": "0", "resources_sha256": "0" * 64}
NUMBERS = ("value", "low", "high")


def gold_row(annotated: str) -> dict[str, Any]:
    """The gold record of an annotated text, in the form of corpus/gold."""
    text, marks = parse(annotated)
    return {
        "id": "a",
        "published": "2023-07-31",
        "text": text,
        "attributions": [_gold_attribution(text, key, marks) for key in _keys(marks)],
        "quantities": [{**_span(text, mark), **_numbers(mark)} for mark in marks if mark.label == "quantity"],
        "timexes": [_timex(text, mark) for mark in marks if mark.label == "timex"],
    }


def record(annotated: str) -> ArticleRecord:
    """A record that found exactly what the annotated text says."""
    text, marks = parse(annotated)
    return ArticleRecord.model_validate(
        {
            "article": INFO,
            "claims": [_claim(text, key, marks) for key in _keys(marks)],
            "quantities": [_quantity(text, mark) for mark in marks if mark.label == "quantity"],
            "timexes": [{"rule": "r", **_timex(text, mark)} for mark in marks if mark.label == "timex"],
            "mentions": [],
            "extractor": PROVENANCE,
            "flags": [],
        }
    )


def _keys(marks: list[Mark]) -> list[str]:
    return list(dict.fromkeys(mark.key for mark in marks if mark.label == "content"))


def _spans(text: str, key: str, label: str, marks: list[Mark]) -> list[dict[str, Any]]:
    return [_span(text, mark) for mark in marks if (mark.label, mark.key) == (label, key)]


def _span(text: str, mark: Mark) -> dict[str, Any]:
    return {"start": mark.start, "end": mark.end, "text": text[mark.start : mark.end]}


def _values(key: str, marks: list[Mark]) -> dict[str, str]:
    """What the tags of an attribution say: claimant, via, scope, resolved_by."""
    return {name: value for mark in marks if mark.key == key for name, value in mark.values.items()}


def _gold_attribution(text: str, key: str, marks: list[Mark]) -> dict[str, Any]:
    values = _values(key, marks)
    claimant = {"name": values.get("claimant"), "resolved_by": values.get("resolved_by")}
    return {
        **{label: _spans(text, key, label, marks) for label in ("source", "cue", "content")},
        "scope": values.get("scope", "explicit"),
        "claimant": claimant if "claimant" in values else None,
        "via": [{"name": values["via"]}] if "via" in values else [],
    }


def _claim(text: str, key: str, marks: list[Mark]) -> dict[str, Any]:
    values = _values(key, marks)
    content = _spans(text, key, "content", marks)
    span = content[0]
    claimant = {"name": values.get("claimant"), "mention": span, "kind": "person", "resolved_by": "name"}
    attribution = {
        "source": _spans(text, key, "source", marks),
        "cue": _spans(text, key, "cue", marks),
        "cue_lemma": "say",
        "cue_class": "say",
        "polarity": "affirmed",
        "modality": "actual",
        "claimant": claimant if "claimant" in values else None,
        "via": [{"name": values["via"], "kind": "outlet", "span": span, "cue": span}]
        if "via" in values
        else [],
        "scope": values.get("scope", "explicit"),
        "rule": "r",
        "confidence": 0.5,
    }
    return {
        "id": f"a-{key}",
        "kind": "statistic" if "statistic" in values else "indirect",
        "text": span["text"],
        "content": content,
        "sentences": span,
        "attribution": None if "statistic" in values else attribution,
        "quantities": [_quantity(text, mark) for mark in marks if mark.label == "quantity"],
        "timexes": [],
        "entities": [],
        "flags": [],
    }


def _quantity(text: str, mark: Mark) -> dict[str, Any]:
    values = _numbers(mark)
    if "counted" in values:
        values["counted"] = {
            "start": 0,
            "end": 1,
            "text": values["counted"],
            "head": values["counted"].split()[-1],
        }
    defaults = {"unit_kind": "count", "modifier": "=", "vague": False, "rule": "r"}
    return {**_span(text, mark), **defaults, **values}


def _numbers(mark: Mark) -> dict[str, Any]:
    return {name: float(value) if name in NUMBERS else value for name, value in mark.values.items()}


def _timex(text: str, mark: Mark) -> dict[str, Any]:
    values = dict(mark.values)
    days = {"begin": values.pop("begin", None), "end": values.pop("end", None)}
    return {
        **_span(text, mark),
        "type": "DATE",
        **values,
        **({"interval": days} if any(days.values()) else {}),
    }
