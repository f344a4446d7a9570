"""Frames for people who work in notebooks, and the notebooks of docs/, which run from the first cell to the last."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import extractor
from extractor import to_frame
from extractor.errors import ExtractorError

TEXT = "Ana Kask said <b>340 ships</b> and 12 ferries were late. The harbour has a pier. About 60 ferries were cancelled."


@pytest.fixture(scope="module")
def record(extractor_: extractor.Extractor) -> extractor.ArticleRecord:
    return extractor_.extract(TEXT, published="2024-03-05")


def test_one_row_a_claim(record: extractor.ArticleRecord) -> None:
    frame = to_frame([record])
    assert list(frame["claim_id"]) == [claim.id for claim in record.claims]
    assert frame.loc[0, "claimant"] == "Ana Kask"
    pd.testing.assert_frame_equal(frame, to_frame(record.claim_records()))
    pd.testing.assert_frame_equal(frame, to_frame(record))


def test_one_row_a_number(record: extractor.ArticleRecord) -> None:
    frame = to_frame(record, shape="long")
    assert len(frame) == sum(max(1, len(claim.quantities)) for claim in record.claims)
    assert 340.0 in set(frame["number_value"])
    assert set(frame["claim_id"]) == {claim.id for claim in record.claims}


def test_no_records() -> None:
    frame = to_frame([])
    assert len(frame) == 0
    assert "claimant" in frame.columns


def test_what_cannot_be(record: extractor.ArticleRecord) -> None:
    with pytest.raises(ExtractorError, match="no shape 'tall'"):
        to_frame(record, shape="tall")  # type: ignore[arg-type]
    with pytest.raises(ExtractorError, match="no library 'R'"):
        to_frame(record, library="R")  # type: ignore[arg-type]


def test_a_notebook_shows_a_table(record: extractor.ArticleRecord) -> None:
    html = record._repr_html_()
    assert "Ana Kask" in html
    assert "<b>" not in html
    assert record.claim_records()[0]._repr_html_().count("<tr>") == 2


NOTEBOOKS = sorted((Path(__file__).parents[2] / "docs" / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_run(
    path: Path, root: Path, monkeypatch: pytest.MonkeyPatch, extractor_: extractor.Extractor
) -> None:
    monkeypatch.chdir(root)
    monkeypatch.setattr("extractor.pipeline.load", lambda: extractor_)  # loaded already
    cells = json.loads(path.read_text("utf-8"))["cells"]
    assert all(cell["cell_type"] == "markdown" or not cell["outputs"] for cell in cells)
    names: dict[str, Any] = {}
    for number, cell in enumerate(cells):
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), f"{path.name}[{number}]", "exec"), names)
    frames = [value for value in names.values() if isinstance(value, pd.DataFrame)]
    assert frames
    assert all(len(frame) for frame in frames)
