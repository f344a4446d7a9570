from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.errors import ResourceError
from extractor.language import resources
from extractor.language.resources import Resources, schema


@pytest.fixture
def language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Resources:
    """A language of its own in an empty folder of models."""
    monkeypatch.setattr(resources, "_models", lambda: tmp_path)
    folder = tmp_path / "xx" / "lexicons"
    folder.mkdir(parents=True)
    (folder / "words.toml").write_text('words = ["één", "twee"]\n', encoding="utf-8")
    (tmp_path / "xx" / "weights.json").write_text('{"a": 1.5}', encoding="utf-8")
    return Resources("xx")


def test_resources_are_read_as_utf_8(language: Resources) -> None:
    assert language.toml("lexicons/words") == {"words": ["één", "twee"]}
    assert language.json("weights") == {"a": 1.5}


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("toml", None),
        ("toml", b"words ="),
        ("toml", b"\xff"),
        ("json", None),
        ("json", b"{"),
        ("json", b"\xff"),
    ],
    ids=str,
)
def test_a_missing_or_broken_resource_is_named(
    language: Resources, tmp_path: Path, kind: str, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "xx" / f"broken.{kind}").write_bytes(content)
    with pytest.raises(
        ResourceError, match=rf"broken\.{kind}: language resource cannot be read .*; reinstall"
    ):
        getattr(language, kind)("broken")


def test_an_unknown_language_is_a_missing_resource() -> None:
    with pytest.raises(ResourceError, match=r"zz.*pipeline\.toml"):
        Resources("zz").toml("pipeline")


def test_the_hash_changes_with_every_resource(language: Resources, tmp_path: Path) -> None:
    seen = {language.sha256}
    for name, content in (
        ("lexicons/words.toml", "words = []"),
        ("lexicons/more.toml", ""),
        ("weights.json", "{}"),
    ):
        (tmp_path / "xx" / name).write_text(content, encoding="utf-8")
        seen.add(Resources("xx").sha256)
    assert len(seen) == 4
    (tmp_path / "xx" / "CARD.md").write_text("words for people", encoding="utf-8")
    assert Resources("xx").sha256 in seen


def test_the_hash_changes_when_a_resource_is_renamed(language: Resources, tmp_path: Path) -> None:
    before = language.sha256
    (tmp_path / "xx" / "weights.json").rename(tmp_path / "xx" / "heights.json")
    assert Resources("xx").sha256 != before


def test_schemas() -> None:
    assert json.loads(schema("claim"))["type"] == "object"
    with pytest.raises(ResourceError, match="no such schema; use claim or article"):
        schema("nothing")


def test_english_is_there() -> None:
    assert len(Resources("en").sha256) == 64
    assert Resources("en").toml("pipeline")["model"]
