"""The annotated claimants of corpus/claimants: well-formed, and nothing in them but spans and names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

KINDS = {"person", "organisation", "group", "document", "anonymous"}
FORMS = {"name", "surname", "pronoun", "nominal", "who", "none"}
FIELDS = {"article", "source", "claimant", "also", "antecedent", "kind", "form"}


@pytest.fixture(scope="module")
def rows(root: Path) -> list[dict[str, object]]:
    lines = (root / "corpus" / "claimants" / "polnear-train.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_sixty_articles(rows: list[dict[str, object]]) -> None:
    assert len({row["article"] for row in rows}) == 60


def test_known_fields_kinds_and_forms(rows: list[dict[str, object]]) -> None:
    for row in rows:
        assert row.keys() <= FIELDS
        assert row["kind"] in KINDS
        assert row["form"] in FORMS


def test_spans_are_half_open_and_in_order(rows: list[dict[str, object]]) -> None:
    for row in rows:
        pieces = row["source"]
        assert isinstance(pieces, list)
        flat = [offset for piece in pieces for offset in piece]
        assert flat == sorted(set(flat))


def test_a_claimant_is_a_name_and_never_a_sentence(rows: list[dict[str, object]]) -> None:
    for row in rows:
        for name in [row["claimant"], *row.get("also", [])]:  # type: ignore[misc]
            assert name is None or len(str(name).split()) <= 9


def test_no_source_is_annotated_twice_with_two_claimants(rows: list[dict[str, object]]) -> None:
    known: dict[str, object] = {}
    for row in rows:
        key = json.dumps([row["article"], row["source"]])
        assert known.setdefault(key, row["claimant"]) == row["claimant"]
