"""Records do not hang on the engine; the command line and Python take either."""

from __future__ import annotations

from pathlib import Path

import pytest

import extractor
from extractor.article import Article
from extractor.cli import main
from extractor.errors import ExitCode
from extractor.readers import read

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"


def test_stock_and_fast_give_the_same_records(extractor_: extractor.Extractor) -> None:
    articles = [found for found in read([str(CORPUS)]) if isinstance(found, Article)][:8]
    stock = extractor.load(engine="stock")
    assert len(articles) == 8
    for fast_record, stock_record in zip(extractor_.pipe(articles), stock.pipe(articles), strict=True):
        assert fast_record == stock_record


@pytest.mark.parametrize("engine", ["fast", "stock"])
def test_the_command_line_takes_either(engine: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge is safe, the mayor said on Monday.")
    out = tmp_path / "out.jsonl"
    assert main(["extract", str(tmp_path / "a.txt"), "-o", str(out), "--engine", engine]) == ExitCode.OK
    assert "The bridge is safe" in out.read_text()


def test_another_engine_is_refused() -> None:
    with pytest.raises(ValueError, match="warp"):
        extractor.load(engine="warp")
    assert main(["extract", "a.txt", "--engine", "warp"]) == ExitCode.USAGE
