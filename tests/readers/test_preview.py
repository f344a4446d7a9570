from __future__ import annotations

from pathlib import Path

import pytest

from extractor.readers import Reading
from extractor.readers.preview import previews


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    rows = "".join(f"{day} days ago,2024-10-15,Words {day}.\n" for day in range(1, 6))
    Path("in/a.csv").write_text(f"Date,Timestamp,Article_Content\n{rows}soon,,Words.\n,,\n")
    Path("in/b.txt").write_text("Words.")
    Path("in/c.jpg").write_bytes(b"")
    return tmp_path


def test_a_table_is_shown_with_its_fields_dates_and_refusals(folder: Path) -> None:
    table, text, rest = sorted(previews(["in"], Reading()), key=lambda each: (each.name == "in", each.name))
    assert (table.name, table.format, table.count, table.dated, table.refused) == ("in/a.csv", "csv", 6, 5, 1)
    assert table.fields == {"text": "Article_Content", "published": "Date", "crawled": "Timestamp"}
    assert table.flags == {"published-inferred": 5, "published-unreadable": 1}
    assert [article.text for article in table.articles] == ["Words 1.", "Words 2.", "Words 3."]
    assert [problem.where for problem in table.problems] == ["in/a.csv:8"]
    assert (text.name, text.format, text.count, text.fields) == ("in/b.txt", "text", 1, {})
    assert rest.passed_over == {"a .jpg file": 1}


def test_what_cannot_be_read_is_shown_too(folder: Path) -> None:
    (preview,) = previews(["nowhere"], Reading())
    assert (preview.name, preview.count, preview.refused) == ("nowhere", 0, 1)
