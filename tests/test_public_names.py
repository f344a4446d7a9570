from __future__ import annotations

import subprocess
import sys

import pytest

import extractor


def test_a_newcomer_needs_six_names() -> None:
    assert sorted(extractor.__all__) == [
        "Article",
        "ArticleRecord",
        "Extractor",
        "ExtractorError",
        "load",
        "to_frame",
    ]


@pytest.mark.parametrize("name", [*extractor.__all__, "__version__"])
def test_every_name_is_there_and_listed(name: str) -> None:
    assert getattr(extractor, name)
    assert name in dir(extractor)


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extract'"):
        _ = extractor.extract


@pytest.mark.parametrize("module", ["extractor", "extractor.cli", "extractor.readers"])
def test_importing_loads_no_spacy(module: str) -> None:
    code = f"import sys, {module}; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
